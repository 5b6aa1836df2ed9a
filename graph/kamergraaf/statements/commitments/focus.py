"""The missions that a letter speaks of, place by place."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from kamergraaf.annotations.names.resolve import succeeded
from kamergraaf.model import Link, Paragraph, Sentence
from kamergraaf.reference import missions as all_missions
from kamergraaf.statements.commitments.words import speaks_of
from kamergraaf.statements.context import Context
from kamergraaf.statements.towns import countries_of_mission

UNIT = re.compile(r"^(?:[Tt]aakgroep|[Tt]ask ?[Ff]orce|[Bb]attlegroup|[Tt]ask [Gg]roup)\b")
LED = re.compile(
    r"\b(?P<lead>EU|VN|NAVO|OVSE)-(?:\w*missie|\w*operatie|\w*macht)\b(?! (?:in|voor|te) [A-Z])"
)
PART = re.compile(r"\b(?:hiervan|daarvan|van dat bedrag|van dit bedrag)\b")
SOMEONES = re.compile(r"\b(?:aan|in) de kosten van\b")
"""«Bijdragen aan de kosten van het Afghaanse leger» is giving, no cost of a mission."""
SENT = re.compile(r"\b(?:[Dd]e|[Hh]et) (?P<what>[A-Za-z]-\d+|[a-z-]{5,})\b")
BELOW = re.compile(r"\b(?:onderstaande|volgende) (?:bijdragen|missies|operaties|deelnemingen)\b")
ROW = re.compile(r"\| *\d{1,4}\b(?! *(?:miljoen|mln|%|procent))")
MOST = 0.62
"""Such a part of all mentions of missions makes two missions what a letter is about."""
OFTEN = 3
OPENING = 100
"""The opening is the first paragraph of the text with so many characters."""
ENDING = timedelta(days=75)
"""A mission that ends so soon after the letter is being succeeded."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage and its sentence."""

    sentence: Sentence
    start: int
    end: int


class Focus:
    """The missions that a letter speaks of, place by place."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def words(self, place: Place) -> tuple[str, str]:
        """Return the words of a passage and those of its sentence."""
        text, sentence = self._context.letter.text, place.sentence
        return text[place.start : place.end], text[sentence.start : sentence.end]

    def costs(self, place: Place) -> bool:
        """Tell whether money is what a mission costs: the sentence says so, or it is part of what the
        sentence before says («Daarvan is inmiddels 3 miljoen euro besteed»)."""
        text, around = self.words(place)
        if SOMEONES.search(text):
            return False
        if speaks_of("kosten", around):
            return True
        before = self._context.letter.text[
            self._context.paragraph(place.sentence).start : place.start
        ]
        return PART.search(text.lower()) is not None and speaks_of("kosten", before)

    def led(self, place: Place) -> tuple[Link, ...]:
        """Return the mission that «deze EU-missie» stands for: the one named last before among those
        that this organisation leads, else the only one of the letter."""
        match = LED.search(self.words(place)[0])
        if match is None:
            return ()
        code = match["lead"].lower()
        before = [link for link in self._named(0, place.start) if code in leaders(link)]
        anywhere = tuple(dict.fromkeys(link for link in self._all if code in leaders(link)))
        return tuple(before[-1:]) or (anywhere if len(anywhere) == 1 else ())

    def again(self, place: Place) -> tuple[Link, ...]:
        """Return the mission that was spoken of where what is sent was named before: «de waarnemers»."""
        text, sentence = self._context.letter.text, place.sentence
        for match in SENT.finditer(text, place.start, place.end):
            if not speaks_of("uitzending", match["what"]) and not re.search(r"\d", match["what"]):
                continue
            found = text.rfind(match["what"], 0, sentence.start)
            if found < 0:
                continue
            paragraph = next(p for p in self._context.letter.paragraphs if p.start <= found < p.end)
            if before := self._named(paragraph.start, found):
                return before[-1:]
            if len(named := self._named(paragraph.start, paragraph.end)) == 1:
                return named
        return ()

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

    def just_named(self, place: Place) -> tuple[Link, ...]:
        """Return the one mission that the sentence before names, or this one before the passage."""
        sentences = self._context.letter.sentences
        number = bisect_left(sentences, place.sentence.start, key=lambda s: s.start)
        before = sentences[max(0, number - 1)]
        same = before.paragraph == place.sentence.paragraph
        named = self._named(before.start if same else place.sentence.start, place.start)
        return named if len(named) == 1 else ()

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
        """Return the one mission of the letter in the one country that a passage names, or the one
        that it names far more often than others there."""
        return self._in_country(place.start, place.end)

    def reports(self, place: Place) -> bool:
        """Tell whether a passage, or the clause that it goes on with («en bereikt u …»), is about an
        evaluation or a report on progress."""
        text = self._context.letter.text
        goes_on = text.startswith("en ", place.start)
        return speaks_of(
            "verslag", text[place.sentence.start if goes_on else place.start : place.end]
        )

    def counted(self, place: Place) -> bool:
        """Tell whether a passage is a row of a table with numbers alone («Marechaussee | 18 | 20»)."""
        row = self._context.paragraph(place.sentence).kind == "table-row"
        return row and ROW.search(self.words(place)[0]) is not None

    def report(self, place: Place) -> tuple[Link, ...]:
        """Return the letter's own mission for an evaluation, or the two that it is about; none where
        a heading or the passage names another one."""
        if not self.reports(place) or self.there(place):
            return ()
        for heading in self._context.headings(place.sentence):
            if self._named(heading.start, heading.end) not in {(), self.own}:
                return ()
        return self.own or self.both()

    def listed(self, place: Place) -> tuple[Link, ...]:
        """Return the missions of the list that «onderstaande bijdragen» opens."""
        if BELOW.search(self.words(place)[0]) is None:
            return ()
        named: dict[Link, None] = {}
        for paragraph in self._context.letter.paragraphs[place.sentence.paragraph + 1 :]:
            if paragraph.kind not in {"bullet", "table-row"}:
                break
            named.update(dict.fromkeys(self._named(paragraph.start, paragraph.end)))
        return tuple(named)

    def both(self) -> tuple[Link, ...]:
        """Return the two missions that the letter is about: those it names most, when they have the
        most of all mentions; in the order of their names there."""
        counts = Counter(self._all)
        two = {link: times for link, times in counts.most_common(2) if times > 1}
        ranked = [times for _, times in counts.most_common(3)]
        if len(two) < 2 or sum(two.values()) < MOST * counts.total():
            return ()
        if len(ranked) == 3 and ranked[1] == ranked[2]:
            return ()
        return tuple(link for link in counts if link in two)

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
        counts = Counter(
            link for link in self._all if set(countries_of_mission(link)) == codes
        ).most_common(2)
        alone = len(counts) == 1 or len(counts) == 2 and counts[0][1] >= OFTEN * counts[1][1]
        return (counts[0][0],) if alone else ()

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
            if len(e.links) == 1
            and not (UNIT.match(e.quote) and not e.links[0].known)
            and not succeeded(e, self._context.letter.text)
        ]  # fmt: skip
        return tuple(dict.fromkeys(reversed(found)))[::-1]

    def _called(self, start: int, end: int) -> tuple[Link, ...]:
        """The missions called by their name, else those that are described («de vredesmacht»)."""
        named = self._named(start, end)
        called = {
            link.id
            for e in self._context.entities(start, end, "mission") if e.form == "name"
            for link in e.links
        }  # fmt: skip
        return tuple(link for link in named if link.id in called) or named

    @cached_property
    def own(self) -> tuple[Link, ...]:
        """The one mission in the title, else in the opening, that does not end soon after the letter;
        none where the opening speaks of several, one by one or together («de EU-missies»)."""
        for low, high in self._stretches():
            entities = self._context.entities(low, high, "mission")
            named = [link for link in self._called(low, high) if not self._ending(link)]
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


def leaders(link: Link) -> tuple[str, ...]:
    """Return who leads a mission of the reference data, by the codes there («eu», «vn», «navo»)."""
    mission = all_missions().get(link.id.rsplit("/", 1)[-1]) if link.known else None
    return mission.lead if mission is not None else ()
