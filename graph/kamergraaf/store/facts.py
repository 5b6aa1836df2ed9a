"""A published graph in memory, for what reads all of it: the network and the table."""

from collections import defaultdict

from rdflib import RDF, Dataset, Literal, URIRef
from rdflib.term import Node


class Facts:
    """The values of every property of every thing, over all named graphs, in a fixed order."""

    def __init__(self, dataset: Dataset) -> None:
        found: defaultdict[tuple[Node, Node], set[Node]] = defaultdict(set)
        self._subjects: defaultdict[tuple[Node, Node], set[Node]] = defaultdict(set)
        for s, p, o, _ in dataset.quads():
            found[s, p].add(o)
            if isinstance(o, URIRef):
                self._subjects[p, o].add(s)
        self._values = {key: sorted(values, key=_key) for key, values in found.items()}

    def instances(self, of: URIRef) -> list[Node]:
        """Return all things of a class."""
        return self.subjects(RDF.type, of)

    def subjects(self, predicate: URIRef, value: Node) -> list[Node]:
        """Return the things that have this value."""
        return sorted(self._subjects.get((predicate, value), ()), key=_key)

    def values(self, thing: Node, *path: URIRef) -> list[Node]:
        """Return the values at the end of a path of properties."""
        ends = [thing]
        for predicate in path:
            ends = [value for end in ends for value in self._values.get((end, predicate), ())]
        return list(dict.fromkeys(ends))

    def text(self, thing: Node, *path: URIRef, language: str | None = None) -> str:
        """Return the first value at the end of a path as text, ``""`` when there is none."""
        for value in self.values(thing, *path):
            if language is None or (isinstance(value, Literal) and value.language == language):
                return str(value)
        return ""


def _key(node: Node) -> tuple[str, str, str]:
    if isinstance(node, Literal):
        return str(node), node.language or "", str(node.datatype or "")
    return str(node), "", ""
