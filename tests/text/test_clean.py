"""Clean running text: what it always is, whatever is put in, and how it looks for small cases."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kamergraaf.text.characters import SIGNS
from kamergraaf.text.clean import Cleaned, clean, source_span
from tests.bench import HOSTILE

# Letters with what layouts are made of, so that generated texts hit the rules.
SCRAPS = st.lists(
    st.sampled_from(
        [
            "Het kabinet besluit", " de missie te verlengen", ".", ".1", "20194", " ", "  ", "\n",
            "\n\n", "\f", "1 ", "1. ", "- ", "− ", "* ", "**", "_", "# ", "| ", "<sup>2</sup>",
            "<td>", "&nbsp;", "&#233;", "e\u0301", "\u00ad", "-\n", "ﬁ", "\u200b", "\t", "    ",
            "De Minister van Defensie,", "K.H. Ollongren", "Pagina 2 van 3", "29 521", "Geachte", "[",
            "](", ")", "http://a.b", "(", "«", "»", "\u0338", "\ufdd0", "\r\n", "Den Haag, 1 mei 2020",
        ]
    ),
    max_size=60,
).map("".join)  # fmt: skip


def check(source: str) -> Cleaned:
    cleaned = clean(source)
    text = cleaned.text
    assert unicodedata.is_normalized("NFC", text)
    assert "  " not in text
    assert not set(text) & set(SIGNS + "\t\r\f\u00a0\u00ad\ufdd2")
    lines = text.split("\n") if text else []
    assert [text[one.start : one.end] for one in cleaned.paragraphs] == lines
    assert all(line == line.strip() and line for line in lines)
    starts = [piece.start for piece in cleaned.pieces]
    assert starts == sorted(set(starts))
    assert starts[:1] == ([0] if text else [])
    for at, char in enumerate(text):
        start, end = source_span(cleaned.pieces, at, at + 1)
        assert 0 <= start <= end <= len(source)
        check_char(char, source[start:end])
    return cleaned


def letters_of(text: str) -> str:
    """Return the letters of a text: marks, numbers of notes and signs of layout left out."""
    return "".join(char for char in text if char.isalpha())


def check_char(char: str, found: str) -> None:
    """A letter or number of the text stands in the source where the map says."""
    if char.isascii() and char.isalnum() and len(found) == 1:
        assert found == char or unicodedata.normalize("NFKC", found).find(char) >= 0
    elif char.isalnum():
        assert found, char


@given(st.text())
def test_any_text(source: str) -> None:
    check(source)


@settings(max_examples=300)
@example("<sup>2</sup>\nHet kabinet besluit")
@given(SCRAPS)
def test_any_layout(source: str) -> None:
    check(source)


@pytest.mark.parametrize("scrap", HOSTILE)
def test_hostile_text_keeps_its_letters(scrap: str) -> None:
    """What tempts an expression to try everything; how long it takes is for ``make bench``."""
    source = scrap * (2_000 // len(scrap))
    composed = unicodedata.normalize("NFC", source)
    assert letters_of(check(source).text) == letters_of(composed)


def test_the_map_of_a_letter_gives_its_words(letters: Path) -> None:
    files = sorted(letters.glob("*.txt"))
    assert len(files) >= 5
    for file in files:
        source = file.read_text(encoding="utf-8")
        cleaned = check(source)
        for word in ("Nederland", "kabinet", "Malinese", "Yeşilgöz", "veiligheid"):
            at = cleaned.text.find(word)
            if at >= 0:
                start, end = source_span(cleaned.pieces, at, at + len(word))
                found = unicodedata.normalize("NFC", source[start:end])
                assert found.replace("-\n", "").replace("-\n\n", "") == word


def test_clean_text_is_clean(letters: Path) -> None:
    for file in sorted(letters.glob("*.txt")):
        once = clean(file.read_text(encoding="utf-8")).text
        assert clean(once).text == once, file.name


def test_windows_line_ends_change_nothing(letters: Path) -> None:
    source = (letters / "amnesty-sahel.txt").read_text(encoding="utf-8")
    assert clean(source.replace("\n", "\r\n")).text == clean(source).text


def test_decomposed_letters_change_nothing(letters: Path) -> None:
    source = (letters / "veiligheidsinzet-sahel.txt").read_text(encoding="utf-8")
    assert clean(unicodedata.normalize("NFD", source)).text == clean(source).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("\n\n \n", ""),
        ("ﬁnanciële eﬀecten", "financiële effecten"),
        ("de\u00a0EU\u2009en\u202fde\tVN", "de EU en de VN"),
        ("on\u200bder\u2060zoek\ufeff", "onderzoek"),
        ("financie\u0308le", "financiële"),
        ("Ĳsland en ĳs", "IJsland en ijs"),
        ("NH‑90 en NH‐90", "NH-90 en NH-90"),
        ("Q&amp;A, 3 &lt; 5, caf&eacute; &#8364;&nbsp;5", "Q&A, 3 < 5, café € 5"),
        ("**vet**, *schuin*, ***beide***, _ook_, __ook__, `code`", "vet, schuin, beide, ook, ook, code"),
        ("MINUSMA*, snake_case_naam, 3 * 4 * 5", "MINUSMA*, snake_case_naam, 3 * 4 * 5"),
        ("zie [de brief](https://x.nl/a_b) van <https://x.nl>.", "zie de brief van https://x.nl."),
        ("een ![kaart](kaart.png) en een \\*ster\\*", "een en een *ster*"),
        ("<p>Een <b>vet</b> en <a href='x'>link</a>.</p><p>Twee.</p>", "Een vet en link.\nTwee."),
        ("de 46<sup>e</sup> sessie", "de 46e sessie"),
        ("'''Mali''' en [[Niger (land)|Niger]] en [[Tsjaad]]", "Mali en Niger en Tsjaad"),
        ("<!-- weg -->Het blijft.", "Het blijft."),
        ("a < b en b > c", "a < b en b > c"),
        ("<naam> en <N>", "<naam> en <N>"),
        ("«aanhalingen» ‘enkel’ “dubbel” 'recht'", "«aanhalingen» ‘enkel’ “dubbel” 'recht'"),
    ],
)  # fmt: skip
def test_characters_and_markup(source: str, text: str) -> None:
    assert clean(source).text == text
