"""Facts of a letter: what is stated must be equal, what is inferred must be marked and near."""

from typing import Any

import pytest

from kamergraaf.evaluate.facts import (
    chamber_right,
    date_right,
    reference_sets,
    signatories_right,
)

Json = dict[str, Any]
UNDATED = {"date": None, "date_inferred": "2021-03"}
BZ = "Minister van Buitenlandse Zaken"


def dated(earliest: str | None, latest: str | None, source: str | None = "inferred") -> Json:
    return {
        "date": earliest,
        "date_earliest": earliest,
        "date_latest": latest,
        "date_source": source,
    }


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (dated("2021-03-10", "2021-04-30"), True),
        (dated("2021-03-25", "2021-03-25"), True),
        (dated("2021-03-01", "2021-05-31"), True),
        (dated("2021-03-01", "2021-06-01"), False),
        (dated("2021-01-01", "2021-02-28"), False),
        (dated("2021-04-01", "2021-04-30"), False),
        (dated("2021-03-10", "2021-04-30", "stated"), False),
        (dated(None, None, None), False),
    ],
)
def test_inferred_date_is_at_most_92_days_and_holds_the_month(found: Json, right: bool) -> None:
    assert date_right(UNDATED, found) is right


def test_a_date_that_nobody_can_infer_must_be_left_out() -> None:
    gold = {"date": None, "date_inferred": None}
    assert date_right(gold, dated(None, None, None))
    assert not date_right(gold, dated("2021-03-01", "2021-03-31"))


@pytest.mark.parametrize(
    ("chamber", "source", "right"),
    [
        ("TK", "inferred", True),
        (None, None, True),
        ("TK", "stated", False),
        ("EK", "inferred", False),
    ],
)
def test_inferred_chamber_may_be_left_out_and_must_be_marked(
    chamber: str | None, source: str | None, right: bool
) -> None:
    gold = {"chamber": None, "chamber_inferred": "TK"}
    assert chamber_right(gold, {"chamber": chamber, "chamber_source": source}) is right


@pytest.mark.parametrize(
    ("name", "source", "right"),
    [
        (None, None, True),
        ("S.A. Blok", "inferred", True),
        ("Stef Blok", "inferred", True),
        ("S.A. Blok", "stated", False),
        ("W.B. Hoekstra", "inferred", False),
    ],
)
def test_a_name_that_is_not_signed_is_inferred_from_the_tenures(
    name: str | None, source: str | None, right: bool
) -> None:
    gold = {"signatories": [{"office": BZ, "name": None}]}
    signed = [{"office": f"de {BZ.lower()}", "name": name, "name_source": source}]
    found = {"signatories": signed, **dated("2021-03-10", "2021-04-30")}
    assert signatories_right(gold, found) is right


def test_a_name_cannot_be_inferred_without_a_date() -> None:
    gold = {"signatories": [{"office": BZ, "name": None}]}
    signed = [{"office": BZ, "name": "S.A. Blok", "name_source": "inferred"}]
    assert not signatories_right(gold, {"signatories": signed, **dated(None, None, None)})


def test_numbers_of_another_dossier_of_the_same_paper_count_neither_way() -> None:
    detail = [{"refs": ["29521-363"], "co_dossiers": ["33694"], "accept_also": []}]
    gold = {"references": ["29521-363"], "references_detail": detail}
    found = {"references": ["29521-363", "33694-363", "33694", "33694-9"]}
    assert reference_sets(gold, found) == ({"29521-363"}, {"29521-363", "33694-9"})
