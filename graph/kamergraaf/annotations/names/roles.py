"""Persons behind a word for what they are: «FARC-leider Londoño», «de presidenten Déby en Al-Bashir»,
«de Tunesiër Annabi», «de regering-Diab»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from kamergraaf.annotations.names.vocabulary import alternatives, words
from kamergraaf.model import Entity

_START = r"(?:d['’])?(?:al-|el-|ul-|as-|at-|bin-)?[A-ZÀ-ÝŞŽŠČŁ]"
_WORD = rf"{_START}(?:['’]?[A-ZÀ-Ý])?[\w-]*[a-zà-ÿžšč][\w’'-]*"
_PREFIX = r"(?:(?:van|de|der|den|ter|ten|el|al|bin|von|di|da|dos|du|la|le) )"
NAME = rf"{_WORD}(?: {_PREFIX}*{_WORD}){{0,3}}"
_NO_PERSON = re.compile(
    r"(?:straat|laan|plein|kade|weg|gracht|beleid|zaken|handel|dienst|raad|gratie|atie|heid|pleging)$",
    re.IGNORECASE,
)
_FUNCTION = frozenset({"ADP", "DET", "ADV", "SCONJ", "CCONJ", "PRON", "AUX"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the word before it."""

    start: int
    end: int
    role: str | None


@lru_cache(maxsize=1)
def _one() -> re.Pattern[str]:
    # A name must stand behind the word; to look for that first spares most words the list.
    several = "|".join(re.escape(head) for head in words("person-heads") if " " in head)
    return re.compile(
        rf"(?<![\w-])(?=(?:[\w’'-]*(?i:{several})|[\w’'-]+)(?: b\.d\.)? {_START})(?P<role>(?:[\w’']+-|[A-Za-zà-ÿ]+)?(?i:{alternatives('person-heads')}))"
        rf"(?: b\.d\.)? (?P<name>{NAME})"
    )


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?=[\w’'-]+ {_START})(?P<role>(?:[\w’']+-|[A-Za-zà-ÿ]+)?(?i:{alternatives('person-plurals')}))"
        rf" (?P<names>{NAME}(?:, {NAME})* en {NAME})"
    )


def behind_roles(text: str, doc: Doc, places: Sequence[Entity]) -> Iterator[Named]:
    """Yield the names behind words for what people are; ``places`` are the letter's countries."""
    for match in _several().finditer(text):
        start = match.start("names")
        for name in re.finditer(NAME, match["names"]):
            low, high = start + name.start(), start + name.end()
            if no_person(text, low, high, doc):
                break
            yield Named(low, high, match["role"])
    for match in _one().finditer(text):
        if not no_person(text, *match.span("name"), doc):
            yield Named(*match.span("name"), match["role"])
    for match in re.finditer(rf"\bregering-(?P<name>{NAME})", text):
        yield Named(*match.span("name"), None)
    behind = re.compile(rf" (?P<name>{NAME})")
    for place in places:
        found = behind.match(text, place.end) if place.form == "inhabitant" else None
        if found and not no_person(text, *found.span("name"), doc):
            yield Named(*found.span("name"), place.quote)


def no_person(text: str, start: int, end: int, doc: Doc) -> bool:
    """Tell whether a capitalised name is of a body, a plan or a street, or is no name at all."""
    parts = re.split(r"[ -]", text[start:end])
    telling = {*words("organisation-heads"), *words("no-organisations")}
    if telling & set(parts) or _NO_PERSON.search(parts[-1]):
        return True
    span = doc.char_span(start, end, alignment_mode="expand")
    return span is not None and len(parts) == 1 and span[0].pos_ in _FUNCTION
