"""The shapes accept the example and catch every planted error, and say where it is."""

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib import DCTERMS, ORG, PROV, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kamergraaf import rdf
from kamergraaf.errors import BadData, KamergraafError
from kamergraaf.iris import ID, thing
from kamergraaf.rdf.check import check, check_build
from kamergraaf.rdf.terms import KG, OA, SCHEMA, Quad, concept, whole

KST = URIRef(thing("letter", "kst-29521-456"))
OTHER = URIRef(thing("letter", "2023-bz-49c1924f"))
MALI = URIRef(thing("country", "mli"))
HOEKSTRA = URIRef(thing("tenure", "wopke-hoekstra_minister-bz_2022-01-10"))


def state(graph: Graph) -> Node:
    """Return the state of the commitment to MINUSMA; it is in sentence 2."""
    [commitment] = graph.subjects(KG.mission, URIRef(thing("mission", "minusma")))
    return graph.value(None, KG.stateOf, commitment) or commitment


def selector(graph: Graph, way: URIRef) -> Node:
    """Return the selector of that state's evidence that has this property."""
    selectors = graph.objects(state(graph), KG.evidence / OA.hasTarget / OA.hasSelector)
    return next(each for each in selectors if graph.value(each, way))


def elsewhere(graph: Graph) -> Node:
    """Return a state of the other letter."""
    return next(graph.subjects(KG.assertedIn, OTHER))


def amount(graph: Graph) -> Node:
    """Return an amount of money."""
    return next(graph.subjects(RDF.type, SCHEMA.MonetaryAmount))


def of_state(way: URIRef, value: Node) -> Callable[[Graph], None]:
    """Return a change that sets a property of the state to another value."""

    def spoil(graph: Graph) -> None:
        graph.set((state(graph), way, value))

    return spoil


def quote_too_long(graph: Graph) -> None:
    graph.set((selector(graph, OA.start), OA.end, whole(9)))


def quote_of_other_words(graph: Graph) -> None:
    node = selector(graph, OA.exact)
    graph.set((node, OA.exact, Literal(str(graph.value(node, OA.exact)).swapcase())))


def no_evidence(graph: Graph) -> None:
    graph.remove((state(graph), KG.evidence, None))


def no_way_back(graph: Graph) -> None:
    graph.remove((None, OA.hasBody, state(graph)))


def evidence_from_another_letter(graph: Graph) -> None:
    mine, other = state(graph), graph.value(elsewhere(graph), KG.evidence)
    assert other
    graph.set((mine, KG.evidence, other))


def gone_before_the_letter(graph: Graph) -> None:
    graph.set((HOEKSTRA, SCHEMA.endDate, Literal("2022-11-25", datatype=XSD.date)))


def not_yet_in_office(graph: Graph) -> None:
    graph.set((HOEKSTRA, SCHEMA.startDate, Literal("2022-11-26", datatype=XSD.date)))


def revises_another_commitment(graph: Graph) -> None:
    graph.add((state(graph), PROV.wasRevisionOf, elsewhere(graph)))


def two_kinds(graph: Graph) -> None:
    graph.add((graph.value(state(graph), KG.stateOf), KG.kind, concept("commitment-kind", "study")))  # type: ignore[arg-type]


def kind_of_an_act(graph: Graph) -> None:
    graph.set((graph.value(state(graph), KG.stateOf), KG.kind, concept("act-kind", "urge")))  # type: ignore[arg-type]


def amount_without_currency(graph: Graph) -> None:
    graph.remove((amount(graph), SCHEMA.currency, None))


def amount_without_scope(graph: Graph) -> None:
    graph.remove((amount(graph), KG.amountScope, None))


def too_sure(graph: Graph) -> None:
    mention = graph.value(state(graph), KG.evidence)
    assert mention
    graph.set((mention, KG.confidence, Literal("1.5", datatype=XSD.decimal)))


def country_without_code(graph: Graph) -> None:
    graph.remove((MALI, SKOS.notation, None))


def date_that_ends_before_it_begins(graph: Graph) -> None:
    date = graph.value(state(graph), KG.date)
    assert date
    graph.set((date, KG.latest, Literal("2001-01-01", datatype=XSD.date)))


def tenure_without_person(graph: Graph) -> None:
    graph.remove((HOEKSTRA, ORG.member, None))


def letter_without_text(graph: Graph) -> None:
    graph.remove((None, KG.textOf, KST))


def paper_number_with_a_space(graph: Graph) -> None:
    graph.set((KST, DCTERMS.identifier, Literal("kst-29 521-456")))


def short_way_to_another_letter(graph: Graph) -> None:
    graph.add((graph.value(state(graph), KG.stateOf), KG.letter, OTHER))  # type: ignore[arg-type]


def mission_that_is_a_country(graph: Graph) -> None:
    graph.set((graph.value(state(graph), KG.stateOf), KG.mission, MALI))  # type: ignore[arg-type]


def concept_without_definition(graph: Graph) -> None:
    graph.remove((concept("status", "active"), SKOS.definition, None))


def class_without_english_label(graph: Graph) -> None:
    graph.remove((KG.Letter, None, Literal("parliamentary letter", lang="en")))


AT_STATE = "Kamerstuk 29521, nr. 456, sentence 2: "
PLANTED: list[tuple[Callable[[Graph], Any], str]] = [
    (quote_too_long, AT_STATE + "the quote is what stands there in the text"),
    (quote_of_other_words, AT_STATE + "the quote is what stands there in the text"),
    (no_evidence, AT_STATE + "a statement rests on a mention"),
    (no_way_back, AT_STATE + "kg:evidence and oa:hasBody lead to each other"),
    (evidence_from_another_letter, "the evidence is from the letter of the statement"),
    (gone_before_the_letter, "a signatory is in office on the date of the letter: already gone"),
    (not_yet_in_office, "Kamerstuk 29521, nr. 456: a signatory is in office on the day of the letter"),
    (revises_another_commitment, AT_STATE + "a state revises only a state of the same commitment"),
    (of_state(KG.status, concept("status", "finished")), AT_STATE + "the status is of the scheme status"),
    (of_state(KG.change, concept("status", "active")), AT_STATE + "the change is of the scheme change"),
    (of_state(KG.vague, Literal("maybe")), AT_STATE + "a state is vague or not"),
    (two_kinds, AT_STATE + "a commitment has one kind"),
    (kind_of_an_act, AT_STATE + "the kind of a commitment is of the scheme commitment-kind"),
    (amount_without_currency, "an amount has a currency (ISO 4217)"),
    (amount_without_scope, "an amount has a scope"),
    (too_sure, AT_STATE + "confidence lies between 0 and 1"),
    (country_without_code, "country/mli: a country has a code of ISO 3166-1 alpha-3"),
    (date_that_ends_before_it_begins, AT_STATE + "a date has a first day that is not after its last"),
    (tenure_without_person, "a tenure has one person"),
    (letter_without_text, "Kamerstuk 29521, nr. 456: a letter has one text"),
    (paper_number_with_a_space, "a paper number is written kst-29521-456"),
    (short_way_to_another_letter, "kg:letter gives the same letters as the long way"),
    (mission_that_is_a_country, AT_STATE + "kg:mission leads to a mission"),
    (concept_without_definition, "a concept has a Dutch and an English definition"),
    (class_without_english_label, "a term has a Dutch and an English label"),
]  # fmt: skip


@pytest.fixture(scope="module")
def small(graph: Graph) -> Graph:
    """Return the graph without the reference data that nothing leads to: quick to check."""
    left = copied(graph)
    for kind in ("tenure", "region", "mission", "organisation", "country", "person"):
        of_kind = {s for s in left.subjects() if str(s).startswith(thing(kind, ""))}
        for node in of_kind - set(left.objects()):
            left.remove((node, None, None))
    assert len(left) < len(graph) / 2
    return left


def copied(graph: Graph) -> Graph:
    """Return a graph that may be spoilt."""
    copy = Graph()
    copy += graph
    return copy


def test_the_example_conforms(graph: Graph) -> None:
    """Three letters with all classes of things, the reference data and the ontology."""
    report = check(copied(graph))
    assert report.lines == []
    assert report.conforms


@pytest.mark.parametrize(
    "agent",
    ["organisation/vn", "ministry/defensie", "cabinet/rutte-4", "country/nld", "post/minister-bz"],
)
def test_every_sort_of_actor_conforms(graph: Graph, agent: str) -> None:
    """A state, a cabinet, a ministry, an agency or an office may act."""
    acted = copied(graph)
    acted.set((state(acted), PROV.wasAttributedTo, URIRef(ID + agent)))
    assert (URIRef(ID + agent), RDF.type, None) in acted
    assert check(acted).lines == []


@pytest.mark.parametrize(("spoil", "line"), PLANTED, ids=[each.__name__ for each, _ in PLANTED])
def test_planted_error_is_caught(small: Graph, spoil: Callable[[Graph], Any], line: str) -> None:
    """Each error is found, with the letter and the sentence where it has them."""
    spoilt = copied(small)
    spoil(spoilt)
    assert set(spoilt) != set(small)
    report = check(spoilt)
    assert not report.conforms
    assert any(line in each for each in report.lines), report.lines
    assert report.lines == sorted(report.lines)
    assert all("\n" not in each for each in report.lines)


def test_check_of_a_build(tmp_path: Path, quads: frozenset[Quad]) -> None:
    """The file is read back and judged; a spoilt one is told from a missing one."""
    file = tmp_path / "graph.trig"
    file.write_bytes(rdf.trig(quads))
    assert check_build(tmp_path) == (True, [])
    text = file.read_text("utf-8")
    file.write_text(text.replace("kg:status status:suspended", "kg:status status:paused"), "utf-8")
    conforms, lines = check_build(tmp_path)
    assert not conforms
    assert (
        "Kamerbrief tussen 1 november 2023 en 4 december 2023, sentence 0: the status is of the scheme status"
        in lines[0]
    )
    file.write_text(text + "_:b a _:c .", "utf-8")
    with pytest.raises(BadData, match="is no IRI"):
        check_build(tmp_path)
    file.write_text("@prefix", "utf-8")
    with pytest.raises(BadData, match="no TriG"):
        check_build(tmp_path)
    with pytest.raises(BadData, match="no build here; make one with: kamergraaf build --out"):
        check_build(tmp_path / "nowhere")


def test_missing_pyshacl_is_one_line(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who installed without the extra is told which to add."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "pyshacl":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(KamergraafError, match=r"pip install 'kamergraaf\[check\]'"):
        check(graph)
