"""Exports: right, readable by others, and byte-identical when built again elsewhere."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Graph

from kamergraaf import store
from kamergraaf.errors import BadData, KamergraafError
from kamergraaf.store.opening import open_store
from kamergraaf.store.table import COLUMNS, harmless

AGAIN = """
import runpy, sys
from pathlib import Path
from kamergraaf import rdf, store
made = runpy.run_path(sys.argv[1])["statements"]()
out = Path(sys.argv[2])
store.publish(rdf.dataset(made[::-1]), out, {}, lambda dataset, site: None)
for name in store.FORMATS:
    (out / f"export.{name}").write_bytes(store.export(out, name))
"""


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the exports of a second build, from another process."""
    out = tmp_path_factory.mktemp("again")
    example = Path(__file__).parents[1] / "rdf" / "example.py"
    subprocess.run(
        [sys.executable, "-c", AGAIN, str(example), str(out)],
        env={**os.environ, "PYTHONHASHSEED": "99", "TZ": "Asia/Tokyo"},
        check=True,
    )
    return out


@pytest.mark.parametrize("name", store.FORMATS)
def test_same_bytes_from_another_process(built: Path, again: Path, name: store.Format) -> None:
    """Neither hash seed nor order of reading nor the day shows in an export."""
    exported = store.export(built, name)
    assert len(exported) > 3000
    assert exported == (again / f"export.{name}").read_bytes()
    assert str(built).encode() not in exported


def test_trig_is_the_published_file(built: Path) -> None:
    """The store holds what the file says."""
    assert store.export(built, "trig") == (built / "graph.trig").read_bytes()


def test_nquads_and_jsonld_hold_every_quad(built: Path) -> None:
    """Read back, they are the store."""
    quads = set(open_store(built))
    nquads = store.export(built, "nquads")
    assert set(ox.parse(nquads, format=ox.RdfFormat.N_QUADS)) == quads
    assert nquads.splitlines() == [
        f"{quad} .".encode() for quad in map(str, ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    ]
    jsonld = store.export(built, "jsonld")
    assert set(ox.parse(jsonld, format=ox.RdfFormat.JSON_LD)) == quads
    read = Dataset()
    read.parse(data=jsonld, format="json-ld")
    assert sum(1 for _ in read.quads()) == len(quads)


def test_jsonld_has_short_names(built: Path) -> None:
    """A developer reads ``kg:status``, not a list of objects of full IRIs."""
    document = json.loads(store.export(built, "jsonld"))
    assert set(document) == {"@context", "@graph"}
    nodes = [node for graph in document["@graph"] for node in graph["@graph"]]
    [letter] = [n for n in nodes if n["@id"].endswith("/letter/kst-29521-456") and "@type" in n]
    assert letter["@type"] == "kg:Letter"
    assert letter["dcterms:identifier"] == "kst-29521-456"


def test_turtle_is_the_union_without_graph_names(built: Path) -> None:
    """Every triple once, in a form that rdflib reads."""
    turtle = store.export(built, "turtle")
    triples = {quad.triple for quad in open_store(built)}
    assert len(set(ox.parse(turtle, format=ox.RdfFormat.TURTLE))) == len(triples)
    assert len(Graph().parse(data=turtle, format="turtle")) == len(triples)
    assert b"/graph/" not in turtle


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_read_back(built: Path, name: store.Format) -> None:
    """networkx reads the same nodes, edges and quotes that it wrote."""
    read = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[name]
    network = read(io.BytesIO(store.export(built, name)))
    made = store.projection(store.open_graph(built))
    assert set(network.nodes) == set(made.nodes)
    assert network.number_of_edges() == made.number_of_edges() > 20
    for node, quote in made.nodes(data="quote"):
        assert network.nodes[node].get("quote") in (quote, None)


def test_no_day_of_writing_in_gexf(built: Path) -> None:
    """networkx writes today's date into GEXF."""
    text = store.export(built, "gexf").decode()
    assert "lastmodifieddate" not in text
    assert not re.search(r"<meta[^>]*\d{4}-\d\d-\d\d", text)


def table(built: Path) -> list[dict[str, str]]:
    """Return the rows of the CSV export."""
    return list(csv.DictReader(io.StringIO(store.export(built, "csv").decode())))


def test_csv_has_a_row_for_each_state_and_documented_columns(built: Path) -> None:
    """Ten states, each with its quote at its offsets."""
    rows = table(built)
    assert len(rows) == 10
    assert list(rows[0]) == list(COLUMNS)
    assert all(COLUMNS.values())
    for row in rows:
        assert len(row["quote"]) == int(row["to"]) - int(row["from"])
        assert row["ministers"] or "Zeezaken" in row["actor"]


def test_csv_row_of_minusma(built: Path) -> None:
    """What a researcher cites, in one row."""
    [row] = [row for row in table(built) if row["missions"] == "MINUSMA"]
    assert row["letter_name"] == "Kamerstuk 29521, nr. 456"
    assert (row["kind"], row["change"], row["status"]) == ("personnel", "extended", "active")
    assert (row["people"], row["end"]) == ("max 16 personen", "2024-06-30")
    assert (row["countries"], row["actor"]) == ("MLI", "Kabinet-Rutte IV")
    assert row["ministers"] == "Kajsa Ollongren | Wopke Hoekstra"
    assert row["confidence"] == "0.90"


def test_csv_row_of_icoi(built: Path) -> None:
    """Share and total, receiver and partner."""
    [row] = [row for row in table(built) if row["beneficiaries"] == "ICOI"]
    assert row["amounts"] == "2300000 USD dutch-share | 4100000 USD joint-total"
    assert row["partners"] == "België"


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    """No cell starts with what a spreadsheet evaluates, and no word is lost."""
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell.removeprefix("'") == text or cell == text


def test_wrong_format_and_missing_build_are_one_line(built: Path, tmp_path: Path) -> None:
    """The line names the formats."""
    with pytest.raises(KamergraafError, match="xml: no such format; choose one of turtle, trig"):
        store.export(built, "xml")  # type: ignore[arg-type]
    for name in store.FORMATS:
        with pytest.raises(BadData, match="no build here"):
            store.export(tmp_path, name)
