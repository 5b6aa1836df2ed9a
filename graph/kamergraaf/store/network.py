"""The network of ministers, missions, countries, commitments and letters, for views and exports."""

import networkx as nx
from rdflib import DCTERMS, ORG, PROV, RDFS, SKOS, Dataset, URIRef
from rdflib.term import Node

from kamergraaf.rdf.terms import KG, OA
from kamergraaf.store.facts import Facts

_CORNERS = (
    ("minister", KG.minister),
    ("mission", KG.mission),
    ("country", KG.country),
    ("letter", KG.letter),
)


def projection(dataset: Dataset) -> nx.MultiDiGraph:
    """Return the network of a graph; nodes are IRIs, in a fixed order.

    Every node has ``kind`` (minister, mission, country, commitment, letter) and ``label`` (Dutch); a
    commitment also ``quote``, ``letter``, ``date``, ``sentence``, ``status``, ``change``, ``modality``,
    ``commitment_kind``, ``vague`` and ``confidence``, a letter its ``date`` and ``title``.  Edges have
    ``kind``: from a commitment to its corners by their kinds, ``signed`` from minister to letter and
    ``place`` from mission to country.
    """
    return projected(Facts(dataset))


def projected(facts: Facts) -> nx.MultiDiGraph:
    """Return what ``projection`` returns, for those who have read the graph already."""
    network = nx.MultiDiGraph()
    for letter in facts.instances(KG.Letter):
        _letter(network, facts, letter)
    for commitment in facts.instances(KG.Commitment):
        _commitment(network, facts, commitment)
    _ways(network, facts)
    ordered = nx.MultiDiGraph()
    ordered.add_nodes_from(sorted(network.nodes(data=True)))
    ordered.add_edges_from(sorted(network.edges(keys=True, data=True), key=lambda e: e[:3]))
    return ordered


def _commitment(network: nx.MultiDiGraph, facts: Facts, commitment: Node) -> None:
    state = current_state(facts, commitment)
    network.add_node(
        str(commitment),
        kind="commitment",
        label=facts.text(commitment, SKOS.prefLabel, language="nl"),
        commitment_kind=facts.text(commitment, KG.kind, SKOS.notation),
        quote=facts.text(state, KG.evidence, OA.hasTarget, OA.hasSelector, OA.exact),
        sentence=int(facts.text(state, KG.evidence, KG.sentenceNumber)),
        letter=facts.text(state, KG.assertedIn, RDFS.label),
        date=facts.text(state, KG.assertedIn, KG.date, SKOS.notation),
        status=facts.text(state, KG.status, SKOS.notation),
        change=facts.text(state, KG.change, SKOS.notation),
        modality=facts.text(state, KG.modality, SKOS.notation),
        vague=facts.text(state, KG.vague) == "true",
        confidence=float(facts.text(state, KG.evidence, KG.confidence)),
    )
    for kind, way in _CORNERS:
        for corner in facts.values(commitment, way):
            if kind != "letter":
                _corner(network, facts, corner, kind)
            network.add_edge(str(commitment), str(corner), key=kind, kind=kind)


def current_state(facts: Facts, commitment: Node) -> Node:
    """Return the state that nothing revises; of several the one of the latest letter."""
    states = facts.subjects(KG.stateOf, commitment)
    last = [state for state in states if not facts.subjects(PROV.wasRevisionOf, state)]
    return max(
        last or states, key=lambda s: (facts.text(s, KG.assertedIn, KG.date, KG.latest), str(s))
    )


def _letter(network: nx.MultiDiGraph, facts: Facts, letter: Node) -> None:
    network.add_node(
        str(letter),
        kind="letter",
        label=facts.text(letter, RDFS.label),
        title=facts.text(letter, DCTERMS.title),
        date=facts.text(letter, KG.date, SKOS.notation),
    )


def _corner(network: nx.MultiDiGraph, facts: Facts, thing: Node, kind: str) -> None:
    name = facts.text(thing, SKOS.prefLabel, language="nl")
    short = facts.text(thing, SKOS.notation) if kind == "mission" else ""
    network.add_node(str(thing), kind=kind, label=short or name, name=name)


def _ways(network: nx.MultiDiGraph, facts: Facts) -> None:
    for node, kind in list(network.nodes(data="kind")):
        thing = URIRef(node)
        if kind == "letter":
            signed = facts.values(thing, KG.signedBy) + facts.values(thing, KG.signedBy, ORG.member)
            for person in signed:
                if str(person) in network:
                    network.add_edge(str(person), node, key="signed", kind="signed")
        elif kind == "mission":
            for place in facts.values(thing, KG.place):
                if str(place) in network:
                    network.add_edge(node, str(place), key="place", kind="place")
