"""Ten minutes of broken files for every reader: ``python tests/fuzz.py`` (``make fuzz``).

Hypothesis makes files out of letters by cutting, doubling and inserting; each is held to the law of
``tests/text/readers/law.py``.  What came of it stands in docs/fuzz.md.
"""

import io
import platform
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from kamergraaf import __version__
from kamergraaf.errors import BadLetter
from kamergraaf.source import Limits
from kamergraaf.text.read import sources
from kamergraaf.text.readers import READERS
from tests.text.readers.law import hold, mutated
from tests.text.readers.test_any_bytes import SEEDS

RECORD = Path(__file__).resolve().parents[1] / "docs" / "fuzz.md"
LIMITS = Limits(megabytes=10, pages=100, seconds=20, files=50, unpacked=20)
ROUND = 200
SLOW = 2 * LIMITS.seconds
"""No file takes longer, in seconds: reading is stopped at the limit, cleaning comes on top."""


@dataclass(slots=True)
class Tally:
    """What came of the files of one form."""

    files: int = 0
    letters: int = 0
    slowest: float = 0.0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, found: object, seconds: float) -> None:
        """Count one file."""
        assert seconds < SLOW, f"{seconds:.0f} s"
        self.files += 1
        self.slowest = max(self.slowest, seconds)
        if isinstance(found, BadLetter):
            self.reasons[found.reason.split(";")[0].split("(")[0].strip()[:40]] += 1
        else:
            self.letters += 1


def main(minutes: float) -> None:
    """Try the readers one after another, each for its share of the time, and write the record."""
    forms = [*READERS, "zip"]
    tallies = {form: _tried(form, 60 * minutes / len(forms)) for form in forms}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = [
        f"| {form} | {one.files} | {one.letters} | {one.files - one.letters} | {len(one.reasons)} |"
        f" {one.slowest:.1f} |"
        for form, one in tallies.items()
    ]
    RECORD.write_text(_PAGE.format(
        version=__version__, python=platform.python_version(), minutes=f"{minutes:g}",
        rows="\n".join(lines), peak=f"{peak:.0f}", limits=LIMITS,
    ))  # fmt: skip
    print(RECORD.read_text())


_PAGE = """\
# Fuzz run of the readers

`make fuzz` gives every reader broken files for an equal share of the time: letters that Hypothesis cuts, doubles,
overwrites and adds scraps of markup to, and plain bytes. Each file must give a letter whose text is clean and whose map leads
back to the file, or one line that says what is wrong and what to do; any other error stops the run and is printed with
the smallest file that gives it. The law is in `tests/text/readers/law.py`; a short run of it is part of `make test`.

Last run: kamergraaf {version}, Python {python}, {minutes} minutes, no file that broke the law.

| form | files | letters | told why not | different reasons | slowest, s |
| --- | --- | --- | --- | --- | --- |
{rows}

Peak memory of the whole run: {peak} MB. Limits: {limits.megabytes} MB and {limits.pages} pages a file, {limits.seconds} seconds.
"""


def _tried(form: str, seconds: float) -> Tally:
    tally = Tally()
    until = time.monotonic() + seconds
    number = 0
    while time.monotonic() < until:
        _round(form, number, tally)
        number += 1
        print(f"{form}: {tally.files} files, {tally.letters} letters", file=sys.stderr)
    return tally


def _round(form: str, number: int, tally: Tally) -> None:
    seeds = [_zipped()] if form == "zip" else SEEDS[form]  # type: ignore[index]
    strategy = st.one_of(mutated(seeds), mutated(seeds), st.binary(max_size=2000))

    @seed(number)
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def one(data: bytes) -> None:
        started = time.monotonic()
        found = _unzipped(data) if form == "zip" else [hold(f"brief.{form}", data, LIMITS)]
        for each in found:
            tally.add(each, time.monotonic() - started)

    one()


def _zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for form, seeds in SEEDS.items():
            archive.writestr(f"map/brief.{form}", seeds[0])
    return file.getvalue()


def _unzipped(data: bytes) -> list[object]:
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        file.write(data)
        file.flush()
        return list(sources([file.name], LIMITS))


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
