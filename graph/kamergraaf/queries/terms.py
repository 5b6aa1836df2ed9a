"""Parameters as RDF terms: dates, numbers and text by their form, things by their name in the graph."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import chain

import pyoxigraph as ox

from kamergraaf.errors import BadQuery
from kamergraaf.iris import CONCEPT, DEF, ID

XSD = "http://www.w3.org/2001/XMLSchema#"
_ORG = "http://www.w3.org/ns/org#"
CLASSES: dict[str, tuple[str, ...]] = {
    "mission": (f"{DEF}Mission",),
    "country": ("https://schema.org/Country",),
    "place": ("https://schema.org/Country", f"{DEF}Region"),
    "organisation": (f"{_ORG}Organization",),
    "recipient": (f"{_ORG}Organization", f"{DEF}Mission", "https://schema.org/Country"),
    "person": ("http://xmlns.com/foaf/0.1/Person",),
    "letter": (f"{DEF}Letter",),
}
CLASSES["thing"] = tuple(dict.fromkeys(chain.from_iterable(CLASSES.values())))
"""Types of parameter that name a thing of one of these classes."""
SCHEMES = ("commitment-kind", "status", "change", "modality")
"""Types of parameter that name a concept, by code or label."""
_FORMS = {
    "first-day": r"\d{4}(-\d\d){0,2}",
    "last-day": r"\d{4}(-\d\d){0,2}",
    "day": r"\d{4}-\d\d-\d\d",
    "number": r"\d+(\.\d+)?",
    "text": r".+",
}
TYPES = (*CLASSES, *SCHEMES, *_FORMS)

_NAMES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX kg: <https://w3id.org/kamergraaf/def#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?name WHERE {
  ?thing %s
  ?thing skos:prefLabel|skos:altLabel|skos:notation|foaf:name|dcterms:identifier|rdfs:label
    |dcterms:title|(kg:date/skos:notation) ?name
}
"""


def term(store: ox.Store, type_: str, text: str) -> ox.NamedNode | ox.Literal:
    """Return the RDF term that a parameter's text stands for.

    Raises ``BadQuery`` when the text is not of the form of its type or names no thing, or several.
    """
    if type_ in CLASSES or type_ in SCHEMES:
        return _named(store, type_, text.strip())
    if not re.fullmatch(_FORMS[type_], text.strip()):
        raise BadQuery(f"«{text}»: {_WANTED[type_]}")
    return _literal(type_, text.strip())


_WANTED = {
    "first-day": "write a day, month or year: 2022-11-25, 2022-11 or 2022",
    "last-day": "write a day, month or year: 2022-11-25, 2022-11 or 2022",
    "day": "write a day: 2022-11-25",
    "number": "write a number: 0.8",
    "text": "write some text",
}


def _literal(type_: str, text: str) -> ox.Literal:
    if type_ == "text":
        return ox.Literal(text)
    if type_ == "number":
        return ox.Literal(text, datatype=ox.NamedNode(f"{XSD}decimal"))
    year, month, day = (int(part) for part in (text + "-0-0").split("-")[:3])
    last = type_ == "last-day"
    month = month or (12 if last else 1)
    if not 1 <= month <= 12 or not day <= monthrange(year, month)[1]:
        raise BadQuery(f"«{text}»: there is no such day")
    day = day or (monthrange(year, month)[1] if last else 1)
    iso = f"{year:04}-{month:02}-{day:02}"
    return ox.Literal(iso, datatype=ox.NamedNode(f"{XSD}date"))


def _named(store: ox.Store, type_: str, text: str) -> ox.NamedNode:
    if re.match(r"https?://", text):
        try:
            return ox.NamedNode(text)
        except ValueError as error:
            raise BadQuery(f"«{text}»: this is no IRI") from error
    names = _names(store, type_)
    wanted = _plain(text)
    exact = {thing for thing, name in names if name == wanted}
    words = set(wanted.split())
    found = exact or {thing for thing, name in names if words and words <= set(name.split())}
    if len(found) == 1:
        return ox.NamedNode(found.pop())
    article = f"«{text}»: {'several things' if found else f'no {type_}'} of that name in this graph"
    if found:
        raise BadQuery(f"{article}; say which: {', '.join(sorted(map(_short, found))[:6])}")
    near = get_close_matches(wanted, sorted({name for _, name in names}), n=3)
    raise BadQuery(article + (f"; near it: {', '.join(near)}" if near else ""))


def _names(store: ox.Store, type_: str) -> list[tuple[str, str]]:
    """Return the things of a type with all their names, and the last part of their IRI."""
    if type_ in CLASSES:
        classes = " ".join(f"<{each}>" for each in CLASSES[type_])
        pattern = f"a ?class . VALUES ?class {{ {classes} }}"
    else:
        pattern = f"skos:inScheme <{CONCEPT}{type_}> ."
    rows = store.query(_NAMES % pattern, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    found = [(row["thing"].value, row["name"].value) for row in rows]
    own = [(thing, thing.rsplit("/", 1)[1]) for thing, _ in found]
    return _distinct([*found, *own])


def _distinct(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted({(thing, _plain(name)) for thing, name in names})


def _plain(name: str) -> str:
    """Return a name as it is compared: no accents, no capitals, hyphens as spaces."""
    base = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in base if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[-_.,’']", " ", letters).split())


def _short(iri: str) -> str:
    return iri.removeprefix(ID).removeprefix(CONCEPT)
