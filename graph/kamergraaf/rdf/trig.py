"""Quads as sorted TriG: the same bytes for the same quads."""

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox
from rdflib import Literal, URIRef

from kamergraaf.iris import ID
from kamergraaf.rdf.terms import PREFIXES, TYPE, Quad

_TYPE = ox.NamedNode(TYPE)


def trig(quads: Iterable[Quad]) -> bytes:
    """Return the quads as TriG with prefixes, sorted by graph, subject, predicate and object."""
    return written(to_oxigraph(quads), ox.RdfFormat.TRIG)


def written(statements: Iterable[ox.Quad] | Iterable[ox.Triple], syntax: ox.RdfFormat) -> bytes:
    """Return quads as TriG or triples as Turtle, in their order, with our base and prefixes."""
    body = ox.serialize(statements, format=syntax, prefixes=PREFIXES, base_iri=ID)
    assert body is not None
    # Oxigraph shortens the prefixes themselves by the base and orders them by length.
    while body.startswith(b"@"):
        body = body[body.index(b"\n") + 1 :]
    names = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in sorted(PREFIXES))
    return f"@base <{ID}> .\n{names}\n".encode() + body


def to_oxigraph(quads: Iterable[Quad]) -> list[ox.Quad]:
    """Return the quads as Oxigraph's, each once, sorted."""
    return in_order(ox.Quad(_node(s), _node(p), _term(o), _node(g)) for s, p, o, g in set(quads))


def in_order(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Return the quads sorted by graph, subject, predicate (the class first) and object."""
    return sorted(quads, key=_key)


def _key(quad: ox.Quad) -> tuple[str, str, str, str]:
    # Without its last sign «>», which sorts after «/», a thing comes before its parts.
    subject = str(quad.subject)[:-1]
    predicate = "" if quad.predicate == _TYPE else str(quad.predicate)
    return str(quad.graph_name), subject, predicate, str(quad.object)


@lru_cache(maxsize=100_000)
def _node(iri: URIRef) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _term(value: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    if not isinstance(value, Literal):
        return _node(value)
    if value.language:
        return ox.Literal(str(value), language=value.language)
    return ox.Literal(str(value), datatype=_node(value.datatype) if value.datatype else None)
