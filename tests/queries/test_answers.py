"""The questions that a clerk asks first, on letters whose answers are known."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kamergraaf.model import Change, DateTerm, Moment
from kamergraaf.queries import run
from kamergraaf.rdf import dataset
from kamergraaf.store import publish
from tests.rdf.example import statements


def test_who_signed(graph: Path) -> None:
    """Signatures of one day's letter, and whether the letter itself gives the name."""
    given = {"mission": "MINUSMA", "day": "2022-11-25"}
    assert [row[2:] for row in run("ondertekenaars", given, graph).texts()] == [
        ("Minister van Buitenlandse Zaken", "W.B. Hoekstra", "stated"),
        ("Minister van Defensie", "K.H. Ollongren", "stated"),
    ]
    inferred = run("ondertekenaars", {"day": "2023-11-15"}, graph).texts()
    assert [row[3:] for row in inferred] == [("H.G.J. Bruins Slot", "inferred"), ("", "")]


def test_until_when_and_with_how_many(graph: Path) -> None:
    """Extensions of one month, with the ceiling and who shares it."""
    answer = run("verlengingen", {"since": "2022-11", "until": "2022-11"}, graph)
    assert [row[:5] for row in answer.texts()] == [
        ("EUCAP Sahel Mali", "", "max", "15", "EUCAP Sahel Niger"),
        ("EUCAP Sahel Niger", "", "max", "15", "EUCAP Sahel Mali"),
        ("MINUSMA", "2024-06-30", "max", "16", ""),
    ]
    assert not run("verlengingen", {"since": "2022-12"}, graph).rows


def test_how_much_out_of_which_total(graph: Path) -> None:
    """The Dutch share and the joint total stand in one row."""
    (row,) = run("bedragen", {"recipient": "icoi"}, graph).texts()
    assert row[:7] == ("ICOI", "2300000", "USD", "exact", "", "dutch-share", "4100000")
    assert "4,1 miljoen dollar" in row[-1]


def test_sums_leave_joint_totals_out(graph: Path) -> None:
    """A total of several givers is not a Dutch gift."""
    assert ("ICOI", "USD", "2300000", "1") in run("som-per-ontvanger", None, graph).texts()


def test_what_ended_or_was_suspended(graph: Path) -> None:
    """A suspension counts in the period of its letter when no day is given."""
    (row,) = run("beeindigd-of-opgeschort", {"since": "2023", "until": "2023"}, graph).texts()
    assert row[:3] == ("EUCAP Sahel Niger", "suspended", "suspended")
    assert row[-1] == "De training door EUCAP Sahel Niger is opgeschort"
    assert not run("beeindigd-of-opgeschort", {"until": "2022"}, graph).rows


@pytest.mark.parametrize(
    ("change", "deadlines"), [("new", [""]), ("restated", ["2022-06-30"])], ids=["new", "restated"]
)
def test_deadline_before_the_letter(change: Change, deadlines: list[str], tmp_path: Path) -> None:
    """A new promise has none; one that is repeated may be overdue, and when it was made is none."""
    told, *_ = statements()
    when = Moment(date(2022, 1, 3), date(2022, 1, 3), "2022-01-03")
    due = Moment(date(2022, 4, 1), date(2022, 6, 30), "2022-04/2022-06")
    days = (DateTerm("event", when, "op 3 januari"), DateTerm("event", due, "voor juli"))
    promises = tuple(
        replace(each, dates=days, change=change) if each.kind == "inform-parliament" else each
        for each in told.commitments
    )
    publish(dataset([replace(told, commitments=promises)]), tmp_path, {}, lambda _, site: None)
    rows = run("toezeggingen-aan-de-kamer", None, tmp_path).texts()
    assert [row[0] for row in rows] == deadlines


def test_deadline_of_a_promise(graph: Path) -> None:
    """The last day that the words allow, and only those due by a day when one is given."""
    (row,) = run("toezeggingen-aan-de-kamer", None, graph).texts()
    assert row[:2] == ("2023-07-07", "voor het zomerreces van 2023")
    assert not run("toezeggingen-aan-de-kamer", {"until": "2022"}, graph).rows


def test_running_on_a_day(graph: Path) -> None:
    """A planned end is a plan: it answers until that day and not after it."""
    assert [row[0::4] for row in run("liep-op", None, graph).texts()] == [("MINUSMA", "as planned")]
    assert run("liep-op", {"day": "2024-07-01"}, graph).texts()[0][4] == "no"
    assert not run("liep-op", {"day": "2020-01-01"}, graph).rows


def test_names_are_resolved(graph: Path) -> None:
    """Ministers by last name, countries without accents or capitals."""
    assert run("bijdragen-per-bewindspersoon", {"person": "hoekstra"}, graph).rows
    assert run("alles-over-land", {"country": "MALI"}, graph).rows
