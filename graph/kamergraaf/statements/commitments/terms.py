"""The terms of a commitment: missions, places, partners, money, people, dates, conditions."""

import re

from kamergraaf.model import (
    Amount,
    DateRole,
    DateTerm,
    Entity,
    Kind,
    Link,
    MoneyTerm,
    PersonnelTerm,
    Scope,
    Sentence,
)  # fmt: skip
from kamergraaf.reference import missions as all_missions
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.phrases import search
from kamergraaf.statements.context import Context

JOINT = ("gecombineerd", "gezamenlijk", "gedeeld", "samen met", "inclusief")
PARTNERED = re.compile(
    r"(samen|gezamenlijk|in samenspraak|in samenwerking|in navolging van|partner van)"
    r"[^.;]{0,12}$|\b(samen|samenspraak|samenwerking) met [^.;]{0,50}$|\bpartner van (de )?$"
)
RELATIONS = (
    "samenwerking", "overleg", "dialoog", "gesprek", "gesprekken", "betrekkingen", "verdrag",
    "overeenkomst", "akkoord", "relatie", "contact", "onderhandelingen", "afspraken",
)  # fmt: skip
MISSION_KINDS: frozenset[Kind] = frozenset({"personnel", "training", "exercise", "materiel"})
MISSION_WORDS = frozenset(
    {"mandaat", "missie", "bijdrage", "inzet", "deelname", "operatie", "deelneming"}
)


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
    outside = links([e for e in entities if e not in aside])
    if outside:
        return outside, links(aside)
    named = links(entities)
    if named:
        return named, ()
    words = {t.lower_ for t in candidate.content.tokens} | {t.lower_ for t in candidate.lead.tokens}
    change = candidate.sense in {"extend", "end", "suspend", "resume", "reduce", "expand"}
    if kind not in MISSION_KINDS and not change:
        return (), ()
    spoken_of = bool(words & MISSION_WORDS) or kind in {"personnel", "training"}
    return (_spoken_of(sentence, context, spoken_of), ()) if spoken_of or change else ((), ())


def _in_brackets(entity: Entity, candidate: Candidate, context: Context) -> bool:
    before = context.letter.text[candidate.start : entity.start]
    return before.count("(") > before.count(")") and any(w in before for w in JOINT)


def _spoken_of(sentence: Sentence, context: Context, near: bool) -> tuple[Link, ...]:
    """The one mission in the nearest heading that names any, else the last one of the paragraph."""
    for heading in context.headings(sentence):
        named = links(context.entities(heading.start, heading.end, "mission"))
        if named:
            return named if len(named) == 1 else ()
    paragraph = context.paragraph(sentence)
    before = [
        e for e in context.entities(paragraph.start, sentence.start, "mission")
        if len(e.links) == 1
    ]  # fmt: skip
    return links(before[-1:]) if near else ()


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
    from kamergraaf import iris
    from kamergraaf.reference import countries as all_countries

    country = all_countries()[iso3]
    return Link(iris.thing("country", iso3.lower()), country.name_nl)


def money(candidate: Candidate, context: Context) -> tuple[MoneyTerm, ...]:
    """Return the amounts in the passage with their scope."""
    found = [
        a for a in context.amounts(candidate.start, candidate.end)
        if not candidate.foreign & set(range(a.start, a.end))
    ]  # fmt: skip
    return tuple(
        MoneyTerm(a.value, a.currency, _scope(n, a, found, candidate), a.per, a.qualifier)
        for n, a in enumerate(found)
    )


def _scope(number: int, amount: Amount, found: list[Amount], candidate: Candidate) -> Scope:
    if candidate.extra.get("part") == "waarvan":
        return "earmarked-part"
    text = candidate.text.lower()
    offset = amount.start - candidate.start
    before = text[max(0, offset - 60) : offset]
    after = text[offset : offset + 120]
    later_share = any(
        "waarvan" in text[: f.start - candidate.start] and "nederland" in text[f.start - candidate.start - 20 :]
        for f in found[number + 1 :]
    )  # fmt: skip
    if later_share or any(w in before for w in ("gezamenlijk", "samen een totaal")):
        return "joint-total"
    if any(w in before for w in ("geraamd", "raming", "naar schatting", "geschat")):
        return "estimate"
    if "benelux" in text and "nederlandse" not in after:
        return "joint-total"
    return "dutch-share"


def people(
    candidate: Candidate, context: Context, sharing: tuple[str, ...]
) -> tuple[PersonnelTerm, ...]:
    """Return the head counts in the passage; of «van 6 naar 15» the new one."""
    found = [
        h for h in context.headcounts(candidate.start, candidate.end)
        if not candidate.foreign & set(range(h.start, h.end))
    ]  # fmt: skip
    if len(found) == 2 and " naar " in context.letter.text[found[0].end : found[1].start + 1]:
        found = found[1:]
    return tuple(PersonnelTerm(h.value, h.qualifier, h.role, sharing) for h in found)


ROLES: dict[str, DateRole] = {"start": "start", "end": "end", "deadline": "end", "point": "event"}


def dates(candidate: Candidate, context: Context) -> tuple[DateTerm, ...]:
    """Return the dates in the passage with their role; a period gives a start and an end."""
    found: list[DateTerm] = []
    for time in context.times(candidate.start, candidate.end):
        if time.moment is None:
            continue
        if time.function == "span":
            found.append(DateTerm("start", time.moment, time.quote))
            found.append(DateTerm("end", time.moment, time.quote))
            continue
        role = ROLES[time.function]
        if role == "event" and candidate.rule in {"decide", "promise"} and candidate.lead.past:
            role = "decision"
        found.append(DateTerm(role, time.moment, time.quote))
    return tuple(found)


def conditions(sentence: Sentence, context: Context) -> tuple[str, ...]:
    """Return the words of a condition in the sentence, verbatim."""
    text = context.letter.text[sentence.start : sentence.end]
    match = search("voorwaarde", text)
    if match is None:
        return ()
    rest = text[match.start() :]
    end = len(rest.rstrip(" .;"))
    comma = rest.find(", ", 12)
    if match.start() == 0 or (comma > 0 and rest[comma:].count(" ") > 8):
        end = comma if comma > 0 else end
    return (rest[:end].strip(),)


def others(
    candidate: Candidate, context: Context, places: tuple[Link, ...]
) -> tuple[tuple[Link, ...], tuple[Link, ...], tuple[Link, ...]]:
    """Return regions, beneficiaries and partner organisations of the passage."""
    regions = links(context.entities(candidate.start, candidate.end, "region"))
    beneficiaries: list[Entity] = []
    partners: list[Entity] = []
    for entity in context.entities(candidate.start, candidate.end, "organisation", "person"):
        span = context.doc.char_span(entity.start, entity.end, alignment_mode="expand")
        case = ""
        if span is not None:
            case = next((c.lower_ for c in span.root.children if c.dep_ == "case"), "")
        if case in {"aan", "voor", "bij", "richting"} or (span and span.root.dep_ == "obj"):
            beneficiaries.append(entity)
        elif case == "met":
            partners.append(entity)
    return regions, links(beneficiaries), links(partners)
