"""What a letter says about itself: dossier, number, title, date, chamber, signatories, references."""

from collections.abc import Sequence

from kamergraaf.model import (
    Fact,
    FactOrigin,
    FactPlace,
    LetterFacts,
    Moment,
    Origin,
    Paragraph,
    Signatory,
)
from kamergraaf.text.head import (
    dossiers_and_number,
    head_lines,
    letter_date,
    likely_chamber,
    session_year,
    stated_chamber,
    title,
)
from kamergraaf.text.infer import infer_date
from kamergraaf.text.layout import is_part
from kamergraaf.text.metadata import Stated, stated
from kamergraaf.text.references import find_references
from kamergraaf.text.signatories import read_on_behalf, read_signatories, with_tenure

_NOT_IN_ROW = ("footnote", "running-head", "table-row")
_LAST_LINES = 25
"""So far from the end a letter may still give its date, above the signatures."""


def letter_facts(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    running_heads: tuple[str, ...],
    metadata: Sequence[tuple[str, str]] = (),
) -> LetterFacts:
    """Return what the letter states about itself, and what follows from its words where it does not.

    ``text`` is the clean running text, one paragraph a line; ``running_heads`` are the page headers
    that were taken out of it; ``metadata`` are the fields of the file, which go before both.
    Offsets of the references are code points of ``text``.
    """
    own = stated(metadata)
    lines = [text[one.start : one.end] for one in paragraphs if one.kind not in _NOT_IN_ROW]
    head = head_lines(lines)
    printed = tuple(text[one.start : one.end] for one in paragraphs if one.kind == "running-head")
    running = (*running_heads, *printed)
    dossiers, number = dossiers_and_number(head, running)
    dossiers = tuple(dict.fromkeys([*own.dossiers, *dossiers]))
    number = own.number or number
    references = tuple(
        one
        for one in find_references(text, paragraphs)
        if number is None or one.target not in {f"{dossier}-{number}" for dossier in dossiers}
    )
    signed = [line for one in paragraphs for line in _signed(text[one.start : one.end], one.kind)]
    signatories = read_signatories(signed[len(head) :] or signed, "\n".join(head))
    date, dated = _stated_day(own, head, lines)
    source: Origin | None = "stated" if date else None
    if date is None:
        date = infer_date(text, signatories, session_year(head, running)) or _published(own)
        source = "inferred" if date else None
    chamber = own.chamber or stated_chamber(head, running)
    likely = chamber or likely_chamber(text, (one.target for one in references))
    named = _subject(own, head) or _headline(own)
    places: dict[Fact, FactPlace | None] = {
        "dossiers": "head" if dossiers else None,
        "number": "head" if number else None,
        "title": "head" if named else None,
        "date": dated or ("text" if date else None),
        "chamber": "head" if chamber else "text" if likely else None,
    }
    return LetterFacts(
        dossiers=dossiers,
        number=number,
        title=named,
        date=date,
        date_source=source,
        chamber=likely,
        chamber_source=None if likely is None else "stated" if chamber else "inferred",
        signatories=_held(signatories, date),
        on_behalf_of=read_on_behalf(lines),
        references=references,
        origins=_origins(own, places),
    )


def _signed(line: str, kind: str) -> list[str]:
    """Return what a paragraph adds to the lines to look for signatures in: these may stand in a table."""
    if kind != "table-row":
        return [] if kind in _NOT_IN_ROW else [line]
    cells = line.split(" | ")
    return cells if all(is_part("office", one) or is_part("name", one) for one in cells) else []


def _stated_day(
    own: Stated, head: Sequence[str], lines: Sequence[str]
) -> tuple[Moment | None, FactPlace | None]:
    """Return the date that the letter gives, and where."""
    if day := own.date or letter_date(head):
        return day, "head"
    if day := letter_date(lines[-_LAST_LINES:], dated_only=True):
        return day, "closing"
    return None, None


def _published(own: Stated) -> Moment | None:
    """Return the day on which a letter that is silent about its own was published."""
    if own.published:
        own.fields["date"] = own.fields["published"]
    return own.published


def _subject(own: Stated, head: Sequence[str]) -> str | None:
    """Return the title of the file, or that of the head where the file only says what paper it is."""
    above = title(head)
    if own.title and above and own.title.startswith("Brief "):
        own.fields.pop("title")
        return above
    return own.title or above


def _headline(own: Stated) -> str | None:
    if own.headline:
        own.fields["title"] = own.fields["headline"]
    return own.headline


def _origins(own: Stated, places: dict[Fact, FactPlace | None]) -> tuple[FactOrigin, ...]:
    """Return where each fact that is known was found; the fields of the file go first."""
    return tuple(
        FactOrigin(fact, "metadata", own.fields[fact])
        if fact in own.fields
        else FactOrigin(fact, place)
        for fact, place in places.items()
        if place
    )


def _held(signatories: tuple[Signatory, ...], date: Moment | None) -> tuple[Signatory, ...]:
    return tuple(with_tenure(one, date) for one in signatories)
