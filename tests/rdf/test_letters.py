"""What a letter says about itself, and what of it was inferred."""

import pytest
from rdflib import DCTERMS, FOAF, PROV, RDF, RDFS, Graph, Literal, URIRef

from kamergraaf.iris import thing
from kamergraaf.model import Letter, LetterFacts
from kamergraaf.rdf.letters import short_name
from kamergraaf.rdf.terms import KG, SCHEMA, nl
from kamergraaf.reference.reading import moment

KST = URIRef(thing("letter", "kst-29521-456"))
UNDATED = URIRef(thing("letter", "2023-bz-49c1924f"))
OLD = URIRef(thing("letter", "1951-03-10-def-0a1b2c3d"))


def names(graph: Graph, letter: URIRef) -> dict[str, tuple[str, bool]]:
    """Return for each signature its office, the name and whether the name was inferred."""
    return {
        str(graph.value(node, RDFS.label)): (
            str(graph.value(node, FOAF.name)),
            (node, KG.inferred, FOAF.name) in graph,
        )
        for node in graph.objects(letter, PROV.qualifiedAttribution)
    }


def test_stated_facts(graph: Graph) -> None:
    """Number, dossier, title, day and House of a letter that states them."""
    assert graph.value(KST, DCTERMS.identifier) == Literal("kst-29521-456")
    dossier = graph.value(KST, DCTERMS.isPartOf)
    assert graph.value(dossier, DCTERMS.identifier) == Literal("29521")
    assert graph.value(KST, DCTERMS.title) == nl("Nederlandse inzet in de Sahel")
    assert str(graph.value(KST, DCTERMS.issued)) == "2022-11-25"
    assert graph.value(KST, SCHEMA.recipient) == URIRef(thing("organisation", "tweede-kamer"))
    assert (KST, KG.inferred, None) not in graph


def test_inferred_date_and_house_are_marked(graph: Graph) -> None:
    """An inferred date has its first and last day and is no dcterms:issued."""
    date = graph.value(UNDATED, KG.date)
    found = {str(graph.value(date, KG.earliest)), str(graph.value(date, KG.latest))}
    assert found == {"2023-11-01", "2023-12-04"}
    assert graph.value(UNDATED, DCTERMS.issued) is None
    assert set(graph.objects(UNDATED, KG.inferred)) == {KG.date, SCHEMA.recipient}


def test_signatures_keep_the_words_and_mark_inferred_names(graph: Graph) -> None:
    """A name that the tenures gave is marked; one without a name keeps its office."""
    assert names(graph, KST) == {
        "Minister van Buitenlandse Zaken": ("W.B. Hoekstra", False),
        "Minister van Defensie": ("K.H. Ollongren", False),
    }
    assert names(graph, UNDATED) == {
        "Minister van Buitenlandse Zaken": ("H.G.J. Bruins Slot", True),
        "Staatssecretaris van Zeezaken": ("None", False),
    }


def test_signatory_is_the_most_exact_agent_known(graph: Graph) -> None:
    """Tenure, else person, else post."""
    kinds = {
        letter: {str(each).split("/")[-2] for each in graph.objects(letter, KG.signedBy)}
        for letter in (KST, UNDATED, OLD)
    }
    assert kinds == {KST: {"tenure"}, UNDATED: {"tenure", "post"}, OLD: {"person"}}
    person = graph.value(OLD, KG.signedBy)
    assert graph.value(person, FOAF.name) == Literal("A. Onbekend")
    assert str(graph.value(person, KG.known)) == "false"
    assert graph.value(KST, KG.alsoOnBehalfOf) == URIRef(thing("post", "minister-jenv"))


def test_text_is_kept_with_its_hash_but_no_path(graph: Graph) -> None:
    """The clean text is in the graph; the name of the file, which depends on the call, is not."""
    [text] = graph.subjects(KG.textOf, KST)
    assert len(str(graph.value(text, SCHEMA.text))) == int(str(graph.value(text, DCTERMS.extent)))
    assert not any(str(o).endswith(".txt") for o in graph.objects())


def test_references_lead_to_papers_and_back_between_letters(graph: Graph) -> None:
    """A paper that was read as a letter knows who refers to it; a repeated reference counts once."""
    paper = URIRef(thing("letter", "kst-29237-178"))
    assert set(graph.objects(KST, DCTERMS.references)) == {paper}
    assert (paper, RDF.type, KG.Letter) not in graph
    assert list(graph.objects(UNDATED, DCTERMS.references)) == [KST]
    assert set(graph.subject_objects(DCTERMS.isReferencedBy)) == {(KST, UNDATED)}


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (LetterFacts(dossiers=("29521",), number="AZ"), "Kamerstuk 29521, nr. AZ"),
        (LetterFacts(date=moment("2020-07-01")), "Kamerbrief van 1 juli 2020"),
        (LetterFacts(date=moment("2021-03")), "Kamerbrief van maart 2021"),
        (
            LetterFacts(date=moment("2021")),
            "Kamerbrief tussen 1 januari 2021 en 31 december 2021",
        ),
        (LetterFacts(dossiers=("29521",)), "Kamerbrief ffffffff"),
    ],
)
def test_short_names(facts: LetterFacts, name: str) -> None:
    """What lists call a letter: its number, else its date in Dutch, else its file."""
    letter = Letter("x", "a.txt", "f" * 64, "", "0" * 64, (), (), (), facts)
    assert short_name(letter) == name
