"""Agreement of the two annotations of the test part of ``corpus/domain``.

``python -m kamergraaf.evaluate.passes corpus/domain`` prints the table of its data sheet: the second
annotation judged by the first, and each by the test file in which differences were decided.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kamergraaf.evaluate.domain import NAME_LABELS, named, stretches, trees
from kamergraaf.evaluate.parsing import boundary_counts, name_counts, tree_scores

PAIRS = (("test-second", "test-first"), ("test-first", "test"), ("test-second", "test"))


def rows(sample: Path) -> Iterator[tuple[str, list[float]]]:
    """Yield the lines of the table: a measure and its value for each pair of ``PAIRS``."""
    found = [_values(sample, *pair) for pair in PAIRS]
    for name in found[0]:
        yield name, [values[name] for values in found]


def _values(sample: Path, one: str, two: str) -> dict[str, float]:
    folder = sample / "trees"
    scores = tree_scores(trees(folder / f"{one}.conllu"), trees(folder / f"{two}.conllu"))
    folder = sample / "names"
    counts = name_counts(named(folder / f"{one}.jsonl"), named(folder / f"{two}.jsonl"))
    folder = sample / "boundaries"
    ends = boundary_counts(stretches(folder / f"{one}.jsonl"), stretches(folder / f"{two}.jsonl"))
    return {
        "UAS": scores.uas,
        "LAS": scores.las,
        "core arguments F": scores.core.f,
        "part of speech": scores.pos,
        "lemma": scores.lemma,
        "names, typed F": counts["all"].f,
        "names, span F": counts["span"].f,
        **{f"{label} F": counts[label].f for label in NAME_LABELS},
        "boundaries F": ends.f,
    }


def main(arguments: list[str]) -> None:
    """Print the table for the sample in the folder that is named."""
    (folder,) = arguments
    print(f"| measure | {' | '.join(f'{one} by {two}' for one, two in PAIRS)} |")
    print("| --- |" + " --- |" * len(PAIRS))
    for name, values in rows(Path(folder)):
        print(f"| {name} | {' | '.join(f'{value:.3f}' for value in values)} |")


if __name__ == "__main__":
    main(sys.argv[1:])
