"""What a letter says about itself: dossier, number, title, date, chamber, signatories, references."""

from kamergraaf.model import LetterFacts, Moment, Origin, Paragraph, Signatory
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
from kamergraaf.text.references import find_references
from kamergraaf.text.signatories import read_on_behalf, read_signatories, with_tenure

_NOT_IN_ROW = ("footnote", "running-head", "table-row")
_LAST_LINES = 25
"""So far from the end a letter may still give its date, above the signatures."""


def letter_facts(
    text: str, paragraphs: tuple[Paragraph, ...], running_heads: tuple[str, ...]
) -> LetterFacts:
    """Return what the letter states about itself, and what follows from its words where it does not.

    ``text`` is the clean running text, one paragraph a line; ``running_heads`` are the page headers
    that were taken out of it.  Offsets of the references are code points of ``text``.
    """
    lines = [text[one.start : one.end] for one in paragraphs if one.kind not in _NOT_IN_ROW]
    head = head_lines(lines)
    printed = tuple(text[one.start : one.end] for one in paragraphs if one.kind == "running-head")
    running = (*running_heads, *printed)
    dossiers, number = dossiers_and_number(head, running)
    references = tuple(
        one
        for one in find_references(text, paragraphs)
        if number is None or one.target not in {f"{dossier}-{number}" for dossier in dossiers}
    )
    signatories = read_signatories(lines[len(head) :] or lines, "\n".join(head))
    date = letter_date(head) or letter_date(lines[-_LAST_LINES:], dated_only=True)
    source: Origin | None = "stated" if date else None
    if date is None:
        date = infer_date(text, signatories, session_year(head, running))
        source = "inferred" if date else None
    chamber = stated_chamber(head, running)
    likely = chamber or likely_chamber(text, (one.target for one in references))
    return LetterFacts(
        dossiers=dossiers,
        number=number,
        title=title(head),
        date=date,
        date_source=source,
        chamber=likely,
        chamber_source=None if likely is None else "stated" if chamber else "inferred",
        signatories=_held(signatories, date),
        on_behalf_of=read_on_behalf(lines),
        references=references,
    )


def _held(signatories: tuple[Signatory, ...], date: Moment | None) -> tuple[Signatory, ...]:
    return tuple(with_tenure(one, date) for one in signatories)
