"""The short ways: minister, country, letter and current status one step from a commitment.

They say nothing new; their graph can be dropped and made again from the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from rdflib import FOAF, ORG, PROV, Literal, URIRef

from kamergraaf.rdf.terms import KG, SCHEMA, TYPE, Quad, Triple

_Values = dict[tuple[URIRef, URIRef], set[URIRef]]
_USED = {
    TYPE, ORG.member, PROV.wasAttributedTo, PROV.wasRevisionOf,
    KG.assertedIn, KG.place, KG.signedBy, KG.stateOf, KG.status,
}  # fmt: skip


def short_ways(quads: Iterable[Quad]) -> Iterator[Triple]:
    """Yield ``kg:minister``, ``kg:country``, ``kg:letter`` and ``kg:currentStatus``."""
    values: _Values = defaultdict(set)
    for s, p, o, _ in quads:
        if p in _USED and not isinstance(o, Literal):
            values[s, p].add(o)
    revised = set(chain.from_iterable(v for (_, p), v in values.items() if p == PROV.wasRevisionOf))
    for state, predicate in list(values):
        if predicate != KG.stateOf:
            continue
        for commitment in values[state, KG.stateOf]:
            for letter in values[state, KG.assertedIn]:
                yield commitment, KG.letter, letter
            for person in _ministers(values, state):
                yield commitment, KG.minister, person
            for place in values[commitment, KG.place]:
                if SCHEMA.Country in values[place, TYPE]:
                    yield commitment, KG.country, place
            if state not in revised:
                for status in values[state, KG.status]:
                    yield commitment, KG.currentStatus, status


def _ministers(values: _Values, state: URIRef) -> Iterator[URIRef]:
    for agent in values[state, PROV.wasAttributedTo]:
        if ORG.Post in values[agent, TYPE]:
            continue  # An office whose holder nobody knows; a signatory may be another minister.
        if person := _person(values, agent):
            yield from person
        else:
            for letter in values[state, KG.assertedIn]:
                for signatory in values[letter, KG.signedBy]:
                    yield from _person(values, signatory)


def _person(values: _Values, agent: URIRef) -> set[URIRef]:
    if KG.Tenure in values[agent, TYPE]:
        return values[agent, ORG.member]
    return {agent} if FOAF.Person in values[agent, TYPE] else set()
