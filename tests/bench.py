"""Seconds and memory of a build: ``python tests/bench.py LETTERS…`` (``make bench``)."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main(letters: list[str]) -> None:
    """Build into an empty folder, cold, and print what it took and what it left on disk."""
    with tempfile.TemporaryDirectory() as out:
        started = time.perf_counter()
        subprocess.run(
            [Path(sys.executable).with_name("kamergraaf"), "build", *letters, "--out", out],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"build {seconds:.1f} s, peak {peak:.0f} MB")
        for name in ("graph.trig", "site/index.html", "report.json"):
            print(f"{name} {Path(out, name).stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
