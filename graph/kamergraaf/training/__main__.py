"""``python -m kamergraaf.training DATA OUT`` makes the pipeline again (``make pipeline DATA=…``).

DATA holds the treebanks, names and the pipeline to start from (``data.sha256`` lists the files); the
sample is ``corpus/domain``.  The pipeline appears in ``OUT/pipeline`` with its figures in ``meta.json``;
look at them before it takes the place of ``corpus/pipeline``.  About an hour on one core.
"""

import sys
from pathlib import Path

from kamergraaf.annotations.language import pipeline
from kamergraaf.errors import KamergraafError
from kamergraaf.evaluate.pipelines import measured
from kamergraaf.resources import resource
from kamergraaf.training.build import check, documents, package, train, unpacked


def main(data: Path, out: Path, sample: Path = Path("corpus/domain")) -> None:
    """Check, train, measure and package; say the figures."""
    check(data)
    out.mkdir(parents=True, exist_ok=True)
    base = unpacked(data, out / "base")
    documents(data, sample, base, out)
    model = train(base, out)
    figures = measured(pipeline(str(model)), sample, data)
    package(model, Path(str(resource("corpus/pipeline"))), out / "pipeline", figures)
    for name, value in figures.items():
        print(f"{name}: {value:.3f}")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except KamergraafError as error:
        sys.exit(str(error))
