"""What the stages hand each other: frozen dataclasses, nothing else.

Offsets are half-open and count code points of ``Letter.text``, the clean running text.  A class with
``start``, ``end`` and ``quote`` keeps the law ``letter.text[start:end] == quote``.  The closed sets of
words are the codes of the concept schemes in ``ontology/kamergraaf.ttl``; a test compares them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from kamergraaf.source import Form, Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

Origin = Literal["stated", "inferred"]
ParagraphKind = Literal[
    "body", "heading", "bullet", "table-row", "footnote", "head", "signature", "running-head"
]
Kind = Literal[
    "personnel", "financial", "materiel", "training", "exercise", "programme", "diplomatic",
    "study", "inform-parliament", "policy",
]  # fmt: skip
Status = Literal[
    "under-consideration", "announced", "active", "suspended", "ended", "fulfilled", "withdrawn"
]
Change = Literal[
    "new", "restated", "extended", "expanded", "reduced", "suspended", "resumed", "ended",
    "not-renewed", "fulfilled",
]  # fmt: skip
Modality = Literal[
    "reported", "decided", "promised", "intended", "conditional", "exploratory", "advocated"
]
Scope = Literal["dutch-share", "joint-total", "earmarked-part", "estimate", "unknown"]
Qualifier = Literal["max", "exact", "approx", "min"]
Fact = Literal["dossiers", "number", "title", "date", "chamber"]
FactPlace = Literal["metadata", "head", "closing", "text"]
DateRole = Literal["start", "end", "decision", "event"]
EntityKind = Literal["mission", "country", "region", "organisation", "person", "office"]
MeetingForm = Literal["meeting", "call", "visit", "conference", "council", "debate"]
ActKind = Literal["raise-concern", "emphasise", "urge", "consult", "request", "support", "condemn"]


# ------------------------------------------------------------------------------ stage text
@dataclass(frozen=True, slots=True)
class Piece:
    """A run of clean text that stands in the source letter for letter or by one substitution."""

    start: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the clean text, without its ``\\n``; ``level`` counts from 1 for headings."""

    start: int
    end: int
    kind: ParagraphKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one paragraph; its number is its place in ``Letter.sentences``."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of time known only to lie between two days (both included).

    ``edtf`` is EDTF level 0 or 1 (``2022-11-25``, ``2023-06``, ``2023``, ``2023-01/2023-06``).
    """

    earliest: date
    latest: date
    edtf: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed: ``post`` and ``tenure`` are ids of the reference data, when they are known."""

    office: str
    post: str | None = None
    name: str | None = None
    name_source: Origin | None = None
    person: str | None = None
    tenure: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another parliamentary paper, written ``29521-403`` or ``21501-02-2480``."""

    target: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class FactOrigin:
    """Where a fact of a letter was found: in which field of the metadata, in the letterhead or page
    heads, above the signatures, or inferred from the running text.
    """

    fact: Fact
    place: FactPlace
    field: str | None = None


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What a letter says about itself; ``*_source`` tells a stated fact from an inferred one."""

    dossiers: tuple[str, ...] = ()
    number: str | None = None
    title: str | None = None
    date: Moment | None = None
    date_source: Origin | None = None
    chamber: Literal["TK", "EK"] | None = None
    chamber_source: Origin | None = None
    signatories: tuple[Signatory, ...] = ()
    on_behalf_of: tuple[Signatory, ...] = ()
    references: tuple[Reference, ...] = ()
    origins: tuple[FactOrigin, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as clean running text with its parts, its own facts and the way back."""

    id: str
    file: str
    file_sha256: str
    text: str
    text_sha256: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    facts: LetterFacts
    form: Form = "txt"
    places: tuple[Place, ...] = ()
    """As in ``SourceFile``: ``text.place`` gives the one of an offset of the clean text."""
    also: tuple[str, ...] = ()
    """Other numbers of the same letter (``kst-29521-AB``): as it was sent to the other chamber."""


# ----------------------------------------------------------------------- stage annotations
@dataclass(frozen=True, slots=True)
class Link:
    """A thing in the reference data, or (``known=False``) a name that it does not hold."""

    id: str
    name: str
    known: bool = True
    kind: str | None = None
    """The code of its mission-kind or organisation kind, when there is one."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text with what it stands for.

    ``links`` has one member when it is resolved, several when it stays ambiguous.  ``form`` says how
    the thing is named: a country by noun, adjective or inhabitant, a mission by ``name`` or by a
    ``generic`` description («de EU-missies», «deze missie»), an office of another state ``foreign``.
    """

    start: int
    end: int
    quote: str
    kind: EntityKind
    links: tuple[Link, ...]
    form: Literal[
        "name", "noun", "adjective", "inhabitant", "generic", "anaphor", "capital", "foreign"
    ] = "name"
    role: str | None = None
    """For a person or office: the role in the words of the letter."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money: ``value`` in units of ``currency`` (ISO 4217); ``per`` is ``year`` or ``month``."""

    start: int
    end: int
    quote: str
    value: Decimal
    currency: str
    qualifier: Qualifier = "exact"
    per: str | None = None
    carried: bool = False
    """The currency is not written here but carried over from an amount before it."""


@dataclass(frozen=True, slots=True)
class Headcount:
    """A number of people; ``role`` in the words of the letter («stafofficieren»)."""

    start: int
    end: int
    quote: str
    value: int
    qualifier: Qualifier = "exact"
    role: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date in the text, resolved against the letter's date where the words need that.

    ``function`` tells what the words make of it: an ``end`` («tot en met …»), a ``start»
    («sinds …»), a ``deadline`` («voor het zomerreces», «uiterlijk …»), a ``point`` («op …», «in …»)
    or a ``span`` («in de periode 2019–2022»).
    """

    start: int
    end: int
    quote: str
    moment: Moment | None
    function: Literal["point", "start", "end", "deadline", "span"] = "point"


@dataclass(frozen=True)
class AnnotatedLetter:
    """A letter with its parse and all that was found in it, each list in text order."""

    letter: Letter
    doc: Doc
    entities: tuple[Entity, ...] = ()
    amounts: tuple[Amount, ...] = ()
    headcounts: tuple[Headcount, ...] = ()
    times: tuple[TimeExpression, ...] = ()


# ------------------------------------------------------------------------ stage statements
@dataclass(frozen=True, slots=True)
class MoneyTerm:
    """An amount as a term of a commitment."""

    value: Decimal
    currency: str
    scope: Scope
    per: str | None = None
    qualifier: Qualifier = "exact"


@dataclass(frozen=True, slots=True)
class PersonnelTerm:
    """A number of people as a term of a commitment; ``shared_with`` holds commitment ids."""

    value: int
    qualifier: Qualifier = "exact"
    role: str | None = None
    shared_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateTerm:
    """A date with its role in a commitment and the words it comes from."""

    role: DateRole
    moment: Moment
    text: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """What one passage says the Netherlands undertakes, gives, decides, stops or did.

    ``actor`` is «kabinet», «Nederland» or the title of an office; ``actors`` are ids of tenures
    when the office is a person of the letter's day.  ``confidence`` is the measured share of right
    statements of this rule (see docs), with two decimals.
    """

    id: str
    quote: str
    start: int
    end: int
    sentence: int
    actor: str
    kind: Kind
    change: Change
    status: Status
    modality: Modality
    rule: str
    confidence: Decimal
    vague: bool = False
    actors: tuple[Link, ...] = ()
    missions: tuple[Link, ...] = ()
    countries: tuple[Link, ...] = ()
    regions: tuple[Link, ...] = ()
    beneficiaries: tuple[Link, ...] = ()
    partners: tuple[Link, ...] = ()
    amounts: tuple[MoneyTerm, ...] = ()
    personnel: tuple[PersonnelTerm, ...] = ()
    dates: tuple[DateTerm, ...] = ()
    conditions: tuple[str, ...] = ()
    inferred: tuple[Literal["missions", "countries", "beneficiaries"], ...] = ()
    """What the passage itself does not name: taken from the heading or the sentences before, or from
    the mission."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who met, called, visited or urged whom: a diplomatic act with a counterpart or occasion."""

    id: str
    quote: str
    start: int
    end: int
    sentence: int
    who: tuple[Link, ...]
    with_: tuple[Link, ...]
    when: Moment | None
    when_text: str | None
    where: str | None
    form: MeetingForm
    act: ActKind
    rule: str
    confidence: Decimal


@dataclass(frozen=True)
class Statements:
    """Everything one letter states, ready to become RDF."""

    letter: Letter
    missions: tuple[Link, ...] = ()
    mission_forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each mission id the forms as written, in order of first mention."""
    countries: tuple[Link, ...] = ()
    regions: tuple[Link, ...] = ()
    organisations: tuple[Link, ...] = ()
    persons: tuple[Entity, ...] = ()
    entities: tuple[Entity, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    meetings: tuple[Meeting, ...] = ()
