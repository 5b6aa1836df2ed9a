"""Stage statements: from an annotated letter to commitments and meetings, each with its words."""

from collections.abc import Sequence
from dataclasses import replace

from kamergraaf.annotations import inventory
from kamergraaf.model import AnnotatedLetter, Entity, Statements
from kamergraaf.statements.commitments import commitments
from kamergraaf.statements.context import Context
from kamergraaf.statements.meetings import meetings

__all__ = ["find"]


def find(annotated: AnnotatedLetter) -> Statements:
    """Return everything that a letter states.

    Each commitment and meeting keeps the law ``letter.text[start:end] == quote``.
    """
    context = Context(annotated)
    entities = annotated.entities
    missions = inventory.missions_named(entities)
    return Statements(
        letter=annotated.letter,
        missions=tuple(named.link for named in missions),
        mission_forms={named.link.id: named.surface_forms for named in missions},
        countries=inventory.countries_named(entities),
        regions=inventory.regions_named(entities),
        organisations=inventory.organisations_named(entities),
        persons=_persons(entities),
        entities=entities,
        commitments=commitments(context),
        meetings=meetings(context),
    )


def _persons(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return one mention for each person named, the fullest, with the role the letter gives."""
    named = [e for e in entities if e.kind == "person"]
    return tuple(
        replace(
            next(e for e in named if e.quote == person.name and person.id in {None, e.links[0].id}),
            role=person.role,
        )
        for person in inventory.persons_named(named)
    )
