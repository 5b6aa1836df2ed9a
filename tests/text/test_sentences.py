"""Sentences of Dutch letters: the examples of ``abbreviations.toml``, and cases by kind."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.model import Paragraph, ParagraphKind
from kamergraaf.text.abbreviations import table
from kamergraaf.text.clean import clean
from kamergraaf.text.sentences import split

ENTRIES = table()["abbreviation"]


def sentences(text: str, kind: ParagraphKind = "body") -> list[str]:
    found = split(text, [Paragraph(0, len(text), kind)])
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["form"])
def test_example_of_an_abbreviation(entry: dict[str, list[str]]) -> None:
    assert sentences(" ".join(entry["example"])) == entry["example"]
    assert str(entry["form"]) in " ".join(entry["example"]), "the example does not show it"


@pytest.mark.parametrize("example", table()["initials"])
def test_initials_end_no_sentence(example: list[str]) -> None:
    assert sentences(" ".join(example)) == example


def test_the_table_is_whole() -> None:
    forms = [entry["form"] for entry in ENTRIES]
    assert len(forms) >= 70
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize(
    "expected",
    [
        ["Zie Kamerstuk 29 521, nr. 403.", "Daarna niets meer."],
        ["De uitgaven zijn 1.500 euro, of 3,7 miljoen.", "19% daarvan is Nederlands."],
        ["De missie loopt tot 30 juni 2024.", "Het kabinet besluit later."],
        ["In 2019.", "In 2020 niet."],
        ["Er is gevraagd: «Wat doet het kabinet?»", "Het antwoord is kort."],
        ["Het kabinet sprak van een «vergissing».", "Dat was het ook."],
        ["Het rapport «Nooit meer. Een les uit Mali» is verschenen.", "De Kamer ontvangt het."],
        ["Het is gemeld (zie de brief van 3 mei. Die is openbaar).", "Er volgt meer."],
        ["Er is onderhandeld (in Genève.)", "Het duurde lang."],
        ["Het mandaat is duidelijk: de missie traint; zij vecht niet.", "Dat blijft zo."],
        ["Het duurde lang…", "Toen kwam er een akkoord."],
        ["Het akkoord… was er niet."],
        ["Wie betaalt dit?", "Nederland niet!", "De VN wel."],
        ["De brief staat op www.rijksoverheid.nl.", "Daar staan ook de bijlagen."],
        ["Schrijf naar info@minbuza.Nederland.nl voor het rapport."],
        ["Het kabinet zegt dit toe.", "’s Nachts wordt niet gevlogen."],
        ["De Minister ging naar ’s-Hertogenbosch.", "’s-Gravenhage was te ver."],
        ["1. Ontwikkelingen in Mali gaan snel.", "Het kabinet volgt ze."],
        ["(a) De missie wordt verlengd.", "(b) De bijdrage stopt."],
        ["De conferentie was van 26 januari jl..", "Daarnaast was er overleg."],
        ["Het gaat om H.M. Koningin Máxima en Z.K.H. Prins Carlos.", "Zij waren in Mali."],
        ["De inzet van MINUSMA, EUTM, EUCAP e.d. is verlengd.", "Dat is besloten."],
    ],
)
def test_sentences_of_a_paragraph(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_missing_space_does_not_hide_an_end() -> None:
    assert sentences("De missie is verlengd.Het kabinet meldt dit.") == [
        "De missie is verlengd.",
        "Het kabinet meldt dit.",
    ]


@pytest.mark.parametrize("kind", ["heading", "head", "signature"])
def test_these_lines_are_one_sentence(kind: ParagraphKind) -> None:
    text = "Nr. 3. Brief van de Minister. Aan de Kamer"
    assert sentences(text, kind) == [text]


def test_no_sentence_crosses_a_paragraph() -> None:
    source = (
        "Het kabinet besluit:\n- de missie te verlengen;\n- de bijdrage te verhogen.\n\nDat is al."
    )
    cleaned = clean(source)
    found = [cleaned.text[one.start : one.end] for one in split(cleaned.text, cleaned.paragraphs)]
    assert found == [
        "Het kabinet besluit:",
        "de missie te verlengen;",
        "de bijdrage te verhogen.",
        "Dat is al.",
    ]


@given(st.text(alphabet="aA1 .,;:?!…«»()\"'’\nnr jl.", max_size=200))
def test_every_letter_is_in_one_sentence(source: str) -> None:
    cleaned = clean(source)
    found = split(cleaned.text, cleaned.paragraphs)
    for one in found:
        paragraph = cleaned.paragraphs[one.paragraph]
        assert paragraph.start <= one.start < one.end <= paragraph.end
        assert cleaned.text[one.start : one.end].strip() == cleaned.text[one.start : one.end]
    assert all(one.end <= two.start for one, two in pairwise(found))
    covered = {at for one in found for at in range(one.start, one.end)}
    outside = "".join(char for at, char in enumerate(cleaned.text) if at not in covered)
    assert not outside.strip()
