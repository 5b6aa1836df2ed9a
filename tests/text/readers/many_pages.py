"""Ten thousand pages of PDF, one file after another: ``python -m tests.text.readers.many_pages``.

Files are made by a process of their own, read by this one as ``kamergraaf build`` does, and each
gives a line: pages, seconds, memory after it and at most so far, in MB.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from kamergraaf.errors import BadLetter
from kamergraaf.text import letter, letters, sources
from tests.text.readers.forms import Sheet, blocks

LETTER = Path(__file__).resolve().parents[3] / "corpus" / "letters" / "veiligheidsinzet-sahel.txt"


def make(path: Path, pages: int, seed: int) -> None:
    """Write a PDF of so many pages or one less: a letter over and over, its paragraphs numbered."""
    [one] = letters([LETTER])
    assert not isinstance(one, BadLetter)
    sheet, before = Sheet(), ""
    found = blocks(one)
    body = [block for block in found if block.kind not in ("head", "signature")]
    for number, block in enumerate(cycle(body), seed):
        if sheet.page >= pages:
            break
        sheet.add(
            block if block.note else type(block)(block.kind, f"{block.text} ({number})"), before
        )
        before = block.kind
    path.write_bytes(sheet.finished())


def main(files: int, pages: int) -> None:
    """Make and read the files."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            path = Path(folder) / f"{number:03}.pdf"
            child = multiprocessing.Process(target=make, args=(path, pages, 100_000 * number))
            child.start()
            child.join()
            start = time.perf_counter()
            [source] = sources([path])
            if isinstance(source, BadLetter):
                sys.exit(f"{source.file}: {source.reason}")
            read = letter(source)
            last = max(one.page or 0 for one in source.places)
            seconds = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{last} pages  {len(read.text)} letters  {seconds:.1f} s  {_now()} MB  {peak} MB",
                flush=True,
            )
            path.unlink()


def _now() -> int:
    pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    return pages * resource.getpagesize() // 2**20


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:3] or ("20", "500")))
