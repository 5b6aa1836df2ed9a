"""Graphs to look at: the hand-made letters, and one that is full of what must not run."""

from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Dataset

from kamergraaf.iris import part, thing
from kamergraaf.model import Commitment, LetterFacts, Link, Signatory, Statements
from kamergraaf.rdf import dataset
from kamergraaf.store import open_graph, projection, publish
from kamergraaf.views import write_site
from tests.rdf.example import letter, statements

ATTACK = "</script></title><img src=x onerror='window.hit=1'><svg onload=window.hit=1>{{7*7}}"
HOSTILE = f"CONTENT-SECURITY-POLICY {ATTACK} \"><script>window.hit=1</script><!-- ' & <b>"


def hostile() -> Statements:
    """Return a letter whose text and names would be markup if a page let them."""
    text = f"Nederland levert {HOSTILE} aan de missie."
    facts = LetterFacts(
        title=f"Over {HOSTILE}",
        signatories=(Signatory(f"Minister van {HOSTILE}", None, f"A. {HOSTILE}", "stated"),),
    )
    of = letter(thing("letter", "vijandig"), text, facts)
    found = Commitment(
        id=part(of.id, "materiel", text), quote=text, start=0, end=len(text), sentence=0,
        actor="Nederland", kind="materiel", change="new", status="active", modality="promised",
        rule="test", confidence=Decimal("0.5"), conditions=(HOSTILE,),
        missions=(Link(thing("mission", "vijandig"), f"Missie {HOSTILE}", known=False),),
        partners=(Link(thing("organisation", "samen"), f"Samen {HOSTILE}", known=False),),
    )  # fmt: skip
    return Statements(letter=of, commitments=(found,))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of the hand-made letters, with its pages."""
    out = tmp_path_factory.mktemp("views") / "out"
    publish(dataset(statements()), out, {}, write_site)
    return out


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build with the hostile letter in it."""
    out = tmp_path_factory.mktemp("hostile") / "out"
    publish(dataset((*statements(), hostile())), out, {}, write_site)
    return out


@pytest.fixture(scope="session")
def graph(built: Path) -> Dataset:
    """Return the graph of the hand-made letters."""
    return open_graph(built)


@pytest.fixture(scope="session")
def network(graph: Dataset) -> nx.MultiDiGraph:
    """Return the network of the hand-made letters."""
    return projection(graph)
