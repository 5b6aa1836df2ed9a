"""What a letter says its own abbreviations mean: «Joint Border Support Mission (JBSM)»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kamergraaf import reference
from kamergraaf.annotations.names import missions
from kamergraaf.annotations.names.cover import Cover
from kamergraaf.annotations.names.links import key_of, unknown
from kamergraaf.annotations.names.vocabulary import occurrences
from kamergraaf.model import Entity

_ARTICLE = re.compile(r"(?<!\w)(?:[Dd]e|[Hh]et|[Ee]en|The|La|Le) ")
_SHORT = re.compile(r" \(([A-Z][A-Za-z&-]*[A-Z]\d?)\)")
_LONG = re.compile(
    r"(?P<long>[A-ZÀ-Ý][\w’'-]*(?: (?:(?:of|for|the|and|van|voor|de|het|en|des|du|et|in) )*"
    r"[A-ZÀ-Ý][\w’'-]*)+) ?\((?P<short>[A-Z][A-Za-z&-]*[A-Z]\d?)(?:[’']?s)?\)"
)


def without_other_meanings(text: str, listed: Sequence[Entity]) -> list[Entity]:
    """Return the entities without abbreviations that mean something else in this letter.

    «Individual Police Officers (IPO’s)» has the initials of the abbreviation and no word in common
    with what the list says: in such a letter IPO is not the Interprovinciaal Overleg.
    """
    elsewhere = set()
    by_start = {entity.start: entity for entity in listed}
    for match in _LONG.finditer(text):
        words = match["long"].split()
        initials = "".join(word[0] for word in words if word[0].isupper())
        if not initials.upper().endswith(match["short"].upper()):
            continue
        entity = by_start.get(match.start("short"))
        if entity and not _alike(set(words), entity):
            elsewhere.add(match["short"])
    return [entity for entity in listed if entity.quote not in elsewhere]


def _alike(words: set[str], entity: Entity) -> bool:
    """Tell whether words have half their length in common with a name of what an entity stands for."""
    for link in entity.links:
        table = reference.missions() if entity.kind == "mission" else reference.organisations()
        row = table.get(key_of(link))
        forms = (row.name_nl, row.name_en, row.name_fr or "", *row.aliases) if row else ()
        if any(len(words & set(form.split())) * 2 >= len(words) for form in forms):
            return True
    return entity.kind not in {"mission", "organisation"}


def defined_missions(text: str, listed: Sequence[Entity]) -> list[Entity]:
    """Return missions that the letter defines, wherever it names them; ``listed`` are known names."""
    found: list[Entity] = []
    cover, known = Cover(len(text)), Cover(len(text), listed)
    for match, kind in missions.definitions(text):
        start, end = _beginning(text, match), match.end("long")
        short, around = match["short"], Entity(start, match.end(), "", "mission", ())
        inside = [e for e in listed if start <= e.start and e.end <= match.end()]
        named = [e for e in inside if e.kind == "mission"]
        if len(text[start:end].split()) < 2 or cover.crosses(around):
            continue
        if len(named) == 1 and named[0].start == match.start("short"):
            known_long = replace(named[0], start=start, end=end, quote=text[start:end])
            cover.add(known_long)
            found.append(known_long)
        if named or not short.replace("-", "").isupper():
            continue
        links = (unknown("mission", short, kind),)
        first = Entity(start, end, text[start:end], "mission", links)
        for entity in (first, *_again(text, short, first)):
            if entity is first or not (cover.crosses(entity) or known.crosses(entity)):
                cover.add(entity)
                found.append(entity)
    return found


def _beginning(text: str, match: re.Match[str]) -> int:
    """Return where the long name begins: behind the last article before its word for a mission."""
    articles = list(_ARTICLE.finditer(text, match.start("long"), match.start("head")))
    return articles[-1].end() if articles else match.start("long")


def abbreviated(text: str, named: Sequence[Entity], taken: Cover) -> list[Entity]:
    """Return the abbreviations that the letter gives to unknown organisations: «Bureau Halt (BH)»."""
    found = []
    for entity in named:
        match = _SHORT.match(text, entity.end)
        if entity.links[0].known or not match:
            continue
        for short in _again(text, match[1], entity):
            if not taken.crosses(short):
                taken.add(short)
                found.append(short)
    return found


def _again(text: str, short: str, entity: Entity) -> list[Entity]:
    """Return every place of an abbreviation as the same thing."""
    return [
        replace(entity, start=match.start(), end=match.end(), quote=match[0])
        for match in occurrences(short, text, r"\w")
    ]
