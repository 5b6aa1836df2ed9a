"""The ontology as data: its triples, and the labels of its concepts."""

from functools import lru_cache

import pyoxigraph as ox
from rdflib import SKOS, XSD, Literal, URIRef

from kamergraaf.errors import BadData
from kamergraaf.rdf.terms import Triple, concept
from kamergraaf.resources import resource


@lru_cache(maxsize=1)
def ontology_triples() -> tuple[Triple, ...]:
    """Return the triples of ``ontology/kamergraaf.ttl``."""
    path = resource("ontology/kamergraaf.ttl")
    return tuple(from_oxigraph(quad) for quad in ox.parse(path=path))


def from_oxigraph(quad: ox.Quad) -> Triple:
    """Return the triple of a quad of Oxigraph as rdflib's; ours have no blank nodes."""
    return URIRef(_iri(quad.subject)), URIRef(_iri(quad.predicate)), _term(quad.object)


def _iri(term: object) -> str:
    if not isinstance(term, ox.NamedNode):
        raise BadData(f"{term} is no IRI; every node of our graphs has one")
    return term.value


@lru_cache(maxsize=1)
def _labels() -> dict[tuple[URIRef, str | None], str]:
    return {
        (s, o.language): str(o)
        for s, p, o in ontology_triples()
        if p == SKOS.prefLabel and isinstance(o, Literal)
    }


def label(scheme: str, code: str, language: str) -> str:
    """Return the label of a concept in ``nl`` or ``en``.

    >>> label("status", "active", "nl")
    'lopend'
    """
    return _labels()[concept(scheme, code), language]


def _term(value: object) -> URIRef | Literal:
    if not isinstance(value, ox.Literal):
        return URIRef(_iri(value))
    if value.language:
        return Literal(value.value, lang=value.language)
    datatype = URIRef(value.datatype.value)
    return Literal(value.value, datatype=None if datatype == XSD.string else datatype)
