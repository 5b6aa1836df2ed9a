"""The terms of a commitment: missions, places, partners, money, people, dates, conditions."""

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
from kamergraaf.statements.context import Context, within

NETHERLANDS = "NLD"
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
) -> tuple[Link, ...]:
    """Return the missions named in the passage, else the one that is being spoken of."""
    named = links(context.entities(candidate.start, candidate.end, "mission"))
    if named:
        return named
    words = {t.lower_ for t in candidate.content.tokens} | {t.lower_ for t in candidate.lead.tokens}
    change = candidate.sense in {"extend", "end", "suspend", "resume", "reduce", "expand"}
    if kind not in MISSION_KINDS and not change:
        return ()
    if not words & MISSION_WORDS and kind != "personnel":
        return ()
    return _spoken_of(sentence, context)


def _spoken_of(sentence: Sentence, context: Context) -> tuple[Link, ...]:
    paragraph = context.paragraph(sentence)
    before = links(context.entities(paragraph.start, sentence.start, "mission"))
    if before:
        return before[-1:]
    for heading in context.headings(sentence):
        named = links(context.entities(heading.start, heading.end, "mission"))
        if named:
            return named if len(named) == 1 else ()
    return ()


def countries(
    candidate: Candidate, named_missions: tuple[Link, ...], context: Context
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the countries it is for and the countries it is done with (partners)."""
    found = [
        e for e in context.entities(candidate.start, candidate.end, "country")
        if not any(link.id.endswith("/nld") for link in e.links)
    ]  # fmt: skip
    partners = [e for e in found if _is_partner(e, context)]
    partner_ids = {e.start for e in partners}
    places = links([e for e in found if e.start not in partner_ids])
    if not places:
        places = _of_missions(named_missions)
    together = partners + list(candidate.actor.partners)
    return places, links(together)


def _is_partner(entity: Entity, context: Context) -> bool:
    if entity.form == "adjective":
        return False
    span = context.doc.char_span(entity.start, entity.end, alignment_mode="expand")
    if span is None:
        return False
    token = span.root
    while token.dep_ == "conj":
        token = token.head
    case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    before = context.letter.text[max(0, entity.start - 40) : entity.start].lower()
    return case == "met" or " met " in before and "samen" in before or case == "naast"


def _of_missions(named: tuple[Link, ...]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for link in named:
        mission = all_missions().get(link.id.rsplit("/", 1)[-1]) if link.known else None
        if mission is not None and len(mission.countries) == 1:
            country = country_link(mission.countries[0])
            found.setdefault(country.id, country)
    return tuple(found.values())


def country_link(iso3: str) -> Link:
    """Return the link of a country by its ISO 3166-1 alpha-3 code."""
    from kamergraaf import iris
    from kamergraaf.reference import countries as all_countries

    country = all_countries()[iso3]
    return Link(iris.thing("country", iso3.lower()), country.name_nl)


def money(candidate: Candidate, context: Context) -> tuple[MoneyTerm, ...]:
    """Return the amounts in the passage with their scope."""
    found = within(context.annotated.amounts, candidate.start, candidate.end)
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
    if later_share or any(w in before for w in ("gezamenlijk", "in totaal", "totale omvang")):
        return "joint-total"
    if any(w in before for w in ("geraamd", "raming", "naar schatting", "geschat")):
        return "estimate"
    if "benelux" in text and "nederlandse" not in after:
        return "joint-total"
    return "dutch-share"


def people(candidate: Candidate, context: Context) -> tuple[PersonnelTerm, ...]:
    """Return the head counts in the passage; of «van 6 naar 15» the new one."""
    found = within(context.annotated.headcounts, candidate.start, candidate.end)
    if len(found) == 2 and " naar " in context.letter.text[found[0].end : found[1].start + 1]:
        found = found[1:]
    return tuple(PersonnelTerm(h.value, h.qualifier, h.role) for h in found)


ROLES: dict[str, DateRole] = {"start": "start", "end": "end", "deadline": "end", "point": "event"}


def dates(candidate: Candidate, context: Context) -> tuple[DateTerm, ...]:
    """Return the dates in the passage with their role; a period gives a start and an end."""
    found: list[DateTerm] = []
    for time in within(context.annotated.times, candidate.start, candidate.end):
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
