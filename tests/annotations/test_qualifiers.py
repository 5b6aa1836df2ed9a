import tomllib
from pathlib import Path

import pytest

from kamergraaf.annotations import qualifiers
from kamergraaf.annotations.numbers import find_numbers
from kamergraaf.annotations.qualifiers import qualifier_of

DATA = tomllib.loads(Path(qualifiers.__file__).with_name("qualifiers.toml").read_text("utf-8"))
CUES = [*DATA["before"], *DATA["after"], *DATA["filler"]]


def meant(marked: str, tail: str = "") -> str:
    """Return the qualifier of the marked number, its expression reaching to the last word given."""
    before, marked_number, _ = marked.replace("<", "|").replace(">", "|").split("|")
    text = marked.replace("<", "").replace(">", "")
    start = len(before)
    end = text.index(tail, start) + len(tail) if tail else start + len(marked_number)
    number = next(n for n in find_numbers(text) if n.start == start)
    return qualifier_of(text, start, end, number)


def test_the_data_file_holds_what_the_tests_run_over() -> None:
    assert len(CUES) >= 50
    assert len(DATA["new_level"]) >= 20


@pytest.mark.parametrize("entry", CUES, ids=lambda e: e["form"])
def test_cues(entry: dict[str, str]) -> None:
    tail = next((t for t in ("euro", "personen") if t in entry["example"]), "")
    assert meant(entry["example"], tail) == entry["qualifier"]


@pytest.mark.parametrize("entry", DATA["new_level"], ids=lambda e: e["form"])
def test_a_new_level_is_no_ceiling(entry: dict[str, str]) -> None:
    assert meant(entry["example"]) == "exact"


@pytest.mark.parametrize(
    ("marked", "qualifier"),
    [
        ("Nederland levert <16> militairen.", "exact"),
        ("Nederland levert maximaal circa <16> militairen.", "max"),
        ("Nederland levert circa <16> tot 20 militairen.", "min"),
        ("Nederland levert 16 tot <20> militairen.", "max"),
        ("De bijdrage is verhoogd van 6 tot <16> militairen.", "exact"),
        ("De bijdrage is met tien verhoogd tot <16> militairen.", "exact"),
        ("De inzet loopt tot 2024, <16> militairen blijven.", "exact"),
        ("Er kwamen <een twintigtal> militairen.", "approx"),
        ("Maximaal <16> militairen vertrekken.", "max"),
        ("De missie is groot: ruimschoots <16> militairen.", "exact"),
    ],
)
def test_several_cues_and_none(marked: str, qualifier: str) -> None:
    assert meant(marked) == qualifier
