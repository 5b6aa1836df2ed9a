"""The reference data in the graph is the reference data of the CSV files."""

from collections.abc import Sized

import pytest
from rdflib import FOAF, ORG, RDF, SKOS, Graph, URIRef

from kamergraaf import reference
from kamergraaf.iris import thing
from kamergraaf.rdf.reference import reference_triples
from kamergraaf.rdf.terms import KG, SCHEMA


@pytest.fixture(scope="module")
def data() -> Graph:
    """Return the reference data alone."""
    graph = Graph()
    for triple in reference_triples():
        graph.add(triple)
    return graph


def test_every_row_is_there(data: Graph) -> None:
    """One thing of its class for each row."""
    tables = reference.tables()
    counts: dict[URIRef, Sized] = {
        SCHEMA.Country: tables.countries,
        KG.Region: tables.regions,
        KG.Mission: tables.missions,
        ORG.Organization: tables.organisations,
        KG.Ministry: tables.ministries,
        ORG.Post: tables.posts,
        FOAF.Person: tables.persons,
        KG.Cabinet: tables.cabinets,
        KG.Tenure: tables.tenures,
    }
    for what, rows in counts.items():
        assert len(rows) > 4
        assert len(set(data.subjects(RDF.type, what))) == len(rows), what


def test_tenure_has_person_post_cabinet_and_days(data: Graph) -> None:
    """Koenders was minister of foreign affairs in the second cabinet of Rutte."""
    [tenure] = (t for t in data.subjects(KG.post, URIRef(thing("post", "minister-bz")))
                if data.value(t, ORG.member) == URIRef(thing("person", "bert-koenders")))  # fmt: skip
    assert data.value(tenure, ORG.organization) == URIRef(thing("cabinet", "rutte-2"))
    days = str(data.value(tenure, SCHEMA.startDate)), str(data.value(tenure, SCHEMA.endDate))
    assert days == ("2014-10-17", "2017-10-26")


def test_mission_has_names_kind_lead_and_place(data: Graph) -> None:
    """MINUSMA is a peacekeeping mission of the United Nations in Mali."""
    minusma = URIRef(thing("mission", "minusma"))
    assert str(data.value(minusma, SKOS.notation)) == "MINUSMA"
    assert str(data.value(minusma, KG.kind)).endswith("/mission-kind/un-peacekeeping")
    assert data.value(minusma, KG.leadOrganisation) == URIRef(thing("organisation", "vn"))
    assert data.value(minusma, KG.place) == URIRef(thing("country", "mli"))
    roles = {
        str(data.value(date, KG.dateRole)).rsplit("/", 1)[1]
        for date in data.objects(minusma, KG.date)
    }
    assert roles == {"start", "end"}


def test_region_and_leading_state(data: Graph) -> None:
    """A region holds countries; a state can lead a mission."""
    inside = set(data.objects(URIRef(thing("region", "sahel")), SCHEMA.containsPlace))
    assert URIRef(thing("country", "ner")) in inside
    leads = {str(o).split("/")[-2] for o in data.objects(None, KG.leadOrganisation)}
    assert leads == {"organisation", "country"}


def test_links_to_other_data_are_schema_same_as(data: Graph) -> None:
    """Never owl:sameAs, which would melt two things into one."""
    assert not any("owl#sameAs" in str(p) for p in data.predicates())
    assert len(set(data.objects(None, SCHEMA.sameAs))) > 100
