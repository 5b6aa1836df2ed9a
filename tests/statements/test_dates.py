"""When: periods have two ends, and the verb tells whether a day is one of deciding, stopping or doing."""

import pytest

from kamergraaf.annotations import annotate
from kamergraaf.statements import find
from tests.statements.test_sentences import letter


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Nederland levert in de periode 2019-2022 jaarlijks 3 miljoen euro aan het fonds.",
            {("start", "2019"), ("end", "2022")},
        ),
        ("De Nederlandse bijdrage aan KFOR stopt op 1 mei 2018.", {("end", "2018-05-01")}),
        (
            "Op 12 januari 2018 heeft het kabinet besloten 20 militairen aan KFOR te leveren.",
            {("decision", "2018-01-12")},
        ),
        (
            "Op 2 februari 2018 leverde Nederland tien tenten aan UNHCR.",
            {("event", "2018-02-02")},
        ),
    ],
)
def test_dates_and_roles(text: str, dates: set[tuple[str, str]]) -> None:
    """A period is not one date twice."""
    (found,) = find(annotate(letter(text))).commitments
    assert {(each.role, each.moment.edtf) for each in found.dates} == dates
