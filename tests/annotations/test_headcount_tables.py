"""Numbers of people in tables: the head of the column decides, the place is the cell's."""

import tomllib
from pathlib import Path

import pytest

import kamergraaf.annotations
from kamergraaf.annotations.headcount_tables import find_table_headcounts

DATA = tomllib.loads(
    (Path(kamergraaf.annotations.__file__).parent / "headcount_tables.toml").read_text("utf-8")
)


def _table(head: str, cell: str) -> str:
    return f"Stand per 1 mei\n{head} | tot\nUNIFIL | {cell} | 2016"


@pytest.mark.parametrize("word", [*DATA["people"], *DATA["counts"]])
def test_each_word_in_a_head_makes_its_column_count_people(word: str) -> None:
    text = _table(f"Missie | {word.capitalize()}", "12")
    assert [count.value for count in find_table_headcounts(text)] == [12]


@pytest.mark.parametrize("key", ["example_people", "example_counts"])
def test_the_examples_count_people(key: str) -> None:
    (count,) = find_table_headcounts(_table(DATA[key], "7"))
    assert (count.value, count.qualifier) == (7, "exact")


@pytest.mark.parametrize(
    ("cell", "value", "qualifier", "quote"),
    [
        ("310 (420)", 310, "exact", "310"),
        ("ten hoogste 25", 25, "max", "ten hoogste 25"),
        ("ca. 40 man", 40, "approx", "ca. 40"),
        ("1.350", 1350, "exact", "1.350"),
    ],
)
def test_a_cell_tells_number_and_qualifier(
    cell: str, value: int, qualifier: str, quote: str
) -> None:
    text = _table("Missie | Militairen", cell)
    (count,) = find_table_headcounts(text)
    assert (count.value, count.qualifier, count.quote) == (value, qualifier, quote)
    assert text[count.start : count.end] == quote


@pytest.mark.parametrize("cell", ["geen", "12,5", "2016-2018", "A400M"])
def test_other_cells_count_nobody(cell: str) -> None:
    assert find_table_headcounts(_table("Missie | Militairen", cell)) == ()


def test_a_column_of_other_things_counts_nobody() -> None:
    assert find_table_headcounts(_table("Missie | Voertuigen", "12")) == ()
