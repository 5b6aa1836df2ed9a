"""Lines known by their form: the examples of ``layout.toml`` and ``running_heads.toml``."""

import re
from typing import Any, get_args

import pytest

from kamergraaf.text.clean import clean
from kamergraaf.text.layout import Part, bullet, enumerator, is_part, section_level, table
from kamergraaf.text.running_heads import is_running_head
from kamergraaf.text.running_heads import table as running_heads

ROWS = [(part, row) for part in get_args(Part) for row in table()[part]]
PROSE = [
    "De Minister van Buitenlandse Zaken heeft deze zorgen aan de orde gesteld tijdens de top.",
    "Nederland levert een bijdrage van maximaal acht functionarissen aan EUCAP Sahel Mali.",
    "29 521 en 33 694, nr. 363), worden onder meer trainingen gegeven.",
    "22 december 2016 heeft de Minister van Buitenlandse Zaken toegezegd",
    "Aan 21 van deze zaken is juridische opvolging gegeven.",
]


@pytest.mark.parametrize(("part", "row"), ROWS, ids=lambda value: str(value)[:40])
def test_example_of_a_part(part: Part, row: dict[str, str]) -> None:
    assert row["example"]
    for example in row["example"]:
        assert re.fullmatch(row["pattern"], example), example
        assert is_part(part, example)


@pytest.mark.parametrize("text", PROSE)
def test_running_text_is_no_part(text: str) -> None:
    assert [part for part in get_args(Part) if part != "sentence" and is_part(part, text)] == []


@pytest.mark.parametrize("row", running_heads(), ids=lambda row: str(row["example"]))
def test_example_of_a_running_head(row: dict[str, Any]) -> None:
    assert re.fullmatch(row["pattern"], row["example"], re.IGNORECASE)
    assert is_running_head(row["example"], at_page=True)
    assert is_running_head(row["example"]) is row["always"]


@pytest.mark.parametrize("text", [*PROSE, "12 mei 2023", "Pagina’s", "Kamerstuk 29 521, nr. 3"])
def test_these_are_no_running_heads(text: str) -> None:
    assert not is_running_head(text, at_page=True)


@pytest.mark.parametrize("text", ["− a", "- a", "– a", "• a", "* a", "\uf0b7 a", "o   a", "•a"])
def test_bullets(text: str) -> None:
    assert bullet(text) == len(text) - 1


@pytest.mark.parametrize("text", ["-a", "–2 graden", "o a", "*a*", "a - b", "1. a"])
def test_no_bullets(text: str) -> None:
    assert bullet(text) == 0


@pytest.mark.parametrize(
    ("text", "sign"),
    [("1. a", "1."), ("12) a", "12)"), ("(iv) a", "(iv)"), ("a. a", "a."), ("2023. A", "")],
)
def test_enumerators(text: str, sign: str) -> None:
    assert enumerator(text) == sign


@pytest.mark.parametrize(
    ("text", "level"),
    [("3. Migratie", 1), ("2.1 Mali", 2), ("2.1.3. Gao", 3), ("IV. Slot", 1), ("B. Inzet", 1)],
)
def test_section_numbers(text: str, level: int) -> None:
    assert section_level(text) == level


def test_repeated_letterhead_is_a_running_head_but_on_the_first_page() -> None:
    page = "Ministerie van Defensie\nOnze referentie\nBS2023001\n\n"
    body = "Het kabinet besluit de missie te verlengen en zal de Kamer daarover nader berichten.\n"
    cleaned = clean(page + "\f".join(f"{page if n else ''}{n}: {body}" for n in range(4)))
    assert cleaned.running_heads == ("Ministerie van Defensie", "Onze referentie", "BS2023001") * 3
    assert cleaned.text.count("BS2023001") == 1
    assert cleaned.text.count("verlengen") == 4


def test_page_numbers_that_count_up_are_running_heads() -> None:
    body = "Het kabinet besluit de missie te verlengen.\n\n{}\n\n"
    cleaned = clean("".join(body.format(n) for n in (1, 2, 3)))
    assert cleaned.running_heads == ("1", "2", "3")


def test_a_heading_that_comes_back_is_no_running_head() -> None:
    text = "Antwoord\n\nHet kabinet deelt deze zorg en zal haar in Brussel opbrengen.\n\n"
    cleaned = clean("\f".join(f"Vraag {n}\n\nWat doet u aan punt {n}?\n\n{text}" for n in range(5)))
    assert cleaned.text.count("Antwoord") == 5
