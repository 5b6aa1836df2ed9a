"""Persons: a title or initials before a name, names that the pipeline found, surnames said again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from kamergraaf import reference
from kamergraaf.annotations.names.cover import Cover
from kamergraaf.annotations.names.links import person_link, unknown
from kamergraaf.annotations.names.roles import behind_roles, no_person
from kamergraaf.annotations.names.vocabulary import alternatives, occurrences
from kamergraaf.model import Entity, Letter, Link, Moment

_PART = r"(?:[A-ZÀ-ÝŞŽŠČ][\w’'-]*[a-zà-ÿžšč][\w’'-]*)"
_PART = rf"(?:(?:al-|el-|ul-|as-|at-|bin-)?{_PART})"
_PREFIX_WORDS = r"(?:van|de|der|den|ter|ten|het|’t|'t|in|el|al|bin|von|di|da|dos|du|la|le|op)"
_PREFIX = rf"(?:{_PREFIX_WORDS} )"
_INITIAL = r"(?:[A-ZÀ-Ý]|Th|Ch|Chr|Ph|IJ|Joh|Fr)\."
_FULL = rf"(?:{_PART}|[A-Z]\.)(?: {_PREFIX}*{_PART}){{0,3}}"
_INITIALS = rf"(?<!\w)(?:{_INITIAL} ?)+{_PREFIX}*{_PART}(?:(?:-| )(?:{_PREFIX})*{_PART})?"
_PART_OF_NAME = re.compile(
    r"(?:\b(?:of|for|the|and|pour|la|le|des|du|Kamp|Fort|Vliegbasis|Zr\.Ms\.|Hr\.Ms\.|[Ii]n|te|nabij|naar"
    r"|[Dd]e|[Hh]et|schip|fregat|onderneming|bedrijf|firma|stad|dorp|plaats)|[’'«“]) ?$"
)
_ROLE_BEFORE = re.compile(r"(?:^|\n)([^\n]{3,120}?),? ?\n+$")


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    titles = alternatives("person-titles")
    return re.compile(
        rf"(?<![\w-])(?P<title>(?i:{titles}))(?P<of> (?:van|voor) (?:de |het )?[A-ZÀ-Ý][\w-]*"
        rf"(?: (?:(?:en|van|voor|de|het) )*[A-ZÀ-Ý][\w-]*)*?)?,? "
        rf"(?P<name>{_PREFIX}{{0,3}}{_FULL})"
    )


def persons(
    letter: Letter, doc: Doc, taken: Sequence[Entity], places: Sequence[Entity] = ()
) -> list[Entity]:
    """Return the persons named in a letter; ``taken`` are names of other things, offices included,
    ``places`` its countries in all forms.

    A Dutch office-holder is linked by name; anyone else is unknown, with the name as written.
    """
    text = letter.text
    cover = Cover(len(text), taken)
    found: list[Entity] = []
    makers = (
        _signed(letter),
        _with_title(letter, doc),
        _behind_office(letter, taken),
        [
            _entity(letter, each.start, each.end, each.role)
            for each in behind_roles(text, doc, places)
        ],
        _by_pipeline(letter, doc),
    )
    for maker in makers:
        for entity in maker:
            if free := _free(letter, entity, cover):
                cover.add(free)
                found.append(free)
    again = cover.free(_again(text, found))
    return sorted([*found, *again], key=lambda entity: entity.start)


def _free(letter: Letter, entity: Entity, taken: Cover) -> Entity | None:
    """Return the person without what is another name already: «Traoré» of «Traoré van de EU»."""
    if not taken.crosses(entity):
        return entity
    words = list(re.finditer(r"\S+", entity.quote))
    for last in reversed(words[:-1]):
        name = re.sub(rf"(?: {_PREFIX_WORDS})*$", "", entity.quote[: last.end()])
        shorter = _entity(letter, entity.start, entity.start + len(name), entity.role)
        if re.search(_PART, name) and not taken.crosses(shorter):
            return shorter
    return None


def _entity(letter: Letter, start: int, end: int, role: str | None) -> Entity:
    name = letter.text[start:end]
    link = _link(name, role, letter.facts.date)
    return Entity(start, end, name, "person", (link,), role=role)


def _link(name: str, role: str | None, day: Moment | None) -> Link:
    """Return the Dutch office-holder of this name, or an unknown person.

    A surname alone needs a Dutch office before it («minister Blok», «premier Rutte»); of namesakes it
    is the one who held such an office on the day of the letter.
    """
    person = reference.person_by_signature(name)
    found = re.match(
        r"(?i)(?:oud-)?(minister(?!-)|staatssecretaris|premier|minister-president)", role or ""
    )
    if person is None and found:
        rank = {"premier": "minister-president"}.get(found[1].lower(), found[1].lower())
        namesakes = reference.persons_by_surname(name)
        serving = [one for one in namesakes if day and _serves(one.id, rank, day)]
        fitting = serving or namesakes
        person = fitting[0] if len(fitting) == 1 else None
    return person_link(person.id) if person else unknown("person", name)


def _serves(person: str, rank: str, day: Moment) -> bool:
    return any(
        tenure.person == person
        and tenure.post.startswith(rank)
        and reference.covers(tenure, day.earliest, day.latest)
        for tenure in reference.tenures().values()
    )


def _signed(letter: Letter) -> list[Entity]:
    text = letter.text
    found = []
    for match in re.finditer(_INITIALS, text):
        line = text[max(0, match.start() - 200) : match.start()]
        before = _ROLE_BEFORE.search(line)
        role = before[1].strip(" ,*_") if before else None
        role = re.sub(r"^[Dd]e ", "", role) if role and reference.post_by_title(role) else None
        found.append(_entity(letter, match.start(), match.end(), role))
    return found


def _with_title(letter: Letter, doc: Doc) -> list[Entity]:
    text = letter.text
    found = []
    for match in _titled().finditer(text):
        role = text[match.start("title") : match.end("title")]
        if _no_name(role, match["name"]) or no_person(text, *match.span("name"), doc):
            continue
        found.append(_entity(letter, *match.span("name"), role + (match["of"] or "")))
    return found


def _no_name(title: str, name: str) -> bool:
    """«minister van Handel», «ambassadeur in Sarajevo»: behind a title a small letter begins no name,
    as «minister Van Aartsen» has a capital, unless a Dutch office-holder is written so."""
    if not re.match(rf"{_PREFIX_WORDS} ", name) or name.startswith(("al ", "el ", "bin ", "ul ")):
        return False
    polite = title.lower() in {
        "de heer",
        "mevrouw",
        "dhr.",
        "mw.",
        "mr.",
        "dr.",
        "prof.",
        "drs.",
        "ir.",
    }
    return not polite and not reference.persons_by_surname(name)


def _behind_office(letter: Letter, taken: Sequence[Entity]) -> list[Entity]:
    """Return the names behind offices: «Minister van Buitenlandse Zaken Diop», «collega, X Y»."""
    text, found = letter.text, []
    for office in taken:
        if office.kind != "office":
            continue
        match = re.compile(rf"(?P<comma>,?) (?P<name>{_FULL})").match(text, office.end)
        if match and (" " in match["name"] or not match["comma"]):
            found.append(_entity(letter, *match.span("name"), office.quote))
    return found


def _by_pipeline(letter: Letter, doc: Doc) -> list[Entity]:
    text = letter.text
    titles = re.compile(rf"(?i:{alternatives('person-titles')})(?![\w-])")
    return [
        _entity(letter, span.start_char, span.end_char, None)
        for span in doc.ents
        if span.label_ == "PER"
        and not titles.match(span.text)
        and not re.match(r" (?:\(?[A-ZÀ-Ý]\w)", text[span.end_char : span.end_char + 4])
        and not _PART_OF_NAME.search(text, max(0, span.start_char - 20), span.start_char)
        and not re.match(r"(?:Kamp|Fort|Vliegbasis|Huis|Operatie) ", span.text)
        and re.fullmatch(rf"{_PART}(?: {_PREFIX}*{_PART}){{1,3}}", span.text)
        and not any(token.is_sent_start and token.pos_ != "PROPN" for token in span)
        and not no_person(text, span.start_char, span.end_char, doc)
    ]


def _again(text: str, found: Sequence[Entity]) -> list[Entity]:
    """Return surnames of persons found that stand alone elsewhere, as the person last named."""
    by_surname: dict[str, list[Entity]] = {}
    for entity in sorted(found, key=lambda one: one.start):
        by_surname.setdefault(_surname(entity.quote), []).append(entity)
    again = []
    for surname, named in by_surname.items():
        if len(surname) < 3:
            continue
        for match in occurrences(surname, text):
            before = [entity for entity in named if entity.start < match.start()]
            person = before[-1] if before else named[0]
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
