"""Names of the reference data in a text: the longest match wins, hyphens do not matter, case does."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kamergraaf import reference
from kamergraaf.annotations.names.descriptions import describes
from kamergraaf.annotations.names.tokens import Token, key
from kamergraaf.annotations.names.vocabulary import words
from kamergraaf.model import EntityKind

_END = ""
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a form can stand for: kind of thing, id in the reference data, how it is named."""

    kind: EntityKind
    id: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a text with everything that it can stand for."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]

    @property
    def kind(self) -> EntityKind:
        """The kind of thing of the first candidate; all of them are of this kind."""
        return self.candidates[0].kind


def _genitive(noun: str) -> str:
    return noun + "s" if re.search(r"[bcdfghjklmnpqrtvw]$", noun) and " " not in noun else noun


def _country_forms() -> Iterator[tuple[str, Candidate]]:
    not_english = set(words("english-names-left-out"))
    for country in reference.countries().values():
        english = () if country.name_en in not_english else (country.name_en,)
        nouns = (country.name_nl, *country.aliases, *english)
        for noun in nouns:
            for form in {noun, _genitive(noun), noun.upper()}:
                yield form, Candidate("country", country.id, "noun")
        for adjective in (*country.adjective, *country.adjective_inflected):
            yield adjective, Candidate("country", country.id, "adjective")
            yield adjective.upper(), Candidate("country", country.id, "adjective")
        for inhabitant in (*country.inhabitant, *country.inhabitants):
            yield inhabitant, Candidate("country", country.id, "inhabitant")
        for capital in country.capital:
            yield capital, Candidate("country", country.id, "capital")


def _region_forms() -> Iterator[tuple[str, Candidate]]:
    for region in reference.regions().values():
        for noun in (region.name_nl, region.name_en, *region.aliases):
            yield noun, Candidate("region", region.id, "noun")
            yield noun.upper(), Candidate("region", region.id, "noun")
        for adjective in region.adjectives:
            yield adjective, Candidate("region", region.id, "adjective")


def _mission_forms() -> Iterator[tuple[str, Candidate]]:
    for mission in reference.missions().values():
        names = (mission.abbreviation, mission.name_nl, mission.name_en, mission.name_fr)
        for name in (*(name for name in names if name), *mission.aliases):
            if describes(name):
                continue
            candidate = Candidate("mission", mission.id)
            yield name, candidate
            if len(name) > _SHORT:
                yield name.upper(), candidate
            if name.isupper() and name.isalpha() and len(name) >= _SHORT:
                yield name.capitalize(), candidate


def _organisation_forms() -> Iterator[tuple[str, Candidate]]:
    for body in reference.organisations().values():
        names = (body.abbreviation, body.name_nl, body.name_en, body.name_fr, *body.aliases)
        for name in names:
            if name:
                yield name, Candidate("organisation", body.id)


def _capitalised(form: str) -> str:
    return form[0].upper() + form[1:]


_ORDER: dict[str, int] = {"mission": 0, "region": 1, "country": 2, "organisation": 3}
_FORMS = {"noun": 0, "name": 0, "adjective": 1, "inhabitant": 2, "capital": 3}


@lru_cache(maxsize=1)
def _forms() -> dict[tuple[str, ...], tuple[Candidate, ...]]:
    """Return what every form can stand for: candidates of one kind and one form, others dropped."""
    found: dict[tuple[str, ...], list[Candidate]] = {}
    sources = (_country_forms(), _region_forms(), _mission_forms(), _organisation_forms())
    for source in sources:
        for form, candidate in source:
            for variant in {form, _capitalised(form)}:
                found.setdefault(key(variant), []).append(candidate)
    return {parts: _best(candidates) for parts, candidates in found.items()}


def _best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    ordered = sorted(set(candidates), key=lambda one: (_ORDER[one.kind], _FORMS[one.form], one.id))
    first = ordered[0]
    same = {one.id: one for one in reversed(ordered) if one.kind == first.kind}
    nouns = {one.id for one in ordered if one.form == first.form}
    return tuple(same[one] for one in sorted(same) if one in nouns)


@lru_cache(maxsize=1)
def _trie() -> dict[str, Any]:
    root: dict[str, Any] = {}
    for parts, candidates in _forms().items():
        node = root
        for part in parts:
            node = node.setdefault(part, {})
        node[_END] = candidates
    return root


@lru_cache(maxsize=1)
def _compoundable() -> dict[str, tuple[Candidate, ...]]:
    """Return the one-word nouns of countries and regions that can begin a compound."""
    return {
        parts[0]: candidates
        for parts, candidates in _forms().items()
        if len(parts) == 1
        and len(parts[0]) >= _SHORT
        and candidates[0].form == "noun"
        and not parts[0].isupper()
    }


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(words("compound-heads"))


def matches(tokens: list[Token]) -> list[Match]:
    """Return every longest match that starts at some token, in text order; matches can overlap."""
    root = _trie()
    found = []
    for place, token in enumerate(tokens):
        if token.text in root:
            match = _longest(tokens, place, root)
        else:
            match = _compound(token)
        if match:
            found.append(match)
    return found


def _longest(tokens: list[Token], place: int, root: dict[str, Any]) -> Match | None:
    start, node, best = tokens[place].start, root, None
    while place < len(tokens):
        token = tokens[place]
        if token.text == "-" and node is not root:
            if place + 1 == len(tokens) or tokens[place + 1].start != token.end:
                break
            place += 1
            continue
        if token.text not in node:
            break
        node = node[token.text]
        if _END in node:
            best = Match(start, token.end, node[_END])
        place += 1
    return best


def _compound(token: Token) -> Match | None:
    """Match «Sahellanden», «Irakmissie»: a noun and a head, written as one word."""
    word = token.text
    if not word[0].isupper() or len(word) < _SHORT + 3:
        return None
    heads, nouns = _heads(), _compoundable()
    for size in range(len(word) - 3, _SHORT - 1, -1):
        if word[:size] in nouns and word[size:].lstrip("-") in heads:
            return Match(token.start, token.start + size, nouns[word[:size]])
    return None
