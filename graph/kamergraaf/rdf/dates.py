"""Dates keep the precision of the words: first and last day, EDTF and the words themselves."""

from collections.abc import Iterator

from rdflib import RDFS, SKOS, Literal, URIRef

from kamergraaf.model import DateRole, Moment
from kamergraaf.rdf.terms import EDTF, KG, TYPE, Triple, concept, day, nl


def dated(
    subject: URIRef, node: URIRef, moment: Moment, words: str | None, role: DateRole | None = None
) -> Iterator[Triple]:
    """Yield the triples that give ``subject`` a date, described at ``node``."""
    yield subject, KG.date, node
    yield node, TYPE, KG.ImpreciseDate
    yield node, KG.earliest, day(moment.earliest)
    yield node, KG.latest, day(moment.latest)
    yield node, SKOS.notation, Literal(moment.edtf, datatype=EDTF)
    if words:
        yield node, RDFS.label, nl(words)
    if role:
        yield node, KG.dateRole, concept("date-role", role)
