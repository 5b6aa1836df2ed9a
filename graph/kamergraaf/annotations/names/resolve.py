"""Which mission is meant: descriptions, short names that several missions share, «deze missie»."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kamergraaf import reference
from kamergraaf.annotations.names.context import Context
from kamergraaf.annotations.names.descriptions import Description, plain
from kamergraaf.annotations.names.links import key_of, mission_link, unknown
from kamergraaf.annotations.names.vocabulary import values
from kamergraaf.model import Entity, Link
from kamergraaf.reference import Mission

_TRAINING = {"exercise", "programme"}
_ANY = {"missie", "operatie", "taakgroep", "oefening"}
"""Words that any mission goes by."""
_PLANNED = timedelta(days=548)
"""A letter may speak of a mission that starts up to eighteen months later."""
_REMEMBERED = timedelta(days=731)
"""A short name means a mission that ended up to two years ago, rather than one from long before."""


def succeeded(entity: Entity, text: str) -> bool:
    """Tell whether a mission is named as the one before: «Sea Guardian, de opvolger van Active Endeavour»
    speaks of the former."""
    return text.endswith(("opvolger van ", "Opvolger van "), 0, entity.start)


class Missions:
    """The missions named in one letter, to resolve what is not named in full."""

    def __init__(self, context: Context, named: Sequence[Entity], places: Sequence[Entity]) -> None:
        self._context = context
        self._places = places
        text = context.letter.text
        self._named = sorted(
            (e for e in named if len(e.links) == 1 and e.form == "name" and not succeeded(e, text)),
            key=lambda e: e.start,
        )
        self._ids = {entity.links[0].id for entity in self._named}
        self._count = Counter(entity.links[0].id for entity in self._named)

    def add(self, entity: Entity) -> None:
        """Take a described mission into account for what comes after it."""
        if len(entity.links) == 1 and entity.form != "anaphor" and entity.links[0].known:
            self._named = sorted([*self._named, entity], key=lambda e: e.start)
            self._ids.add(entity.links[0].id)

    # ------------------------------------------------------------- ambiguous short names
    def settle(self, entity: Entity) -> Entity:
        """Return a mission's entity with fewer links: those that the letter allows.

        First the missions that did not exist yet fall away, then those not named in full when others
        are, then those of other countries than the sentence, the heading or the paragraph names.
        """
        links = self._existing(entity.links)
        if kept := [link for link in links if link.id in self._ids]:
            links = kept
        if len(links) > 1:
            links = self._by_country(entity.start, links)
        return replace(entity, links=tuple(links))

    def _existing(self, links: Sequence[Link]) -> list[Link]:
        day = self._context.letter.facts.date
        if day is None:
            return list(links)

        def began(link: Link) -> bool:
            mission = reference.missions().get(key_of(link))
            start = mission and mission.start
            return start is None or not start or start.earliest <= day.latest + _PLANNED

        begun = [link for link in links if began(link)] or list(links)
        return [link for link in begun if not _over(link, day.earliest)] or begun

    def _by_country(self, place: int, links: Sequence[Link]) -> list[Link]:
        paragraph = self._context.paragraph(place)
        stretches = [self._context.sentence(place)]
        stretches += [self._context.bounds(n) for n in self._context.headings(paragraph)]
        stretches += [self._context.bounds(paragraph)]
        for low, high in stretches:
            here = self._countries(low, high)
            kept = [link for link in links if here & set(_countries_of(link))]
            if kept and len(kept) < len(links):
                return kept
        return list(links)

    def _countries(self, low: int, high: int) -> set[str]:
        return {
            key_of(place.links[0])
            for place in self._places
            if place.kind == "country"
            and low <= place.start < high
            and place.form != "capital"
            and len(place.links) == 1
        }

    # --------------------------------------------------------------------- descriptions
    def described(self, found: Description, text: str) -> Entity | None:
        """Return the entity of a description, ``None`` when it stands for no certain mission."""
        quote = text[found.named : found.end]
        entity = Entity(found.named, found.end, quote, "mission", (), "generic")
        if found.plural:
            return self._plural(found, entity)
        if found.places:
            return self._placed(found, entity)
        if found.definite:
            return self._anaphor(
                found, replace(entity, start=found.start, quote=text[found.start : found.end])
            )
        return self._specific(found, entity)

    def _placed(self, found: Description, entity: Entity) -> Entity | None:
        fitting = [m for m in reference.missions().values() if _fits(m, found, found.countries)]
        if found.head not in values("mission-heads"):
            fitting = [m for m in fitting if _called(m, found.head)]
        links = self._existing([mission_link(mission.id) for mission in fitting])
        links = _narrow(found, links)
        if kept := [link for link in links if link.id in self._ids]:
            links = kept
        if len(links) > 1 and found.definite and (near := self._nearest(found, links)):
            links = [near]
        if len(links) == 1:
            return replace(entity, links=tuple(links), form="name")
        if not found.countries and not found.lead:
            return None
        if links:
            return replace(entity, links=tuple(links))
        typed = found.lead or found.head not in {"missie", "operatie", "taakgroep", "troepenmacht"}
        return (
            replace(entity, links=(unknown("mission", plain(entity.quote)),), form="name")
            if typed
            else None
        )

    def _anaphor(self, found: Description, entity: Entity) -> Entity | None:
        near = self._of_that_name(found) or self._nearest(found, None)
        return replace(entity, links=(near,), form="anaphor") if near else None

    def _specific(self, found: Description, entity: Entity) -> Entity | None:
        """Resolve «een militaire EU-partnerschapsmissie» by the country of its heading or sentence.

        Without a word for who leads it, only a mission whose Dutch name has the very word will do.
        """
        if not _kinds(found.head):
            return None
        fitting = [m for m in reference.missions().values() if _fits(m, found, frozenset())]
        if not found.lead:
            fitting = [m for m in fitting if _called(m, found.head)]
        links = _narrow(found, self._existing([mission_link(m.id) for m in fitting]))
        links = [link for link in links if link.id in self._ids] or self._there(found.start, links)
        return replace(entity, links=tuple(links)) if len(links) == 1 else None

    def _there(self, place: int, links: Sequence[Link]) -> list[Link]:
        """Return the missions in a country that the sentence, the heading or the paragraph names."""
        near = self._by_country(place, links)
        low, high = self._context.bounds(self._context.paragraph(place))
        here = self._countries(low, high) | self._countries(*self._context.sentence(place))
        for number in self._context.headings(self._context.paragraph(place)):
            here |= self._countries(*self._context.bounds(number))
        return [link for link in near if here & set(_countries_of(link))]

    def _plural(self, found: Description, entity: Entity) -> Entity | None:
        fits = self._filter(found)
        links = {entity.links[0].id: entity.links[0] for entity in self._named}
        covered = {key: link for key, link in links.items() if fits(link)}
        if found.countries:
            covered = {
                key: link
                for key, link in covered.items()
                if found.countries & set(_countries_of(link))
            } or covered
        pointed = found.determiner in {"deze", "beide"} or found.places
        if len(covered) > 1 and not found.possible and (found.lead or pointed):
            return replace(entity, links=tuple(covered[key] for key in sorted(covered)))
        name = _lead_name(found.lead) if found.lead else None
        if name and (found.definite or found.places) and not covered:
            name = f"{name}-missies"
            return replace(entity, links=(unknown("mission", name),))
        return None

    # ------------------------------------------------------------------ what was said before
    def _nearest(self, found: Description, among: Iterable[Link] | None) -> Link | None:
        """Return the mission last named before in the paragraph or in a heading, else the one that the
        letter names most of those in the section's paragraph before, else its only one."""
        ids = None if among is None else {link.id for link in among}
        fits = self._filter(found)
        paragraph = self._context.paragraph(found.start)
        low, _ = self._context.bounds(paragraph)
        stretches = [(low, found.start)]
        stretches += [self._context.bounds(n) for n in self._context.headings(paragraph)]
        earlier = [self._context.bounds(n) for n in self._context.before(paragraph)]
        for start, end in [*stretches, *earlier]:
            inside = [
                entity.links[0]
                for entity in self._named
                if start <= entity.start
                and entity.end <= end
                and fits(entity.links[0])
                and (ids is None or entity.links[0].id in ids)
            ]
            if inside and (start, end) in earlier:
                return max(reversed(inside), key=lambda link: self._count[link.id])
            if inside:
                return inside[-1]
        only = self._named[0].links[0] if len(self._ids) == 1 and ids is None else None
        return only if only and fits(only) else None

    def _of_that_name(self, found: Description) -> Link | None:
        """Return the one mission of the letter, named before or further on, whose Dutch name has the
        very word: «De extractiemacht» as a heading."""
        if found.head in _ANY or found.lead:
            return None
        called = {
            e.links[0].id: e.links[0]
            for e in self._named
            if e.links[0].known and _called(reference.missions()[key_of(e.links[0])], found.head)
        }
        return next(iter(called.values())) if len(called) == 1 else None

    def _filter(self, found: Description) -> Callable[[Link], bool]:
        def fits(link: Link) -> bool:
            mission = reference.missions().get(key_of(link)) if link.known else None
            if mission is None:
                return (link.kind == "exercise") == (found.head == "oefening")
            return _fits(mission, found, frozenset())

        return fits


def _over(link: Link, day: date) -> bool:
    """Tell whether a mission had ended long before the day of the letter."""
    mission = reference.missions().get(key_of(link))
    return bool(mission and mission.end and mission.end.latest + _REMEMBERED < day)


def _countries_of(link: Link) -> tuple[str, ...]:
    mission = reference.missions().get(key_of(link)) if link.known else None
    return mission.countries if mission else ()


def _fits(mission: Mission, found: Description, countries: frozenset[str]) -> bool:
    """Tell whether a mission can be the one described: lead, country and kind do not speak against it."""
    kinds = _kinds(found.head)
    if found.lead and found.lead not in mission.lead:
        return False
    if countries and not countries & set(mission.countries):
        return False
    if kinds and not (found.lead and found.head == "operatie"):
        return mission.kind in kinds or _called(mission, found.head)
    return mission.kind not in _TRAINING


def _kinds(head: str) -> tuple[str, ...]:
    """Return the kinds of mission that a word can stand for; none is any kind."""
    return values("mission-heads").get(head, ())


def _narrow(found: Description, links: list[Link]) -> list[Link]:
    """Prefer missions whose Dutch name has the very word («partnerschapsmissie»)."""
    if not _kinds(found.head):
        return links
    return [
        link for link in links if _called(reference.missions()[key_of(link)], found.head)
    ] or links


def _called(mission: Mission, head: str) -> bool:
    return bool(re.search(rf"(?<!\w){head}", mission.name_nl.lower()))


def _lead_name(lead: str) -> str | None:
    if lead in reference.countries():
        return reference.countries()[lead].iso2
    body = reference.organisations().get(lead)
    return body.abbreviation or lead.upper() if body else None
