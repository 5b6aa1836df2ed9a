"""The hand-made letters of ``example.py`` as statements, quads and one rdflib graph."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import Graph

from kamergraaf import rdf
from kamergraaf.model import Statements
from kamergraaf.rdf.terms import Quad


@pytest.fixture(scope="session")
def example() -> ModuleType:
    """Return the module with the hand-made letters."""
    path = Path(__file__).with_name("example.py")
    spec = importlib.util.spec_from_file_location("example", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def statements(example: ModuleType) -> tuple[Statements, ...]:
    """Return the statements of three letters."""
    made: tuple[Statements, ...] = example.statements()
    return made


@pytest.fixture(scope="session")
def quads(statements: tuple[Statements, ...]) -> frozenset[Quad]:
    """Return the quads of three letters with reference data and ontology."""
    return rdf.dataset(statements)


@pytest.fixture(scope="session")
def graph(quads: frozenset[Quad]) -> Graph:
    """Return all quads as one graph; tests must not change it."""
    found = Graph()
    for s, p, o, _ in quads:
        found.add((s, p, o))
    return found
