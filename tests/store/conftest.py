"""A published build of the hand-made letters."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Dataset

from kamergraaf import rdf, store
from kamergraaf.model import Statements
from kamergraaf.rdf.terms import GRAPH, Quad

EXAMPLE = Path(__file__).parents[1] / "rdf" / "example.py"
Publish = Callable[[Path, int], Path]


@pytest.fixture(scope="session")
def statements() -> tuple[Statements, ...]:
    """Return the statements of three hand-made letters."""
    spec = importlib.util.spec_from_file_location("example", EXAMPLE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: tuple[Statements, ...] = module.statements()
    return made


@pytest.fixture(scope="session")
def quads_of(statements: tuple[Statements, ...]) -> Callable[[int], frozenset[Quad]]:
    """Return a maker of the quads of the first letters, without the reference data: quick to write."""
    made = {n: small(rdf.dataset(statements[:n])) for n in (1, 2, 3)}
    return made.__getitem__


def small(quads: frozenset[Quad]) -> frozenset[Quad]:
    """Return the quads that are not the same for all letters."""
    return frozenset(quad for quad in quads if quad[3] not in (GRAPH.reference, GRAPH.ontology))


@pytest.fixture(scope="session")
def publish(quads_of: Callable[[int], frozenset[Quad]]) -> Publish:
    """Return a function that publishes the quads of the first letters in a folder."""

    def run(out: Path, n: int) -> Path:
        return store.publish(quads_of(n), out, {"letters": n}, write_site)

    return run


def write_site(dataset: Dataset, site: Path) -> None:
    """Write a page that says how many quads the graph holds."""
    (site / "index.html").write_text(f"{sum(1 for _ in dataset.quads())}\n", "utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, statements: tuple[Statements, ...]) -> Path:
    """Return a folder with a build of three letters; tests must not change it."""
    out = tmp_path_factory.mktemp("built")
    store.publish(rdf.dataset(statements), out, {}, write_site)
    return out
