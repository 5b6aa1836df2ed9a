"""A small published graph to put questions to: the hand-made letters of the RDF tests."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kamergraaf.rdf import dataset
from kamergraaf.store import publish
from kamergraaf.store.opening import open_store
from tests.rdf.example import statements


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a build of the hand-made letters."""
    out = tmp_path_factory.mktemp("queries") / "out"
    publish(dataset(statements()), out, {}, lambda _, site: None)
    return out


@pytest.fixture
def store(graph: Path) -> ox.Store:
    """Return the store of that build."""
    return open_store(graph)
