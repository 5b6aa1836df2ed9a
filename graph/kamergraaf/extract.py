"""What ``kamergraaf extract`` prints: one JSON object a letter, all keys always present."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from kamergraaf import pipeline
from kamergraaf.errors import BadLetter
from kamergraaf.iris import ID, slug, thing
from kamergraaf.model import Commitment, Entity, Letter, Link, Meeting, Signatory, Statements
from kamergraaf.source import LIMITS, Limits
from kamergraaf.text import recognised

Json = dict[str, Any]


def lines(
    paths: Sequence[Path],
    skip: Callable[[BadLetter], None],
    limits: Limits = LIMITS,
    dutch: str | None = None,
) -> Iterator[str]:
    """Yield one line of JSON for each letter; a file that is none goes to ``skip``."""
    for found in pipeline.statements(paths, limits, dutch):
        if isinstance(found, BadLetter):
            skip(found)
        else:
            yield json.dumps(as_json(found), ensure_ascii=False)


def as_json(statements: Statements) -> Json:
    """Return everything that a letter states as one object, its keys in a fixed order.

    Offsets count code points of ``letter.text``, half-open; what is not known is ``null`` or ``[]``.
    """
    forms, letter = statements.mission_forms, statements.letter
    return {
        "letter": _letter(letter),
        "missions": [
            {
                "id": link.id,
                "name": link.name,
                "surface_forms": list(forms.get(link.id, ())),
                "known": link.known,
            }
            for link in statements.missions
        ],
        "countries": [
            {"id": link.id, "name": link.name, "iso3": link.id.rpartition("/")[2].upper()}
            for link in statements.countries
        ],
        "regions": [{"id": link.id, "name": link.name} for link in statements.regions],
        "organisations": [
            {"id": link.id, "name": link.name, "kind": link.kind}
            for link in statements.organisations
        ],
        "persons": [_person(person) for person in statements.persons],
        "commitments": [_commitment(each, letter) for each in statements.commitments],
        "meetings": [_meeting(each, letter) for each in statements.meetings],
    }


def _letter(letter: Letter) -> Json:
    facts, when = letter.facts, letter.facts.date
    return {
        "id": letter.id,
        "file": letter.file,
        "file_sha256": letter.file_sha256,
        "text_sha256": letter.text_sha256,
        "text": letter.text,
        "dossiers": list(facts.dossiers),
        "number": facts.number,
        "title": facts.title,
        "date": when.edtf if when else None,
        "date_earliest": when.earliest.isoformat() if when else None,
        "date_latest": when.latest.isoformat() if when else None,
        "date_source": facts.date_source,
        "chamber": facts.chamber,
        "chamber_source": facts.chamber_source,
        "signatories": [
            {
                "office": each.office,
                "name": each.name,
                "name_source": each.name_source,
                "id": _agent(each),
            }
            for each in facts.signatories
        ],
        "on_behalf_of": [{"office": each.office} for each in facts.on_behalf_of],
        "references": list(dict.fromkeys(each.target for each in facts.references)),
        "ocr": any(each.ocr for each in letter.places),
    }


def _agent(signatory: Signatory) -> str:
    """Return the IRI of the most exact agent that is known, the one that the graph has too."""
    if signatory.tenure:
        return _iri("tenure", signatory.tenure)
    if signatory.person:
        return _iri("person", signatory.person)
    if signatory.name:
        return thing("person", slug(signatory.name))
    return _iri("post", signatory.post or slug(signatory.office))


def _iri(kind: str, key: str) -> str:
    return key if key.startswith(ID) else thing(kind, key)


def _person(person: Entity) -> Json:
    link = person.links[0] if len(person.links) == 1 else None
    return {
        "id": link.id if link else None,
        "name": person.quote,
        "role": person.role,
    }


def _commitment(commitment: Commitment, letter: Letter) -> Json:
    return {
        "id": commitment.id,
        "quote": commitment.quote,
        "start": commitment.start,
        "end": commitment.end,
        "sentence": commitment.sentence,
        "actor": commitment.actor,
        "kind": commitment.kind,
        "change": commitment.change,
        "status": commitment.status,
        "modality": commitment.modality,
        "vague": commitment.vague,
        "missions": _names(commitment.missions),
        "countries": _names(commitment.countries),
        "regions": _names(commitment.regions),
        "beneficiaries": _names(commitment.beneficiaries),
        "partners": _names(commitment.partners),
        **_terms(commitment),
        "conditions": list(commitment.conditions),
        "inferred": list(commitment.inferred),
        "rule": commitment.rule,
        "confidence": float(commitment.confidence),
        "ocr": recognised(letter, commitment.start, commitment.end),
    }


def _terms(commitment: Commitment) -> Json:
    return {
        "amounts": [
            {
                "value": _number(each.value),
                "currency": each.currency,
                "scope": each.scope,
                "per": each.per,
            }
            for each in commitment.amounts
        ],
        "personnel": [
            {
                "value": each.value,
                "qualifier": each.qualifier,
                "role": each.role,
                "shared_with": list(each.shared_with),
            }
            for each in commitment.personnel
        ],
        "dates": [
            {"role": each.role, "value": each.moment.edtf, "text": each.text}
            for each in commitment.dates
        ],
    }


def _meeting(meeting: Meeting, letter: Letter) -> Json:
    return {
        "quote": meeting.quote,
        "start": meeting.start,
        "end": meeting.end,
        "who": _names(meeting.who),
        "with": _names(meeting.with_),
        "date": meeting.when.edtf if meeting.when else None,
        "where": meeting.where,
        "form": meeting.form,
        "ocr": recognised(letter, meeting.start, meeting.end),
    }


def _names(links: Iterable[Link]) -> list[str]:
    return [link.name for link in links]


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
