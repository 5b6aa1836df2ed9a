"""The date of undated letters: invented ones of many years, and the real ones with their date hidden."""

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.model import Letter, Signatory
from kamergraaf.text import letters
from kamergraaf.text.infer import LONGEST, infer_date

CORPUS = Path(__file__).parents[2] / "corpus"
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"


@cache
def real(name: str) -> Letter:
    """Return one of the real letters."""
    (found,) = letters([CORPUS / "letters" / f"{name}.txt"])
    assert isinstance(found, Letter)
    return found


@pytest.mark.parametrize(
    ("name", "edtf"), [("icoi-mali", "2021-03"), ("inzet-sahel", "2023-11/2023-12")]
)
def test_the_two_real_letters_without_a_date(name: str, edtf: str) -> None:
    facts = real(name).facts
    assert facts.date is not None
    assert (facts.date.edtf, facts.date_source) == (edtf, "inferred")
    assert facts.date.latest - facts.date.earliest <= LONGEST


def test_the_inferred_date_holds_the_month_of_the_gold_letter() -> None:
    gold = json.loads((CORPUS / "gold/icoi-mali.json").read_text("utf-8"))["letter"]
    found = real("icoi-mali").facts.date
    assert found is not None
    assert f"{found.earliest:%Y-%m}" <= gold["date_inferred"] <= f"{found.latest:%Y-%m}"


@pytest.mark.parametrize("name", ["amnesty-sahel", "veiligheidsinzet-sahel", "minusma-voortgang"])
def test_a_real_letter_whose_date_is_hidden(name: str) -> None:
    letter = real(name)
    body = [one for one in letter.paragraphs if one.kind != "head"]
    assert len(body) < len(letter.paragraphs)
    text = "\n".join(letter.text[one.start : one.end] for one in body)
    found = infer_date(text)
    stated = letter.facts.date
    assert found is not None and stated is not None
    assert found.earliest <= stated.earliest <= found.latest
    assert found.latest - found.earliest <= LONGEST


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Zoals gemeld in mijn brief d.d. 3 mei 2011 (Kamerstuk 27 925, nr. 430) is de missie op 17 mei jl. begonnen. De evaluatie volgt naar verwachting in juli.", "2011-06-01"),
        ("De ministerraad heeft op 18 november 2015 besloten de bijdrage te verlengen tot en met 31 december 2016. Op 13 november jl. vonden aanslagen plaats. De Kamer wordt in januari 2016 nader geïnformeerd en zal in 2016 een brief ontvangen.", "2015-11-25"),
        ("Op 21 december jl. is het rapport aangeboden. De onderzoekers zijn op 4 maart 2004 begonnen. Ik verwacht de wet in februari naar de Raad van State te zenden.", "2005-01-10"),
        ("Het kabinet heeft in september 2019 het Klimaatakkoord vastgesteld. De Europese Raad van 12 en 13 december jl. sprak hierover. In het eerste kwartaal van 2020 zal ik u informeren.", "2019-12-20"),
        ("In oktober jl. is de stichting gestart; zij is op 1 juni 2018 opgericht. Het debat is op 5 december a.s. gepland.", "2018-11-15"),
    ],
)  # fmt: skip
def test_invented_letters(text: str, inside: str) -> None:
    found = infer_date(text)
    assert found is not None
    assert found.earliest <= date.fromisoformat(inside) <= found.latest
    assert found.latest - found.earliest <= LONGEST


def test_who_signs_narrows_the_days() -> None:
    text = "De coup van 26 juli jl. is in onze brief d.d. 1 augustus 2023 gemeld."
    signed = (Signatory("Minister van Buitenlandse Zaken", "minister-bz", "H.G.J. Bruins Slot"),)
    alone, with_her = infer_date(text), infer_date(text, signed)
    assert alone is not None and with_her is not None
    assert alone.earliest == date(2023, 8, 1)
    assert with_her.earliest == date(2023, 9, 5)


def test_the_parliamentary_year_narrows_the_days() -> None:
    text = (
        "Op 3 juli jl. zegde ik u dit toe, na de brief van 1 juni 2018 (Kamerstuk 29 521, nr. 9)."
    )
    found = infer_date(text, session=2018)
    assert found is not None and found.earliest >= date(2018, 9, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Nederland blijft zich inzetten voor vrede en veiligheid.",
        "Het mandaat loopt tot en met 30 juni 2024.",
        "Op 10 maart jl. sprak de minister met zijn collega.",
        "De inzet in de periode 2012–2018 wordt in 2025 geëvalueerd.",
    ],
)
def test_too_little_to_tell(text: str) -> None:
    assert infer_date(text) is None


def test_one_day_is_one_day() -> None:
    text = "Gemeld d.d. 3 mei 2020. Uiterlijk 3 mei 2020 zal de Kamer dit ontvangen, dus op 3 mei 2020."
    found = infer_date(text)
    assert found is not None and found.edtf == "2020-05-03"


@given(
    st.dates(date(1996, 1, 1), date(2026, 1, 1)),
    st.integers(0, 20),
    st.integers(0, 40),
    st.integers(1, 50),
)
def test_the_day_of_a_plain_letter_is_inside(day: date, cited: int, jl: int, to_come: int) -> None:
    def written(one: date) -> str:
        return f"{one.day} {MONTHS.split()[one.month - 1]}"

    paper, past, ahead = (day + timedelta(days=n) for n in (-cited, -jl, to_come))
    text = (
        f"In mijn brief d.d. {written(paper)} {paper.year} kondigde ik dit aan. "
        f"Op {written(past)} jl. sprak ik met mijn collega. Het overleg is op {written(ahead)} a.s."
    )
    if (past.month, past.day) != (2, 29) != (ahead.month, ahead.day):
        found = infer_date(text)
        assert found is not None
        assert found.earliest <= day <= found.latest
