"""The dataset as a whole: graphs, names, quotes, bytes."""

import dataclasses
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pyoxigraph as ox
import pytest
from rdflib import RDF, SKOS, Dataset, Graph, Literal, URIRef

from kamergraaf import rdf
from kamergraaf.errors import BadData
from kamergraaf.iris import ID
from kamergraaf.model import Statements
from kamergraaf.rdf.terms import GRAPH, KG, OA, SCHEMA, Quad
from kamergraaf.rdf.trig import to_oxigraph

LETTERS = {"letter/kst-29521-456", "letter/2023-bz-49c1924f", "letter/1951-03-10-def-0a1b2c3d"}


def test_one_graph_for_each_letter_and_four_more(quads: frozenset[Quad]) -> None:
    """Dropping a letter is dropping a graph."""
    names = {str(graph).removeprefix(str(GRAPH)) for *_, graph in quads}
    assert names == LETTERS | {"reference", "ontology", "links", "short-ways"}


def test_a_letter_graph_is_the_same_without_the_other_letters(
    statements: tuple[Statements, ...], quads: frozenset[Quad]
) -> None:
    """What one letter states does not depend on what else is built."""
    for found in statements:
        name = GRAPH["letter/" + found.letter.id.rsplit("/", 1)[1]]
        alone = {quad for quad in rdf.dataset([found]) if quad[3] == name}
        assert alone == {quad for quad in quads if quad[3] == name}


def test_no_triple_is_in_two_graphs(example: ModuleType, quads: frozenset[Quad]) -> None:
    """Oxigraph counts such a triple twice when it reads all graphs as one."""
    again = dataclasses.replace(example.undated().letter, id=f"{ID}letter/kst-29237-178")
    quote = example.undated().commitments[1]
    second = dataclasses.replace(
        example.undated(),
        letter=again,
        commitments=(dataclasses.replace(quote, id=f"{again.id}/personnel-00000000"),),
        meetings=(),
    )
    for each in (quads, rdf.dataset([*example.statements(), second])):
        assert len({quad[:3] for quad in each}) == len(each)


def test_shared_things_have_one_name_and_one_kind(example: ModuleType) -> None:
    """Two letters that write a mission in two ways, one knowing its kind, leave one description."""
    found = example.undated()
    first, last = found.commitments
    small = dataclasses.replace(example.BLAUWVOET, name="blauwvoet", kind="bilateral-mission")
    both = dataclasses.replace(
        found, commitments=(dataclasses.replace(first, missions=(small,)), last)
    )
    mission = URIRef(example.BLAUWVOET.id)
    said = {(p, str(o)) for s, p, o, _ in rdf.dataset([both]) if s == mission}
    assert (SKOS.prefLabel, "Blauwvoet") in said
    assert (SKOS.altLabel, "blauwvoet") in said
    assert {str(o).rsplit("/", 1)[1] for p, o in said if p == KG.kind} == {"bilateral-mission"}
    assert len(said) == 5


def test_every_node_has_an_iri(quads: frozenset[Quad]) -> None:
    """No node is blank, so two builds can be compared line by line."""
    for s, p, o, g in quads:
        assert type(s) is type(p) is type(g) is URIRef
        assert isinstance(o, URIRef | Literal)


def test_every_thing_of_ours_that_is_pointed_at_is_described(graph: Graph) -> None:
    """Nothing leads into the void but the papers that nobody has read."""
    described = set(graph.subjects())
    papers = set(graph.objects(None, URIRef("http://purl.org/dc/terms/references")))
    ours = {o for o in graph.objects() if isinstance(o, URIRef) and o.startswith(ID)}
    assert ours - described <= papers


def test_every_quote_stands_where_it_says(graph: Graph) -> None:
    """``text[start:end] == quote`` for every mention, no exception."""
    mentions = list(graph.subjects(RDF.type, KG.Mention))
    assert len(mentions) > 20
    for mention in mentions:
        target = graph.value(mention, OA.hasTarget)
        text = str(graph.value(graph.value(target, OA.hasSource), SCHEMA.text))
        found = {
            name: graph.value(selector, OA[name])
            for selector in graph.objects(target, OA.hasSelector)
            for name in ("start", "end", "exact", "prefix", "suffix")
            if graph.value(selector, OA[name]) is not None
        }
        start, end = int(str(found["start"])), int(str(found["end"]))
        assert text[start:end] == str(found["exact"])
        assert text[:start].endswith(str(found["prefix"]))
        assert text[end:].startswith(str(found["suffix"]))


def test_a_quote_that_does_not_stand_there_is_refused(example: ModuleType) -> None:
    """A wrong offset must not reach the graph."""
    found = example.kst()
    first = found.commitments[0]
    moved = dataclasses.replace(first, start=first.start + 1, end=first.end + 1)
    wrong = dataclasses.replace(found, commitments=(moved,))
    with pytest.raises(BadData, match="kst-29521-456.txt: .*the quote does not stand at"):
        rdf.dataset([wrong])


def test_two_statements_with_one_iri_are_refused(example: ModuleType) -> None:
    """Two facts must not melt into one."""
    found = example.kst()
    twice = dataclasses.replace(found, commitments=(found.commitments[0],) * 2)
    with pytest.raises(BadData, match="leave one out"):
        rdf.dataset([twice])
    with pytest.raises(BadData, match="leave one out"):
        rdf.dataset([found, found])


def test_a_link_that_is_no_thing_of_ours_is_refused(example: ModuleType) -> None:
    """A link must carry an IRI of a kind that the graph holds."""
    found = example.kst()
    for wrong in ("minusma", f"{ID}paper/1"):
        link = dataclasses.replace(example.MINUSMA, id=wrong)
        with pytest.raises(BadData, match=wrong):
            rdf.dataset([dataclasses.replace(found, missions=(link,))])


def test_order_of_letters_does_not_matter(statements: tuple[Statements, ...]) -> None:
    """The same letters give the same bytes in whatever order they are read."""
    assert rdf.trig(rdf.dataset(statements)) == rdf.trig(rdf.dataset(statements[::-1]))


def test_trig_is_the_same_in_another_process() -> None:
    """Hash seeds, which differ from process to process, change nothing."""
    program = (
        "import runpy, sys; from kamergraaf import rdf\n"
        f"made = runpy.run_path({str(Path(__file__).with_name('example.py'))!r})\n"
        "sys.stdout.buffer.write(rdf.trig(rdf.dataset(made['statements']())))"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "4242")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 100_000


def test_trig_reads_back_with_oxigraph_and_rdflib(quads: frozenset[Quad]) -> None:
    """What is written is what was made, in both libraries."""
    written = rdf.trig(quads)
    assert set(ox.parse(written, format=ox.RdfFormat.TRIG)) == set(to_oxigraph(quads))
    read = Dataset()
    read.parse(data=written, format="trig")
    plain = {(s, p, str(o), str(g)) for s, p, o, g in read.quads()}
    assert plain == {(s, p, str(o), str(g)) for s, p, o, g in quads}


def test_a_store_gives_back_every_literal_as_written(quads: frozenset[Quad]) -> None:
    """Oxigraph rewrites numbers; ours are already in the form that it gives back."""
    store = ox.Store()
    store.bulk_extend(to_oxigraph(quads))
    assert set(store) == set(to_oxigraph(quads))


def test_trig_starts_with_sorted_absolute_prefixes(quads: frozenset[Quad]) -> None:
    """A reader sees at once which vocabularies are used."""
    lines = rdf.trig(quads).decode().splitlines()
    head = lines[: lines.index("")]
    assert head[0] == f"@base <{ID}> ."
    assert head[1:] == sorted(head[1:])
    assert all(line.startswith("@prefix ") and "<http" in line for line in head[1:])
