import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.annotations import money
from kamergraaf.annotations.money import find_amounts
from kamergraaf.model import Amount

DATA = tomllib.loads(Path(money.__file__).with_name("money.toml").read_text("utf-8"))
CASES = tomllib.loads(Path(__file__).with_name("money_sentences.toml").read_text("utf-8"))
SENTENCES = CASES["sentence"]


def unmark(marked: str) -> tuple[str, list[str]]:
    """Return a marked sentence without its marks, and the marked parts."""
    text = re.sub(r"<([^<>]+)>", r"\1", marked)
    assert "<" not in text and ">" not in text, f"stray mark in {marked}"
    return text, re.findall(r"<([^<>]+)>", marked)


def in_words(amount: Amount) -> str:
    words = [str(amount.value), amount.currency]
    if amount.qualifier != "exact":
        words.append(amount.qualifier)
    if amount.per:
        words.append(amount.per)
    if amount.carried:
        words.append("carried")
    return " ".join(words)


def test_the_data_files_hold_what_the_tests_run_over() -> None:
    assert len(SENTENCES) >= 65
    assert len(DATA["before"]) + len(DATA["after"]) >= 45
    assert len(DATA["periods"]) >= 15


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: c["from"])
def test_sentences(case: dict[str, Any]) -> None:
    text, quotes = unmark(case["text"])
    found = find_amounts(text)
    assert [in_words(a) for a in found] == case["found"]
    assert [a.quote for a in found] == quotes


@pytest.mark.parametrize(
    "entry", [*DATA["before"], *DATA["after"]], ids=lambda e: f"{e['code']} {e['form']}"
)
def test_currencies_of_the_data_file(entry: dict[str, Any]) -> None:
    (amount,) = find_amounts(entry["example"])
    assert (amount.currency, int(amount.value)) == (entry["code"], entry["value"])
    assert entry["form"].replace("’", "'") in amount.quote.replace("’", "'")


@pytest.mark.parametrize("entry", DATA["periods"], ids=lambda e: e["form"])
def test_periods_of_the_data_file(entry: dict[str, Any]) -> None:
    (amount,) = find_amounts(entry["example"])
    assert amount.per == entry["per"]


@pytest.mark.parametrize("word", DATA["follows"])
def test_an_amount_before_such_a_word_takes_the_currency_of_the_one_before(word: str) -> None:
    first, second = find_amounts(f"Er is 5 miljoen euro, waarvan twee miljoen {word} het fonds.")
    assert (second.currency, second.carried) == (first.currency, True)


@pytest.mark.parametrize("entry", [*DATA["nouns"], *DATA["verbs"]], ids=lambda e: e["form"])
def test_words_of_giving_carry_a_currency_into_another_sentence(entry: dict[str, Any]) -> None:
    *_, second = find_amounts(entry["example"])
    assert (int(second.value), second.currency, second.carried) == (entry["value"], "EUR", True)
    assert second.quote in entry["example"].split(". ")[1]


def test_a_currency_is_not_carried_into_another_sentence() -> None:
    text = (
        "Het fonds telt 5 miljoen euro. In 2020 kwamen er 2 miljoen bij.\nEr zijn 3 miljoen over."
    )
    assert [a.quote for a in find_amounts(text)] == ["5 miljoen euro"]


def test_offsets_count_from_start() -> None:
    (amount,) = find_amounts("Er is € 5 miljoen.", start=100)
    assert (amount.start, amount.end, amount.quote) == (106, 117, "€ 5 miljoen")


@given(
    st.integers(1, 999),
    st.sampled_from(["", " miljoen", " mld.", " mln"]),
    st.sampled_from([("€ {}", "EUR"), ("{} euro", "EUR"), ("US$ {}", "USD"), ("{} gulden", "NLG")]),
)
def test_an_amount_is_read_back_from_its_own_rendering(
    number: int, scale: str, form: tuple[str, str]
) -> None:
    size = {"": 1, " miljoen": 10**6, " mld.": 10**9, " mln": 10**6}[scale]
    quote = form[0].format(f"{number}{scale}")
    (amount,) = find_amounts(f"Het kabinet stelt {quote} beschikbaar.")
    assert (amount.value, amount.currency) == (Decimal(number * size), form[1])
    assert amount.quote == quote


@given(st.text("0123456789.,- €$feurotwijmln\n’", max_size=50))
def test_quotes_stand_at_their_offsets(text: str) -> None:
    assert all(text[a.start : a.end] == a.quote for a in find_amounts(text))
