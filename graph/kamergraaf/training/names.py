"""Names to learn from: the silver names of the treebanks, and copies of the sample with others in it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from babel import Locale

from kamergraaf import reference
from kamergraaf.evaluate.domain import Named

SWAPPED = 0.6
"""Share of names that a copy of a sentence has another name for."""
CAPITALS = ("BCDFGHJKLMNPRSTVW", "AEIOU")


@cache
def mission_names() -> frozenset[str]:
    """Return every way in which the reference data write a mission."""
    found: set[str | None] = set()
    for mission in reference.missions().values():
        found |= {mission.abbreviation, mission.name_nl, mission.name_en, *mission.aliases}
    return frozenset(name for name in found if name)


@dataclass(frozen=True, slots=True)
class Names:
    """Names by label to put in the place of others."""

    lists: dict[str, list[str]]
    countries: list[str]
    parts: dict[str, list[str]]

    def other(self, label: str, rng: Random) -> str:
        """Return a name of this label, made up or from a list."""
        if label == "MISSION":
            return self._mission(rng)
        if label == "LOC" and rng.random() < 0.5:
            return rng.choice(self.countries)
        if label == "ORG" and rng.random() < 0.2:
            return _letters(rng)
        return rng.choice(self.lists[label])

    def _mission(self, rng: Random) -> str:
        shape = rng.choice(self.parts["shapes"])
        filled = {name: rng.choice(words) for name, words in self.parts.items() if name != "shapes"}
        return shape.format(letters=_letters(rng), country=rng.choice(self.countries), **filled)


def _letters(rng: Random) -> str:
    consonants, vowels = CAPITALS
    if rng.random() < 0.5:
        return "".join(rng.choice(consonants + vowels) for _ in range(rng.randint(3, 5)))
    pairs = rng.randint(2, 3)
    return "".join(rng.choice(consonants) + rng.choice(vowels) for _ in range(pairs))[
        : rng.randint(3, 6)
    ]


def names(data: Path) -> Names:
    """Return the name lists of ``data/names``, the organisations we know, and parts of missions."""
    lists = {"ORG": [each.name_nl for each in reference.organisations().values() if each.name_nl]}
    for file, label in (("per", "PER"), ("geo", "LOC"), ("org", "ORG")):
        rows = (data / "names" / f"{file}.txt").read_text("utf-8", errors="replace").splitlines()
        good = [row.strip() for row in rows if row[:1].isupper() and len(row.split()) <= 5]
        lists[label] = lists.get(label, []) * 40 + good
    territories = Locale("nl").territories
    countries = [name for code, name in sorted(territories.items()) if not code.isdigit()]
    parts = tomllib.loads(Path(__file__).with_name("missions.toml").read_text("utf-8"))
    return Names(lists, countries, parts)


def swapped(sentence: Named, others: Names, rng: Random) -> Named | None:
    """Return the sentence with other names in it, or nothing when none was changed."""
    text, found, end = "", [], 0
    for start, stop, label in sentence.names:
        name = sentence.text[start:stop]
        if label != "MISC" and rng.random() < SWAPPED:
            name = others.other(label, rng)
        text += sentence.text[end:start]
        found.append((len(text), len(text) + len(name), label))
        text, end = text + name, stop
    text += sentence.text[end:]
    return None if text == sentence.text else Named(sentence.id, text, tuple(found))
