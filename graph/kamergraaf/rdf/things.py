"""The things that letters name: missions, countries, regions, organisations, persons, posts."""

from collections.abc import Iterator
from functools import lru_cache

from rdflib import FOAF, ORG, SKOS, Literal, URIRef

from kamergraaf.errors import BadData
from kamergraaf.iris import part
from kamergraaf.model import Entity, Letter, Link, Statements
from kamergraaf.rdf.reference import reference_triples
from kamergraaf.rdf.terms import KG, SCHEMA, TYPE, Triple, concept, kind_of, nl, truth

CLASSES = {
    "mission": KG.Mission,
    "country": SCHEMA.Country,
    "region": KG.Region,
    "organisation": ORG.Organization,
    "ministry": KG.Ministry,
    "post": ORG.Post,
    "office": ORG.Post,
    "person": FOAF.Person,
    "cabinet": KG.Cabinet,
    "tenure": KG.Tenure,
}
"""Classes by the kind in the IRI; a post is Dutch, an office is of another state or organisation."""


def link_iri(link: Link) -> URIRef:
    """Return the IRI of a linked thing; raises ``BadData`` when it is not one of ours."""
    if kind_of(link.id) not in CLASSES:
        raise BadData(f"«{link.id}» ({link.name}): nothing of this kind is in the graph")
    return URIRef(link.id)


def person_iri(letter: Letter, person: Entity) -> URIRef:
    """Return the IRI of a person whom nobody knows: of this letter, as namesakes may differ."""
    return URIRef(part(letter.id, "person", person.quote))


def linked(subject: URIRef, predicate: URIRef, link: Link) -> Iterator[Triple]:
    """Yield ``subject predicate thing`` and, when the reference data lacks it, what it is."""
    node = link_iri(link)
    yield subject, predicate, node
    yield from described(node, link.name, link.kind)


def described(node: URIRef, name: str, kind: str | None = None) -> Iterator[Triple]:
    """Yield class, name and kind of a thing, unless the reference data holds it."""
    if node in _known():
        return
    what = kind_of(node)
    yield node, TYPE, CLASSES[what]
    yield node, KG.known, truth(False)
    yield node, SKOS.prefLabel, nl(name)
    if what in ("mission", "organisation"):
        yield node, KG.kind, concept(f"{what}-kind", kind or "unknown")
    if what == "person":
        yield node, FOAF.name, Literal(name)


@lru_cache(maxsize=1)
def _known() -> frozenset[URIRef]:
    return frozenset(subject for subject, predicate, _ in reference_triples() if predicate == TYPE)


def mentioned(statements: Statements) -> Iterator[Triple]:
    """Yield what the letter mentions; the passages are in ``mentions.named_things``."""
    letter = URIRef(statements.letter.id)
    for links in (
        statements.missions,
        statements.countries,
        statements.regions,
        statements.organisations,
    ):
        for link in links:
            yield from linked(letter, SCHEMA.mentions, link)
    for person in statements.persons:
        if len(person.links) > 1:
            continue
        if person.links:
            node = link_iri(person.links[0])
            yield from linked(letter, SCHEMA.mentions, person.links[0])
        else:
            node = person_iri(statements.letter, person)
            yield letter, SCHEMA.mentions, node
            yield node, TYPE, FOAF.Person
            yield node, KG.known, truth(False)
            yield node, SKOS.prefLabel, nl(person.quote)
            yield node, FOAF.name, Literal(person.quote)
        if person.role:
            yield node, SCHEMA.jobTitle, nl(person.role)
