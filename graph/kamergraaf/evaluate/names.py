"""When two names are the same: spelling, mission names on both sides, and who held an office."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kamergraaf import reference


def fold(name: str) -> str:
    """Return ``name`` without regard to case, composition, white space and a leading article.

    >>> fold("De  Minister van Defensie") == fold("minister van Defensie")
    True
    """
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return re.sub(r"^(de|het|een) ", "", plain)


def country(name: str) -> str:
    """Return the folded Dutch name of the country that a name stands for, in whatever spelling or by
    whatever name of the reference data; of no country there, the folded name itself.

    >>> country("Bosnië-Herzegovina") == country("Bosnië en Herzegovina")
    True
    """
    return _country_names().get(fold(name), fold(name))


@cache
def _country_names() -> Mapping[str, str]:
    named: dict[str, set[str]] = {}
    for each in reference.countries().values():
        for form in (each.name_nl, each.name_en, *each.aliases):
            named.setdefault(fold(form), set()).add(fold(each.name_nl))
    return {form: ours.pop() for form, ours in named.items() if len(ours) == 1}


def same_person(one: str, other: str) -> bool:
    """Tell whether two ways to write a person's name agree: «S.A. Blok» and «S. A. Blok».

    >>> same_person("Goïta", "Assimi Goïta"), same_person("K. Ollongren", "W. Hoekstra")
    (True, False)
    """
    parts, others = (set(re.findall(r"[^\W_]+", fold(each))) for each in (one, other))
    return bool(parts and others) and (parts <= others or others <= parts)


@dataclass(frozen=True, slots=True)
class MissionNames:
    """One name for each mission of a letter, from the names that gold and extractor give it.

    ``gold`` maps folded names to the gold name, ``found`` the found names to all found forms;
    ``optional`` holds the gold names that count neither way.
    """

    gold: Mapping[str, str]
    found: Mapping[str, tuple[str, ...]]
    optional: frozenset[str]

    def of_found(self, name: str) -> str:
        """Return the gold name of a found mission, its own folded name when gold has none."""
        for form in (name, *self.found.get(fold(name), ())):
            if fold(form) in self.gold:
                return self.gold[fold(form)]
        return fold(name)

    def required(self, names: Iterable[str]) -> set[str]:
        """Return gold's names without those that count neither way."""
        return {self.gold.get(fold(name), fold(name)) for name in names} - self.optional

    def claimed(self, names: Iterable[str]) -> set[str]:
        """Return found names, as gold calls them, without those that count neither way."""
        return {self.of_found(name) for name in names} - self.optional


def mission_names(gold: Mapping[str, Any], found: Mapping[str, Any]) -> MissionNames:
    """Gather the names of a letter's missions; a name goes before the surface forms of others."""
    missions: Sequence[Mapping[str, Any]] = gold["missions"]
    names: dict[str, str] = {fold(each["name"]): each["name"] for each in missions}
    for each in missions:
        for form in each.get("surface_forms", ()):
            names.setdefault(fold(form), each["name"])
    optional = {each["name"] for each in missions if each.get("optional")}
    for body in gold.get("organisations", ()):
        if body.get("also_acceptable_as_mission"):
            optional.add(body["name"])
            for form in (body["name"], body.get("long"), *body.get("surface_forms", ())):
                if form:
                    names.setdefault(fold(form), body["name"])
    forms = {fold(each["name"]): tuple(each["surface_forms"]) for each in found["missions"]}
    return MissionNames(names, forms, frozenset(optional))


def held_by(office: str, name: str, earliest: str, latest: str) -> bool:
    """Tell whether the reference data says that ``name`` held ``office`` between two ISO 8601 days.

    >>> held_by("Minister van Buitenlandse Zaken", "S.A. Blok", "2021-03-10", "2021-04-30")
    True
    """
    post = reference.post_by_title(office)
    if post is None:
        return False
    tenure = reference.holder(post.id, date.fromisoformat(earliest), date.fromisoformat(latest))
    if tenure is None:
        return False
    person = reference.persons()[tenure.person]
    return any(same_person(name, each) for each in (person.signature_name, person.name) if each)
