"""Papers that are no letters are known by their heading or the fields of the file."""

from pathlib import Path
from typing import Any

import pytest

from kamergraaf.errors import OtherPaper
from kamergraaf.source import SourceFile
from kamergraaf.text.clean import clean
from kamergraaf.text.papers import other_paper, table
from kamergraaf.text.read import sources

PROSE = (
    "De vaste commissie voor Buitenlandse Zaken heeft op 12 mei 2022 overleg gevoerd met de minister over"
    " de bijdrage aan de missie in Mali, die het kabinet voornemens is te verlengen."
)
ABOVE = "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2021-2022\n\n29 521\n\nNederlandse deelname aan vredesmissies\n\n"
PAPERS = [(line, row) for row in table()["paper"] for line in row["example"]]


def kind_of(text: str, *fields: tuple[str, str]) -> str | None:
    paper = other_paper(clean(text), fields)
    return paper.kind if paper else None


@pytest.mark.parametrize(("line", "row"), PAPERS, ids=lambda value: str(value)[:40])
def test_headings_of_papers(line: str, row: dict[str, Any]) -> None:
    assert kind_of(f"{line}\n\n{PROSE}") == row["kind"]
    if not row.get("first"):
        assert kind_of(f"{ABOVE}{line}\n\n{PROSE}") == row["kind"]


def test_papers_were_found() -> None:
    assert len(PAPERS) >= 20


@pytest.mark.parametrize("row", table()["letter"], ids=lambda row: row["example"][0])
def test_what_makes_a_letter(row: dict[str, Any]) -> None:
    for line in row["example"]:
        assert kind_of(f"{ABOVE}{line}\n\n{PROSE}") is None
        assert kind_of(f"{line}\n\n{PROSE}\n\nBIJLAGE\n\nLIJST VAN VRAGEN\n\n{PROSE}") is None


@pytest.mark.parametrize(
    "subject",
    [
        "Betreft Verslag van het algemeen overleg van 3 mei",
        "Betreft: Lijst van vragen over de begroting",
        "Bijlage(n)\n1",
        "Bijlagen\n2",
        "Geannoteerde agenda voor de Raad Buitenlandse Zaken van 12 mei 2022",
        "Verslag van de Raad Buitenlandse Zaken van 12 mei 2022",
        "Nota over de toestand van 's Rijks financiën",
        "Agenda voor de veiligheid",
    ],
)
def test_a_letter_about_such_a_paper(subject: str) -> None:
    assert kind_of(f"Den Haag, 3 mei 2022\n\n{subject}\n\n{PROSE}") is None


def test_the_fields_of_a_file_tell_when_its_heading_does_not() -> None:
    fields = (("DC.type", "Kamerstuk"), ("soort", "Handelingen"))
    assert kind_of(PROSE, *fields) == "verslag van een debat"
    assert kind_of(f"Geachte voorzitter,\n\n{PROSE}", *fields) is None


def test_no_letter_of_the_corpus_is_another_paper(letters: Path) -> None:
    read = list(sources([letters, letters.parent / "written" / "letters"]))
    assert not [one.file for one in read if isinstance(one, OtherPaper)]
    assert sum(isinstance(one, SourceFile) for one in read) >= 37


def test_one_line_says_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"LIJST VAN VRAGEN EN ANTWOORDEN\n\n{PROSE}")
    [one] = sources([tmp_path])
    assert isinstance(one, OtherPaper)
    assert one.kind == "lijst van vragen"
    assert str(one) == (
        "a.txt: no letter but a list of questions (lijst van vragen);"
        " not read for promises, leave it out"
    )
