"""Where a commitment is for: countries named in the passage, of the mission, the section, the letter."""

import re

from kamergraaf.model import Entity, Link
from kamergraaf.statements.commitments.around import HOME, around, of_towns
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.country_roles import Role, role
from kamergraaf.statements.commitments.missions import links
from kamergraaf.statements.context import Context
from kamergraaf.statements.towns import countries_of_mission, country_link

DEALT = re.compile(
    r"(?<!samen )(?<!samenwerking )(?<!overleg )\b(?:met|verzoek van) (?:de |het )?$"
)
FEW = 3
COMPARED = ("als ", "dan ")


def countries(
    candidate: Candidate, named_missions: tuple[Link, ...], context: Context
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the countries it is for and the countries it is done with (partners)."""
    own = {link.id for mission in named_missions for link in _of_mission(mission)}
    named = _named(candidate, named_missions, context)
    clause = _own_clause(named, candidate)
    roles = _roles(clause or named, candidate, own, context)
    places = links(roles["place"])
    if clause and not places and not own:
        aside = [e for e in named if e not in clause]
        places = links(_roles(aside, candidate, own, context)["place"])
    towns = of_towns(candidate, context)
    if own and (there := tuple(link for link in places if link.id in own)):
        places = there
    elif places:
        places = _once(places, tuple(link for link in towns if link.id in own))
    places = places or _of_missions(named_missions, context) or towns
    partners = links(roles["partner"] + list(candidate.actor.partners))
    if not places:
        dealt_with = _dealt_with(roles["partner"], context)
        alone = not named_missions and len(partners) == 1
        places = around(candidate, bool(own), dealt_with if alone else (), context)
    return places or links(roles["origin"]), partners


def _roles(
    entities: list[Entity], candidate: Candidate, own: set[str], context: Context
) -> dict[Role, list[Entity]]:
    roles: dict[Role, list[Entity]] = {"place": [], "partner": [], "origin": []}
    for entity in entities:
        roles[role(entity, candidate, own, context)].append(entity)
    return roles


def _once(*found: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple({link.id: link for row in found for link in row}.values())


def _dealt_with(partners: list[Entity], context: Context) -> tuple[Link, ...]:
    """Who an agreement is made with or who asks: it is for them when it is for nobody else."""
    text = context.letter.text
    return links(
        [e for e in partners if DEALT.search(text[max(0, e.start - 30) : e.start].lower())]
    )


def _named(
    candidate: Candidate, named_missions: tuple[Link, ...], context: Context
) -> list[Entity]:
    """The countries in the passage, not those in the name of a mission that it is not about."""
    text = context.letter.text
    found = [
        e for e in context.entities(candidate.start, candidate.end, "country")
        if e.form != "capital" and not any(link.id.endswith(HOME) for link in e.links)
        and text[max(0, e.start - 4) : e.start].lower() not in COMPARED
        and not _language(e, text)
    ]  # fmt: skip
    ids = {link.id for link in named_missions}
    aside = [
        m for m in context.entities(candidate.start, candidate.end, "mission")
        if not ids & {link.id for link in m.links}
    ]  # fmt: skip
    return [e for e in found if not any(m.start <= e.start and e.end <= m.end for m in aside)]


def _language(entity: Entity, text: str) -> bool:
    """«Het Pools machtig», «in het Arabisch»: an adjective without ending behind «het»."""
    before = text[max(0, entity.start - 4) : entity.start].lower()
    return entity.form == "adjective" and before == "het " and not entity.quote.endswith("e")


def _own_clause(found: list[Entity], candidate: Candidate) -> list[Entity]:
    """The entities in the clause itself, not in a clause that hangs on a noun of it."""
    tokens = {t.idx for t in candidate.lead.tokens} | {t.idx for t in candidate.content.tokens}
    return [e for e in found if any(e.start <= i < e.end for i in tokens)]


def _of_missions(named: tuple[Link, ...], context: Context) -> tuple[Link, ...]:
    """The countries of up to three missions that work in one or two; where the letter is about one of
    the two, that one."""
    found: dict[str, Link] = {}
    for link in named if len(named) <= FEW else ():
        places = _of_mission(link)
        if context.main_country in places:
            places = [context.main_country]
        if len(places) <= 2:
            found.update((place.id, place) for place in places if place.id not in found)
    return tuple(found.values())


def _of_mission(link: Link) -> list[Link]:
    return [country_link(iso3) for iso3 in countries_of_mission(link)]
