"""A letter in every form gives the same commitments: who does what, for whom, with how much, when."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.model import Statements
from kamergraaf.source import SourceFile
from kamergraaf.text import letter, sources
from kamergraaf.text.readers import Budget, read
from tests.text.readers.forms import FORMS, blocks

LETTERS = Path(__file__).resolve().parents[1] / "corpus" / "written" / "letters"
# Letters with tables, bullets, footnotes and signatures; none of them is of split test.
NAMES = (
    "althea-2005",
    "eufor-tchad-2008",
    "haiti-2010",
    "jemen-hodeidah-2019",
    "kleine-bijdragen-2016",
    "venezuela-caribisch-2019",
)


@cache
def plain(name: str) -> SourceFile:
    [path] = LETTERS.glob(f"{name}.*")
    [source] = sources([path])
    assert isinstance(source, SourceFile)
    return source


@cache
def stated(name: str, form: str = "") -> Statements:
    source = plain(name)
    if form:
        content = read(form, FORMS[form](blocks(letter(source))), Budget())
        source = SourceFile(
            form, "0" * 64, content.text, content.form, content.parts, content.places,
            content.metadata,
        )  # fmt: skip
    return pipeline.find(source)


def commitments(found: Statements) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            one.quote,
            one.kind,
            one.actor,
            one.status,
            one.modality,
            tuple(link.name for link in one.missions),
            tuple(link.name for link in one.countries),
            tuple((each.value, each.currency, each.scope) for each in one.amounts),
            tuple((each.value, each.qualifier, each.role) for each in one.personnel),
            tuple((each.role, each.text) for each in one.dates),
            one.conditions,
        )
        for one in found.commitments
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_the_commitments_are_those_of_the_letter_as_written(name: str, form: str) -> None:
    expected = commitments(stated(name))
    assert len(expected) >= 5
    assert commitments(stated(name, form)) == expected


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_at_its_place(name: str, form: str) -> None:
    found = stated(name, form)
    text = found.letter.text
    assert all(text[one.start : one.end] == one.quote for one in found.commitments)
