"""Stage: a letter with its parse and all that is named, counted, paid and dated in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamergraaf.annotations.headcount_tables import find_table_headcounts
from kamergraaf.annotations.headcounts import find_headcounts
from kamergraaf.annotations.language import parse
from kamergraaf.annotations.money import find_amounts
from kamergraaf.annotations.money_tables import find_table_amounts
from kamergraaf.annotations.names import find_entities
from kamergraaf.model import Amount, AnnotatedLetter, Headcount, Letter
from kamergraaf.text.dates import find_times

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(letter: Letter, dutch: str | None = None) -> AnnotatedLetter:
    """Return a letter with its parse, entities, amounts, headcounts and times, in text order.

    ``dutch`` names an installed spaCy pipeline to take instead of our own.
    Everything found stands in the text: ``letter.text[x.start:x.end] == x.quote``.
    """
    doc = parse(letter, dutch)
    return AnnotatedLetter(
        letter=letter,
        doc=doc,
        entities=find_entities(letter, doc),
        amounts=_amounts(letter.text),
        headcounts=_headcounts(doc),
        times=find_times(letter.text, anchor=letter.facts.date),
    )


def _headcounts(doc: Doc) -> tuple[Headcount, ...]:
    """Return the numbers of people of the sentences and, where they say nothing, of table cells."""
    found = {count.start: count for count in find_table_headcounts(doc.text)}
    found |= {count.start: count for count in find_headcounts(doc)}
    return tuple(found[start] for start in sorted(found))


def _amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts of the sentences and, where they say nothing, those of table cells."""
    found = {amount.start: amount for amount in find_table_amounts(text)}
    found |= {amount.start: amount for amount in find_amounts(text)}
    return tuple(found[start] for start in sorted(found))
