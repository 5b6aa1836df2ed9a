"""Commitments, diplomatic acts and mentions as the graph holds them."""

import dataclasses
from types import ModuleType

import pytest
from rdflib import FOAF, PROV, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kamergraaf import rdf
from kamergraaf.iris import thing
from kamergraaf.model import Moment
from kamergraaf.rdf.terms import KG, OA, SCHEMA, concept

QUOTE = KG.evidence / OA.hasTarget / OA.hasSelector / OA.exact


def state(graph: Graph, words: str) -> Node:
    """Return the first state whose quote holds these words."""
    found = sorted(
        str(each)
        for each in graph.subjects(RDF.type, KG.CommitmentState)
        if words in "".join(map(str, graph.objects(each, QUOTE)))
    )
    assert found, words
    return URIRef(found[0])


def codes(graph: Graph, node: Node | None, *ways: URIRef) -> list[str]:
    """Return the codes that a node has for these properties."""
    return [str(graph.value(graph.value(node, way), SKOS.notation)) for way in ways]


def test_state_has_status_change_and_modality(graph: Graph) -> None:
    """The extension of the mandate for MINUSMA with its ceiling, end and condition."""
    minusma = state(graph, "mandaat van maximaal 16 personen")
    assert codes(graph, minusma, KG.status, KG.change, KG.modality) == [
        "active",
        "extended",
        "decided",
    ]
    people = graph.value(minusma, KG.personnel)
    assert int(str(graph.value(people, SCHEMA.maxValue))) == 16
    assert graph.value(people, SCHEMA.value) is None
    end = graph.value(minusma, KG.date)
    assert codes(graph, end, KG.dateRole) == ["end"]
    assert str(graph.value(end, KG.latest)) == "2024-06-30"
    assert str(graph.value(end, RDFS.label)) == "tot en met 30 juni 2024"
    assert str(graph.value(minusma, KG.condition)) == "mits de veiligheid het toelaat"


def test_shared_ceiling_is_two_commitments_that_point_at_each_other(graph: Graph) -> None:
    """So that a sum can count the fifteen people once."""
    pairs = {
        (graph.value(graph.value(None, KG.personnel, node), KG.stateOf), other)
        for node, other in graph.subject_objects(KG.sharedWith)
    }
    assert len(pairs) == 2
    assert {(b, a) for a, b in pairs} == pairs


def test_amounts_keep_scope_currency_and_period(graph: Graph) -> None:
    """Dutch share and joint total stand side by side in one state."""
    icoi = state(graph, "De Benelux-landen gaven")
    found = {
        (
            *codes(graph, node, KG.amountScope),
            str(graph.value(node, SCHEMA.value)),
            str(graph.value(node, SCHEMA.currency)),
        )
        for node in graph.objects(icoi, KG.amount)
    }
    assert found == {("dutch-share", "2300000", "USD"), ("joint-total", "4100000", "USD")}
    yearly = graph.value(state(graph, "jaarlijks"), KG.amount)
    assert str(graph.value(yearly, KG.period)) == "P1Y"
    assert codes(graph, yearly, KG.qualifier) == ["approx"]


@pytest.mark.parametrize(
    ("words", "agent"),
    [
        ("Het kabinet besluit het mandaat", thing("cabinet", "rutte-4")),
        ("De Benelux-landen", thing("country", "nld")),
        ("De Minister van Defensie informeert", thing("tenure", "kajsa-ollongren_minister-defensie_2022-01-10")),
        ("De staatssecretaris van Zeezaken", thing("post", "staatssecretaris-van-zeezaken")),
        ("De regering stelt vier helikopters", thing("country", "nld")),
    ],
)  # fmt: skip
def test_actor_is_the_most_exact_agent_known(graph: Graph, words: str, agent: str) -> None:
    """Cabinet of the day, state, tenure or post; no cabinet of 1951 is in the reference data."""
    assert graph.value(state(graph, words), PROV.wasAttributedTo) == URIRef(agent)


def test_cabinet_is_left_open_when_the_date_spans_two(example: ModuleType) -> None:
    """A letter dated only to a year with two cabinets is attributed to the state, not to a guess."""
    from datetime import date

    found = example.kst()
    year = Moment(date(2017, 1, 1), date(2017, 12, 31), "2017")
    facts = dataclasses.replace(found.letter.facts, date=year)
    letter = dataclasses.replace(found.letter, facts=facts)
    quads = rdf.dataset([dataclasses.replace(found, letter=letter)])
    agents = {o for s, p, o, _ in quads if p == PROV.wasAttributedTo}
    assert URIRef(thing("country", "nld")) in agents
    assert not any("/cabinet/" in agent for agent in agents)


def test_labels_say_kind_and_what_it_is_about(graph: Graph) -> None:
    """Missions first, else beneficiaries and places, else the quote."""
    labels = {
        str(o)
        for o in graph.objects(None, SKOS.prefLabel)
        if isinstance(o, Literal) and o.language == "nl"
    }
    assert {
        "personele bijdrage: MINUSMA",
        "financiële bijdrage: ICOI",
        "beleid of besluit: Sahel",
        "materiële steun: «De regering stelt vier helikopters ter beschikking»",
    } <= labels


def test_vague_and_confidence(graph: Graph) -> None:
    """Vague ones are marked; confidence is that of the rule."""
    vague = {s for s, o in graph.subject_objects(KG.vague) if str(o) == "true"}
    assert vague == {state(graph, "betrouwbare partner")}
    mention = graph.value(next(iter(vague)), KG.evidence)
    assert str(graph.value(mention, KG.confidence)) == "0.55"


def test_unknown_mission_is_kept_and_marked(graph: Graph) -> None:
    """A mission that is not in the reference data is a mission of unknown kind."""
    blauwvoet = URIRef(thing("mission", "blauwvoet"))
    assert (blauwvoet, RDF.type, KG.Mission) in graph
    assert str(graph.value(blauwvoet, KG.known)) == "false"
    assert graph.value(blauwvoet, KG.kind) == concept("mission-kind", "unknown")
    assert str(
        graph.value(URIRef(thing("organisation", "stichting-vredeshuis")), KG.kind)
    ).endswith("/ngo")


def test_unknown_person_belongs_to_the_letter(graph: Graph) -> None:
    """Namesakes in two letters are not taken for one person."""
    [general] = graph.subjects(FOAF.name, Literal("generaal Janvier"))
    assert str(general).startswith(thing("letter", "1951-03-10-def-0a1b2c3d") + "/person-")
    assert str(graph.value(general, SCHEMA.jobTitle)) == "generaal"


def test_diplomatic_act(graph: Graph) -> None:
    """Who spoke with whom, when, where, to what end."""
    [act] = graph.subjects(RDF.type, KG.DiplomaticAct)
    assert codes(graph, act, KG.kind, KG.form) == ["urge", "visit"]
    assert set(graph.objects(act, KG.addressee)) == {
        URIRef(thing("person", "zeini-moulaye")), URIRef(thing("country", "mli")),
    }  # fmt: skip
    assert str(graph.value(act, SCHEMA.location)) == "Bamako"
    assert str(graph.value(graph.value(act, KG.date), KG.earliest)) == "2023-06-12"
    assert "bezoek, aandringen: Zeini Moulaye, Mali" in map(str, graph.objects(act, RDFS.label))


def test_every_mentioned_thing_has_a_passage(graph: Graph) -> None:
    """A letter mentions what it can quote."""
    for letter, named in graph.subject_objects(SCHEMA.mentions):
        bodies = list(graph.subjects(OA.hasBody, named))
        assert any(str(body).startswith(f"{letter}/") for body in bodies), named


def test_one_mention_for_each_spelling(example: ModuleType) -> None:
    """A name that is repeated adds nothing; another spelling does; a pronoun never."""
    found = example.undated()
    again = [
        dataclasses.replace(
            found.entities[2], start=found.entities[2].start + 7, quote="Blauwvoet"
        ),
        dataclasses.replace(found.entities[0], form="anaphor", start=0, end=2, quote="De"),
        found.entities[2],
    ]
    more = dataclasses.replace(found, entities=found.entities + tuple(again))
    quotes = sorted(
        str(o) for s, p, o, _ in rdf.dataset([more])
        if p == OA.exact and "/mention-" in s
    )  # fmt: skip
    assert quotes == ["Blauwvoet", "EUCAP Sahel Niger", "Zeini Moulaye", "missie Blauwvoet"]
