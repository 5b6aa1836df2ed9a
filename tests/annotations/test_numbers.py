import tomllib
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from kamergraaf.annotations import numbers
from kamergraaf.annotations.numbers import find_numbers, read_number

DATA = tomllib.loads(Path(numbers.__file__).with_name("numbers.toml").read_text("utf-8"))
WORDS = [
    entry
    for group in ("units", "teens", "tens", "scales", "fractions", "others")
    for entry in DATA[group]
]


def test_the_data_file_holds_what_the_tests_run_over() -> None:
    assert len(WORDS) >= 50
    assert len(DATA["vague"]) >= 8
    assert len(DATA["ranges"]) >= 7


@pytest.mark.parametrize("entry", WORDS, ids=lambda e: e["form"])
def test_words_of_the_data_file(entry: dict[str, str]) -> None:
    found = {n.quote: n.value for n in find_numbers(entry["example"])}
    assert found[entry["words"]] == Decimal(entry.get("gives", entry["value"]))


@pytest.mark.parametrize("entry", DATA["vague"], ids=lambda e: e["form"])
def test_vague_numbers_are_none(entry: dict[str, str]) -> None:
    assert find_numbers(entry["example"]) == ()


@pytest.mark.parametrize("entry", DATA["ranges"], ids=lambda e: e["form"])
def test_ranges(entry: dict[str, str | int]) -> None:
    low, high = find_numbers(str(entry["example"]))
    assert (low.bound, high.bound) == ("low", "high")
    assert (int(low.value), int(high.value)) == (entry["low"], entry["high"])


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zevenenzestig", "67"),
        ("tweeentwintig", "22"),
        ("tweeëneenhalf", "2.5"),
        ("tweeënhalf", None),
        ("drie en een half", "3.5"),
        ("drie en een half miljoen", "3500000"),
        ("2½ miljoen", "2500000"),
        ("honderd vijftig", "150"),
        ("duizend vijfhonderd", "1500"),
        ("twee duizend", "2000"),
        ("honderdvijfentwintigduizend", "125000"),
        ("1.500", "1500"),
        ("1 500 000", "1500000"),
        ("1.234.567,89", "1234567.89"),
        ("1,500,000", "1500000"),
        ("3,5", "3.5"),
        ("2.5 miljoen", "2500000"),
        ("40mln", "40000000"),
        ("een", "1"),
        ("eén", "1"),
        ("Twee", "2"),
        ("tweede", None),
        ("46e", None),
        ("1ste", None),
        ("12-jarige", None),
        ("vierjarig", None),
        ("eenheid", None),
        ("elftal", "11"),
        ("aantal", None),
        ("twintigtallen", None),
        ("een paar", None),
        ("miljoenen", None),
        ("F-16", None),
        ("G5", None),
        ("1.2.3", None),
        ("", None),
    ],
)
def test_what_is_a_number_and_what_is_not(words: str, value: str | None) -> None:
    assert read_number(words) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("words", "value", "approx"),
    [
        ("een twintigtal", 20, True),
        ("20-tal", 20, True),
        ("een honderdtal", 100, True),
        ("een tweetal", 2, False),
        ("een zestal", 6, False),
    ],
)
def test_round_numbers(words: str, value: int, approx: bool) -> None:
    (number,) = find_numbers(f"Er kwamen {words} instructeurs.")
    assert (int(number.value), number.approx) == (value, approx)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("In 2018 300 militairen.", ["300"]),
        ("van zes naar 15 personen", ["zes", "15"]),
        ("Kamerstuk 29 521, nrs. 403 en 368", ["29 521", "403", "368"]),
        ("De vier F-16's en zes NH-90's", ["vier", "zes"]),
        ("EUR20, f25, US$5 en €3", ["20", "25", "5", "3"]),
        ("Er zijn één of twee landen; een land weigert.", ["één", "twee"]),
        ("art. 3.1.2 en paragraaf 4", ["4"]),
    ],
)
def test_numbers_among_other_digits(text: str, quotes: list[str]) -> None:
    assert [n.quote for n in find_numbers(text)] == quotes


def test_a_range_needs_a_higher_end_and_its_opener() -> None:
    assert [n.bound for n in find_numbers("van 15 tot 6, en 3 en 4 landen")] == [None] * 4


def test_offsets_count_from_start() -> None:
    (number,) = find_numbers("Er zijn zes.", start=100)
    assert (number.start, number.end) == (108, 111)


@given(st.integers(0, 999_999))
@example(101)
@example(1_100)
@example(80_021)
def test_every_whole_number_is_read_back_from_its_words(value: int) -> None:
    words = num2words(value, lang="nl")
    assert read_number(words) == value
    assert [n.quote for n in find_numbers(f"Er zijn {words} meldingen.")] == (
        [] if words == "een" else [words]
    )


@given(st.decimals(0, 10**9, places=2))
def test_every_decimal_is_read_back_from_its_digits(value: Decimal) -> None:
    dutch = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    assert read_number(dutch) == value
    assert read_number(f"{value:.2f}".replace(".", ",")) == value


@given(st.text("0123456789.,- eéndrtigvmljouàz½€", max_size=40))
def test_quotes_stand_at_their_offsets(text: str) -> None:
    found = find_numbers(text)
    assert all(text[n.start : n.end] == n.quote for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
