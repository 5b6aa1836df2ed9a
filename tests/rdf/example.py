"""Statements made by hand: three letters that together hold every class of thing in the graph."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from kamergraaf.iris import part, thing
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
    Paragraph,
    PersonnelTerm,
    Reference,
    Sentence,
    Signatory,
    Statements,
)
from kamergraaf.source import Place

MINUSMA = Link(thing("mission", "minusma"), "MINUSMA")
EUCAP_MALI = Link(thing("mission", "eucap-sahel-mali"), "EUCAP Sahel Mali")
EUCAP_NIGER = Link(thing("mission", "eucap-sahel-niger"), "EUCAP Sahel Niger")
BLAUWVOET = Link(thing("mission", "blauwvoet"), "Blauwvoet", known=False)
MALI = Link(thing("country", "mli"), "Mali")
NIGER = Link(thing("country", "ner"), "Niger")
BELGIUM = Link(thing("country", "bel"), "België")
SAHEL = Link(thing("region", "sahel"), "Sahel")
ICOI = Link(thing("organisation", "icoi"), "ICOI", kind="body")
VREDESHUIS = Link(
    thing("organisation", "stichting-vredeshuis"), "Stichting Vredeshuis", False, "ngo"
)
HOEKSTRA = "wopke-hoekstra_minister-bz_2022-01-10"
OLLONGREN = "kajsa-ollongren_minister-defensie_2022-01-10"

KST = thing("letter", "kst-29521-456")
UNDATED = thing("letter", "2023-bz-49c1924f")
OLD = thing("letter", "1951-03-10-def-0a1b2c3d")

KST_TEXT = """\
Nederlandse inzet in de Sahel
Op 11 april informeerde het kabinet u (Kamerstuk 29 237, nr. 178) over Mali en Niger.
Het kabinet besluit het mandaat van maximaal 16 personen voor MINUSMA te verlengen tot en met \
30 juni 2024, mits de veiligheid het toelaat. Het kabinet verlengt de bijdrage van ten hoogste 15 \
personen aan EUCAP Sahel Mali en EUCAP Sahel Niger.
De Benelux-landen gaven ICOI 4,1 miljoen dollar, waarvan 2,3 miljoen dollar Nederlandse steun betreft. \
De Stichting Vredeshuis krijgt jaarlijks circa € 500.000.
De Minister van Defensie informeert uw Kamer voor het zomerreces van 2023 over de \U0001f6e1️ inzet. \
Nederland wil een betrouwbare partner zijn in de Sahel."""
UNDATED_TEXT = """\
De training door EUCAP Sahel Niger is opgeschort (Kamerstuk 29 521, nr. 456).
Op 12 juni sprak de Minister van Buitenlandse Zaken in Bamako met Zeini Moulaye over verkiezingen.
De staatssecretaris van Zeezaken stuurt zes waarnemers naar missie Blauwvoet."""
OLD_TEXT = "De regering stelt vier helikopters ter beschikking, aldus generaal Janvier."


def letter(iri: str, text: str, facts: LetterFacts) -> Letter:
    """Return a letter with one paragraph a line and sentences that end at ``. ``."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", text):
        for found in re.finditer(r".+?(?:(?<!nr)\.(?= |$)|$)", line[0]):
            start = line.start() + found.start() + len(found[0]) - len(found[0].lstrip())
            sentences.append(Sentence(start, line.start() + found.end(), len(paragraphs)))
        paragraphs.append(Paragraph(line.start(), line.end(), "body"))
    digest = sha256(text.encode()).hexdigest()
    file_digest = sha256(b"file" + text.encode()).hexdigest()
    name = iri.rsplit("/", 1)[1] + ".txt"
    return Letter(
        iri, name, file_digest, text, digest, (), tuple(paragraphs), tuple(sentences), facts
    )


def span(text: str, quote: str) -> tuple[int, int]:
    """Return where the quote stands in the text for the first time."""
    start = text.index(quote)
    return start, start + len(quote)


def _moment(first: str, last: str | None = None, edtf: str | None = None) -> Moment:
    return Moment(date.fromisoformat(first), date.fromisoformat(last or first), edtf or first)


def _named(text: str, quote: str, link: Link, kind: str, form: str = "name") -> Entity:
    return Entity(*span(text, quote), quote, kind, (link,), form)  # type: ignore[arg-type]


def _commitment(of: Letter, quote: str, **terms: object) -> Commitment:
    start, end = span(of.text, quote)
    number = next(i for i, s in enumerate(of.sentences) if s.start <= start < s.end)
    key = str(terms.pop("key", quote))
    given: dict[str, object] = {
        "actor": "kabinet", "change": "new", "status": "active", "modality": "decided",
        "rule": "besluit.te-infinitief", "confidence": Decimal("0.90"), **terms,
    }  # fmt: skip
    return Commitment(
        part(of.id, str(terms["kind"]), key),
        quote,
        start,
        end,
        number,
        **given,  # type: ignore[arg-type]
    )


def kst() -> Statements:
    """Return a numbered, dated letter to the Tweede Kamer with commitments of many kinds."""
    quote = "Kamerstuk 29 237, nr. 178"
    facts = LetterFacts(
        dossiers=("29521",),
        number="456",
        title="Nederlandse inzet in de Sahel",
        date=_moment("2022-11-25"),
        date_source="stated",
        chamber="TK",
        chamber_source="stated",
        signatories=(
            Signatory(
                "Minister van Buitenlandse Zaken", "minister-bz", "W.B. Hoekstra", "stated",
                "wopke-hoekstra", HOEKSTRA,
            ),
            Signatory(
                "Minister van Defensie", "minister-defensie", "K.H. Ollongren", "stated",
                "kajsa-ollongren", OLLONGREN,
            ),
        ),
        on_behalf_of=(Signatory("Minister van Justitie en Veiligheid", "minister-jenv"),),
        references=(Reference("29237-178", *span(KST_TEXT, quote), quote),),
    )  # fmt: skip
    of = letter(KST, KST_TEXT, facts)
    return Statements(
        letter=of,
        missions=(MINUSMA, EUCAP_MALI, EUCAP_NIGER),
        mission_forms={MINUSMA.id: ("MINUSMA",)},
        countries=(MALI, NIGER),
        regions=(SAHEL,),
        organisations=(ICOI, VREDESHUIS),
        entities=(
            _named(KST_TEXT, "Sahel", SAHEL, "region"),
            _named(KST_TEXT, "Mali", MALI, "country", "noun"),
            _named(KST_TEXT, "Niger", NIGER, "country", "noun"),
            _named(KST_TEXT, "MINUSMA", MINUSMA, "mission"),
            _named(KST_TEXT, "EUCAP Sahel Mali", EUCAP_MALI, "mission"),
            _named(KST_TEXT, "EUCAP Sahel Niger", EUCAP_NIGER, "mission"),
            _named(KST_TEXT, "ICOI", ICOI, "organisation"),
            _named(KST_TEXT, "Stichting Vredeshuis", VREDESHUIS, "organisation"),
        ),
        commitments=_kst_commitments(of),
    )


def _kst_commitments(of: Letter) -> tuple[Commitment, ...]:
    minusma = (
        "Het kabinet besluit het mandaat van maximaal 16 personen voor MINUSMA te verlengen "
        "tot en met 30 juni 2024, mits de veiligheid het toelaat."
    )
    eucap = (
        "Het kabinet verlengt de bijdrage van ten hoogste 15 personen aan EUCAP Sahel Mali en "
        "EUCAP Sahel Niger."
    )
    mali_id, niger_id = part(of.id, "personnel", "mali"), part(of.id, "personnel", "niger")
    benelux = (
        "De Benelux-landen gaven ICOI 4,1 miljoen dollar, waarvan 2,3 miljoen dollar "
        "Nederlandse steun betreft."
    )
    end = DateTerm("end", _moment("2024-06-30"), "tot en met 30 juni 2024")
    reces = DateTerm(
        "event", _moment("2023-06-01", "2023-07-07", "2023"), "voor het zomerreces van 2023"
    )
    return (
        _commitment(
            of, minusma, kind="personnel", change="extended", missions=(MINUSMA,), countries=(MALI,),
            personnel=(PersonnelTerm(16, "max"),), dates=(end,),
            conditions=("mits de veiligheid het toelaat",),
        ),
        _commitment(
            of, eucap, kind="personnel", key="mali", change="extended", missions=(EUCAP_MALI,),
            countries=(MALI,), personnel=(PersonnelTerm(15, "max", None, (niger_id,)),),
        ),
        _commitment(
            of, eucap, kind="personnel", key="niger", change="extended", missions=(EUCAP_NIGER,),
            countries=(NIGER,), personnel=(PersonnelTerm(15, "max", None, (mali_id,)),),
        ),
        _commitment(
            of, benelux, kind="financial", actor="Nederland", status="fulfilled",
            modality="reported", beneficiaries=(ICOI,), partners=(BELGIUM,), countries=(MALI,),
            amounts=(
                MoneyTerm(Decimal("2300000.00"), "USD", "dutch-share"),
                MoneyTerm(Decimal(4100000), "USD", "joint-total"),
            ),
        ),
        _commitment(
            of, "De Stichting Vredeshuis krijgt jaarlijks circa € 500.000.", kind="financial",
            beneficiaries=(VREDESHUIS,),
            amounts=(MoneyTerm(Decimal(500000), "EUR", "dutch-share", "year", "approx"),),
        ),
        _commitment(
            of,
            "De Minister van Defensie informeert uw Kamer voor het zomerreces van 2023 over de "
            "\U0001f6e1️ inzet.",
            kind="inform-parliament", actor="Minister van Defensie", status="announced",
            modality="promised", actors=(Link(thing("tenure", OLLONGREN), "K.H. Ollongren"),),
            dates=(reces,), confidence=Decimal("1.00"),
        ),
        _commitment(
            of, "Nederland wil een betrouwbare partner zijn in de Sahel.", kind="policy",
            actor="Nederland", modality="intended", vague=True, regions=(SAHEL,),
            confidence=Decimal("0.55"),
        ),
    )  # fmt: skip


def undated() -> Statements:
    """Return a letter without date and names: both inferred; it suspends, refers and meets."""
    quote = "Kamerstuk 29 521, nr. 456"
    facts = LetterFacts(
        dossiers=("29521",),
        date=_moment("2023-11-01", "2023-12-04", "2023-11/2023-12"),
        date_source="inferred",
        chamber="TK",
        chamber_source="inferred",
        signatories=(
            Signatory(
                "Minister van Buitenlandse Zaken", "minister-bz", "H.G.J. Bruins Slot", "inferred",
                "hanke-bruins-slot", "hanke-bruins-slot_minister-bz_2023-09-05",
            ),
            Signatory("Staatssecretaris van Zeezaken"),
        ),
        references=(Reference("29521-456", *span(UNDATED_TEXT, quote), quote),) * 2,
    )  # fmt: skip
    of = letter(UNDATED, UNDATED_TEXT, facts)
    moulaye = Entity(*span(UNDATED_TEXT, "Zeini Moulaye"), "Zeini Moulaye", "person", (), role=None)
    met = (
        "Op 12 juni sprak de Minister van Buitenlandse Zaken in Bamako met Zeini Moulaye over "
        "verkiezingen."
    )
    met_id = part(of.id, "meeting", met)
    meeting = Meeting(
        met_id, met, *span(UNDATED_TEXT, met), 1,
        (Link(thing("tenure", "hanke-bruins-slot_minister-bz_2023-09-05"), "H.G.J. Bruins Slot"),),
        (Link(thing("person", "zeini-moulaye"), "Zeini Moulaye", known=False), MALI),
        _moment("2023-06-12"), "Op 12 juni", "Bamako", "visit", "urge", "spreken-met", Decimal("0.80"),
    )  # fmt: skip
    return Statements(
        letter=of,
        missions=(EUCAP_NIGER, BLAUWVOET),
        persons=(moulaye,),
        entities=(
            _named(UNDATED_TEXT, "EUCAP Sahel Niger", EUCAP_NIGER, "mission"),
            moulaye,
            _named(UNDATED_TEXT, "missie Blauwvoet", BLAUWVOET, "mission"),
        ),
        commitments=(
            _commitment(
                of, "De training door EUCAP Sahel Niger is opgeschort", kind="training",
                actor="Nederland", status="suspended", change="suspended", modality="reported",
                missions=(EUCAP_NIGER,), countries=(NIGER,),
            ),
            _commitment(
                of, "De staatssecretaris van Zeezaken stuurt zes waarnemers naar missie Blauwvoet.",
                kind="personnel", actor="Staatssecretaris van Zeezaken", modality="promised",
                missions=(BLAUWVOET,), personnel=(PersonnelTerm(6, "exact", "waarnemers"),),
            ),
        ),
        meetings=(meeting,),
    )  # fmt: skip


def old() -> Statements:
    """Return a scanned letter of 1951: a minister whom the reference data does not hold, no dossier."""
    janvier = Entity(
        *span(OLD_TEXT, "generaal Janvier"), "generaal Janvier", "person", (), role="generaal"
    )
    facts = LetterFacts(
        date=_moment("1951-03-10"),
        date_source="stated",
        chamber="EK",
        chamber_source="stated",
        signatories=(
            Signatory("Minister van Defensie", "minister-defensie", "A. Onbekend", "stated"),
        ),
    )
    scan = (Place(0, page=1, ocr=True),)
    of = replace(letter(OLD, OLD_TEXT, facts), form="pdf", places=scan)
    return Statements(
        letter=of,
        persons=(janvier,),
        entities=(janvier,),
        commitments=(
            _commitment(
                of, "De regering stelt vier helikopters ter beschikking", kind="materiel",
                actor="regering", status="announced", modality="promised",
            ),
        ),
    )  # fmt: skip


def statements() -> tuple[Statements, ...]:
    """Return all three letters."""
    return kst(), undated(), old()
