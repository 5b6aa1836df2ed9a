"""The questions that the project began with, on the five letters; the answers were read in them."""

from pathlib import Path

import pytest

from kamergraaf.queries import run

NOVEMBER = {"since": "2022-11", "until": "2022-11"}


def test_who_signed_the_minusma_letter_of_may_2017(five_letters: Path) -> None:
    """Four ministers signed; the letter gives all four names."""
    given = {"mission": "MINUSMA", "day": "2017-05-19"}
    rows = run("ondertekenaars", given, five_letters / "out").texts()
    assert {row[3:] for row in rows} == {
        ("A.G. Koenders", "stated"),
        ("J.A. Hennis-Plasschaert", "stated"),
        ("E.M.J. Ploumen", "stated"),
        ("S.A. Blok", "stated"),
    }


def test_mandates_extended_in_november_2022(five_letters: Path) -> None:
    """MINUSMA, EUTM Mali and the two EUCAP missions, which share one ceiling; no other."""
    rows = run("mandaten", NOVEMBER, five_letters / "out").texts()
    assert [(row[0], *row[3:5]) for row in rows] == [
        ("EUCAP Sahel Mali", "15", "EUCAP Sahel Niger"),
        ("EUCAP Sahel Niger", "15", "EUCAP Sahel Mali"),
        ("EUTM Mali", "6", ""),
        ("MINUSMA", "16", ""),
    ]


@pytest.mark.parametrize(
    "mission",
    [
        "EUCAP Sahel Mali",
        "EUCAP Sahel Niger",
        "MINUSMA",
        "EUTM Mali",
    ],
)
def test_all_until_june_2024(five_letters: Path, mission: str) -> None:
    """Every mandate was extended until 30 June 2024, included."""
    rows = run("mandaten", {**NOVEMBER, "mission": mission}, five_letters / "out").texts()
    assert [row[1] for row in rows] == ["2024-06-30"]


def test_sums_of_the_commission_of_inquiry(five_letters: Path) -> None:
    """2.3 of 4.1 million dollars were Dutch."""
    rows = run("bedragen", {"about": "ICOI"}, five_letters / "out").texts()
    assert ("2300000", "USD", "4100000") in {(row[1], row[2], row[6]) for row in rows}


def test_gift_to_the_commission_of_inquiry(five_letters: Path) -> None:
    """The gift is found by the name of who got it."""
    rows = run("bedragen", {"recipient": "ICOI"}, five_letters / "out").texts()
    assert [(row[1], row[2], row[6]) for row in rows] == [("2300000", "USD", "4100000")]


def test_what_ended_or_was_suspended_in_2023(five_letters: Path) -> None:
    """MINUSMA ended with its mandate; support for EUCAP Sahel Niger was suspended."""
    given = {"since": "2023", "until": "2023"}
    rows = run("beeindigd-of-opgeschort", given, five_letters / "out").texts()
    told = {(row[0], row[2]): row[-1] for row in rows}
    assert "resultaat van de beëindiging van het VNVR-mandaat" in told["MINUSMA", "ended"]
    assert "opgeschort" in told["EUCAP Sahel Niger", "suspended"] or (
        "gepauzeerd" in told["EUCAP Sahel Niger", "suspended"]
    )
