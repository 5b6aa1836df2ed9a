"""Missions beyond the list: proper names after «operatie», shapes of abbreviations, abbreviations defined.

What is known stays known: a word for a mission before a known name («VN-missie MINUSMA») only makes
the name longer.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from kamergraaf import reference
from kamergraaf.annotations.names.cover import Cover
from kamergraaf.annotations.names.links import key_of, unknown
from kamergraaf.annotations.names.vocabulary import alternatives, read_toml
from kamergraaf.annotations.names.vocabulary import words as word_list
from kamergraaf.model import Entity

_WORD = r"[A-ZÀ-Ý0-9][\w’'-]*"
_NAME = rf"(?P<quote>[«“\"‘]?)(?P<name>[A-ZÀ-Ý][\w’'-]*(?: {_WORD}){{0,3}})"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of ``missions.toml``."""

    pattern: re.Pattern[str]
    kind: str
    military: bool
    examples: tuple[str, ...]


def _compile(entry: dict[str, object], expression: str) -> Pattern:
    kind, military = str(entry["kind"]), bool(entry.get("military"))
    examples = entry["examples"]
    assert isinstance(examples, list)
    return Pattern(re.compile(expression), kind, military, tuple(examples))


def _either_case(heads: Iterable[str]) -> str:
    parts = sorted(heads, key=lambda head: (-len(head), head))
    first = (f"[{part[0].upper()}{part[0].lower()}]{re.escape(part[1:])}" for part in parts)
    return "(?:" + "|".join(first) + ")"


@lru_cache(maxsize=1)
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of ``missions.toml`` by section."""
    data = read_toml("missions.toml")
    return {
        "named": tuple(
            _compile(entry, rf"(?<![\w-])(?P<head>{_either_case(entry['heads'])}) {_NAME}")
            for entry in data["named"]
        ),
        "acronym": tuple(_compile(entry, entry["pattern"]) for entry in data["acronym"]),
        "defined": tuple(
            _compile(
                entry,
                rf"(?P<long>(?:(?:[A-ZÀ-Ý][\w’'-]*|[A-Z]+-\w+)(?: (?:of|for|the|in|and|to|en|van|de|"
                rf"voor|het|du|des|et|la|le))* )*?(?:\w+-)?(?P<head>{'|'.join(entry['heads'])})"
                rf"(?: (?:(?:of|for|the|in|and|to|en|van|de|voor|het|du|des|et|la|le) )*"
                rf"[A-ZÀ-Ý][\w’'-]*)*) ?\((?P<short>[A-Z][\w-]*[A-Z][\w-]*(?: [A-Z][\w-]+)?)\)",
            )
            for entry in data["defined"]
        ),
    }


@lru_cache(maxsize=1)
def _military() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{alternatives('military-words')})\b")


def widened(text: str, entity: Entity) -> Entity:
    """Return a mission's entity with the word for a mission before its name: «Taakgroep Takuba»."""
    found = _head_before().search(text, max(0, entity.start - 40), entity.start)
    if not found:
        return entity
    return replace(entity, start=found.start(), quote=text[found.start() : entity.end])


def placed(text: str, entity: Entity, places: Iterable[Entity]) -> Entity:
    """Return a short name with the country behind it: «EUTM» of «EUTM Mozambique» is that one, and an
    unknown mission when no mission of this name works there."""
    behind = [p for p in places if p.start == entity.end + 1 and p.kind == "country"]
    if (
        not behind
        or behind[0].form != "noun"
        or text[entity.end] != " "
        or not entity.quote.isupper()
    ):
        return entity
    end, code = behind[0].end, key_of(behind[0].links[0])
    quote = text[entity.start : end]
    there = [link for link in entity.links if code in reference.missions()[key_of(link)].countries]
    links = tuple(there) or (unknown("mission", quote, entity.links[0].kind),)
    return replace(entity, end=end, quote=quote, links=links)


@lru_cache(maxsize=1)
def _head_before() -> re.Pattern[str]:
    heads = {head for entry in read_toml("missions.toml")["named"] for head in entry["heads"]}
    heads |= set(word_list("mission-heads"))
    leads = alternatives("leads")
    return re.compile(rf"(?<![\w-])(?:{leads}[- ])?{_either_case(heads)} [«“\"‘]?$")


def named(text: str, taken: Cover) -> list[Entity]:
    """Return unknown missions with a proper name or an abbreviation of the shape of a mission's.

    ``taken`` covers what is a name already; what is found is added.
    """
    found: list[Entity] = []
    for section in ("named", "acronym"):
        for rule in patterns()[section]:
            for match in rule.pattern.finditer(text):
                start, end = match.span("name") if section == "named" else match.span()
                name = text[start:end]
                link = unknown("mission", name, rule.kind)
                entity = Entity(match.start(), end, text[match.start() : end], "mission", (link,))
                if not taken.crosses(replace(entity, start=start)) and not _no_name(
                    text, match, rule
                ):
                    taken.add(entity)
                    found.append(entity)
    return found


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return frozenset(read_toml("missions.toml")["no-names"]["words"])


def _no_name(text: str, match: re.Match[str], rule: Pattern) -> bool:
    if match.groupdict().get("name", "").split(" ")[0] in _no_names():
        return True
    if not rule.military:
        return False
    low = text.rfind("\n", 0, match.start()) + 1
    high = text.find("\n", match.end())
    return not _military().search(text, low, high if high >= 0 else len(text))


def definitions(text: str) -> list[tuple[re.Match[str], str]]:
    """Return the long names with an abbreviation in brackets that are missions, and their kind."""
    return [
        (match, rule.kind)
        for rule in patterns()["defined"]
        for match in rule.pattern.finditer(text)
    ]
