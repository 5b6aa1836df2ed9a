"""References to parliamentary papers: the gold letters, forty other spellings, and what is none."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.evaluate.facts import reference_sets
from kamergraaf.model import Paragraph
from kamergraaf.text.references import find_references

CORPUS = Path(__file__).parents[2] / "corpus"
GOLD = sorted((CORPUS / "gold").glob("*.json"))


def targets(text: str) -> str:
    """Return the targets found in a text, in order, a space between them."""
    return " ".join(one.target for one in find_references(text, ()))


def test_there_are_gold_letters() -> None:
    assert len(GOLD) >= 4


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_references_of_the_gold_letters(path: Path) -> None:
    letter = json.loads(path.read_text("utf-8"))["letter"]
    text = (CORPUS / "letters" / letter["file"]).read_text("utf-8")
    found = {"references": targets(re.sub(r"\s+", " ", text)).split()}
    expected, counted = reference_sets(letter, found)
    assert counted == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Zie de brief van 24 juni 2015 (Kamerstuk 27 925, nr. 539).", "27925-539"),
        ("Zoals gemeld (Kamerstuk 29 521, nrs. 403 en 368) is dit zo.", "29521-403 29521-368"),
        ("(Kamerstukken 29 521 en 33 694, nr. 363)", "29521-363"),
        ("(Kamerstukken 29 521, 33 694 en 27 925, nr. 12)", "29521-12"),
        ("(Kamerstuk 21 501-02, nr. 2480, d.d. 11 april 2022)", "21501-02-2480"),
        ("in de artikel-100 brief (Kamerstuk 29 521, nr. W)", "29521-W"),
        ("Kamerstuk 35 925 V, nr.84", "35925-V-84"),
        ("Kamerstuk 36 410-X, nr. 12", "36410-X-12"),
        ("Kamerstuk 36 410 XVII, nrs. 2 en 3", "36410-XVII-2 36410-XVII-3"),
        ("(kenmerk 29521–227 van 6 februari 2014)", "29521-227"),
        ("(kenmerk 29521-227)", "29521-227"),
        ("Kamerstukken II 2014/15, 27 925, nr. 526", "27925-526"),
        ("Kamerstukken I 1998/99, 26 200 X, A", "26200-X-A"),
        ("Kamerstukken I 2016/17, 29 521, nr. Z", "29521-Z"),
        ("Kamerstukken II, vergaderjaar 2004–2005, 29 521, nr. 9", "29521-9"),
        ("TK 2005–2006, 27 925, nr. 193", "27925-193"),
        ("Tweede Kamer, vergaderjaar 1995–1996, 22 181, nr. 147", "22181-147"),
        ("Kamerstuk 29521 nr. 337", "29521-337"),
        ("Kamerstuk 29 521 nr 337", "29521-337"),
        ("(29 521, nrs. 12, 14 en 15)", "29521-12 29521-14 29521-15"),
        ("Kamerstuk 29 521, nrs. 12 t/m 15", "29521-12 29521-13 29521-14 29521-15"),
        ("Kamerstuk 33 529, nrs. 1 t/m 300", "33529-1 33529-300"),
        ("Kamerstuk 29 237, nr. 178; Kamerstuk 21 501-20, nr. 1307", "29237-178 21501-20-1307"),
        ("zie Kamerbrief 29 237, nr. 178", "29237-178"),
        ("Kamerstuk, nr. 2022Z18320", "2022Z18320"),
        ("de vragen met kenmerk 2009Z05145 en 2009D14081", "2009Z05145 2009D14081"),
        ("Kamerstuk 22 181, nr. 95 en Kamerstuk 22 181, nr. 100", "22181-95 22181-100"),
        ("Kamerstuk 29 521, nr. 403 en 33 694, nr. 10", "29521-403 33694-10"),
        ("Kamerstuk 29 521, nr. 403 en nr. 368", "29521-403 29521-368"),
        ("de motie-Voordewind (Kamerstuk 27 925, nr. 613, herdruk)", "27925-613"),
        ("de motie-Van Ojik c.s. (33 694, nr. 10)", "33694-10"),
        ("Kamerstuk 32 813, nr. 193, 5 april 2018", "32813-193"),
        ("Kamerstuk 32 813, 193", "32813-193"),
        ("de brieven van 3 mei (29 521, nr. 411) en 5 juni", "29521-411"),
        ("Kamerstuk 32 813, nr. 193 en 5 april 2018", "32813-193"),
        ("Kamerstuk 25 295, nrs. 249, 277 en 318, p. 4", "25295-249 25295-277 25295-318"),
        ("Kamerstuk 34 972 (R2103), nr. 6", "34972-6"),
        ("KAMERSTUK 31 765, NR. 540", "31765-540"),
        ("kamerstukken 19637 en 30573, nr. 2829", "19637-2829"),
        ("Kamerstuk 21 501-30-411", "21501-30-411"),
        ("Kamerstuk 29521-403", "29521-403"),
        ("de brief van 7 oktober 2016 (dossier 29521-W)", "29521-W"),
        ("Kamerstukken 22.181, nr 95", "22181-95"),
        ("Beleidsnota, d.d. 30 juni 2023, Kamerstuk 32 735, nr. 370 8 Verslag", "32735-370"),
        ("Kamerstuk Kamerstuk 29 521, nr. 457", "29521-457"),
        ("Bijlage bij Kamerstuk 36 200 VI, nr. 112", "36200-VI-112"),
    ],
)  # fmt: skip
def test_spellings_of_references(sentence: str, expected: str) -> None:
    assert targets(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Verordening (EU) nr. 1052/2013 van het Europees Parlement",
        "Raadsdocument 12 345/14 en COM(2020) 605",
        "Besluit 2013/34/GBVB van de Raad",
        "VN-Veiligheidsraadresolutie 2100 (2013)",
        "Aanhangsel Handelingen, vergaderjaar 2015–2016, nr. 123",
        "Handelingen II 2014/15, nr. 26, item 7",
        "een bijdrage van 15 000 euro, nr. drie van de lijst",
        "dossier 29 521 wordt niet met een nummer genoemd",
        "in 10 000 gevallen, 15 procent van het totaal",
        "ons kenmerk BZDOC-1234567-89",
        "Postbus 20061, 2500 EB Den Haag",
        "Zie TK 29 521, EU trainingsmissies in de Sahel",
        "Stb. 2021, 135 en Stcrt. 2020, 12345",
        "bel 070 348 64 86",
    ],
)
def test_other_numbers_are_no_reference(sentence: str) -> None:
    assert targets(sentence) == ""


def test_two_numbers_in_one_phrase_share_the_quote() -> None:
    found = find_references("Eerder (Kamerstuk 29 521, nrs. 403 en 368) gemeld.", ())
    assert {one.quote for one in found} == {"Kamerstuk 29 521, nrs. 403 en 368"}


def test_the_head_says_what_the_letter_is_itself() -> None:
    lines = ["29 521, nr. 456", "Zie Kamerstuk 27 925, nr. 1.", "Tweede Kamer, 29 521, nr. 456 2"]
    kinds = ("head", "footnote", "running-head")
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    paragraphs = tuple(
        Paragraph(start, start + len(line), kind)  # type: ignore[arg-type]
        for start, line, kind in zip(starts, lines, kinds, strict=True)
    )
    assert [one.target for one in find_references(text, paragraphs)] == ["27925-1"]


DOSSIERS = st.tuples(st.integers(10000, 39999), st.sampled_from(["", "-02", "-20", " V", " XVII"]))


@given(DOSSIERS, st.lists(st.integers(1, 3000), min_size=1, max_size=4, unique=True))
def test_a_written_reference_reads_back(dossier: tuple[int, str], numbers: list[int]) -> None:
    digits, part = dossier
    printed = f"{str(digits)[:2]} {str(digits)[2:]}{part}"
    row = ", ".join(map(str, numbers[:-1]))
    listed = f"nrs. {row} en {numbers[-1]}" if row else f"nr. {numbers[0]}"
    text = f"Zie hierover (Kamerstuk {printed}, {listed})."
    found = find_references(text, ())
    own = f"{digits}{part.replace(' ', '-')}"
    assert [one.target for one in found] == [f"{own}-{number}" for number in numbers]
    assert all(text[one.start : one.end] == one.quote for one in found)
