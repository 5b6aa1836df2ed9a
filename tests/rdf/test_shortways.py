"""The short ways hold exactly what the long ways hold, asked in SPARQL."""

from rdflib import Graph, URIRef

from kamergraaf.rdf.terms import GRAPH, KG, PREFIXES, Quad

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
    { ?all a kg:Cabinet } UNION { ?all a schema:Country } UNION { ?all a kg:Ministry }
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
