"""Where a commitment is for: the word lists of places.toml, towns, and sentences in other words."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kamergraaf.statements
from kamergraaf.annotations import annotate
from kamergraaf.model import Letter, LetterFacts, Moment, Paragraph, ParagraphKind, Sentence
from kamergraaf.reference import countries as all_countries
from kamergraaf.statements import find
from kamergraaf.statements.commitments.place_words import data
from kamergraaf.statements.towns import towns

HERE = Path(kamergraaf.statements.__file__).parent
EXAMPLES = [(name, row) for name, part in data().items() for row in part["zinnen"]]
CASES = tomllib.loads(Path(__file__).with_name("waarvoor.toml").read_text("utf-8"))["brief"]
KINDS: dict[str, ParagraphKind] = {"#": "heading", "|": "table-row", "-": "bullet"}


def letter(text: str, day: date = date(2016, 3, 1)) -> Letter:
    """Return a letter of the lines of a text; ``# `` makes a heading, ``| `` a row, ``- `` an item."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    clean = ""
    for number, line in enumerate(text.strip().splitlines()):
        kind = KINDS.get(line[0], "body")
        words = line if kind == "body" else line[2:]
        start = len(clean)
        paragraphs.append(Paragraph(start, start + len(words), kind, int(kind == "heading")))
        for each in re.finditer(r"\S.*?(?:[.:](?= [A-Z])|$)", words):
            sentences.append(Sentence(start + each.start(), start + each.end(), number))
        clean += words + "\n"
    facts = LetterFacts(date=Moment(day, day, day.isoformat()), date_source="stated")
    return Letter(
        "https://w3id.org/kamergraaf/id/letter/proef", "proef.txt", "0" * 64, clean[:-1], "0" * 64,
        (), tuple(paragraphs), tuple(sentences), facts,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "row"), EXAMPLES, ids=[f"{n}: {r['tekst'][:50]}" for n, r in EXAMPLES]
)
def test_an_example_gives_the_role_it_stands_under(name: str, row: dict[str, str]) -> None:
    found = find(annotate(letter(row["tekst"]))).commitments
    assert found, "the example holds a commitment"
    places = {link.name for each in found for link in each.countries}
    partners = {link.name for each in found for link in each.partners}
    said = "plaats" if row["land"] in places else "partner" if row["land"] in partners else "nee"
    assert said == row["is"]


def test_every_list_has_examples() -> None:
    assert [name for name, part in data().items() if not part["zinnen"]] == []


def test_every_town_lies_in_a_known_country() -> None:
    assert len(towns()) > 150
    assert set(towns().values()) <= set(all_countries())


def test_the_towns_stand_once() -> None:
    lines = (HERE / "towns.csv").read_text("utf-8").splitlines()
    assert len(lines) - 1 == len(towns())
    own = {country.name_nl for country in all_countries().values()}
    assert own.isdisjoint(towns())


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["naam"]))
def test_what_and_where_a_commitment_is_for(case: dict[str, Any]) -> None:
    """The last commitment of a few lines gives the missions and countries that it is for."""
    day = case.get("dag", date(2016, 3, 1))
    found = [c for c in find(annotate(letter(case["tekst"], day))).commitments if not c.vague]
    assert found
    if "missies" in case:
        assert sorted(link.name for link in found[-1].missions) == sorted(case["missies"])
    if "landen" in case:
        assert sorted(link.name for link in found[-1].countries) == sorted(case["landen"])


def test_the_cases_are_all_there() -> None:
    assert len(CASES) >= 30
