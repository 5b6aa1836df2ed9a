"""The short ways hold exactly what the long ways hold, asked in SPARQL."""

from rdflib import ORG, PROV, Graph, URIRef
from rdflib.term import Node

from kamergraaf.iris import ID
from kamergraaf.rdf.shortways import short_ways
from kamergraaf.rdf.terms import GRAPH, KG, PREFIXES, Quad, concept

LONG_WAYS = """
CONSTRUCT { ?c kg:letter ?letter ; kg:country ?country ; kg:currentStatus ?status ; kg:minister ?person }
WHERE {
  { ?s kg:stateOf ?c ; kg:assertedIn ?letter }
  UNION { ?c a kg:Commitment ; kg:place ?country . ?country a schema:Country }
  UNION { ?s kg:stateOf ?c ; kg:status ?status . FILTER NOT EXISTS { ?next prov:wasRevisionOf ?s } }
  UNION { ?s kg:stateOf ?c ; prov:wasAttributedTo/org:member ?person }
  UNION { ?s kg:stateOf ?c ; prov:wasAttributedTo ?person . ?person a foaf:Person }
  UNION {
    ?s kg:stateOf ?c ; prov:wasAttributedTo ?all ; kg:assertedIn/kg:signedBy ?by .
    { ?all a schema:Country } UNION { ?all a/rdfs:subClassOf* org:Organization }
    { ?by org:member ?person } UNION { ?by a foaf:Person . BIND(?by AS ?person) }
  }
}"""


def test_short_ways_equal_the_long_ways(quads: frozenset[Quad]) -> None:
    """Made again from all other graphs, they are the same triples."""
    long, short = Graph(), Graph()
    for s, p, o, g in quads:
        (short if g == GRAPH["short-ways"] else long).add((s, p, o))
    found = long.query(LONG_WAYS, initNs=PREFIXES).graph
    assert found is not None
    assert len(short) > 30
    assert set(found) == set(short)
    assert {p for _, p, _ in short} == {KG.letter, KG.country, KG.currentStatus, KG.minister}


def test_cabinet_stands_for_every_signatory_and_a_minister_for_himself(graph: Graph) -> None:
    """Two signed; only one of them promised to inform the House."""
    people = {
        str(c).rsplit("/", 1)[1].rsplit("-", 1)[0]: {str(p).rsplit("/", 1)[1] for p in graph.objects(c, KG.minister)}
        for c in graph.subjects(KG.letter, URIRef("https://w3id.org/kamergraaf/id/letter/kst-29521-456"))
    }  # fmt: skip
    assert people["inform-parliament"] == {"kajsa-ollongren"}
    assert people["personnel"] == {"kajsa-ollongren", "wopke-hoekstra"}


def test_current_status_is_that_of_the_states_that_nothing_revises(graph: Graph) -> None:
    """A later letter's state hides the one that it revises; two that disagree both show."""
    promised, suspended = (
        next(s for s, o in graph.subject_objects(KG.status) if o == concept("status", code))
        for code in ("active", "suspended")
    )
    commitment = graph.value(promised, KG.stateOf)
    linked = Graph()
    linked += graph
    linked.set((suspended, KG.stateOf, commitment))  # type: ignore[arg-type]
    both = {concept("status", "active"), concept("status", "suspended")}
    assert current(linked, commitment) == both
    linked.add((suspended, PROV.wasRevisionOf, promised))
    assert current(linked, commitment) == {concept("status", "suspended")}


def current(graph: Graph, commitment: Node | None) -> set[Node]:
    """Return the current status of a commitment by the short way."""
    quads = [(s, p, o, GRAPH.links) for s, p, o in graph]
    ways = short_ways(quads)  # type: ignore[arg-type]
    return {o for s, p, o in ways if s == commitment and p == KG.currentStatus}


def test_an_agency_stands_for_the_signatories_an_unknown_post_for_nobody(graph: Graph) -> None:
    """What the police does, the letter's ministers answer for; another office's holder is not guessed."""
    state = next(s for s, o in graph.subject_objects(KG.status) if o == concept("status", "active"))
    commitment, letter = graph.value(state, KG.stateOf), graph.value(state, KG.assertedIn)
    signed = set(graph.objects(letter, KG.signedBy / ORG.member))
    for agent, people in (
        ("organisation/nationale-politie", signed),
        ("ministry/defensie", signed),
        ("post/minister-os", set()),
    ):
        changed = Graph()
        changed += graph
        changed.set((state, PROV.wasAttributedTo, URIRef(ID + agent)))
        ways = short_ways([(s, p, o, GRAPH.links) for s, p, o in changed])  # type: ignore[misc]
        assert {o for s, p, o in ways if s == commitment and p == KG.minister} == people
