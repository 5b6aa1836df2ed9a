"""What a letter names, each thing once: the lists of missions, countries and so on for ``extract``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kamergraaf.iris import slug, thing
from kamergraaf.model import Entity, EntityKind, Link

_NETHERLANDS = thing("country", "nld")


@dataclass(frozen=True, slots=True)
class MissionNamed:
    """A mission of a letter with the forms in which it is written, in order of first mention."""

    link: Link
    surface_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """A person of a letter; ``id`` is the IRI of a Dutch office-holder, else ``None``."""

    id: str | None
    name: str
    role: str | None


def missions_named(entities: Iterable[Entity]) -> tuple[MissionNamed, ...]:
    """Return the missions of a letter in order of first mention.

    A short name that stays ambiguous is one unknown mission, unless one of its readings is named; a
    generic plural that stands for missions named elsewhere adds nothing.
    """
    found: dict[str, tuple[Link, list[str]]] = {}
    open_names = []
    for entity in entities:
        if entity.kind != "mission":
            continue
        if len(entity.links) > 1:
            open_names.append(entity)
            continue
        link = entity.links[0]
        forms = found.setdefault(link.id, (link, []))[1]
        if entity.form in {"name", "generic"} and entity.quote not in forms:
            forms.append(entity.quote)
    for entity in open_names:
        if entity.form != "name" or any(link.id in found for link in entity.links):
            continue
        link = Link(thing("mission", slug(entity.quote)), entity.quote, known=False, kind="unknown")
        forms = found.setdefault(link.id, (link, []))[1]
        if entity.quote not in forms:
            forms.append(entity.quote)
    return tuple(MissionNamed(link, tuple(forms)) for link, forms in found.values() if forms)


def countries_named(entities: Iterable[Entity]) -> tuple[Link, ...]:
    """Return the countries named by noun, adjective or inhabitant, the Netherlands left out."""
    named = [e for e in entities if e.form in {"noun", "adjective", "inhabitant"}]
    return tuple(link for link in _once(named, "country") if link.id != _NETHERLANDS)


def regions_named(entities: Iterable[Entity]) -> tuple[Link, ...]:
    """Return the regions named by a noun («de Sahel», not «West-Afrikaanse»)."""
    return _once([e for e in entities if e.form == "name"], "region")


def organisations_named(entities: Iterable[Entity]) -> tuple[Link, ...]:
    """Return the organisations named, those that no list holds too, under the name that the letter
    gives first: «Veiligheidsraad», not «VN-Veiligheidsraad»."""
    first: dict[str, Link] = {}
    for entity in entities:
        if entity.kind == "organisation" and len(entity.links) == 1:
            link = entity.links[0]
            first.setdefault(link.id, replace(link, name=entity.quote))
    return tuple(first.values())


def persons_named(entities: Sequence[Entity]) -> tuple[PersonNamed, ...]:
    """Return the persons named, each under the fullest name that the letter gives and with the first
    role given."""
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.kind == "person":
            groups.setdefault(_group(entity, groups), []).append(entity)
    found = []
    for group in groups.values():
        fullest = max(group, key=lambda one: (one.links[0].known, len(one.quote)))
        link, role = fullest.links[0], next((e.role for e in group if e.role), None)
        found.append(PersonNamed(link.id if link.known else None, fullest.quote, role))
    return tuple(found)


def _group(entity: Entity, groups: dict[str, list[Entity]]) -> str:
    """Return the person under which a mention falls: the same, or one whose name it ends."""
    link = entity.links[0]
    if link.id in groups or link.known:
        return link.id
    for key, group in groups.items():
        if any(e.links[0].name.endswith(" " + link.name) for e in group):
            return key
    return link.id


def _once(entities: Iterable[Entity], kind: EntityKind) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for entity in entities:
        if entity.kind == kind and len(entity.links) == 1:
            found.setdefault(entity.links[0].id, entity.links[0])
    return tuple(found.values())
