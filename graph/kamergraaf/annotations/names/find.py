"""All names of a letter, linked: the list first, then patterns, then what the pipeline takes for names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, cast

from spacy.tokens import Doc

from kamergraaf import reference
from kamergraaf.annotations.names import bodies, missions, offices, people
from kamergraaf.annotations.names.anaphors import countries_again
from kamergraaf.annotations.names.blocked import Stretches
from kamergraaf.annotations.names.context import Context
from kamergraaf.annotations.names.cover import Cover, outermost
from kamergraaf.annotations.names.definitions import (
    abbreviated,
    defined_missions,
    without_other_meanings,
)
from kamergraaf.annotations.names.descriptions import Description, descriptions
from kamergraaf.annotations.names.gazetteer import Match, matches
from kamergraaf.annotations.names.links import country_link, key_of, known, unknown
from kamergraaf.annotations.names.resolve import Missions
from kamergraaf.annotations.names.tokens import tokenise
from kamergraaf.annotations.names.vocabulary import occurrences
from kamergraaf.model import Entity, Letter, Link

Form = Literal["name", "noun", "adjective", "inhabitant", "capital"]

_HALVES = re.compile(r"\b([A-Z][a-z]+-) (?:en|of) [A-Z][a-z]+-([A-Z][\wé]+)")
_SHORT = re.compile(r" \(([A-Z]{3,}(?:-[A-Z]+)?)\)")
_CONGO = ("COD", "COG")


def find_entities(letter: Letter, doc: Doc) -> tuple[Entity, ...]:
    """Return the missions, countries, regions, organisations, persons and offices named in a letter.

    They are in text order; a country inside the name of a mission, an office or an organisation is an
    entity of its own.  ``doc`` is the parse of ``letter.text``.
    """
    text, size = letter.text, len(letter.text)
    listed = _listed(letter)
    places = _places(letter, listed)
    tops = [e for e in outermost(size, listed) if e.kind in {"mission", "organisation"}]
    context = Context(letter)
    posts = offices.offices(letter, places)
    found = _missions(letter, doc, context, tops, places)
    taken = Cover(size, found)
    bodies_found = taken.free(e for e in tops if e.kind == "organisation")
    solid = [e for e in places if e.form in {"noun", "name"}]
    persons = people.persons(letter, doc, [*found, *bodies_found, *posts, *solid], places)
    others = [*bodies.ministries(text, places), *bodies.state_bodies(text, places)]
    others += [*bodies.committees(text), *bodies.telling_names(text, doc)]
    taken.add(*bodies_found, *posts, *persons)
    spans = {(e.start, e.end) for e in solid}
    for entity in others:
        if not taken.crosses(entity) and (entity.start, entity.end) not in spans:
            taken.add(entity)
            bodies_found.append(entity)
    bodies_found += abbreviated(text, bodies_found, taken)
    places = Cover(size, persons).free(places)
    again = Cover(size, found).free(countries_again(context, places))
    named = Cover(size, found, bodies_found)
    places = [e for e in places if e.form != "capital" or not named.crosses(e)]
    everything = {*found, *places, *again, *posts, *bodies_found, *persons}
    return tuple(sorted(everything, key=lambda e: (e.start, -e.end, e.kind)))


def _listed(letter: Letter) -> list[Entity]:
    """Return everything in the letter that the reference data knows, less what is no name here."""
    blocked = Stretches.of(letter.text)
    found = [_entity(letter.text, match) for match in matches(tokenise(letter.text))]
    found = [e for e in found if not blocked.bar(e.start, e.end, e.kind, e.form)]
    return without_other_meanings(letter.text, found)


def _entity(text: str, match: Match) -> Entity:
    links = tuple(known(one.kind, one.id) for one in match.candidates)
    form = match.candidates[0].form
    if form == "noun" and match.kind == "region":
        form = "name"
    quote = text[match.start : match.end]
    return Entity(match.start, match.end, quote, match.kind, links, cast(Form, form))


def _places(letter: Letter, listed: Sequence[Entity]) -> list[Entity]:
    """Return countries and regions, countries inside longer names too."""
    size = len(letter.text)
    places = [e for e in outermost(size, listed) if e.kind in {"country", "region"}]
    inside = Cover(size, places).free(e for e in listed if e.kind == "country")
    left_out = Cover(size, places).free(_left_out(letter.text))
    return [_said_on(e, letter) for e in outermost(size, [*places, *inside, *left_out])]


def _left_out(text: str) -> Iterator[Entity]:
    """Yield the first half of «Noord- en Zuid-Korea», «Oost- en West-Afrika»."""
    for found in _HALVES.finditer(text):
        whole = found[1] + found[2]
        match = next(iter(matches(tokenise(whole))), None)
        if match and (match.start, match.end) == (0, len(whole)):
            start, end = found.span(1)
            entity = _entity(whole, match)
            if entity.kind in {"country", "region"}:
                yield replace(entity, start=start, end=end, quote=text[start:end])


def _said_on(entity: Entity, letter: Letter) -> Entity:
    """Settle «Congolees», «Korea»: the country that the letter names in full, else the usual one."""
    if entity.kind != "country" or len(entity.links) == 1:
        return entity
    named = [
        link for link in entity.links if re.search(rf"\b{re.escape(link.name)}\b", letter.text)
    ]
    if len(named) == 1:
        return replace(entity, links=tuple(named))
    if tuple(sorted(map(key_of, entity.links))) == _CONGO:
        return replace(entity, links=(country_link(_CONGO[0]),))
    return entity


def _missions(
    letter: Letter,
    doc: Doc,
    context: Context,
    tops: Sequence[Entity],
    places: Sequence[Entity],
) -> list[Entity]:
    """Return all missions of a letter: listed, unknown by pattern or by the pipeline, described and
    referred back to."""
    text = letter.text
    countries = {p.start: p for p in reversed(places) if p.kind == "country"}
    listed = [missions.placed(text, e, countries) for e in tops if e.kind == "mission"]
    listed = [missions.widened(text, e) for e in listed]
    others = [e for e in tops if e.kind != "mission"]
    defined = defined_missions(text, [*listed, *others])
    starts = {e.start for e in places if e.kind == "country" and e.form != "capital"}
    fresh = missions.named(text, Cover(len(text), listed, others, defined))
    fresh = [e for e in fresh if e.end - len(e.links[0].name) not in starts]
    names_so_far = Cover(len(text), listed, others, defined, fresh)
    fresh += names_so_far.free(missions.again(text, fresh))
    names_so_far.add(*fresh)
    names_so_far.add(*(e for e in places if e.form in {"noun", "name"}))
    fresh += missions.by_pipeline(context, doc, names_so_far)
    short = Missions(context, [*listed, *defined, *fresh], places)
    names = [short.settle(e) if len(e.links) > 1 else e for e in listed]
    names += [*defined, *fresh]
    return [*names, *_described(context, names, others, places)]


def _described(
    context: Context,
    names: Sequence[Entity],
    others: Sequence[Entity],
    places: Sequence[Entity],
) -> Iterable[Entity]:
    """Yield the missions that are described, in text order: one that is found helps the next."""
    text = context.letter.text
    blocked, taken = Stretches.of(text), Cover(len(text), names)
    elsewhere = Cover(len(text), names, others)
    known_so_far = Missions(context, names, places)
    by_start = {name.start: name for name in reversed(names)}
    for found in descriptions(text, places):
        if blocked.bar(found.named, found.head_end, "mission", "generic"):
            continue
        entity = _bracketed(text, found, by_start) or known_so_far.described(found, text)
        if short := _abbreviated(text, found, entity, elsewhere):
            yield from short
            continue
        if entity and not taken.crosses(entity):
            taken.add(entity)
            known_so_far.add(entity)
            yield entity


def _abbreviated(
    text: str, found: Description, entity: Entity | None, elsewhere: Cover
) -> list[Entity]:
    """Return an unknown mission under the abbreviation behind its description, wherever the letter has
    it: «de diplomatieke waarnemersmissies (KDOM)»."""
    match = _SHORT.match(text, found.end)
    if not match or entity and len(entity.links) == 1 and entity.links[0].known:
        return []
    link = unknown("mission", match[1])
    quote = text[found.named : found.end]
    long = Entity(found.named, found.end, quote, "mission", (link,))
    more = [
        Entity(at.start(), at.end(), at[0], "mission", (link,))
        for at in occurrences(match[1], text)
    ]
    return [] if any(map(elsewhere.crosses, more)) else [long, *more]


def _bracketed(text: str, found: Description, names: Mapping[int, Entity]) -> Entity | None:
    """Return a description whose mission stands in brackets behind it: «EU-missie in Mali (EUTM)»."""
    entity = names.get(found.end + 2)
    if entity is None or not text.startswith(" (", found.end):
        return None
    quote = text[found.named : found.end]
    return Entity(found.named, found.end, quote, "mission", entity.links)


def mission_countries(link: Link, entities: Sequence[Entity]) -> tuple[Link, ...]:
    """Return the countries of a mission: of the list when it is known, else those in its name.

    ``entities`` are all entities of the letter.
    """
    if link.known:
        mission = reference.missions().get(key_of(link))
        return tuple(country_link(code) for code in mission.countries) if mission else ()
    inside = {
        country.links[0].id: country.links[0]
        for mission in entities
        if mission.kind == "mission" and link in mission.links and mission.form == "name"
        for country in entities
        if country.kind == "country"
        and len(country.links) == 1
        and mission.start <= country.start
        and country.end <= mission.end
    }
    return tuple(inside[key] for key in sorted(inside))
