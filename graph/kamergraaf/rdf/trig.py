"""Quads as sorted TriG: the same bytes for the same quads."""

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox
from rdflib import Literal, URIRef

from kamergraaf.iris import ID
from kamergraaf.rdf.terms import PREFIXES, TYPE, Quad


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
    return [
        ox.Quad(_node(s), _node(p), _term(o), _node(g))
        for s, p, o, g in sorted(set(quads), key=_key)
    ]


def _key(quad: Quad) -> tuple[str, str, str, str, str, str]:
    s, p, o, g = quad
    language, datatype = (o.language, o.datatype) if isinstance(o, Literal) else (None, None)
    return g, s, "" if p == TYPE else p, o, language or "", datatype or ""


@lru_cache(maxsize=100_000)
def _node(iri: URIRef) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _term(value: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    if not isinstance(value, Literal):
        return _node(value)
    if value.language:
        return ox.Literal(str(value), language=value.language)
    return ox.Literal(str(value), datatype=_node(value.datatype) if value.datatype else None)
