"""One JSON object a letter: every key, in its order, whatever is known."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kamergraaf import extract, pipeline
from kamergraaf.errors import BadLetter
from kamergraaf.iris import thing
from kamergraaf.model import (
    Commitment,
    DateTerm,
    Entity,
    Letter,
    LetterFacts,
    Link,
    Meeting,
    Moment,
    MoneyTerm,
    PersonnelTerm,
    Reference,
    Signatory,
    Statements,
)

TEXT = "Het kabinet stelt maximaal 2,5 miljoen euro per jaar beschikbaar."
NIGER = Link(thing("country", "ner"), "Niger")
MISSION = Link(thing("mission", "eucap-sahel-niger"), "EUCAP Sahel Niger")
UNKNOWN = Link(thing("mission", "missie-x"), "Missie X", known=False)
NOTHING = LetterFacts()
DAY = Moment(date(2022, 11, 25), date(2022, 11, 25), "2022-11-25")
SPAN = Moment(date(2021, 3, 10), date(2021, 4, 30), "2021-03-10/2021-04-30")


def letter(facts: LetterFacts = NOTHING) -> Letter:
    return Letter(
        id=thing("letter", "kst-29521-456"),
        file="brief.txt",
        file_sha256="0" * 64,
        text=TEXT,
        text_sha256="1" * 64,
        pieces=(),
        paragraphs=(),
        sentences=(),
        facts=facts,
    )


def full() -> Statements:
    """Return statements in which every key has a value."""
    facts = LetterFacts(
        dossiers=("29521",),
        number="AZ",
        title="Nederlandse deelname aan vredesmissies",
        date=DAY,
        date_source="stated",
        chamber="EK",
        chamber_source="stated",
        signatories=(
            Signatory(
                "Minister van Defensie", "minister-defensie", "K.H. Ollongren", "stated", "p", "t"
            ),
        ),
        on_behalf_of=(Signatory("Minister van Financiën"),),
        references=(
            Reference("29521-446", 0, 3, "Het"),
            Reference("29521-W", 4, 11, "kabinet"),
            Reference("29521-446", 0, 3, "Het"),
        ),
    )
    commitment = Commitment(
        id="c",
        quote=TEXT,
        start=0,
        end=len(TEXT),
        sentence=0,
        actor="kabinet",
        kind="financial",
        change="new",
        status="active",
        modality="decided",
        rule="give-money",
        confidence=Decimal("0.85"),
        missions=(MISSION,),
        countries=(NIGER,),
        regions=(Link(thing("region", "sahel"), "Sahel"),),
        beneficiaries=(Link(thing("organisation", "icoi"), "ICOI"),),
        partners=(Link(thing("country", "deu"), "Duitsland"),),
        amounts=(
            MoneyTerm(Decimal(2500000), "EUR", "dutch-share", "year"),
            MoneyTerm(Decimal("0.5"), "USD", "unknown"),
        ),
        personnel=(PersonnelTerm(16, "max", "stafofficieren", ("d",)),),
        dates=(DateTerm("start", SPAN, "dit voorjaar"),),
        conditions=("mits veilig",),
    )
    meeting = Meeting(
        id="m",
        quote="Het kabinet",
        start=0,
        end=11,
        sentence=0,
        who=(Link(thing("post", "minister-bz"), "Minister van Buitenlandse Zaken"),),
        with_=(NIGER,),
        when=DAY,
        when_text="op 25 november",
        where="New York",
        form="meeting",
        act="urge",
        rule="met",
        confidence=Decimal("0.90"),
    )
    person = thing("person", "kees-matthijssen")
    return Statements(
        letter=letter(facts),
        missions=(MISSION, UNKNOWN),
        mission_forms={MISSION.id: ("EUCAP Niger", "de missie")},
        countries=(NIGER,),
        regions=(Link(thing("region", "sahel"), "Sahel"),),
        organisations=(Link(thing("organisation", "icoi"), "ICOI", kind="commission"),),
        persons=(
            Entity(0, 3, "Matthijssen", "person", (Link(person, "Kees Matthijssen"),), role="FC"),
            Entity(0, 3, "Traoré", "person", ()),
        ),
        commitments=(commitment,),
        meetings=(meeting,),
    )


def test_everything_that_is_known() -> None:
    told = extract.as_json(full())
    letter_told = told.pop("letter")
    assert letter_told == {
        "id": thing("letter", "kst-29521-456"),
        "file": "brief.txt",
        "file_sha256": "0" * 64,
        "text_sha256": "1" * 64,
        "text": TEXT,
        "dossiers": ["29521"],
        "number": "AZ",
        "title": "Nederlandse deelname aan vredesmissies",
        "date": "2022-11-25",
        "date_earliest": "2022-11-25",
        "date_latest": "2022-11-25",
        "date_source": "stated",
        "chamber": "EK",
        "chamber_source": "stated",
        "signatories": [
            {
                "office": "Minister van Defensie",
                "name": "K.H. Ollongren",
                "name_source": "stated",
                "id": thing("tenure", "t"),
            }
        ],
        "on_behalf_of": [{"office": "Minister van Financiën"}],
        "references": ["29521-446", "29521-W"],
        "ocr": False,
    }
    assert told == {
        "missions": [
            {
                "id": MISSION.id,
                "name": "EUCAP Sahel Niger",
                "surface_forms": ["EUCAP Niger", "de missie"],
                "known": True,
            },
            {"id": UNKNOWN.id, "name": "Missie X", "surface_forms": [], "known": False},
        ],
        "countries": [{"id": NIGER.id, "name": "Niger", "iso3": "NER"}],
        "regions": [{"id": thing("region", "sahel"), "name": "Sahel"}],
        "organisations": [
            {"id": thing("organisation", "icoi"), "name": "ICOI", "kind": "commission"}
        ],
        "persons": [
            {"id": thing("person", "kees-matthijssen"), "name": "Matthijssen", "role": "FC"},
            {"id": None, "name": "Traoré", "role": None},
        ],
        "commitments": [
            {
                "id": "c",
                "quote": TEXT,
                "start": 0,
                "end": len(TEXT),
                "sentence": 0,
                "actor": "kabinet",
                "kind": "financial",
                "change": "new",
                "status": "active",
                "modality": "decided",
                "vague": False,
                "missions": ["EUCAP Sahel Niger"],
                "countries": ["Niger"],
                "regions": ["Sahel"],
                "beneficiaries": ["ICOI"],
                "partners": ["Duitsland"],
                "amounts": [
                    {"value": 2500000, "currency": "EUR", "scope": "dutch-share", "per": "year"},
                    {"value": 0.5, "currency": "USD", "scope": "unknown", "per": None},
                ],
                "personnel": [
                    {
                        "value": 16,
                        "qualifier": "max",
                        "role": "stafofficieren",
                        "shared_with": ["d"],
                    }
                ],
                "dates": [
                    {"role": "start", "value": "2021-03-10/2021-04-30", "text": "dit voorjaar"}
                ],
                "conditions": ["mits veilig"],
                "inferred": [],
                "rule": "give-money",
                "confidence": 0.85,
                "ocr": False,
            }
        ],
        "meetings": [
            {
                "quote": "Het kabinet",
                "start": 0,
                "end": 11,
                "who": ["Minister van Buitenlandse Zaken"],
                "with": ["Niger"],
                "date": "2022-11-25",
                "where": "New York",
                "form": "meeting",
                "ocr": False,
            }
        ],
    }


KEYS = "letter missions countries regions organisations persons commitments meetings"
LETTER_KEYS = (
    "id file file_sha256 text_sha256 text dossiers number title date date_earliest date_latest "
    "date_source chamber chamber_source signatories on_behalf_of references ocr"
)
COMMITMENT_KEYS = (
    "id quote start end sentence actor kind change status modality vague missions countries "
    "regions beneficiaries partners amounts personnel dates conditions inferred rule confidence ocr"
)


@pytest.mark.parametrize("statements", [Statements(letter()), full()], ids=["empty", "full"])
def test_keys_are_always_there_in_their_order(statements: Statements) -> None:
    told = extract.as_json(statements)
    assert " ".join(told) == KEYS
    assert " ".join(told["letter"]) == LETTER_KEYS
    assert all(" ".join(each) == COMMITMENT_KEYS for each in told["commitments"])


def test_what_is_not_known_is_null_or_empty() -> None:
    told = extract.as_json(Statements(letter()))
    stated = told.pop("letter")
    unknown = [key for key, value in stated.items() if value in (None, [])]
    assert unknown == LETTER_KEYS.split()[5:-1]
    assert all(value == [] for value in told.values())


@pytest.mark.parametrize(
    ("signatory", "iri"),
    [
        (Signatory("Minister van X", "x", "A. B", "stated", "p", "t"), thing("tenure", "t")),
        (Signatory("Minister van X", "x", "A. B", "stated", "p"), thing("person", "p")),
        (
            Signatory("Minister van X", "x", "A. B", "stated", thing("person", "p")),
            thing("person", "p"),
        ),
        (Signatory("Minister van X", "x", "A. B", "stated"), thing("person", "a-b")),
        (Signatory("Minister van X", "x"), thing("post", "x")),
        (Signatory("Minister van X"), thing("post", "minister-van-x")),
    ],
)
def test_a_signatory_is_named_by_what_is_known_most_exactly(signatory: Signatory, iri: str) -> None:
    told = extract.as_json(Statements(letter(LetterFacts(signatories=(signatory,)))))
    assert told["letter"]["signatories"][0]["id"] == iri


def test_lines_are_json_with_letters_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(*_: Any) -> Any:
        return iter([BadLetter("leeg.txt", "empty"), full()])

    monkeypatch.setattr(pipeline, "statements", found)
    skipped: list[BadLetter] = []
    lines = list(extract.lines([Path("map")], skipped.append))
    assert [json.loads(line) for line in lines] == [extract.as_json(full())]
    assert "Financiën" in lines[0] and "\n" not in lines[0]
    assert [bad.file for bad in skipped] == ["leeg.txt"]
