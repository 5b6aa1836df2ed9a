"""Does a graph conform to ``ontology/shapes.ttl``, reference data and ontology included?"""

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from kamergraaf.errors import BadData, KamergraafError
from kamergraaf.iris import ID
from kamergraaf.rdf.terms import KG
from kamergraaf.rdf.vocabulary import from_oxigraph
from kamergraaf.resources import resource


@dataclass(frozen=True, slots=True)
class Report:
    """What SHACL found: one line for each violation, naming letter and sentence, sorted."""

    conforms: bool
    lines: list[str]


def check_build(directory: Path) -> tuple[bool, list[str]]:
    """Return whether the build in ``directory`` conforms, and a line for each violation.

    Raises ``BadData`` when no readable ``graph.trig`` is there, ``KamergraafError`` without pyshacl.
    """
    path = directory / "graph.trig"
    if not path.is_file():
        raise BadData(
            f"{directory}: no build here; make one with: kamergraaf build --out {directory}"
        )
    report = check(read_graph(path))
    return report.conforms, report.lines


def read_graph(path: Path) -> Graph:
    """Return all named graphs of a TriG file as one; raises ``BadData`` when it is not TriG."""
    graph = Graph()
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TRIG):
            graph.add(from_oxigraph(quad))
    except (SyntaxError, OSError) as error:
        raise BadData(f"{path}: no TriG ({error}); build again") from error
    return graph


def check(graph: Graph) -> Report:
    """Return what ``ontology/shapes.ttl`` says about data, reference data and ontology together."""
    try:
        import pyshacl
    except ImportError as error:
        remedy = "pip install 'kamergraaf[check]'"
        raise KamergraafError(
            f"check: pyshacl is not installed; install it with: {remedy}"
        ) from error
    shapes = Graph().parse(resource("ontology/shapes.ttl"), format="turtle")
    conforms, found, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
    results = found.subjects(RDF.type, SH.ValidationResult)
    lines = sorted({_line(graph, found, result) for result in results})
    return Report(bool(conforms), lines)


def _line(graph: Graph, found: Graph, result: Node) -> str:
    focus, value = found.value(result, SH.focusNode), found.value(result, SH.value)
    by_query = (result, SH.sourceConstraintComponent, SH.SPARQLConstraintComponent) in found
    about = value if by_query else focus
    message = found.value(result, SH.resultMessage)
    path = found.value(result, SH.resultPath)
    property_name = f" {_short(path)}" if isinstance(path, URIRef) else ""
    given = "" if value in (None, about) else f" has {_short(value)}"
    return f"{_where(graph, about)}: {message} ({_short(about)}{property_name}{given})"


def _where(graph: Graph, node: Node | None) -> str:
    """Return letter and sentence of a node, as far as it has them."""
    letter = next((each for each in _ancestors(node) if (each, RDF.type, KG.Letter) in graph), None)
    if letter is None:
        return _short(node)
    place = str(graph.value(letter, RDFS.label) or _short(letter))
    for each in _ancestors(node):
        mentions = [each, graph.value(each, KG.evidence), URIRef(f"{each}/mention")]
        for mention in mentions:
            number = graph.value(mention, KG.sentenceNumber)
            if number is not None:
                return f"{place}, sentence {number}"
    return place


def _ancestors(node: Node | None) -> list[URIRef]:
    """Return a node and the nodes that its IRI lies below, nearest first."""
    parts = str(node).removeprefix(ID).split("/")
    return [URIRef(ID + "/".join(parts[:n])) for n in range(len(parts), 1, -1)]


def _short(node: Node | None) -> str:
    if isinstance(node, Literal):
        text = str(node)
        return f"«{text if len(text) < 60 else text[:60] + '…'}»"
    return str(node).removeprefix(ID)
