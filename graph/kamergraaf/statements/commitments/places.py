"""Where a commitment is for: countries named in the passage, of the mission, the section, the letter."""

import re

from kamergraaf import iris
from kamergraaf.model import Entity, Link
from kamergraaf.reference import countries as all_countries
from kamergraaf.reference import missions as all_missions
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.missions import links
from kamergraaf.statements.context import Context

PARTNERED = re.compile(
    r"(samen|gezamenlijk|in samenspraak|in samenwerking|in navolging van|partner van)"
    r"[^.;]{0,12}$|\b(samen|samenspraak|samenwerking) met [^.;]{0,50}$|\bpartner van (de )?$"
)
RELATIONS = (
    "samenwerking", "overleg", "dialoog", "gesprek", "gesprekken", "betrekkingen", "verdrag",
    "overeenkomst", "akkoord", "relatie", "contact", "onderhandelingen", "afspraken",
)  # fmt: skip


def countries(
    candidate: Candidate, named_missions: tuple[Link, ...], context: Context
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the countries it is for and the countries it is done with (partners)."""
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
    clause = _own_clause(found, candidate, context)
    found = clause or found
    own = {link.id for mission in named_missions for link in _of_mission(mission)}
    partners = [e for e in found if _is_partner(e, candidate, own, context)]
    partner_ids = {e.start for e in partners}
    places = links([e for e in found if e.start not in partner_ids])
    if not places:
        places = _of_missions(named_missions)
    if not places and not named_missions and candidate.sense not in {"inform"}:
        places = _country_of_section(candidate, context)
    if not places and (main := context.main_country):
        places = (main,)
    together = partners + list(candidate.actor.partners)
    return places, links(together)


def _country_of_section(candidate: Candidate, context: Context) -> tuple[Link, ...]:
    """The one country that the nearest heading with a country names."""
    sentence = context.letter.sentences[candidate.sentence]
    for heading in context.headings(sentence):
        named = _abroad(context, heading.start, heading.end)
        if named:
            return named if len(named) == 1 else ()
    return ()


def _abroad(context: Context, start: int, end: int) -> tuple[Link, ...]:
    named = [e for e in context.entities(start, end, "country") if e.form != "capital"]
    return tuple(link for link in links(named) if not link.id.endswith("/nld"))


def _own_clause(found: list[Entity], candidate: Candidate, context: Context) -> list[Entity]:
    """The entities in the clause itself, not in a clause that hangs on a noun of it."""
    tokens = {t.idx for t in candidate.lead.tokens} | {t.idx for t in candidate.content.tokens}
    return [e for e in found if any(e.start <= i < e.end for i in tokens)]


def _is_partner(entity: Entity, candidate: Candidate, own: set[str], context: Context) -> bool:
    """Does the country act along («samen met Duitsland», «door Frankrijk geleid») rather than
    undergo?  ``own`` are the countries of the missions named: an adjective of another country tells
    whose unit it is («de Duitse taakgroep»)."""
    if entity.form == "adjective":
        return bool(own) and entity.links[0].id not in own
    span = context.doc.char_span(entity.start, entity.end, alignment_mode="expand")
    if span is None:
        return False
    token = span.root
    while token.dep_ == "conj":
        token = token.head
    case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    before = context.letter.text[max(candidate.start, entity.start - 60) : entity.start].lower()
    if PARTNERED.search(before) or case in {"door", "naast"}:
        return True
    about = token.dep_ == "nmod" and token.head.lower_.endswith(RELATIONS)
    return case == "met" and not about and candidate.sense not in {"consult", "inform"}


def _of_missions(named: tuple[Link, ...]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for link in named:
        places = _of_mission(link)
        if len(places) == 1:
            found.setdefault(places[0].id, places[0])
    return tuple(found.values())


def _of_mission(link: Link) -> list[Link]:
    mission = all_missions().get(link.id.rsplit("/", 1)[-1]) if link.known else None
    return [country_link(iso3) for iso3 in mission.countries] if mission is not None else []


def country_link(iso3: str) -> Link:
    """Return the link of a country by its ISO 3166-1 alpha-3 code."""
    country = all_countries()[iso3]
    return Link(iris.thing("country", iso3.lower()), country.name_nl)
