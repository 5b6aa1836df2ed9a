"""What surrounds a clause: the annotations by place, the paragraph, the headings above it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from spacy.tokens import Span, Token

from kamergraaf.model import (
    Amount,
    AnnotatedLetter,
    Entity,
    EntityKind,
    Headcount,
    Link,
    Paragraph,
    Sentence,
    TimeExpression,
)
from kamergraaf.statements.clauses import predications
from kamergraaf.statements.predication import Predication
from kamergraaf.statements.towns import (
    countries_of_mission,
    country_link,
    country_of_region,
    towns_in,
)

FEWEST = 5
SHARE = 0.4
LEAD = 2
RUN_IN = 5
"""So many mentions at least, such a part of all, and so many times those of the next country make a
country what a letter is about; a heading in a line with its paragraph has so many words at most."""


class Placed(Protocol):
    """Anything with a place in the letter."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


def within(items: Sequence[P], start: int, end: int) -> list[P]:
    """Return the items (in text order) that lie wholly between two offsets."""
    first = bisect_left(items, start, key=lambda item: item.start)
    found: list[P] = []
    for place in range(first, len(items)):
        item = items[place]
        if item.start >= end:
            break
        if item.end <= end:
            found.append(item)
    return found


class Context:
    """An annotated letter with look-ups that the statement rules share."""

    def __init__(self, annotated: AnnotatedLetter) -> None:
        self.annotated = annotated
        self.letter = annotated.letter
        self.doc = annotated.doc
        self._predications: dict[int, list[Predication]] = {}

    @cached_property
    def lower(self) -> str:
        """The letter in lower case; «İ», alone of all letters, would become two code points."""
        return self.letter.text.replace("İ", "I").lower()

    @cached_property
    def _entity_of_token(self) -> dict[int, Entity]:
        table: dict[int, Entity] = {}
        for entity in self.annotated.entities:
            span = self.doc.char_span(entity.start, entity.end, alignment_mode="expand")
            for token in span or ():
                table.setdefault(token.i, entity)
        return table

    def predications(self, sentence: Span) -> list[Predication]:
        """Return the predications of a sentence, read once for all who ask."""
        if sentence.start not in self._predications:
            self._predications[sentence.start] = predications(sentence)
        return self._predications[sentence.start]

    def entity(self, token: Token) -> Entity | None:
        """Return the entity that covers a token."""
        return self._entity_of_token.get(token.i)

    def entities(self, start: int, end: int, *kinds: EntityKind) -> list[Entity]:
        """Return the entities of these kinds between two offsets."""
        return [e for e in within(self.annotated.entities, start, end) if e.kind in kinds]

    def amounts(self, start: int, end: int) -> list[Amount]:
        """Return the amounts of money between two offsets."""
        return within(self.annotated.amounts, start, end)

    def headcounts(self, start: int, end: int) -> list[Headcount]:
        """Return the numbers of people between two offsets."""
        return within(self.annotated.headcounts, start, end)

    def times(self, start: int, end: int) -> list[TimeExpression]:
        """Return the dates between two offsets."""
        return within(self.annotated.times, start, end)

    def span(self, sentence: Sentence) -> Span | None:
        """Return the tokens of a sentence."""
        return self.doc.char_span(sentence.start, sentence.end, alignment_mode="contract")

    def paragraph(self, sentence: Sentence) -> Paragraph:
        """Return the paragraph of a sentence."""
        return self.letter.paragraphs[sentence.paragraph]

    @cached_property
    def main_country(self) -> Link | None:
        """The one country abroad that the letter is about: its title names it, or most of what the
        letter names lies there: the country, its towns and regions, missions that work in it only.

        In the letters written for training and development nine in ten of the commitments that name
        no country are then about that country.
        """
        title = self.letter.facts.title
        place = self.letter.text.find(title) if title else -1
        if title and place >= 0:
            named = {
                link
                for e in self.entities(place, place + len(title), "country")
                for link in e.links
                if e.form != "capital"
            }
            if len(named) == 1 and not (link := named.pop()).id.endswith("/nld"):
                return link
        named_there = self._mentions
        ranked = named_there.most_common(2)
        if not ranked or ranked[0][1] < max(FEWEST, SHARE * named_there.total()):
            return None
        if len(ranked) == 2 and ranked[0][1] < LEAD * ranked[1][1]:
            return None
        return country_link(ranked[0][0])

    @cached_property
    def _mentions(self) -> Counter[str]:
        """How often the letter names a country abroad or something that lies in that one only."""
        counts = Counter(code for _, code in towns_in(self.letter.text))
        for entity in self.annotated.entities:
            if len(entity.links) != 1:
                continue
            if entity.kind == "country":
                counts[entity.links[0].id.rsplit("/", 1)[-1].upper()] += 1
            elif entity.kind == "region" and (code := country_of_region(entity)):
                counts[code] += 1
            elif entity.kind == "mission":
                codes = countries_of_mission(entity.links[0])
                counts.update(codes if len(codes) == 1 else ())
        del counts["NLD"]
        return counts

    @cached_property
    def _headings(self) -> list[tuple[int, ...]]:
        """For each paragraph the numbers of the headings above it, outermost first."""
        chain: list[int] = []
        table: list[tuple[int, ...]] = []
        for number, paragraph in enumerate(self.letter.paragraphs):
            if paragraph.kind == "heading":
                level = paragraph.level or 1
                chain = [n for n in chain if (self.letter.paragraphs[n].level or 1) < level]
                chain.append(number)
            table.append(tuple(chain))
        return table

    def headings(self, sentence: Sentence) -> list[Paragraph]:
        """Return the headings above a sentence, the nearest first; the first words of its paragraph
        where they are set before it as a heading («Litouwen. Sinds 2017 …»)."""
        above = [self.letter.paragraphs[n] for n in reversed(self._headings[sentence.paragraph])]
        first = self._first_sentences[sentence.paragraph]
        if first is not sentence and self._runs_in(first):
            return [Paragraph(first.start, first.end, "heading"), *above]
        return above

    @cached_property
    def _first_sentences(self) -> dict[int, Sentence]:
        return {each.paragraph: each for each in reversed(self.letter.sentences)}

    def _runs_in(self, sentence: Sentence) -> bool:
        span = self.span(sentence)
        words = [t for t in span if not t.is_punct] if span is not None else []
        return 0 < len(words) <= RUN_IN and not any(t.pos_ in {"VERB", "AUX"} for t in words)
