"""Everything has a place of its own, the same each time."""

import math
from itertools import combinations

import networkx as nx
import pytest

from kamergraaf.views.layout import anchors_of, bundles, disc_radius, discs_of, positions


def star(letters: int, each: int) -> nx.MultiDiGraph:
    """Return a network of letters with commitments for a few missions and countries."""
    network = nx.MultiDiGraph()
    for number in range(letters):
        letter, minister = f"letter/{number}", f"minister/{number % 3}"
        network.add_node(letter, kind="letter", label=f"Brief {number}", date=f"20{number:02}")
        network.add_node(minister, kind="minister", label=f"Minister {number % 3}")
        network.add_edge(minister, letter, kind="signed")
        for item in range(each):
            mission, name = f"mission/{item % 4}", f"{letter}/{item}"
            network.add_node(mission, kind="mission", label=f"Missie {item % 4}")
            network.add_node(name, kind="commitment", label="x", date="2020", vague=item % 2 == 0)
            network.add_edge(name, letter, kind="letter")
            network.add_edge(name, mission, kind="mission")
    network.add_node("country/alleen", kind="country", label="Alleen")
    return network


def test_every_node_has_its_place(network: nx.MultiDiGraph) -> None:
    """No node is left out, no two are in the same place."""
    places = positions(network)
    assert set(places) == set(network)
    assert len(set(places.values())) == len(places)


def test_the_same_network_gives_the_same_places() -> None:
    """A second drawing is the same to the pixel, also when nodes come in another order."""
    network = star(6, 9)
    assert positions(network) == positions(network.copy())


@pytest.mark.parametrize(("letters", "each"), [(1, 1), (3, 20), (12, 6), (25, 4)])
def test_discs_stay_apart(letters: int, each: int) -> None:
    """No commitment lies within the disc of another hub, and no disc on another."""
    network = star(letters, each)
    places, anchors = positions(network), anchors_of(network)
    discs = discs_of(network, anchors)
    radius = {hub: disc_radius(network, hub, len(discs[hub])) for hub in discs}
    for commitment, anchor in anchors.items():
        for hub in discs.keys() - {anchor}:
            assert math.dist(places[hub], places[commitment]) > radius[hub] * 0.8
    for one, other in combinations(discs, 2):
        assert math.dist(places[one], places[other]) > (radius[one] + radius[other]) * 0.8


@pytest.mark.parametrize("nodes", [0, 1])
def test_nothing_and_one_thing(nodes: int) -> None:
    """An empty network and one of a single thing have places too."""
    network = nx.MultiDiGraph()
    network.add_nodes_from([("letter/a", {"kind": "letter", "label": "A"})][:nodes])
    assert len(positions(network)) == nodes


def test_anchor_is_mission_else_country_else_letter(network: nx.MultiDiGraph) -> None:
    """A commitment is drawn with its mission; without one, with its one country, else its letter."""
    kinds = {
        network.nodes[commitment]["label"]: network.nodes[anchor]["kind"]
        for commitment, anchor in anchors_of(network).items()
    }
    assert kinds["personele bijdrage: MINUSMA"] == "mission"
    assert kinds["financiële bijdrage: ICOI"] == "country"
    assert kinds["financiële bijdrage: Stichting Vredeshuis"] == "letter"


def test_bundles_count_commitments() -> None:
    """One line between two hubs stands for all commitments between them."""
    network = star(2, 8)
    assert bundles(network, anchors_of(network))["mission/1", "letter/0"] == 2
