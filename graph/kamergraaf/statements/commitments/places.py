"""Where a commitment is for: countries named in the passage, of the mission, the section, the letter."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from spacy.tokens import Token

from kamergraaf import iris
from kamergraaf.model import Entity, Link
from kamergraaf.reference import countries as all_countries
from kamergraaf.reference import missions as all_missions
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.missions import links
from kamergraaf.statements.commitments.towns import countries_of_towns, country_of_region
from kamergraaf.statements.context import Context

PARTNERED = re.compile(
    r"(samen|gezamenlijk|in samenspraak|in samenwerking|in navolging van|partner van)"
    r"[^.;]{0,12}$|\b(samen|samenspraak|samenwerking) met [^.;]{0,50}$|\bpartner van (de )?$"
)
RELATIONS = (
    "samenwerking", "overleg", "dialoog", "gesprek", "gesprekken", "betrekkingen", "verdrag",
    "overeenkomst", "akkoord", "relatie", "contact", "onderhandelingen", "afspraken",
)  # fmt: skip
TALKS = frozenset(
    {"consult", "inform", "urge", "raise", "emphasise", "request", "condemn", "support"}
)
Role = Literal["place", "partner", "origin"]


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("places.toml").read_text("utf-8"))


@cache
def _before(name: Literal["verzoek", "herkomst"]) -> re.Pattern[str]:
    return re.compile("|".join(_data()[name]["patronen"]))


def countries(
    candidate: Candidate, named_missions: tuple[Link, ...], context: Context
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the countries it is for and the countries it is done with (partners)."""
    roles: dict[Role, list[Entity]] = {"place": [], "partner": [], "origin": []}
    own = {link.id for mission in named_missions for link in _of_mission(mission)}
    for entity in _named(candidate, named_missions, context):
        roles[_role(entity, candidate, own, context)].append(entity)
    places = links(roles["place"])
    if own and (there := tuple(link for link in places if link.id in own)):
        places = there
    places = places or _of_missions(named_missions)
    if not places:
        places = _towns(candidate.start, candidate.end, context)
    if not places:
        places = _around(candidate, bool(named_missions), context) or links(roles["origin"])
    return places, links(roles["partner"] + list(candidate.actor.partners))


def _named(
    candidate: Candidate, named_missions: tuple[Link, ...], context: Context
) -> list[Entity]:
    """The countries in the passage, not those in the name of a mission that it is not about."""
    found = [
        e for e in context.entities(candidate.start, candidate.end, "country")
        if e.form != "capital" and not any(link.id.endswith("/nld") for link in e.links)
        and context.letter.text[max(0, e.start - 4) : e.start].lower() not in {"als ", "dan "}
    ]  # fmt: skip
    ids = {link.id for link in named_missions}
    aside = [
        m for m in context.entities(candidate.start, candidate.end, "mission")
        if not ids & {link.id for link in m.links}
    ]  # fmt: skip
    found = [e for e in found if not any(m.start <= e.start and e.end <= m.end for m in aside)]
    return _own_clause(found, candidate) or found


def _own_clause(found: list[Entity], candidate: Candidate) -> list[Entity]:
    """The entities in the clause itself, not in a clause that hangs on a noun of it."""
    tokens = {t.idx for t in candidate.lead.tokens} | {t.idx for t in candidate.content.tokens}
    return [e for e in found if any(e.start <= i < e.end for i in tokens)]


def _role(entity: Entity, candidate: Candidate, own: set[str], context: Context) -> Role:
    """Is the country where it is for, does it act along, or does something come from there?

    ``own`` are the countries of the missions named: an adjective of another country tells whose unit
    it is («de Duitse taakgroep»).
    """
    span = context.doc.char_span(entity.start, entity.end, alignment_mode="expand")
    if span is None:
        return "place"
    token = _first_of_row(span.root)
    start = min(token.idx, entity.start)
    before = context.letter.text[max(candidate.start, start - 60) : start].lower()
    if PARTNERED.search(before):
        return "partner"
    talk = candidate.sense in TALKS
    if entity.form == "adjective":
        if own:
            return "place" if entity.links[0].id in own else "partner"
        return "partner" if not talk and _serves(span.root) else "place"
    if not talk and _before("verzoek").search(before):
        return "partner"
    if _before("herkomst").search(before):
        return "origin"
    if own and entity.links[0].id not in own and _acts_elsewhere(token, candidate):
        return "partner"
    return _with(token, candidate)


def _with(token: Token, candidate: Candidate) -> Role:
    case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    if case in {"door", "naast"}:
        return "partner"
    about = token.dep_ == "nmod" and token.head.lower_.endswith(RELATIONS)
    along = case == "met" and not about and candidate.sense not in {"consult", "inform"}
    return "partner" if along else "place"


def _first_of_row(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def _serves(adjective: Token) -> bool:
    """«Het Ierse bataljon», «zijn Poolse collega»: someone else's people."""
    return adjective.head.lower_.endswith(tuple(_data()["diensten"]["einden"]))


def _acts_elsewhere(token: Token, candidate: Candidate) -> bool:
    """Is the country the subject of a clause that is not the commitment's («waarover Italië …»)?"""
    acting = token.dep_ in {"nsubj", "nsubj:pass", "obl:agent"}
    return acting and token.head not in {candidate.lead.head, candidate.content.head}


def _around(candidate: Candidate, mission: bool, context: Context) -> tuple[Link, ...]:
    """The country of the section, else of the letter, else the only one of the paragraph before."""
    sentence = context.letter.sentences[candidate.sentence]
    if not mission and candidate.sense != "inform":
        if before := _one(context, sentence.start, candidate.start):
            return before
        for heading in context.headings(sentence):
            if named := _abroad(context, heading.start, heading.end):
                return named if len(named) == 1 else ()
    if main := context.main_country:
        return (main,)
    concrete = candidate.sense != "inform" and not context.amounts(candidate.start, candidate.end)
    if concrete and not mission:
        return _one(context, context.paragraph(sentence).start, sentence.start)
    return ()


def _one(context: Context, start: int, end: int) -> tuple[Link, ...]:
    named = _abroad(context, start, end)
    return named if len(named) == 1 else ()


def _abroad(context: Context, start: int, end: int) -> tuple[Link, ...]:
    named = [e for e in context.entities(start, end, "country") if e.form != "capital"]
    return tuple(link for link in links(named) if not link.id.endswith("/nld"))


def _towns(start: int, end: int, context: Context) -> tuple[Link, ...]:
    """The countries of the capitals, towns and regions of a passage, save the seats of organisations."""
    seats = set(_data()["zetels"]["woorden"])
    found: dict[str, Link] = {}
    for entity in context.entities(start, end, "country", "region"):
        if entity.kind == "region" and (code := country_of_region(entity)):
            found.setdefault(code, country_link(code))
        if entity.form == "capital" and entity.quote not in seats and len(entity.links) == 1:
            found.setdefault(entity.links[0].id.rsplit("/", 1)[-1].upper(), entity.links[0])
    for code in countries_of_towns(context.letter.text[start:end]):
        found.setdefault(code, country_link(code))
    found.pop("NLD", None)
    return tuple(found.values())


def _of_missions(named: tuple[Link, ...]) -> tuple[Link, ...]:
    """The countries of missions that work in one or two."""
    found: dict[str, Link] = {}
    for link in named:
        places = _of_mission(link)
        if len(places) <= 2:
            found.update((place.id, place) for place in places if place.id not in found)
    return tuple(found.values())


def _of_mission(link: Link) -> list[Link]:
    mission = all_missions().get(link.id.rsplit("/", 1)[-1]) if link.known else None
    return [country_link(iso3) for iso3 in mission.countries] if mission is not None else []


def country_link(iso3: str) -> Link:
    """Return the link of a country by its ISO 3166-1 alpha-3 code."""
    country = all_countries()[iso3]
    return Link(iris.thing("country", iso3.lower()), country.name_nl)
