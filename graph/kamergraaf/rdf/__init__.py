"""Stage: rdf.  Statements become named graphs of plain triples; no blank node, no clock, no counter.

One graph for each letter, one for the reference data, one for links between letters with what they
share, one for the short ways, and the ontology in a graph of its own, so that a store can print the
labels of its codes and a downloaded file explains itself.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from kamergraaf.errors import BadData
from kamergraaf.model import Statements
from kamergraaf.rdf.acts import diplomatic_act
from kamergraaf.rdf.commitments import commitment
from kamergraaf.rdf.letters import letter_facts
from kamergraaf.rdf.mentions import named_things, references
from kamergraaf.rdf.reference import reference_triples
from kamergraaf.rdf.shared import of_letter, referred_to, settled
from kamergraaf.rdf.shortways import short_ways
from kamergraaf.rdf.terms import GRAPH, Quad, Triple, in_graph, letter_graph
from kamergraaf.rdf.things import mentioned
from kamergraaf.rdf.trig import trig
from kamergraaf.rdf.vocabulary import ontology_triples

__all__ = ["dataset", "trig"]


def dataset(statements: Sequence[Statements]) -> frozenset[Quad]:
    """Return all quads of the graph, in no order; ``trig`` sorts them.

    No triple is in two graphs.  Raises ``BadData`` when two letters or two statements have the same IRI
    or a quote does not stand at its offsets.
    """
    _distinct(statements)
    letters = {found.letter.id for found in statements}
    quads = in_graph(GRAPH.ontology, ontology_triples())
    quads |= in_graph(GRAPH.reference, reference_triples())
    shared: set[Triple] = set()
    for found in statements:
        stated = set(_letter(found))
        own = {triple for triple in stated if of_letter(found.letter.id, triple[0])}
        quads |= in_graph(letter_graph(found.letter.id), own)
        shared |= {triple for triple in stated - own if str(triple[0]) not in letters}
        shared |= set(referred_to(own, letters))
    quads |= in_graph(GRAPH.links, settled(shared))
    quads |= in_graph(GRAPH["short-ways"], short_ways(quads))
    return frozenset(quads)


def _letter(found: Statements) -> Iterator[Triple]:
    letter = found.letter
    return chain(
        letter_facts(letter),
        references(letter),
        mentioned(found),
        named_things(found),
        *(commitment(letter, each) for each in found.commitments),
        *(diplomatic_act(letter, each) for each in found.meetings),
    )


def _distinct(statements: Sequence[Statements]) -> None:
    seen: dict[str, str] = {}
    for found in statements:
        letter = found.letter
        ids = [letter.id, *(c.id for c in found.commitments), *(m.id for m in found.meetings)]
        for each in ids:
            if each in seen:
                raise BadData(f"{letter.file}: {each} is also in {seen[each]}; leave one out")
            seen[each] = letter.file
