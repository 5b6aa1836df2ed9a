"""Where everything is drawn: computed here, so that a page opens at once and always looks the same.

Commitments gather as a disc around the mission they belong to, else their one country, else their
letter.  Only these hubs take part in a force layout; after it they are pulled together until their
boxes, disc and name, touch.
"""

import math
from collections import Counter

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_SEED = 29521
_DOT = 23.0
"""Distance between two commitments of a disc."""
_GOLDEN = math.pi * (3 - math.sqrt(5))
_ASPECT = 1.35
"""Width to height of the picture."""
_ROUNDS = 800
_PULL = np.array([0.9965, 0.991])
"""How far everything is drawn to the middle in a round: more in height, as a screen is wide."""
_TIE = 0.03
_GAP = 7.0


def positions(network: nx.MultiDiGraph) -> dict[str, tuple[int, int]]:
    """Return x and y of every node, in whole pixels; y grows downwards."""
    anchors = anchors_of(network)
    discs = discs_of(network, anchors)
    hubs = list(discs)
    boxes = np.array([_box(network, hub, len(discs[hub])) for hub in hubs]).reshape(-1, 2)
    ties = _ties(network, anchors)
    centres = _together(ties, _sketch(ties, boxes), boxes)
    found: dict[str, tuple[int, int]] = {}
    for hub, (x, y) in zip(hubs, centres, strict=True):
        found[hub] = (round(x), round(y))
        for number, commitment in enumerate(discs[hub], 1):
            away = hub_size(network, hub) * 0.7 + _DOT * math.sqrt(number)
            angle = number * _GOLDEN
            across, down = away * math.cos(angle), away * math.sin(angle)
            found[commitment] = (round(x + across), round(y + down))
    return found


def anchors_of(network: nx.MultiDiGraph) -> dict[str, str]:
    """Return for each commitment the hub that it is drawn around."""
    found: dict[str, str] = {}
    for commitment, kind in network.nodes(data="kind"):
        if kind != "commitment":
            continue
        ends: dict[str, list[str]] = {}
        for _, end, way in network.out_edges(commitment, data="kind"):
            ends.setdefault(way, []).append(end)
        countries = ends.get("country", [])
        first = ends.get("mission") or (countries if len(countries) == 1 else ends.get("letter"))
        if first:
            found[commitment] = min(first)
    return found


def discs_of(network: nx.MultiDiGraph, anchors: dict[str, str]) -> dict[str, list[str]]:
    """Return the commitments around each hub, definite ones before vague ones, then by date."""
    discs: dict[str, list[str]] = {
        node: [] for node, kind in network.nodes(data="kind") if kind != "commitment"
    }
    nodes = network.nodes
    for commitment in sorted(anchors, key=lambda c: (nodes[c]["vague"], nodes[c]["date"], c)):
        discs[anchors[commitment]].append(commitment)
    return discs


def bundles(network: nx.MultiDiGraph, anchors: dict[str, str]) -> Counter[tuple[str, str]]:
    """Return how many commitments tie an anchor to each hub beside it.

    Ministers are tied to the letters they signed, and here only to what they did in the letter of others.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for commitment, anchor in anchors.items():
        ends = list(network.out_edges(commitment, data="kind"))
        letters = [end for _, end, way in ends if way == "letter"]
        for end in {end for _, end, _ in ends} - {anchor}:
            if not any(network.has_edge(end, letter, "signed") for letter in letters):
                counted[anchor, end] += 1
    return counted


def hub_size(network: nx.MultiDiGraph, hub: str) -> float:
    """Return half the width of a hub's sign: more lines, larger sign."""
    degree: int = network.degree(hub)
    return round(min(13 + 2 * math.sqrt(degree), 32), 1)


def font_size(network: nx.MultiDiGraph, hub: str) -> int:
    """Return the size of a hub's name: more lines, larger letters."""
    degree: int = network.degree(hub)
    return round(min(20 + 1.5 * math.sqrt(degree), 34))


def disc_radius(network: nx.MultiDiGraph, hub: str, followers: int) -> float:
    """Return the radius of a hub with its commitments around it."""
    size = hub_size(network, hub)
    return size * 0.7 + _DOT * (math.sqrt(followers) + 0.4) if followers else size


def _box(network: nx.MultiDiGraph, hub: str, followers: int) -> tuple[float, float]:
    """Return half the width and height that a hub needs for disc and name."""
    radius, letters = disc_radius(network, hub, followers), font_size(network, hub)
    name = len(network.nodes[hub]["label"]) * letters * 0.5
    return max(radius, name / 2) + _GAP, radius + letters * 0.75 + _GAP


def _ties(network: nx.MultiDiGraph, anchors: dict[str, str]) -> nx.Graph:
    """Return the hubs with their ties; the more commitments tie two, the stronger."""
    graph = nx.Graph()
    graph.add_nodes_from(node for node, kind in network.nodes(data="kind") if kind != "commitment")
    for (one, other), count in sorted(bundles(network, anchors).items()):
        graph.add_edge(one, other, weight=1 + math.log(count))
    for start, end, way in network.edges(data="kind"):
        if way in ("signed", "place") and not graph.has_edge(start, end):
            graph.add_edge(start, end, weight=1.0)
    return graph


def _sketch(graph: nx.Graph, boxes: Numbers) -> Numbers:
    """Return a first place for each hub: a force layout, turned and scaled to the picture."""
    count = len(boxes)
    if count < 2:
        return np.zeros((count, 2))
    placed = nx.spring_layout(
        graph, k=2.2 / math.sqrt(count), iterations=400, seed=_SEED, method="force"
    )
    places: Numbers = np.array(list(placed.values()), dtype=float)
    places -= places.mean(axis=0)
    axes: Numbers = np.linalg.svd(places, full_matrices=False)[2]
    # The sign of an axis is the solver's whim; fixed, the picture is never mirrored.
    axes *= np.where(axes[:, :1] < 0, -1, 1)
    places = places @ axes.T
    spread = np.maximum(places.std(axis=0), 1e-6)
    room = math.sqrt(float((4 * boxes[:, 0] * boxes[:, 1]).sum()))
    shape: Numbers = np.array([math.sqrt(_ASPECT), 1 / math.sqrt(_ASPECT)]) * room * 0.6
    scaled: Numbers = places / spread * shape
    return scaled


def _together(graph: nx.Graph, places: Numbers, boxes: Numbers) -> Numbers:
    """Return the places with tied hubs drawn to each other and no boxes that overlap, or hardly."""
    ties: Numbers = nx.to_numpy_array(graph)
    ties /= np.maximum(ties.sum(axis=1, keepdims=True), 1)
    for number in range(_ROUNDS):
        if number < _ROUNDS * 0.75:
            drawn = ties @ places + (ties.sum(axis=1, keepdims=True) == 0) * places
            places = (places * (1 - _TIE) + drawn * _TIE) * _PULL
        between = places[:, None, :] - places[None, :, :]
        lacking = boxes[:, None, :] + boxes[None, :, :] - np.abs(between)
        np.fill_diagonal(lacking[..., 0], 0)
        short = lacking.min(axis=2)
        # Each pair parts along the way that is shorter.
        push = np.where((lacking == short[..., None]) & (short > 0)[..., None], lacking, 0)
        side = np.where(between >= 0, 1.0, -1.0)
        places = places + (side * push).sum(axis=1) * 0.3
    return places
