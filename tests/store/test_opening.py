"""Reading a build: through rdflib, by many at once, and one line when there is none."""

import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import FOAF, Literal, URIRef

from kamergraaf import store
from kamergraaf.errors import BadData
from kamergraaf.iris import thing
from kamergraaf.rdf.terms import GRAPH, KG


def test_default_graph_is_the_union(built: Path) -> None:
    """A question that names no graph sees letters, reference data and short ways together."""
    dataset = store.open_graph(built)
    found = dataset.query(
        "SELECT ?name WHERE { ?c kg:mission <https://w3id.org/kamergraaf/id/mission/minusma> ;"
        " kg:minister/foaf:name ?name } ORDER BY ?name"
    )
    assert [str(row[0]) for row in found] == ["Kajsa Ollongren", "Wopke Hoekstra"]  # type: ignore[index]


def test_named_graphs_can_be_asked_apart(built: Path) -> None:
    """A letter's graph holds what the letter states and nothing else."""
    dataset = store.open_graph(built)
    name = GRAPH["letter/2023-bz-49c1924f"]
    graph = dataset.graph(name)
    letters = set(
        graph.subjects(URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), KG.Letter)
    )
    assert letters == {URIRef(thing("letter", "2023-bz-49c1924f"))}


def test_triples_through_rdflib(built: Path) -> None:
    """The graph API works over Oxigraph."""
    dataset = store.open_graph(built)
    person = URIRef(thing("person", "wopke-hoekstra"))
    assert str(dataset.value(person, FOAF.name)) == "Wopke Hoekstra"


def test_the_graph_is_read_only(built: Path) -> None:
    """A reader cannot spoil a published build."""
    dataset = store.open_graph(built)
    with pytest.raises((RuntimeError, OSError)):
        dataset.graph(GRAPH.links).add((KG.Letter, KG.kind, Literal("x")))


def test_two_readers_at_once(built: Path) -> None:
    """Another process reads while this one has the build open."""
    dataset = store.open_graph(built)
    program = (
        "import sys; from pathlib import Path; from kamergraaf import store\n"
        "print(sum(1 for _ in store.open_graph(Path(sys.argv[1])).quads()))"
    )
    command = [sys.executable, "-c", program, str(built)]
    other = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(other.stdout) == sum(1 for _ in dataset.quads()) > 5000


def test_one_build_can_be_opened_by_its_folder(built: Path) -> None:
    """``diff`` compares two builds of one folder."""
    assert len(store.open_graph((built / "current").resolve())) > 5000


def test_no_build_is_one_line(tmp_path: Path) -> None:
    """The line says how to make one."""
    for directory in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(BadData, match=r"no build here; make one with: kamergraaf build --out"):
            store.open_graph(directory)


@pytest.mark.parametrize("damage", ["CURRENT", "MANIFEST", ".sst"])
def test_a_broken_store_is_one_line(tmp_path: Path, damage: str, publish) -> None:  # type: ignore[no-untyped-def]
    """Truncated or missing files are told from a missing build."""
    publish(tmp_path, 1)
    file = next(path for path in (tmp_path / "store").iterdir() if damage in path.name)
    file.write_bytes(b"")
    with pytest.raises(
        BadData, match="the store is broken .*; build again with: kamergraaf build"
    ) as caught:
        store.open_graph(tmp_path)
    assert "\n" not in str(caught.value)
