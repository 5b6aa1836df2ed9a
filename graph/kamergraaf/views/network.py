"""The network page: who, for which mission, in which country, in which letter, in which words."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
from rdflib import Dataset, URIRef

from kamergraaf.errors import BadQuery
from kamergraaf.rdf.terms import KG
from kamergraaf.store.facts import Facts
from kamergraaf.store.network import projected
from kamergraaf.views.articles import KINDS, Article, address, articles
from kamergraaf.views.layout import (
    anchors_of,
    bundles,
    disc_radius,
    discs_of,
    font_size,
    hub_size,
    positions,
)
from kamergraaf.views.policy import with_policy

if TYPE_CHECKING:
    from pyvis.network import Network

TEMPLATES = Path(__file__).parent / "templates"
COLOURS = {
    "minister": "#7b3294",
    "mission": "#0b6fa4",
    "country": "#1b7f4b",
    "letter": "#39424e",
    "commitment": "#e08214",
}
_SHAPES = {
    "minister": "triangle",
    "mission": "hexagon",
    "country": "square",
    "letter": "diamond",
    "commitment": "dot",
}
_TINTS = {
    "minister": "#d6c3df",
    "mission": "#bcd6e6",
    "country": "#bcdccb",
    "letter": "#ccd3db",
}
"""Colours of the lines that lead to a hub of a kind."""
_STOPPED = ("suspended", "ended", "withdrawn")
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "edges": {"smooth": False},
    "interaction": {"hover": True, "tooltipDelay": 150, "hideEdgesOnDrag": False},
    "nodes": {"scaling": {"label": {"drawThreshold": 5}}},
}


def network_page(dataset: Dataset, focus: str | None = None) -> str:
    """Return the network of a graph as one HTML page that needs nothing else.

    With ``focus``, the IRI of a node or of what commitments name, only what lies around it is drawn.  Raises
    ``BadQuery`` when that is nothing.
    """
    facts = Facts(dataset)
    network = projected(facts)
    if focus is not None:
        network = around(network, focus, naming(facts, focus))
    told = articles(network, facts)
    return _rendered(drawing(network), told, focus)


def naming(facts: Facts, thing: str) -> list[str]:
    """Return the commitments that are for a thing, with it, or about a region of that IRI."""
    ways = (KG.beneficiary, KG.partner, KG.place)
    return [str(each) for way in ways for each in facts.subjects(way, URIRef(thing))]


def around(network: nx.MultiDiGraph, focus: str, naming: Iterable[str] = ()) -> nx.MultiDiGraph:
    """Return a node, the commitments beside it or ``naming`` it, and all that these touch.

    What is no node, as an organisation, is drawn as the commitments that name it.
    """
    kept = {each for each in naming if each in network}
    if focus in network:
        kept |= {focus, *network.successors(focus), *network.predecessors(focus)}
    if not kept:
        raise BadQuery(f"{address(focus)}: no commitment in this graph has to do with it")
    for commitment in [n for n in kept if network.nodes[n]["kind"] == "commitment"]:
        kept |= set(network.successors(commitment))
    part: nx.MultiDiGraph = network.subgraph(kept).copy()
    ordered = nx.MultiDiGraph()
    ordered.add_nodes_from(sorted(part.nodes(data=True)))
    ordered.add_edges_from(sorted(part.edges(keys=True, data=True), key=lambda edge: edge[:3]))
    return ordered


def drawing(network: nx.MultiDiGraph) -> "Network":
    """Return the network as a pyvis drawing with every node in its place.

    Between hubs one line stands for all commitments that tie them; the lines of a single commitment are
    ``quiet``: the page shows them when one of their ends is chosen.
    """
    from pyvis.network import Network

    drawn = Network(directed=False, cdn_resources="in_line")
    drawn.set_options(json.dumps(_OPTIONS))
    places, anchors = positions(network), anchors_of(network)
    discs = discs_of(network, anchors)
    for node, data in network.nodes(data=True):
        x, y = places[node]
        look = _hub(network, node, len(discs[node])) if node in discs else _commitment(data)
        drawn.add_node(address(node), x=x, y=y, kind=data["kind"], **look)
    for (one, other), count in sorted(bundles(network, anchors).items()):
        colour = _TINTS[network.nodes[other]["kind"]]
        width = round(min(1 + count**0.5, 8), 1)
        drawn.add_edge(address(one), address(other), kind="bundle", width=width, color=colour)
    for start, end, way in network.edges(data="kind"):
        quiet = network.nodes[start]["kind"] == "commitment"
        colour = COLOURS["commitment"] if quiet else _TINTS[network.nodes[start]["kind"]]
        drawn.add_edge(
            address(start), address(end), kind=way, width=1.5, color=colour, hidden=quiet
        )
    return drawn


def _hub(network: nx.MultiDiGraph, node: str, followers: int) -> dict[str, Any]:
    """Return shape, colour, size and name of a hub; the name stands below its commitments."""
    kind, size = network.nodes[node]["kind"], hub_size(network, node)
    font = {
        "size": font_size(network, node),
        "vadjust": round(disc_radius(network, node, followers) - size),
        "strokeWidth": 5,
        "strokeColor": "#ffffff",
    }
    return {
        "shape": _SHAPES[kind],
        "label": network.nodes[node]["label"],
        "color": COLOURS[kind],
        "size": size,
        "font": font,
    }


def _commitment(data: dict[str, Any]) -> dict[str, Any]:
    """Return shape, colour and short name of a commitment: hollow when stopped, pale when vague."""
    border = COLOURS["commitment"]
    fill: dict[str, Any] = {
        "background": "#ffffff" if data["status"] in _STOPPED else border,
        "border": border,
    }
    if data["vague"]:
        fill = {"background": "#fbe6cc", "border": "#e9b77a"}
    chosen = {"background": "#ffd33d", "border": "#1d2530"}
    label = data["label"]
    return {
        "shape": _SHAPES["commitment"],
        "label": label if len(label) <= 40 else label[:39] + "…",
        "title": data["quote"],
        "color": fill | {"highlight": chosen, "hover": chosen},
        "borderWidth": 2,
        "size": 8,
        "font": {"size": 3.5, "color": "#5b4a36"},
    }


def _rendered(drawn: "Network", told: list[Article], focus: str | None) -> str:
    import pyvis
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

    libraries = Path(pyvis.__file__).parent / "templates"
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(TEMPLATES), FileSystemLoader(libraries)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "articles": told,
        "kinds": KINDS,
        "colours": COLOURS,
        "focus": address(focus) if focus else "",
        "statuses": _statuses(told),
        "missions": [each for each in told if each.kind == "mission"],
        "count": {kind: sum(each.kind == kind for each in told) for kind in KINDS},
    }
    drawn.templateEnv, drawn.path = environment, "network.html"
    return with_policy(drawn.generate_html())


def _statuses(told: list[Article]) -> list[tuple[str, str]]:
    """Return the statuses of the commitments as code and Dutch label, by label."""
    found = {each.status: dict(each.facts)["Stand"] for each in told if each.status}
    return sorted(found.items(), key=lambda each: each[1])
