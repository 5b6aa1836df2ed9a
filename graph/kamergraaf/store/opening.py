"""Opening a published graph for reading, with rdflib's API over Oxigraph."""

from pathlib import Path

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph

from kamergraaf.errors import BadData
from kamergraaf.rdf.terms import PREFIXES


class _ReadOnly(OxigraphStore):
    """A store that lets ``Dataset.graph`` name a graph, which rdflib takes for adding it."""

    def add_graph(self, graph: Graph) -> None:
        """Do nothing: a graph that is there needs no adding, another one stays empty."""


def open_store(directory: Path) -> ox.Store:
    """Return the store of a build, read-only; any number of processes may read at once.

    ``directory`` is what ``build --out`` was given or one build in it.  Raises ``BadData`` when no
    build is there or its store is broken.
    """
    path = (directory / "store").resolve()
    if not path.is_dir():
        raise BadData(
            f"{directory}: no build here; make one with: kamergraaf build --out {directory}"
        )
    try:
        return ox.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        reason = str(error).splitlines()[0].split(":")[0]
        raise BadData(
            f"{directory}: the store is broken ({reason}); build again with: "
            f"kamergraaf build --out {directory}"
        ) from error


def open_graph(directory: Path) -> Dataset:
    """Return the graph of a build as a read-only rdflib ``Dataset``.

    Its default graph is the union of the named graphs.  Raises ``BadData`` like ``open_store``.
    """
    dataset = Dataset(store=_ReadOnly(store=open_store(directory)), default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    return dataset
