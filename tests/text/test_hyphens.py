"""Words broken at a line end are joined, true hyphens stay: the examples of ``hyphens.toml``."""

import pytest

from kamergraaf.text.clean import clean
from kamergraaf.text.hyphens import Words, table

EXAMPLES: list[list[str]] = table()["example"]


@pytest.mark.parametrize(("broken", "whole"), EXAMPLES)
def test_example_of_the_table(broken: str, whole: str) -> None:
    lines = broken.split("⏎")
    words = Words(lines)
    joined = lines[0]
    for line in lines[1:]:
        seam = words.seam(joined, line)
        line = seam.replace + line[1:] if seam.replace else line
        joined = joined[: len(joined) - seam.drop] + seam.between + line
    assert joined == whole


def test_the_table_has_its_examples() -> None:
    assert len(EXAMPLES) >= 35


def test_each_list_of_the_table_has_an_example() -> None:
    broken = " ".join(example[0].lower() for example in EXAMPLES)
    for name in ("suspended", "prefixes", "trema", "acronyms"):
        assert any(f"{word.lower()}" in broken for word in table()[name]), name


@pytest.mark.parametrize("hyphen", ["\u00ad", "\u00ac", "&shy;"])
def test_a_soft_hyphen_at_a_line_end_joins_whatever_follows(hyphen: str) -> None:
    assert clean(f"een voor{hyphen}\nwaardelijke inzet").text == "een voorwaardelijke inzet"


def test_a_soft_hyphen_inside_a_line_is_not_seen() -> None:
    assert clean("een voor\u00adwaardelijke in&shy;zet").text == "een voorwaardelijke inzet"


def test_a_word_goes_on_after_a_page_break() -> None:
    source = "Mali heeft met Rusland een samenwerkingsover-\n\neenkomst gesloten."
    assert "samenwerkingsovereenkomst" in clean(source).text


def test_the_letter_itself_tells_how_a_word_is_written() -> None:
    joined = clean("De Sahellanden werken samen. Het kabinet steunt de Sahel-\nlanden.")
    apart = clean("De Sahel-landen werken samen. Het kabinet steunt de Sahel-\nlanden.")
    assert joined.text.endswith("de Sahellanden.")
    assert apart.text.endswith("de Sahel-landen.")
