"""Stage: views.  The graph becomes pages that open from disk, without network."""

from pathlib import Path

from rdflib import Dataset

from kamergraaf.views.network import network_page

__all__ = ["network_page", "page", "write_site"]


def write_site(dataset: Dataset, site: Path) -> None:
    """Write the pages of a graph into the folder ``site``: ``index.html``, the network."""
    (site / "index.html").write_text(network_page(dataset), encoding="utf-8", newline="\n")


def page(graph: Path, focus: str | None = None) -> str:
    """Return the network page of a build, or of what lies around one thing.

    ``focus`` is an IRI or the name of a mission, minister, country, letter, organisation or region.  Raises
    ``BadQuery`` when it names nothing, or nothing to draw, and ``BadData`` when there is no build.
    """
    from kamergraaf.queries.terms import term
    from kamergraaf.store import open_graph
    from kamergraaf.store.opening import open_store

    if focus is None:
        return network_page(open_graph(graph))
    found = term(open_store(graph), "thing", focus)
    return network_page(open_graph(graph), found.value)
