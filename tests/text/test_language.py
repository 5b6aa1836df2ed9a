"""A Dutch letter is told from another, however short and however many foreign names it holds."""

from pathlib import Path

import pytest

from kamergraaf.text.clean import clean
from kamergraaf.text.language import other_language, table


@pytest.mark.parametrize("code", sorted(table()))
def test_example_of_a_language(code: str) -> None:
    row = table()[code]
    assert other_language(row["example"]) == (None if code == "nl" else row["name"])


@pytest.mark.parametrize(
    "text",
    [
        "Nederland levert acht militairen.",
        "De Kamer is geïnformeerd.",
        "United Nations Multidimensional Integrated Stabilization Mission in Mali (MINUSMA)",
        "Nederland steunt de Académie Internationale de Lutte contre le Terrorisme en het Office "
        + "of the United Nations High Commissioner for Human Rights met 2 miljoen euro.",
        "Zie «We Found Their Bodies Later That Day. Atrocities by Armed Islamists and Security "
        + "Forces in the Sahel» van Human Rights Watch, waarop het kabinet in deze brief ingaat.",
        "S.A. Blok",
    ],
)
def test_this_is_dutch(text: str) -> None:
    assert other_language(text) is None


def test_a_dutch_letter_with_an_english_annex_is_dutch(letters: Path) -> None:
    letter = clean((letters / "icoi-mali.txt").read_text(encoding="utf-8")).text
    annex = "\nThe Commission has found that all parties to the conflict committed violations." * 60
    assert other_language(letter + annex) is None


def test_an_english_letter_about_dutch_ministers_is_english() -> None:
    text = (
        "The Minister van Buitenlandse Zaken wrote to the Tweede Kamer der Staten-Generaal.\n"
        "He said that the government will keep its contribution to the mission under review."
    )
    assert other_language(text) == "English"


def test_all_letters_are_dutch(letters: Path) -> None:
    files = sorted(letters.glob("*.txt"))
    assert len(files) >= 5
    for file in files:
        assert other_language(clean(file.read_text(encoding="utf-8")).text) is None
