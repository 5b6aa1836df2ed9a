"""Which mission a commitment is about: named in the passage, or the one that is being spoken of."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from kamergraaf.model import Entity, Kind, Link, Paragraph, Sentence
from kamergraaf.reference import missions as all_missions
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.words import speaks_of
from kamergraaf.statements.context import Context

JOINT = ("gecombineerd", "gezamenlijk", "gedeeld", "samen met", "inclusief")
DEPLOYED: frozenset[Kind] = frozenset({"personnel", "training", "exercise", "materiel"})
CHANGED = frozenset({"extend", "end", "suspend", "resume", "reduce", "expand"})
UNIT = re.compile(r"^(?:[Tt]aakgroep|[Tt]ask ?[Ff]orce|[Bb]attlegroup|[Tt]ask [Gg]roup)\b")
BOTH = re.compile(r"\bbeide (?:bijdragen|missies|operaties|mandaten|deelnemingen)\b")
PLURAL = re.compile(r"(?:missies|operaties)\b")
"""«Deze missies» are all of them, unless they are more than three: then it is said of missions in general."""
OPENING = 100
"""The opening is the first paragraph of the text with so many characters."""
ENDING = timedelta(days=75)
"""A mission that ends so soon after the letter is being succeeded."""


def links(entities: list[Entity]) -> tuple[Link, ...]:
    """Return the resolved links of entities, each once, in text order."""
    found: dict[str, Link] = {}
    for entity in entities:
        if len(entity.links) == 1:
            found.setdefault(entity.links[0].id, entity.links[0])
    return tuple(found.values())


def missions(
    candidate: Candidate, kind: Kind, sentence: Sentence, context: Context
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the missions named in the passage, else the one that is being spoken of; and those that
    share its ceiling («gecombineerd mandaat van 15 personen met …»)."""
    entities = context.entities(candidate.start, candidate.end, "mission")
    aside = [e for e in entities if _in_brackets(e, candidate, context)]
    outside = _meant([e for e in entities if e not in aside])
    if outside:
        return outside, links(aside)
    named = _meant(entities)
    if named:
        return named, ()
    place = Place(sentence, candidate.start, candidate.end)
    return spoken_of(Focus(context), place, kind, candidate.sense), ()


def _meant(entities: list[Entity]) -> tuple[Link, ...]:
    """The missions of resolved names, and up to three of a plural («de EU-missies»)."""
    found: dict[str, Link] = {}
    for entity in entities:
        both = BOTH.search(entity.quote.lower())
        if len(entity.links) == 1 or (
            len(entity.links) <= 3 and not both and PLURAL.search(entity.quote)
        ):
            found.update((link.id, link) for link in entity.links if link.id not in found)
    return tuple(found.values())


def _in_brackets(entity: Entity, candidate: Candidate, context: Context) -> bool:
    before = context.letter.text[candidate.start : entity.start]
    return before.count("(") > before.count(")") and any(w in before for w in JOINT)


@dataclass(frozen=True, slots=True)
class Place:
    """A passage and its sentence."""

    sentence: Sentence
    start: int
    end: int


def spoken_of(focus: "Focus", place: Place, kind: Kind, sense: str) -> tuple[Link, ...]:
    """Return the mission that a passage without one belongs to, when its kind and words ask for one."""
    text, around = focus.words(place)
    deployed = kind in DEPLOYED or sense in CHANGED
    cost = kind == "financial" and speaks_of("kosten", around)
    if speaks_of("hulp", text) or kind == "programme" or (kind == "financial" and not cost):
        return ()
    if not (deployed or cost or kind == "inform-parliament" or speaks_of("uitzending", text)):
        return ()
    if BOTH.search(text):
        return focus.both()
    return focus.near(place) or focus.there(place) or focus.above(place) or focus.whole(place)


class Focus:
    """The missions that a letter speaks of, place by place."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def words(self, place: Place) -> tuple[str, str]:
        """Return the words of a passage and those of its sentence."""
        text, sentence = self._context.letter.text, place.sentence
        return text[place.start : place.end], text[sentence.start : sentence.end]

    def near(self, place: Place) -> tuple[Link, ...]:
        """Return the mission named last before a place in its sentence, in its paragraph or, for an
        item of a list, in the sentence that opens the list.

        Where that one is being succeeded by the mission that the letter is about, it is the latter.
        """
        sentence = place.sentence
        paragraph = self._context.paragraph(sentence)
        named = self._named(sentence.start, place.start) or self._named(
            paragraph.start, sentence.start
        )
        if not named and (intro := self._intro(sentence)):
            named = self._named(intro.start, intro.end)
        return self.own if named and named[-1] in self._succeeded else named[-1:]

    def above(self, place: Place) -> tuple[Link, ...]:
        """Return the one mission in the nearest heading that names any, or the one mission of the
        letter in the one country that it names."""
        for heading in self._context.headings(place.sentence):
            if named := self._named(heading.start, heading.end):
                return named if len(named) == 1 else ()
            if named := self._in_country(heading.start, heading.end):
                return named
        return ()

    def there(self, place: Place) -> tuple[Link, ...]:
        """Return the one mission of the letter in the one country that a passage names."""
        return self._in_country(place.start, place.end)

    def both(self) -> tuple[Link, ...]:
        """Return the two missions that the letter names most, in the order of their names there."""
        counts = Counter(self._all)
        two = {link for link, times in counts.most_common(2) if times > 1}
        return tuple(link for link in counts if link in two) if len(two) == 2 else ()

    def whole(self, place: Place) -> tuple[Link, ...]:
        """Return the one mission that the whole letter is about, save in a section about aid."""
        headings = self._context.headings(place.sentence)
        text = " ".join(self._context.letter.text[h.start : h.end] for h in headings)
        return () if speaks_of("hulp", text) else self.own

    def _in_country(self, start: int, end: int) -> tuple[Link, ...]:
        entities = self._context.entities(start, end, "country")
        codes = {
            link.id.rsplit("/", 1)[-1].upper()
            for e in entities
            if e.form == "noun"
            for link in e.links
        }
        if len(codes - {"NLD"}) != 1:
            return ()
        found = [
            link for link in dict.fromkeys(self._all)
            if (mission := all_missions().get(link.id.rsplit("/", 1)[-1]))
            and set(mission.countries) == codes
        ]  # fmt: skip
        return tuple(found) if len(found) == 1 else ()

    @cached_property
    def _all(self) -> tuple[Link, ...]:
        """The missions that the letter names, as often as it does."""
        entities = self._context.annotated.entities
        return tuple(e.links[0] for e in entities if e.kind == "mission" and len(e.links) == 1)

    def _intro(self, sentence: Sentence) -> Paragraph | None:
        if self._context.paragraph(sentence).kind not in {"bullet", "table-row"}:
            return None
        for number in range(sentence.paragraph - 1, -1, -1):
            paragraph = self._context.letter.paragraphs[number]
            if paragraph.kind not in {"bullet", "table-row"}:
                return paragraph if paragraph.kind == "body" else None
        return None

    def _named(self, start: int, end: int) -> tuple[Link, ...]:
        entities = self._context.entities(start, end, "mission")
        found = [
            e.links[0] for e in entities
            if len(e.links) == 1 and not (UNIT.match(e.quote) and not e.links[0].known)
        ]  # fmt: skip
        return tuple(dict.fromkeys(reversed(found)))[::-1]

    @cached_property
    def own(self) -> tuple[Link, ...]:
        """The one mission in the title, else in the opening, that does not end soon after the letter;
        none where the opening speaks of several, one by one or together («de EU-missies»)."""
        for low, high in self._stretches():
            entities = self._context.entities(low, high, "mission")
            named = [link for link in self._named(low, high) if not self._ending(link)]
            if named or any(len(e.links) > 1 for e in entities):
                together = any(len(e.links) > 1 for e in entities)
                return tuple(named) if len(named) == 1 and not together else ()
        return ()

    @cached_property
    def _succeeded(self) -> frozenset[Link]:
        """The missions that the opening names beside the letter's own and that end soon."""
        named = [link for low, high in self._stretches() for link in self._named(low, high)]
        return frozenset(link for link in named if self.own and self._ending(link))

    def _stretches(self) -> list[tuple[int, int]]:
        letter = self._context.letter
        found: list[tuple[int, int]] = []
        if letter.facts.title and (place := letter.text.find(letter.facts.title)) >= 0:
            found.append((place, place + len(letter.facts.title)))
        body = [p for p in letter.paragraphs if p.kind == "body" and p.end - p.start >= OPENING]
        return [*found, *((p.start, p.end) for p in body[:1])]

    def _ending(self, link: Link) -> bool:
        mission = all_missions().get(link.id.rsplit("/", 1)[-1]) if link.known else None
        day = self._context.letter.facts.date
        if mission is None or not mission.end or day is None:
            return False
        return mission.end.latest <= day.latest + ENDING
