"""The ontology as data: its triples, and the labels of its concepts."""

from functools import lru_cache

import pyoxigraph as ox
from rdflib import SKOS, XSD, Literal, URIRef

from kamergraaf.rdf.terms import Triple, concept
from kamergraaf.resources import resource


@lru_cache(maxsize=1)
def ontology_triples() -> tuple[Triple, ...]:
    """Return the triples of ``ontology/kamergraaf.ttl``."""
    return tuple(
        (URIRef(quad.subject.value), URIRef(quad.predicate.value), _term(quad.object))
        for quad in ox.parse(path=resource("ontology/kamergraaf.ttl"))
    )


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


def _term(value: ox.NamedNode | ox.Literal) -> URIRef | Literal:
    if isinstance(value, ox.NamedNode):
        return URIRef(value.value)
    if value.language:
        return Literal(value.value, lang=value.language)
    datatype = URIRef(value.datatype.value)
    return Literal(value.value, datatype=None if datatype == XSD.string else datatype)
