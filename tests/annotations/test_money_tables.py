import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.annotations import money_tables
from kamergraaf.annotations.money_tables import find_table_amounts

DATA = tomllib.loads(Path(money_tables.__file__).with_name("money_tables.toml").read_text("utf-8"))

TABLE = "Goederen | A | B | Status\nHelmen | 6,2 | 9,8 | geleverd\nTanks | – | 45,0 | na 2024"


def found_in(text: str) -> list[tuple[str, int, str]]:
    return [(a.quote, int(a.value), a.currency) for a in find_table_amounts(text)]


def test_the_data_file_holds_what_the_tests_run_over() -> None:
    assert len(DATA["units"]) >= 60


@pytest.mark.parametrize("entry", DATA["units"], ids=lambda e: e["form"])
def test_units_of_the_data_file(entry: dict[str, Any]) -> None:
    found = found_in(f"{entry['example']}\nPost | Bedrag\nInzet | 2,5")
    assert found == [("2,5", int(2.5 * entry["scale"]), entry["code"])]


def test_a_caption_gives_the_unit_of_all_columns() -> None:
    found = found_in(f"De tabel geeft de uitgaven, in miljoenen euro’s.\n{TABLE}\nDaarna 3,0.")
    assert found == [
        ("6,2", 6_200_000, "EUR"),
        ("9,8", 9_800_000, "EUR"),
        ("45,0", 45_000_000, "EUR"),
    ]


def test_a_head_cell_gives_the_unit_of_its_column() -> None:
    text = (
        "Uitgaven\nPost | Aantal | x € 1.000 | Jaar\nInzet | 12 | 1.250 | 2024\nReis | 3 | 8 | 2025"
    )
    assert found_in(text) == [("1.250", 1_250_000, "EUR"), ("8", 8_000, "EUR")]


def test_columns_of_other_things_are_no_money() -> None:
    text = "In miljoenen euro’s\nPost | Stuks | 2024\nTanks | 45 | 12,5\nRente | 3 | 2024"
    assert found_in(text) == [("12,5", 12_500_000, "EUR")]


@pytest.mark.parametrize("word", DATA["remarks"])
def test_a_remark_may_follow_in_the_cell(word: str) -> None:
    text = f"Bedragen in miljoenen euro’s\nPost | Bedrag\nFonds | 7,5 {word} voor de inzet"
    assert found_in(text) == [("7,5", 7_500_000, "EUR")]


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        f"De tabel geeft de goederen.\n{TABLE}",
        "De uitgaven, in miljoenen euro’s.\nGoederen | 6,2",
        "De uitgaven zijn 3 | 4, in miljoenen euro’s.",
        "Dat kost € 1.000.\nMissie | Personen\nEUTM | 6",
        "Nederland geeft 3 miljoen euro.\nMissie | Personen\nEUTM | 6",
    ],
)
def test_without_a_unit_no_cell_is_money(text: str) -> None:
    assert find_table_amounts(text) == ()


@given(
    st.lists(st.sampled_from(["in mln euro", "a | 1,5 | 3", "x € 1.000 | ", "| 2 |", "1 |  | 4"]))
)
def test_quotes_stand_at_their_offsets(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert all(text[a.start : a.end] == a.quote for a in find_table_amounts(text))
