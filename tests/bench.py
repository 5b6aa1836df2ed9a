"""Seconds and memory of a build, its check, and hostile text: ``python tests/bench.py LETTERS…`` (``make bench``)."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOSTILE = (
    " ", ".", "<", "**x ", "[a](", "&a", "- a\n", "1 a.1\n\n", "|a|b|\n", "# a\n", "a1", "1", "e\u0301",
    "\u0301", "a-\n", "(", "«", "A. ", "a   b\n", "\f", "_a ", "<!--", "1 noot1\n\n", "20194 ", "Datum: x\n",
)  # fmt: skip
"""Scraps that, repeated, make a careless expression take time by the square of the length."""


def main(letters: list[str]) -> None:
    """Build into an empty folder, cold, check it, and print what it took and what it left on disk."""
    with tempfile.TemporaryDirectory() as out:
        print(f"build {_seconds('build', *letters, '--out', out):.1f} s, peak {_peak():.0f} MB")
        print(f"check {_seconds('check', out):.1f} s, peak of both {_peak():.0f} MB")
        for name in ("graph.trig", "site/index.html", "report.json"):
            print(f"{name} {Path(out, name).stat().st_size / 1024:.0f} kB")
    hostile()


def hostile() -> None:
    """Print how much longer eight times as much hostile text takes: 8 is even, 64 is by the square."""
    from kamergraaf.text.clean import clean

    def seconds(scrap: str, size: int) -> float:
        started = time.process_time()
        clean(scrap * (size // len(scrap)))
        return time.process_time() - started

    clean("a")
    took = [(seconds(scrap, 5_000), seconds(scrap, 40_000), scrap) for scrap in HOSTILE]
    factor, scrap = max((long / max(short, 0.005), scrap) for short, long, scrap in took)
    longest = max(long for _, long, _ in took)
    print(f"hostile text, 40 kB: at most {longest:.1f} s; 8 times the text takes at most "
          f"{factor:.0f} times as long ({scrap!r})")  # fmt: skip


def _seconds(*arguments: str) -> float:
    command: list[str | Path] = [Path(sys.executable).with_name("kamergraaf"), *arguments]
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
