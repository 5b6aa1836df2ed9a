"""Missions beyond the list: proper names after «operatie», shapes of abbreviations, abbreviations defined.

What is known stays known: a word for a mission before a known name («VN-missie MINUSMA») only makes
the name longer.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc

from kamergraaf import reference
from kamergraaf.annotations.names.context import Context
from kamergraaf.annotations.names.cover import Cover
from kamergraaf.annotations.names.links import key_of, unknown
from kamergraaf.annotations.names.vocabulary import alternatives, occurrences, read_toml
from kamergraaf.annotations.names.vocabulary import words as word_list
from kamergraaf.model import Entity

_NO_COMPOUND = (
    r"(?:[\w-]*(?:[Cc]om|[Hh]andels|[Zz]endings|[Rr]uimte|[Hh]erstel|[Cc]o|ö)"
    r"|(?:[\w-]*-)?(?:[Ee]|[Tt]rans|[Pp]er|[Aa]d|[Ss]ub))(?:missie|operatie)"
)
_RUNNING = frozenset({"body", "bullet", "footnote", "table-row"})
_SAID_OF = re.compile(r"(?:missie|operatie|oefening|macht|verband)\b[^.;\n]{0,100}$")
_BRACKETED = re.compile(r".*\([A-Z].*")
_WORD = r"[A-ZÀ-Ý0-9][\w’'-]*"
_NAME = rf"(?P<quote>[«“\"‘]?)(?P<name>[A-ZÀ-Ý][\w’'-]*(?: {_WORD}){{0,3}})"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of ``missions.toml``."""

    pattern: re.Pattern[str]
    kind: str
    military: bool
    said: bool
    examples: tuple[str, ...]


def _compile(entry: dict[str, object], expression: str) -> Pattern:
    kind, military = str(entry["kind"]), bool(entry.get("military"))
    examples = entry["examples"]
    assert isinstance(examples, list)
    said = bool(entry.get("said"))
    return Pattern(re.compile(expression), kind, military, said, tuple(examples))


def _either_case(heads: Iterable[str]) -> str:
    parts = sorted(heads, key=lambda head: (-len(head), head))
    first = (f"[{part[0].upper()}{part[0].lower()}]{re.escape(part[1:])}" for part in parts)
    return "(?:" + "|".join(first) + ")"


def _headed(entry: dict[str, Any]) -> str:
    heads = _either_case(entry["heads"])
    return rf"(?!{_NO_COMPOUND})[\w-]+?{heads}" if entry.get("compound") else heads


@lru_cache(maxsize=1)
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of ``missions.toml`` by section."""
    data = read_toml("missions.toml")
    return {
        "named": tuple(
            _compile(entry, rf"(?<![\w-])(?P<head>{_headed(entry)}) {_NAME}")
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


def placed(text: str, entity: Entity, countries: Mapping[int, Entity]) -> Entity:
    """Return a short name with the country behind it: «EUTM» of «EUTM Mozambique» is that one, and an
    unknown mission when no mission of this name works there; ``countries`` are by their start."""
    behind = countries.get(entity.end + 1)
    if (
        behind is None
        or behind.form != "noun"
        or text[entity.end] != " "
        or not entity.quote.isupper()
    ):
        return entity
    end, code = behind.end, key_of(behind.links[0])
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
                low = start if rule.said else match.start()
                entity = Entity(low, end, text[low:end], "mission", (link,))
                if not taken.crosses(replace(entity, start=start)) and not _no_name(
                    text, match, rule
                ):
                    taken.add(entity)
                    found.append(entity)
    return found


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return frozenset(read_toml("missions.toml")["no-names"]["words"])


@lru_cache(maxsize=1)
def _no_missions() -> frozenset[str]:
    return frozenset(read_toml("missions.toml")["no-missions"]["words"])


def _no_name(text: str, match: re.Match[str], rule: Pattern) -> bool:
    if match.groupdict().get("name", "").split(" ")[0] in _no_names():
        return True
    if rule.said:
        return not _SAID_OF.search(text, max(0, match.start() - 140), match.start())
    if not rule.military or _short(match):
        return False
    low = text.rfind("\n", 0, match.start()) + 1
    high = text.find("\n", match.end())
    return not _military().search(text, low, high if high >= 0 else len(text))


def _short(match: re.Match[str]) -> bool:
    """Tell whether the name is an abbreviation, which shows a mission without military company."""
    name = match.groupdict().get("name", "").split(" ")[0]
    return len(name) > 3 and name.isupper() and match["head"].lower().endswith("missie")


def by_pipeline(context: Context, doc: Doc, taken: Cover) -> list[Entity]:
    """Return the unknown missions that the pipeline tells from their company: «Locked Shields», «CRIMGO».

    Only where the sentence speaks of a mission by another word too.  A name that it takes for a mission less
    often than for something else, or for nothing, is left; the others are missions wherever they stand.
    """
    text = context.letter.text
    spans = [span for span in doc.ents if span.label_ == "MISSION" and _proper(span.text)]
    told = {(s.start_char, s.end_char) for s in spans if _in_company(context, s.start_char)}
    names = {text[start:end] for start, end in told}
    found: list[Entity] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        link = unknown("mission", name)
        places = [m.span() for m in occurrences(name, text)]
        here = taken.free(Entity(a, b, name, "mission", (link,)) for a, b in places)
        if 2 * sum((e.start, e.end) in told for e in here) >= max(1, len(here)):
            found += here
            taken.add(*here)
    return found


def _in_company(context: Context, place: int) -> bool:
    running = context.letter.paragraphs[context.paragraph(place)].kind in _RUNNING
    return running and bool(_company().search(context.letter.text, *context.sentence(place)))


@lru_cache(maxsize=1)
def _company() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?:{'|'.join(sorted(word_list('mission-heads')))})(?:s|en)?\b)")


def _proper(name: str) -> bool:
    first, last = name.split(" ")[0], name.split(" ")[-1]
    named = first[:1].isupper() and len(name) > 2 and "\n" not in name
    return named and first not in _no_names() and last not in _no_missions()


def again(text: str, found: Iterable[Entity]) -> list[Entity]:
    """Return the names of unknown missions where they stand alone: «Pallas» after «operatie Pallas»."""
    more = []
    for name, entity in {e.links[0].name: e for e in found}.items():
        if len(name) < 5 or name.isupper():
            continue
        for match in occurrences(name, text):
            more.append(replace(entity, start=match.start(), end=match.end(), quote=match[0]))
    return more


def definitions(text: str) -> list[tuple[re.Match[str], str]]:
    """Return the long names with an abbreviation in brackets that are missions, and their kind."""
    return [
        (match, rule.kind)
        for line in _BRACKETED.finditer(text)
        for rule in patterns()["defined"]
        for match in rule.pattern.finditer(text, *line.span())
        if not _of_another(match)
    ]


def _of_another(match: re.Match[str]) -> bool:
    """«missie van de Organisatie voor het Verbod … (OVCW)»: the abbreviation of who leads it."""
    behind = match["long"].rpartition(match["head"])[2]
    initials = "".join(word[0] for word in behind.split() if word[0].isupper())
    return len(initials) > 1 and initials == match["short"].replace("-", "")
