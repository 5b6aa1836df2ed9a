"""The RDF words that the modules of this stage share: namespaces, graph names and small makers of terms.

Numbers are written in canonical form and as ``xsd:integer`` or ``xsd:decimal`` only, because Oxigraph
gives every literal back in that form: ``"0.90"`` returns as ``0.9`` and a ``xsd:nonNegativeInteger`` as
``xsd:integer``, and a store must give what ``graph.trig`` says.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rdflib import RDF, XSD, Literal, Namespace, URIRef

from kamergraaf.errors import BadData
from kamergraaf.iris import CONCEPT, DEF, ID, thing

Triple = tuple[URIRef, URIRef, URIRef | Literal]
Quad = tuple[URIRef, URIRef, URIRef | Literal, URIRef]

KG = Namespace(DEF)
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
GRAPH = Namespace("https://w3id.org/kamergraaf/graph/")
NETHERLANDS = URIRef(thing("country", "nld"))
TYPE = RDF.type

_SCHEMES = (
    "commitment-kind", "status", "change", "modality", "amount-scope", "qualifier", "date-role",
    "act-kind", "meeting-form", "mission-kind", "organisation-kind",
)  # fmt: skip
PREFIXES = {
    "kg": DEF,
    "kgc": CONCEPT,
    **{scheme: f"{CONCEPT}{scheme}/" for scheme in _SCHEMES},
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": str(OA),
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": str(SCHEMA),
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": str(XSD),
}


def concept(scheme: str, code: str) -> URIRef:
    """Return the IRI of the code of a concept scheme.

    >>> str(concept("status", "active"))
    'https://w3id.org/kamergraaf/concept/status/active'
    """
    return URIRef(f"{CONCEPT}{scheme}/{code}")


def reference_iri(kind: str, key: str) -> URIRef:
    """Return the IRI of reference data by its id in the CSV; an IRI is returned as it is."""
    return URIRef(key if key.startswith(ID) else thing(kind, key))


def kind_of(iri: str) -> str:
    """Return the kind of thing that an IRI of ours names.

    Raises ``BadData`` when it is not one of ours.

    >>> kind_of("https://w3id.org/kamergraaf/id/mission/minusma")
    'mission'
    """
    kind, slash, key = iri.removeprefix(ID).partition("/")
    if not (iri.startswith(ID) and kind and slash and key):
        raise BadData(f"«{iri}» is no IRI of a thing; make it with kamergraaf.iris.thing")
    return kind


def letter_graph(letter: str) -> URIRef:
    """Return the name of the graph that holds what this letter states."""
    return GRAPH["letter/" + letter.removeprefix(f"{ID}letter/")]


def nl(text: str) -> Literal:
    """Return Dutch text."""
    return Literal(text, lang="nl")


def en(text: str) -> Literal:
    """Return English text."""
    return Literal(text, lang="en")


def whole(number: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(number), datatype=XSD.integer)


def decimal(number: Decimal) -> Literal:
    """Return an ``xsd:decimal`` in canonical form.

    >>> str(decimal(Decimal("0.90"))), str(decimal(Decimal("2300000.00")))
    ('0.9', '2300000')
    """
    plain = f"{number:f}"
    return Literal(plain.rstrip("0").rstrip(".") if "." in plain else plain, datatype=XSD.decimal)


def truth(value: bool) -> Literal:
    """Return an ``xsd:boolean``."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def day(value: date) -> Literal:
    """Return an ``xsd:date``."""
    return Literal(value.isoformat(), datatype=XSD.date)


def in_graph(graph: URIRef, triples: Iterable[Triple]) -> set[Quad]:
    """Return the triples as quads of one named graph."""
    return {(s, p, o, graph) for s, p, o in triples}
