"""A letter as a thing: its own facts, its text and who signed it."""

from collections.abc import Iterator

from babel.dates import format_date
from rdflib import DCTERMS, FOAF, PROV, RDFS, Literal, URIRef

from kamergraaf.iris import part, thing
from kamergraaf.model import Letter, Moment, Signatory
from kamergraaf.rdf.agents import post_of, signed
from kamergraaf.rdf.dates import dated
from kamergraaf.rdf.mentions import text_iri
from kamergraaf.rdf.terms import KG, SCHEMA, TYPE, Triple, day, nl, whole

_CHAMBERS = {
    "TK": thing("organisation", "tweede-kamer"),
    "EK": thing("organisation", "eerste-kamer"),
}


def letter_facts(letter: Letter) -> Iterator[Triple]:
    """Yield what the letter says about itself, and which of it was inferred."""
    node, facts = URIRef(letter.id), letter.facts
    yield node, TYPE, KG.Letter
    yield node, DCTERMS.language, Literal("nl")
    yield node, RDFS.label, nl(short_name(letter))
    if facts.title:
        yield node, DCTERMS.title, nl(facts.title)
    for dossier in facts.dossiers:
        paper = URIRef(thing("dossier", dossier))
        yield node, DCTERMS.isPartOf, paper
        yield paper, TYPE, SCHEMA.Collection
        yield paper, DCTERMS.identifier, Literal(dossier)
    if facts.dossiers and facts.number:
        yield node, DCTERMS.identifier, Literal(f"kst-{facts.dossiers[0]}-{facts.number}")
    for number in letter.also:
        yield node, DCTERMS.identifier, Literal(number)
    yield from _date(node, letter)
    if facts.chamber:
        yield node, SCHEMA.recipient, URIRef(_CHAMBERS[facts.chamber])
        if facts.chamber_source == "inferred":
            yield node, KG.inferred, SCHEMA.recipient
    for signatory in facts.signatories:
        yield from _signature(node, signatory)
    for signatory in facts.on_behalf_of:
        yield from signed(node, KG.alsoOnBehalfOf, signatory)
    yield from _text(node, letter)


def short_name(letter: Letter) -> str:
    """Return a short Dutch name for lists: paper number, date or file hash, the first there is."""
    facts = letter.facts
    if facts.dossiers and facts.number:
        return f"Kamerstuk {facts.dossiers[0]}, nr. {facts.number}"
    if facts.date:
        return f"Kamerbrief {_spoken(facts.date)}"
    return f"Kamerbrief {letter.file_sha256[:8]}"


def _spoken(moment: Moment) -> str:
    first, last = moment.earliest, moment.latest
    if first == last:
        return "van " + format_date(first, "d MMMM y", locale="nl")
    if len(moment.edtf) == len("2021-03"):
        return "van " + format_date(first, "MMMM y", locale="nl")
    between = (format_date(day, "d MMMM y", locale="nl") for day in (first, last))
    return "tussen " + " en ".join(between)


def _date(node: URIRef, letter: Letter) -> Iterator[Triple]:
    moment, source = letter.facts.date, letter.facts.date_source
    if moment is None:
        return
    yield from dated(node, URIRef(part(letter.id, "date", moment.edtf)), moment, None)
    if source == "inferred":
        yield node, KG.inferred, KG.date
    elif moment.earliest == moment.latest:
        yield node, DCTERMS.issued, day(moment.earliest)


def _text(node: URIRef, letter: Letter) -> Iterator[Triple]:
    text, file = text_iri(letter), URIRef(f"{letter.id}/file-{letter.file_sha256[:8]}")
    yield text, TYPE, KG.TextVersion
    yield text, KG.textOf, node
    yield text, SCHEMA.sha256, Literal(letter.text_sha256)
    yield text, DCTERMS.extent, whole(len(letter.text))
    yield text, SCHEMA.text, Literal(letter.text)
    yield text, PROV.wasDerivedFrom, file
    yield file, TYPE, SCHEMA.MediaObject
    yield file, SCHEMA.sha256, Literal(letter.file_sha256)


def _signature(letter: URIRef, signatory: Signatory) -> Iterator[Triple]:
    words = f"{signatory.office} {signatory.name or ''}"
    node = URIRef(part(letter, "signature", words))
    yield letter, PROV.qualifiedAttribution, node
    yield node, TYPE, PROV.Attribution
    yield node, RDFS.label, nl(signatory.office)
    yield node, KG.post, post_of(signatory)
    for subject, predicate, value in signed(letter, KG.signedBy, signatory):
        yield subject, predicate, value
        if predicate == KG.signedBy:
            yield node, PROV.agent, value
    if signatory.name:
        yield node, FOAF.name, Literal(signatory.name)
    if signatory.name_source == "inferred":
        yield node, KG.inferred, FOAF.name
