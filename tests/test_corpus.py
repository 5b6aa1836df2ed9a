"""The letters are the ones that the manifest describes."""

import csv
from hashlib import sha256
from pathlib import Path


def test_letters_are_those_of_the_manifest(letters: Path) -> None:
    """Every letter has its row, its size and its hash, and every row its letter."""
    with (letters / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    assert {row["file"] for row in rows} == {path.name for path in letters.glob("*.txt")}
    for row in rows:
        content = (letters / row["file"]).read_bytes()
        assert (str(len(content)), sha256(content).hexdigest()) == (row["bytes"], row["sha256"])
