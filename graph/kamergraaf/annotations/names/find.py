"""All names of a letter, linked: the list first, then patterns, then what the pipeline takes for names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kamergraaf import reference
from kamergraaf.annotations.names import bodies, missions, offices, people
from kamergraaf.annotations.names.anaphors import countries_again
from kamergraaf.annotations.names.blocked import Stretches
from kamergraaf.annotations.names.context import Context
from kamergraaf.annotations.names.descriptions import Description, descriptions
from kamergraaf.annotations.names.gazetteer import Match, matches
from kamergraaf.annotations.names.links import country_link, key_of, known, unknown
from kamergraaf.annotations.names.resolve import Missions
from kamergraaf.annotations.names.tokens import tokenise
from kamergraaf.model import Entity, Letter, Link

_ARTICLE = re.compile(r"(?:(?:De|Het|Een|The|La|Le) )?")


def find_entities(letter: Letter, doc: Doc) -> tuple[Entity, ...]:
    """Return the missions, countries, regions, organisations, persons and offices named in a letter.

    They are in text order; a country inside the name of a mission, an office or an organisation is an
    entity of its own.  ``doc`` is the parse of ``letter.text``.
    """
    text = letter.text
    context, blocked = Context(letter), Stretches(text)
    listed = [_listed(text, match) for match in matches(tokenise(text))]
    listed = [e for e in listed if not blocked.bar(e.start, e.end, e.kind, e.form)]
    places = [_said_on(e, letter) for e in _outermost(listed) if e.kind in {"country", "region"}]
    places += [e for e in listed if e.kind == "country" and not _crosses(e, places)]
    places = _outermost(places)
    tops = [e for e in _outermost(listed) if e.kind in {"mission", "organisation"}]
    posts = offices.with_names([*offices.offices(letter, places), *places], text)
    posts = [e for e in posts if e.kind == "office"]
    found_missions = _missions(letter, context, tops, places, blocked)
    named = [e for e in tops if e.kind == "organisation" and not _crosses(e, found_missions)]
    people_found = people.persons(letter, doc, [*found_missions, *named, *posts, *_solid(places)])
    others = [*bodies.ministries(text, places), *bodies.state_bodies(text, places)]
    others += bodies.telling_names(text, doc)
    for entity in others:
        if not _crosses(entity, [*found_missions, *named, *posts, *people_found]):
            named.append(entity)
    named = _abbreviated(text, named, found_missions)
    places = [e for e in places if not _crosses(e, people_found)]
    places = [
        e for e in places if e.form != "capital" or not _crosses(e, [*found_missions, *named])
    ]
    again = [e for e in countries_again(context, places) if not _crosses(e, found_missions)]
    everything = [*found_missions, *places, *again, *posts, *named, *people_found]
    return tuple(sorted(set(everything), key=lambda e: (e.start, -e.end, e.kind)))


def _listed(text: str, match: Match) -> Entity:
    links = tuple(known(one.kind, one.id) for one in match.candidates)
    form = match.candidates[0].form
    quote = text[match.start : match.end]
    if form == "noun" and match.kind == "region":
        form = "name"
    return Entity(match.start, match.end, quote, match.kind, links, form)  # type: ignore[arg-type]


def _crosses(entity: Entity, others: Iterable[Entity]) -> bool:
    return any(entity.start < other.end and other.start < entity.end for other in others)


def _outermost(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities without those that cross a longer one."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.start - e.end, e.start)):
        if not _crosses(entity, kept):
            kept.append(entity)
    return sorted(kept, key=lambda e: e.start)


def _solid(places: Iterable[Entity]) -> list[Entity]:
    """Return the places that no person is called by: nouns of countries and regions."""
    return [e for e in places if e.form in {"noun", "name"}]


def _said_on(entity: Entity, letter: Letter) -> Entity:
    """Settle «Congolees», «Korea»: the country that the letter names in full, else the usual one."""
    if entity.kind != "country" or len(entity.links) == 1:
        return entity
    named = [
        link for link in entity.links if re.search(rf"\b{re.escape(link.name)}\b", letter.text)
    ]
    if len(named) == 1:
        return replace(entity, links=tuple(named))
    if {link.id for link in entity.links} == {country_link(c).id for c in ("COD", "COG")}:
        return replace(entity, links=(country_link("COD"),))
    return entity


def _missions(
    letter: Letter,
    context: Context,
    tops: Sequence[Entity],
    places: Sequence[Entity],
    blocked: Stretches,
) -> list[Entity]:
    """Return all missions of a letter: listed, unknown by pattern, described and referred back to."""
    text = letter.text
    listed = [missions.placed(text, e, places) for e in tops if e.kind == "mission"]
    listed = [missions.widened(text, e) for e in listed]
    others = [(e.start, e.end) for e in tops if e.kind != "mission"]
    others += [(e.start, e.end) for e in listed]
    defined = _defined(text, listed, tops)
    others += [(e.start, e.end) for e in defined]
    countries = [(e.start, e.end) for e in places if e.kind == "country" and e.form != "capital"]
    fresh = [
        e
        for e in missions.named(text, others)
        if not any(low == _name_start(e) for low, _ in countries)
    ]
    settled = Missions(context, [*listed, *defined, *fresh], places)
    named = [settled.settle(e) if len(e.links) > 1 else e for e in listed]
    full = Missions(context, [*named, *defined, *fresh], places)
    names = [*named, *defined, *fresh]
    described: list[Entity] = []
    for found in descriptions(text, places):
        if blocked.bar(found.named, found.head_end, "mission", "generic"):
            continue
        entity = _bracketed(text, found, names) or full.described(found, text)
        if entity and not _crosses(entity, names) and not _crosses(entity, described):
            described.append(entity)
    return [*names, *described]


def _name_start(entity: Entity) -> int:
    return entity.end - len(entity.links[0].name)


def _bracketed(text: str, found: Description, names: Sequence[Entity]) -> Entity | None:
    """Return a description whose mission stands in brackets behind it: «EU-missie in Mali (EUTM)»."""
    for entity in names:
        if entity.start == found.end + 2 and text[found.end : entity.start] == " (":
            quote = text[found.named : found.end]
            return Entity(found.named, found.end, quote, "mission", entity.links)
    return None


def _defined(text: str, listed: Sequence[Entity], tops: Sequence[Entity]) -> list[Entity]:
    """Return missions defined in the letter («Joint Border Mission (JBM)») wherever they are named."""
    found: list[Entity] = []
    for match, kind in missions.definitions(text):
        start, end = match.span("long")
        if article := _ARTICLE.match(text, start):
            start = article.end()
        short = match["short"]
        around = Entity(start, match.end(), match[0], "mission", ())
        inside = [e for e in tops if start <= e.start and e.end <= match.end()]
        if any(e.kind == "mission" for e in inside) or not short.isupper():
            continue
        if len(match["long"].split()) < 2 or _crosses(around, found):
            continue
        links = (unknown("mission", short, kind),)
        found.append(Entity(start, end, text[start:end], "mission", links))
        for again in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)", text):
            entity = Entity(*again.span(), again[0], "mission", links)
            if not _crosses(entity, [*listed, *found]):
                found.append(entity)
    return found


def _abbreviated(text: str, named: Sequence[Entity], taken: Sequence[Entity]) -> list[Entity]:
    """Add abbreviations that the letter gives to unknown organisations: «Bureau Halt (BH)»."""
    found = list(named)
    for entity in named:
        if entity.links[0].known:
            continue
        match = re.compile(r" \(([A-Z][A-Za-z]{0,2}[A-Z]{1,6}\d?)\)").match(text, entity.end)
        if not match:
            continue
        for again in re.finditer(rf"(?<![\w-]){match[1]}(?!\w)", text):
            short = replace(entity, start=again.start(), end=again.end(), quote=again[0])
            if not _crosses(short, [*found, *taken]):
                found.append(short)
    return found


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
