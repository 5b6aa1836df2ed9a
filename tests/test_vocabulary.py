"""Code, data and ontology use the same words, both ways."""

import ast
import csv
import importlib.util
import re
from pathlib import Path
from typing import get_args

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef

import kamergraaf
from kamergraaf import model, rdf
from kamergraaf.iris import CONCEPT, DEF
from kamergraaf.rdf.terms import GRAPH, concept
from kamergraaf.resources import resource

PACKAGE = Path(kamergraaf.__file__).parent
SCHEMES = {
    "commitment-kind": model.Kind,
    "status": model.Status,
    "change": model.Change,
    "modality": model.Modality,
    "amount-scope": model.Scope,
    "qualifier": model.Qualifier,
    "date-role": model.DateRole,
    "meeting-form": model.MeetingForm,
    "act-kind": model.ActKind,
}
FROM_CSV = {"mission-kind": "missions", "organisation-kind": "organisations"}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    """Return the ontology as a graph."""
    return Graph().parse(resource("ontology/kamergraaf.ttl"), format="turtle")


def declared(ontology: Graph) -> set[str]:
    """Return the names of all classes and properties of our own."""
    return {str(s).removeprefix(DEF) for s in ontology.subjects(RDF.type) if str(s).startswith(DEF)}


def codes(ontology: Graph, scheme: str) -> set[str]:
    """Return the codes of a concept scheme."""
    found = set(ontology.subjects(SKOS.inScheme, URIRef(CONCEPT + scheme)))
    assert found == {concept(scheme, str(ontology.value(each, SKOS.notation))) for each in found}
    return {str(ontology.value(each, SKOS.notation)) for each in found}


def test_what_is_written_is_what_is_declared(ontology: Graph) -> None:
    """The graph of the hand-made letters uses every declared term and no other."""
    path = Path(__file__).parent / "rdf" / "example.py"
    spec = importlib.util.spec_from_file_location("example", path)
    assert spec and spec.loader
    example = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(example)
    quads = rdf.dataset(example.statements())
    terms = {str(t) for *triple, g in quads if g != GRAPH.ontology for t in triple}
    written = {term.removeprefix(DEF) for term in terms if term.startswith(DEF)}
    assert written == declared(ontology)


def test_code_names_declared_terms_only(ontology: Graph) -> None:
    """``KG.name`` in the package is declared; the reverse holds by the test above."""
    named = {
        node.attr
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "KG"
    }
    assert len(named) > 40
    assert named <= declared(ontology)


def test_shapes_and_questions_name_declared_terms_only(ontology: Graph) -> None:
    """A misspelt property in a shape checks nothing, in a question finds nothing."""
    files = [resource("ontology/shapes.ttl"), *sorted(PACKAGE.rglob("*.rq"))]
    assert len(files) > 10
    for file in files:
        text = re.sub(r"#(?!\w*>).*", "", file.read_text("utf-8"))
        unknown = set(re.findall(r"\bkg:(\w+)", text)) - declared(ontology)
        assert not unknown, f"{file.name}: {unknown}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_codes_of_the_model_are_the_concepts(ontology: Graph, scheme: str) -> None:
    """The closed sets of ``model.py`` and the concept schemes are the same words."""
    assert codes(ontology, scheme) == set(get_args(SCHEMES[scheme]))


@pytest.mark.parametrize("scheme", FROM_CSV)
def test_kinds_in_the_reference_data_are_concepts(ontology: Graph, scheme: str) -> None:
    """Every kind in the CSV is defined; ``unknown`` stands for what a letter alone names."""
    with resource(f"corpus/reference/{FROM_CSV[scheme]}.csv").open(encoding="utf-8") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)}
    assert kinds
    assert kinds <= codes(ontology, scheme)
    assert "unknown" in codes(ontology, scheme)


def test_all_schemes_are_held_to_something(ontology: Graph) -> None:
    """No scheme of the ontology is outside these tests."""
    schemes = {
        str(s).removeprefix(CONCEPT) for s in ontology.subjects(RDF.type, SKOS.ConceptScheme)
    }
    assert schemes == set(SCHEMES) | set(FROM_CSV)


def test_every_concept_has_a_definition_and_an_example_sentence(ontology: Graph) -> None:
    """In Dutch and English, and the example is one whole Dutch sentence of its own."""
    concepts = set(ontology.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) > 80
    examples = []
    for each in concepts:
        for way in (SKOS.prefLabel, SKOS.definition):
            said = [o for o in ontology.objects(each, way) if isinstance(o, Literal)]
            assert sorted(str(o.language) for o in said) == ["en", "nl"], each
        examples += [(str(o), o.language) for o in ontology.objects(each, SKOS.example)
                     if isinstance(o, Literal)]  # fmt: skip
    assert len(examples) == len(set(examples)) == len(concepts)
    assert all(re.fullmatch(r"[A-Z].*[^.]\.", text) and tag == "nl" for text, tag in examples)


def test_every_term_is_labelled_and_defined(ontology: Graph) -> None:
    """In Dutch and English."""
    for name in declared(ontology):
        for way in (RDFS.label, SKOS.definition):
            said = [o for o in ontology.objects(URIRef(DEF + name), way) if isinstance(o, Literal)]
            assert sorted(str(o.language) for o in said) == ["en", "nl"], name


def test_ontology_stays_small_and_has_no_blank_node(ontology: Graph) -> None:
    """About 15 classes and 35 properties of our own; everything else is reused."""
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    assert len(classes) <= 15
    assert len(declared(ontology)) - len(classes) <= 40
    assert not any(isinstance(node, BNode) for node in ontology.all_nodes())


def test_ontology_states_its_licence(ontology: Graph) -> None:
    """Creative Commons Attribution 4.0."""
    [node] = ontology.subjects(RDF.type, OWL.Ontology)
    assert (
        str(ontology.value(node, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
    )
