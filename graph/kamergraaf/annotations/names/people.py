"""Persons: a title or initials before a name, names that the pipeline found, surnames said again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from kamergraaf import reference
from kamergraaf.annotations.names.links import person_link, unknown
from kamergraaf.annotations.names.vocabulary import alternatives
from kamergraaf.model import Entity, Letter, Link

_PART = r"(?:[A-ZÀ-ÝŞŽŠČ][\w’'-]*[a-zà-ÿžšč][\w’'-]*)"
_PART = rf"(?:(?:al-|el-|ul-|as-|at-|bin-)?{_PART})"
_PREFIX = r"(?:(?:van|de|der|den|ter|ten|het|’t|'t|in|el|al|bin|von|di|da|dos|du|la|le|op) )"
_INITIAL = r"(?:[A-ZÀ-Ý]|Th|Ch|Chr|Ph|IJ|Joh|Fr)\."
_FULL = rf"(?:{_PART}|[A-Z]\.)(?: {_PREFIX}*{_PART}){{0,3}}"
_INITIALS = rf"(?<!\w)(?:{_INITIAL} ?)+{_PREFIX}*{_PART}(?:(?:-| )(?:{_PREFIX})*{_PART})?"
_ROLE_BEFORE = re.compile(r"(?:^|\n)([^\n]{3,120}?),? ?\n+$")


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    titles = alternatives("person-titles")
    return re.compile(
        rf"(?<![\w-])(?P<title>(?i:{titles}))(?P<of> (?:van|voor) (?:de |het )?[A-ZÀ-Ý][\w-]*"
        rf"(?: (?:(?:en|van|voor|de|het) )*[A-ZÀ-Ý][\w-]*)*?)?,? "
        rf"(?P<name>{_PREFIX}{{0,3}}{_FULL})"
    )


def persons(letter: Letter, doc: Doc, taken: Sequence[Entity]) -> list[Entity]:
    """Return the persons named in a letter; ``taken`` are names of other things, offices included.

    A Dutch office-holder is linked by name; anyone else is unknown, with the name as written.
    """
    text = letter.text
    busy = [(e.start, e.end) for e in taken]
    found: list[Entity] = []
    for maker in (_signed(text), _with_title(text), _behind_office(text, taken), _by_pipeline(doc)):
        for entity in maker:
            clash = [*busy, *((e.start, e.end) for e in found)]
            if free := _free(text, entity, clash):
                found.append(free)
    return sorted(found + _again(text, found, busy), key=lambda entity: entity.start)


def _free(text: str, entity: Entity, taken: list[tuple[int, int]]) -> Entity | None:
    """Return the person without what is another name already: «Traoré» of «Traoré van de EU»."""
    over = [span for span in taken if span[0] < entity.end and entity.start < span[1]]
    if not over:
        return entity
    name = text[entity.start : min(low for low, _ in over)]
    name = re.sub(rf"(?: {_PREFIX}*)$", "", name) if name else name
    if not re.search(_PART, name):
        return None
    return _entity(text, entity.start, entity.start + len(name), entity.role)


def _entity(text: str, start: int, end: int, role: str | None) -> Entity:
    name = text[start:end]
    return Entity(start, end, name, "person", (_link(name, role),), role=role)


def _link(name: str, role: str | None) -> Link:
    person = reference.person_by_signature(name)
    if (
        person is None
        and role
        and re.match(r"(?i)(?:oud-)?minister|staatssecretaris|premier", role)
    ):
        namesakes = reference.persons_by_surname(name)
        person = namesakes[0] if len(namesakes) == 1 else None
    return person_link(person.id) if person else unknown("person", name)


def _signed(text: str) -> list[Entity]:
    found = []
    for match in re.finditer(_INITIALS, text):
        line = text[max(0, match.start() - 200) : match.start()]
        before = _ROLE_BEFORE.search(line)
        role = before[1].strip(" ,*_") if before else None
        role = re.sub(r"^[Dd]e ", "", role) if role and reference.post_by_title(role) else None
        found.append(_entity(text, match.start(), match.end(), role))
    return found


def _with_title(text: str) -> list[Entity]:
    found = []
    for match in _titled().finditer(text):
        role = text[match.start("title") : match.end("title")]
        found.append(_entity(text, *match.span("name"), role + (match["of"] or "")))
    return found


def _behind_office(text: str, taken: Sequence[Entity]) -> list[Entity]:
    """Return the names behind offices: «Minister van Buitenlandse Zaken Diop», «collega, X Y»."""
    found = []
    for office in taken:
        if office.kind != "office":
            continue
        match = re.compile(rf"(?P<comma>,?) (?P<name>{_FULL})").match(text, office.end)
        if match and (" " in match["name"] or not match["comma"]):
            found.append(_entity(text, *match.span("name"), office.quote))
    return found


def _by_pipeline(doc: Doc) -> list[Entity]:
    text = doc.text
    titles = re.compile(rf"(?i:{alternatives('person-titles')})(?![\w-])")
    return [
        _entity(text, span.start_char, span.end_char, None)
        for span in doc.ents
        if span.label_ == "PER"
        and not titles.match(span.text)
        and re.fullmatch(rf"{_PART}(?: {_PREFIX}*{_PART}){{1,3}}", span.text)
        and not any(token.is_sent_start and token.pos_ != "PROPN" for token in span)
    ]


def _again(text: str, found: Sequence[Entity], busy: list[tuple[int, int]]) -> list[Entity]:
    """Return surnames of persons found that stand alone elsewhere, as the person last named."""
    taken = busy + [(entity.start, entity.end) for entity in found]
    by_surname: dict[str, list[Entity]] = {}
    for entity in sorted(found, key=lambda one: one.start):
        by_surname.setdefault(_surname(entity.quote), []).append(entity)
    again = []
    for surname, named in by_surname.items():
        if len(surname) < 3:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text):
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            before = [entity for entity in named if entity.start < match.start()]
            person = (before or named)[-1 if before else 0]
            again.append(replace(person, start=match.start(), end=match.end(), quote=match[0]))
    return again


def _surname(name: str) -> str:
    """Return the surname with its prefixes, without first names or initials."""
    bare = re.sub(rf"^(?:{_INITIAL} ?)+", "", name)
    parts = bare.split(" ")
    if bare != name or len(parts) == 1:
        return bare
    place = next((n for n, part in enumerate(parts) if n and part[0].islower()), len(parts) - 1)
    return " ".join(parts[place:])
