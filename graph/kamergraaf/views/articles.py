"""What a page tells of each thing: its name, its facts, the sentence they rest on, where to go next."""

from dataclasses import dataclass, field
from textwrap import shorten

import networkx as nx
from rdflib import ORG, PROV, RDFS, SKOS, URIRef
from rdflib.term import Node

from kamergraaf.iris import ID
from kamergraaf.rdf.terms import KG, SCHEMA
from kamergraaf.store.facts import Facts
from kamergraaf.store.network import current_state

KINDS = {
    "minister": "bewindspersoon",
    "mission": "missie",
    "country": "land",
    "commitment": "toezegging of bijdrage",
    "letter": "brief",
}
_QUALIFIERS = {"max": "ten hoogste ", "min": "ten minste ", "approx": "ongeveer ", "exact": ""}
_ROLES = {"start": "Begin", "end": "Einde", "decision": "Besluit", "event": "Datum"}
_NUMBERS = (SCHEMA.value, SCHEMA.maxValue, SCHEMA.minValue)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """The way to another article; ``words`` are the first of its sentence."""

    name: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Article:
    """One thing in words; ``links`` are the articles beside it, by kind."""

    id: str
    kind: str
    name: str
    facts: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    source: str = ""
    status: str = ""
    missions: tuple[str, ...] = ()
    links: dict[str, list[Link]] = field(default_factory=dict)


def address(node: str) -> str:
    """Return the part of an IRI that names its place in a page."""
    return node.removeprefix(ID)


def articles(network: nx.MultiDiGraph, facts: Facts) -> list[Article]:
    """Return an article for each node: hubs by kind and name first, then the commitments."""
    order = {kind: number for number, kind in enumerate(KINDS) if kind != "commitment"}
    nodes = sorted(
        network.nodes(data=True),
        key=lambda each: (order.get(each[1]["kind"], 9), each[1].get("date", ""), each[1]["label"]),
    )
    return [_article(network, facts, node, data) for node, data in nodes]


def _article(network: nx.MultiDiGraph, facts: Facts, node: str, data: dict[str, object]) -> Article:
    kind, links = str(data["kind"]), _links(network, node)
    if kind == "commitment":
        return Article(
            address(node),
            kind,
            str(data["label"]),
            tuple(_commitment(facts, URIRef(node), data)),
            str(data["quote"]),
            _source(data),
            str(data["status"]),
            tuple(link.place for link in links.get("mission", [])),
            links,
        )
    told: list[tuple[str, str]] = []
    if kind == "letter":
        told = [("Onderwerp", str(data["title"])), ("Datum", str(data["date"]))]
    elif data.get("name") != data["label"]:
        told = [("Volledige naam", str(data["name"]))]
    return Article(
        address(node),
        kind,
        str(data["label"]),
        tuple(each for each in told if each[1]),
        links=links,
    )


def _source(data: dict[str, object]) -> str:
    letter, date = str(data["letter"]), str(data["date"])
    known = f"{letter} ({date})" if date and date not in letter else letter
    return f"{known}, zin {int(str(data['sentence'])) + 1}"


def _links(network: nx.MultiDiGraph, node: str) -> dict[str, list[Link]]:
    """Return the neighbours of a node by kind, each once."""
    found: dict[str, list[Link]] = {}
    for other in set(network.successors(node)) | set(network.predecessors(node)):
        data = network.nodes[other]
        words = shorten(str(data.get("quote", "")), 90, placeholder=" …")
        found.setdefault(data["kind"], []).append(Link(data["label"], words, address(other)))
    return {kind: sorted(found[kind]) for kind in KINDS if kind in found}


def _commitment(facts: Facts, commitment: Node, data: dict[str, object]) -> list[tuple[str, str]]:
    """Return the facts of a commitment as Dutch label and words."""
    state = current_state(facts, commitment)
    told = [("Wie", _name(facts, node)) for node in facts.values(state, PROV.wasAttributedTo)]
    told += [
        ("Soort", _label(facts, commitment, KG.kind)),
        ("Stand", _label(facts, state, KG.status)),
        ("Wijziging", _label(facts, state, KG.change)),
        ("Hoe hard", _label(facts, state, KG.modality)),
    ]
    told += [("Bedrag", _amount(facts, node)) for node in facts.values(state, KG.amount)]
    told += [("Mensen", _people(facts, node)) for node in facts.values(state, KG.personnel)]
    told += [_date(facts, node) for node in facts.values(state, KG.date)]
    told += [("Voorwaarde", str(words)) for words in facts.values(state, KG.condition)]
    for way, title in ((KG.beneficiary, "Voor"), (KG.partner, "Samen met")):
        told += [(title, _name(facts, node)) for node in facts.values(commitment, way)]
    if data["vague"]:
        told.append(("Let op", "vaag: geen handeling, bedrag, aantal, datum of product genoemd"))
    told.append(("Betrouwbaarheid", f"{data['confidence']:.2f}".replace(".", ",")))
    return [(label, words) for label, words in told if words]


def _label(facts: Facts, thing: Node, way: URIRef) -> str:
    return facts.text(thing, way, SKOS.prefLabel, language="nl")


def _name(facts: Facts, thing: Node) -> str:
    return facts.text(thing, SKOS.prefLabel, language="nl") or facts.text(
        thing, ORG.member, SKOS.prefLabel, language="nl"
    )


def _number(facts: Facts, node: Node) -> str:
    """Return a number with its qualifier, grouped as in Dutch: «ten hoogste 2.300.000»."""
    raw = next((text for way in _NUMBERS if (text := facts.text(node, way))), "")
    whole, _, rest = raw.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".") if whole.isdecimal() else whole
    qualifier = _QUALIFIERS.get(facts.text(node, KG.qualifier, SKOS.notation), "")
    return qualifier + grouped + (f",{rest}" if rest.strip("0") else "")


def _amount(facts: Facts, node: Node) -> str:
    period = {"P1Y": " per jaar", "P1M": " per maand"}.get(facts.text(node, KG.period), "")
    scope = _label(facts, node, KG.amountScope)
    return f"{_number(facts, node)} {facts.text(node, SCHEMA.currency)}{period} ({scope})"


def _people(facts: Facts, node: Node) -> str:
    shared = [
        facts.text(mission, SKOS.notation) or _name(facts, mission)
        for mission in facts.values(node, KG.sharedWith, KG.mission)
    ]
    together = f", samen met {', '.join(shared)}" if shared else ""
    return f"{_number(facts, node)} {facts.text(node, SCHEMA.unitText)}{together}"


def _date(facts: Facts, node: Node) -> tuple[str, str]:
    role = facts.text(node, KG.dateRole, SKOS.notation)
    words, edtf = facts.text(node, RDFS.label), facts.text(node, SKOS.notation)
    return _ROLES.get(role, "Datum"), f"{words} ({edtf})" if words and edtf != words else edtf
