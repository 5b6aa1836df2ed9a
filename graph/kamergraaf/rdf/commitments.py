"""Commitments and what one letter says about them: the state with its terms and its evidence."""

from collections.abc import Iterator

from rdflib import PROV, SKOS, XSD, Literal, URIRef

from kamergraaf.iris import sha, slug
from kamergraaf.model import Commitment, DateTerm, Letter, MoneyTerm, PersonnelTerm
from kamergraaf.rdf.agents import acting
from kamergraaf.rdf.dates import dated
from kamergraaf.rdf.mentions import Passage, evidence
from kamergraaf.rdf.terms import (
    KG,
    SCHEMA,
    TYPE,
    Triple,
    concept,
    decimal,
    en,
    nl,
    truth,
    whole,
)
from kamergraaf.rdf.things import linked
from kamergraaf.rdf.vocabulary import label

_LABEL_LENGTH = 60
_PERIODS = {"year": "P1Y", "month": "P1M"}
_INFERRED = {"missions": KG.mission, "countries": KG.place, "beneficiaries": KG.beneficiary}
_NUMBERS = {"max": SCHEMA.maxValue, "min": SCHEMA.minValue}


def state_iri(commitment: str) -> URIRef:
    """Return the IRI of what the commitment's own letter says about it."""
    return URIRef(f"{commitment}/state")


def commitment(letter: Letter, found: Commitment) -> Iterator[Triple]:
    """Yield a commitment, its state in this letter, its terms and its evidence."""
    node = URIRef(found.id)
    yield node, TYPE, KG.Commitment
    yield node, KG.kind, concept("commitment-kind", found.kind)
    yield node, SKOS.prefLabel, nl(_label(found, "nl"))
    yield node, SKOS.prefLabel, en(_label(found, "en"))
    for predicate, links in (
        (KG.mission, found.missions),
        (KG.place, found.countries + found.regions),
        (KG.beneficiary, found.beneficiaries),
        (KG.partner, found.partners),
    ):
        for link in links:
            yield from linked(node, predicate, link)
    for term in found.inferred:
        yield node, KG.inferred, _INFERRED[term]
    yield from _state(letter, found)


def _label(found: Commitment, language: str) -> str:
    kind = label("commitment-kind", found.kind, language)
    named = found.missions or found.beneficiaries or found.countries or found.regions
    if named:
        return f"{kind}: {', '.join(link.name for link in named)}"
    quote = found.quote
    short = quote if len(quote) <= _LABEL_LENGTH else quote[:_LABEL_LENGTH].rsplit(" ", 1)[0] + "…"
    return f"{kind}: «{short}»"


def _state(letter: Letter, found: Commitment) -> Iterator[Triple]:
    node = state_iri(found.id)
    yield node, TYPE, KG.CommitmentState
    yield node, KG.stateOf, URIRef(found.id)
    yield node, KG.assertedIn, URIRef(letter.id)
    yield node, KG.status, concept("status", found.status)
    yield node, KG.change, concept("change", found.change)
    yield node, KG.modality, concept("modality", found.modality)
    yield node, KG.vague, truth(found.vague)
    yield from acting(node, PROV.wasAttributedTo, letter, found.actors, found.actor)
    for condition in found.conditions:
        yield node, KG.condition, nl(condition)
    for amount in found.amounts:
        yield from _amount(node, found.id, amount)
    for people in found.personnel:
        yield from _personnel(node, found.id, people)
    for term in found.dates:
        yield from _date(node, found.id, term)
    passage = Passage(letter, found.start, found.end, found.quote)
    yield from evidence(
        node, URIRef(f"{found.id}/mention"), passage, found.sentence, found.rule, found.confidence
    )


def _amount(state: URIRef, commitment: str, amount: MoneyTerm) -> Iterator[Triple]:
    value = decimal(amount.value)
    key = f"{value}-{amount.currency}-{amount.scope}-{amount.qualifier}"
    node = URIRef(f"{commitment}/amount-{key.lower()}" + (f"-{amount.per}" if amount.per else ""))
    yield state, KG.amount, node
    yield node, TYPE, SCHEMA.MonetaryAmount
    yield node, SCHEMA.currency, Literal(amount.currency)
    yield node, _NUMBERS.get(amount.qualifier, SCHEMA.value), value
    yield node, KG.qualifier, concept("qualifier", amount.qualifier)
    yield node, KG.amountScope, concept("amount-scope", amount.scope)
    if amount.per:
        yield node, KG.period, Literal(_PERIODS[amount.per], datatype=XSD.duration)


def _personnel(state: URIRef, commitment: str, people: PersonnelTerm) -> Iterator[Triple]:
    role = people.role or "personen"
    node = URIRef(f"{commitment}/personnel-{people.qualifier}-{people.value}-{slug(role)}")
    yield state, KG.personnel, node
    yield node, TYPE, SCHEMA.QuantitativeValue
    yield node, _NUMBERS.get(people.qualifier, SCHEMA.value), whole(people.value)
    yield node, KG.qualifier, concept("qualifier", people.qualifier)
    yield node, SCHEMA.unitText, nl(role)
    for other in people.shared_with:
        yield node, KG.sharedWith, URIRef(other)


def _date(state: URIRef, commitment: str, term: DateTerm) -> Iterator[Triple]:
    key = sha(f"{term.moment.edtf} {term.text}")[:8]
    node = URIRef(f"{commitment}/date-{term.role}-{key}")
    yield from dated(state, node, term.moment, term.text, term.role)
