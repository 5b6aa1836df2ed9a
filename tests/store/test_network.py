"""The network that views and other tools draw."""

from pathlib import Path

import networkx as nx
import pytest

from kamergraaf import store
from kamergraaf.iris import thing


@pytest.fixture(scope="module")
def network(built: Path) -> nx.MultiDiGraph:
    """Return the network of three letters."""
    return store.projection(store.open_graph(built))


def of_kind(network: nx.MultiDiGraph, kind: str) -> dict[str, str]:
    """Return the labels of all nodes of a kind."""
    return {node: data["label"] for node, data in network.nodes(data=True) if data["kind"] == kind}


def test_nodes_of_all_five_kinds(network: nx.MultiDiGraph) -> None:
    """Only what commitments touch is drawn, and missions go by their abbreviation."""
    assert len(of_kind(network, "commitment")) == 10
    assert len(of_kind(network, "letter")) == 3
    assert set(of_kind(network, "mission").values()) == {
        "MINUSMA", "EUCAP Sahel Mali", "EUCAP Sahel Niger", "Blauwvoet",
    }  # fmt: skip
    assert set(of_kind(network, "country").values()) == {"Mali", "Niger"}
    assert set(of_kind(network, "minister").values()) == {
        "Kajsa Ollongren", "Wopke Hoekstra", "Hanke Bruins Slot", "A. Onbekend",
    }  # fmt: skip
    assert {data["kind"] for _, data in network.nodes(data=True)} == {
        "commitment", "letter", "mission", "country", "minister",
    }  # fmt: skip


def test_commitment_carries_its_quote_letter_and_codes(network: nx.MultiDiGraph) -> None:
    """A click needs no further question."""
    [node] = list(network.predecessors(thing("mission", "minusma")))
    data = network.nodes[node]
    assert data["label"] == "personele bijdrage: MINUSMA"
    assert data["quote"].startswith("Het kabinet besluit het mandaat van maximaal 16 personen")
    assert (data["letter"], data["date"]) == ("Kamerstuk 29521, nr. 456", "2022-11-25")
    assert (data["status"], data["change"], data["modality"]) == ("active", "extended", "decided")
    assert (data["sentence"], data["vague"], data["confidence"]) == (2, False, 0.9)


def test_edges_go_from_commitments_to_their_corners(network: nx.MultiDiGraph) -> None:
    """Plus who signed what and where a mission is."""
    kinds = dict(network.nodes(data="kind"))
    ends = {(kinds[a], key, kinds[b]) for a, b, key in network.edges(keys=True)}
    assert ends == {
        ("commitment", "minister", "minister"),
        ("commitment", "mission", "mission"),
        ("commitment", "country", "country"),
        ("commitment", "letter", "letter"),
        ("minister", "signed", "letter"),
        ("mission", "place", "country"),
    }


def test_order_is_fixed(network: nx.MultiDiGraph, built: Path) -> None:
    """Nodes and edges come sorted."""
    assert list(network) == sorted(network)
    same = store.projection(store.open_graph(built))
    assert list(network.edges(keys=True)) == list(same.edges(keys=True))
