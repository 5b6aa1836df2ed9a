"""The table of all states of all commitments, one a row, for spreadsheets."""

import csv
from typing import TextIO

from rdflib import DCTERMS, FOAF, ORG, PROV, RDFS, SKOS, Dataset, URIRef
from rdflib.term import Node

from kamergraaf.rdf.terms import KG, OA, SCHEMA, TYPE
from kamergraaf.store.facts import Facts

COLUMNS = {
    "commitment": "IRI of the commitment",
    "letter": "IRI of the letter",
    "letter_name": "paper number or date of the letter",
    "date": "date of the letter in EDTF",
    "date_inferred": "true when the letter does not state its date",
    "kind": "code of the kind of commitment",
    "change": "code of what the letter does to it",
    "status": "code of what holds now",
    "modality": "code of how firmly it is said",
    "vague": "true when nothing concrete is named",
    "actor": "who acts",
    "ministers": "the minister named, else the signatories",
    "missions": "missions, by abbreviation or name",
    "countries": "ISO 3166-1 alpha-3 codes",
    "regions": "regions",
    "beneficiaries": "who receives it",
    "partners": "with whom",
    "amounts": "value, currency, code of the scope, period",
    "people": "code of the qualifier, number, role",
    "start": "start in EDTF",
    "end": "end in EDTF",
    "decision": "day of decision in EDTF",
    "event": "day of the event in EDTF",
    "conditions": "conditions in the words of the letter",
    "quote": "the passage",
    "sentence": "number of the sentence, from 0",
    "from": "offset of the passage in the clean text, in code points",
    "to": "offset after the passage",
    "rule": "name of the rule that found it",
    "confidence": "0 to 1",
}
"""Columns and what they hold; several values stand in one cell with `` | `` between them."""

_NUMBERS = (SCHEMA.value, SCHEMA.maxValue, SCHEMA.minValue)


def write_states(dataset: Dataset, file: TextIO) -> None:
    """Write the table as CSV with a header line, sorted by commitment and letter date.

    A cell that a spreadsheet would take for a formula gets a ``'`` in front (OWASP, CSV injection).
    """
    facts = Facts(dataset)
    writer = csv.DictWriter(file, list(COLUMNS), lineterminator="\r\n")
    writer.writeheader()
    rows = [_row(facts, state) for state in facts.instances(KG.CommitmentState)]
    for row in sorted(rows, key=lambda row: (row["commitment"], row["date"], row["letter"])):
        writer.writerow({name: harmless(text) for name, text in row.items()})


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("-5"), harmless("5")
    ("'=1+1", "'-5", '5')
    """
    return "'" + text if text[:1] in tuple("=+-@\t\r\n") else text


def _row(facts: Facts, state: Node) -> dict[str, str]:
    commitment, letter = facts.values(state, KG.stateOf)[0], facts.values(state, KG.assertedIn)[0]
    selector = (KG.evidence, OA.hasTarget, OA.hasSelector)
    places = facts.values(commitment, KG.place)
    countries = [place for place in places if SCHEMA.Country in facts.values(place, TYPE)]
    return {
        "commitment": str(commitment),
        "letter": str(letter),
        "letter_name": facts.text(letter, RDFS.label),
        "date": facts.text(letter, KG.date, SKOS.notation),
        "date_inferred": str(KG.date in facts.values(letter, KG.inferred)).lower(),
        "kind": facts.text(commitment, KG.kind, SKOS.notation),
        **{
            way: facts.text(state, KG[way], SKOS.notation)
            for way in ("change", "status", "modality")
        },
        "vague": facts.text(state, KG.vague),
        "actor": _names(facts, facts.values(state, PROV.wasAttributedTo)),
        "ministers": _joined(facts, commitment, KG.minister, FOAF.name),
        "missions": _names(facts, facts.values(commitment, KG.mission)),
        "countries": " | ".join(facts.text(country, SKOS.notation) for country in countries),
        "regions": _names(facts, [place for place in places if place not in countries]),
        "beneficiaries": _names(facts, facts.values(commitment, KG.beneficiary)),
        "partners": _names(facts, facts.values(commitment, KG.partner)),
        "amounts": " | ".join(_amount(facts, node) for node in facts.values(state, KG.amount)),
        "people": " | ".join(_people(facts, node) for node in facts.values(state, KG.personnel)),
        **{role: _dates(facts, state, role) for role in ("start", "end", "decision", "event")},
        "conditions": _joined(facts, state, KG.condition),
        "quote": facts.text(state, *selector, OA.exact),
        "sentence": facts.text(state, KG.evidence, KG.sentenceNumber),
        "from": facts.text(state, *selector, OA.start),
        "to": facts.text(state, *selector, OA.end),
        "rule": facts.text(state, KG.evidence, KG.extractedByRule, DCTERMS.identifier),
        "confidence": f"{float(facts.text(state, KG.evidence, KG.confidence)):.2f}",
    }


def _joined(facts: Facts, thing: Node, *path: URIRef) -> str:
    return " | ".join(str(value) for value in facts.values(thing, *path))


def _names(facts: Facts, things: list[Node]) -> str:
    return " | ".join(
        facts.text(thing, FOAF.name)
        or facts.text(thing, ORG.member, FOAF.name)
        or (facts.text(thing, SKOS.notation) if "/country/" not in str(thing) else "")
        or facts.text(thing, SKOS.prefLabel, language="nl")
        for thing in things
    )


def _number(facts: Facts, node: Node) -> str:
    return next(text for way in _NUMBERS if (text := facts.text(node, way)))


def _amount(facts: Facts, node: Node) -> str:
    words = (
        _number(facts, node),
        facts.text(node, SCHEMA.currency),
        facts.text(node, KG.amountScope, SKOS.notation),
        facts.text(node, KG.period),
    )
    return " ".join(word for word in words if word)


def _people(facts: Facts, node: Node) -> str:
    qualifier = facts.text(node, KG.qualifier, SKOS.notation)
    return f"{qualifier} {_number(facts, node)} {facts.text(node, SCHEMA.unitText)}"


def _dates(facts: Facts, state: Node, role: str) -> str:
    return " | ".join(
        facts.text(node, SKOS.notation)
        for node in facts.values(state, KG.date)
        if facts.text(node, KG.dateRole, SKOS.notation) == role
    )
