"""What letters share: things that the reference data lacks, dossiers, papers and rules.

It lies in one graph, the links between letters, because Oxigraph counts a triple of two named graphs
twice when it reads all of them as one; no triple of ours is in two graphs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rdflib import DCTERMS, FOAF, SKOS, Literal, URIRef

from kamergraaf.rdf.terms import KG, Triple

_ONE_ONLY = {SKOS.prefLabel, FOAF.name, KG.kind}


def of_letter(letter: str, subject: URIRef) -> bool:
    """Tell whether something is a letter or lies below it, so that no other letter describes it."""
    return str(subject) == letter or subject.startswith(f"{letter}/")


def settled(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield what several letters say of shared things, with one name and one kind for each.

    Letters spell a name in more ways than one; the first in the alphabet is its name, the others are
    ``skos:altLabel``.  A kind that is known wins over an unknown one.
    """
    values: defaultdict[tuple[URIRef, URIRef], set[URIRef | Literal]] = defaultdict(set)
    for subject, predicate, value in triples:
        if predicate in _ONE_ONLY:
            values[subject, predicate].add(value)
        else:
            yield subject, predicate, value
    for (subject, predicate), found in values.items():
        first, *others = sorted(found, key=lambda value: (value.endswith("/unknown"), value))
        yield subject, predicate, first
        if predicate == SKOS.prefLabel:
            yield from ((subject, SKOS.altLabel, other) for other in others)


def referred_to(triples: Iterable[Triple], letters: set[str]) -> Iterator[Triple]:
    """Yield which letters of a build refer to which, seen from the one referred to."""
    for subject, predicate, value in triples:
        if predicate == DCTERMS.references and str(value) in letters and isinstance(value, URIRef):
            yield value, DCTERMS.isReferencedBy, subject
