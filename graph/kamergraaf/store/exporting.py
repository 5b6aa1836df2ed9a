"""A published graph in the formats of other tools; the same graph always gives the same bytes."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, get_args

import pyoxigraph as ox

from kamergraaf.errors import KamergraafError
from kamergraaf.rdf.terms import PREFIXES, TYPE
from kamergraaf.rdf.trig import in_order, written
from kamergraaf.store.opening import open_graph, open_store

Format = Literal["turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)


def export(directory: Path, syntax: Format) -> bytes:
    """Return the graph of a build in another format.

    ``turtle`` is all named graphs as one; ``trig``, ``nquads`` and ``jsonld`` keep them apart;
    ``graphml`` and ``gexf`` hold the network of ``projection``; ``csv`` has one row for each state of a
    commitment.  Raises ``KamergraafError`` for another format and when there is no sound build.
    """
    if syntax not in _WRITERS:
        raise KamergraafError(f"{syntax}: no such format; choose one of {', '.join(FORMATS)}")
    return _WRITERS[syntax](directory)


def _trig(directory: Path) -> bytes:
    return written(in_order(open_store(directory)), ox.RdfFormat.TRIG)


def _turtle(directory: Path) -> bytes:
    alone = {ox.Quad(q.subject, q.predicate, q.object) for q in open_store(directory)}
    return written((quad.triple for quad in in_order(alone)), ox.RdfFormat.TURTLE)


def _nquads(directory: Path) -> bytes:
    return b"".join(f"{quad} .\n".encode() for quad in in_order(open_store(directory)))


def _jsonld(directory: Path) -> bytes:
    full = ox.serialize(in_order(open_store(directory)), format=ox.RdfFormat.JSON_LD)
    assert full is not None
    document = {"@context": PREFIXES, "@graph": [_compact(graph) for graph in json.loads(full)]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _compact(value: object) -> object:
    """Return expanded JSON-LD with prefixed names and without needless brackets."""
    if isinstance(value, list):
        parts = [_compact(part) for part in value]
        return parts[0] if len(parts) == 1 else parts
    if isinstance(value, dict):
        if value.keys() == {"@value"}:
            return value["@value"]
        return dict(_member(key, part) for key, part in value.items())
    return _short(value) if isinstance(value, str) else value


def _member(key: str, value: Any) -> tuple[str, object]:
    if key == "@value":
        return key, value
    if key == "@graph":
        # A graph stays a list, also one of a single node.
        return key, [_compact(node) for node in value]
    if key == str(TYPE):
        return "@type", _compact([each["@id"] for each in value])
    return _short(key), _compact(value)


def _short(iri: str) -> str:
    found = re.fullmatch(r"(https?://.*[/#])([^/#]+)", iri)
    prefix = _PREFIX_OF.get(found[1]) if found else None
    return f"{prefix}:{found[2]}" if found and prefix else iri


def _graphml(directory: Path) -> bytes:
    import networkx as nx

    from kamergraaf.store.network import projection

    return ("\n".join(nx.generate_graphml(projection(open_graph(directory)))) + "\n").encode()


def _gexf(directory: Path) -> bytes:
    import networkx as nx

    from kamergraaf.store.network import projection

    lines = "\n".join(nx.generate_gexf(projection(open_graph(directory)))) + "\n"
    # networkx writes the day of writing; the same graph is to give the same bytes.
    return re.sub(r' lastmodifieddate="[^"]*"', "", lines).encode()


def _csv(directory: Path) -> bytes:
    from kamergraaf.store.table import write_states

    text = io.StringIO(newline="")
    write_states(open_graph(directory), text)
    return text.getvalue().encode()


_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_WRITERS: dict[str, Callable[[Path], bytes]] = {
    "turtle": _turtle,
    "trig": _trig,
    "nquads": _nquads,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _csv,
}
