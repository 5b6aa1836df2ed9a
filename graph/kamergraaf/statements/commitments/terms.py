"""The terms of a commitment: missions, places, partners, money, people, dates, conditions."""

from kamergraaf.model import DateRole, DateTerm, Entity, Link
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.conditions import conditions, hypothetical
from kamergraaf.statements.commitments.missions import links, missions
from kamergraaf.statements.commitments.places import countries
from kamergraaf.statements.commitments.sums import money, people
from kamergraaf.statements.context import Context
from kamergraaf.text.moments import ends

__all__ = [
    "conditions",
    "countries",
    "dates",
    "hypothetical",
    "missions",
    "money",
    "others",
    "people",
]

ROLES: dict[str, DateRole] = {"start": "start", "end": "end", "deadline": "end", "point": "event"}


def dates(candidate: Candidate, context: Context) -> tuple[DateTerm, ...]:
    """Return the dates in the passage with their role; a period gives a start and an end."""
    found: list[DateTerm] = []
    for time in context.times(candidate.start, candidate.end):
        if time.moment is None:
            continue
        if time.function == "span":
            first, last = ends(time.moment)
            found.append(DateTerm("start", first, time.quote))
            found.append(DateTerm("end", last, time.quote))
        else:
            role = ROLES[time.function]
            role = _told_by_verb(candidate) if role == "event" else role
            found.append(DateTerm(role, time.moment, time.quote))
    return tuple(found)


def _told_by_verb(candidate: Candidate) -> DateRole:
    """What happens on a day: something decided, something that stops, else an event."""
    done = candidate.lead.past or candidate.lead.perfect
    if candidate.rule in {"decide", "promise"} and done:
        return "decision"
    return "end" if candidate.sense == "end" and not candidate.negated else "event"


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
