"""Scores by phenomenon: what makes an item or a letter hard, in the groups of ``phenomena.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kamergraaf.evaluate.figures import Figures, Tally
from kamergraaf.evaluate.scoring import LetterScore, Scores

Json = Mapping[str, Any]
OTHER = "other"
NONE_GIVEN = "none given"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of phenomena: words that begin a word of an entry, or attributes of an item."""

    name: str
    words: re.Pattern[str]
    keys: tuple[str, ...]
    types: tuple[str, ...]
    statuses: tuple[str, ...]
    polarity: bool
    example: str

    def has(self, item: Json) -> bool:
        """Tell whether a gold commitment belongs here by its words or its attributes."""
        return bool(
            self.words.search(item.get("phenomenon", ""))
            or any(item.get(key) for key in self.keys)
            or item["type"] in self.types
            or item["status"] in self.statuses
            or (self.polarity and item.get("polarity") == "negative")
        )


@cache
def groups() -> tuple[Group, ...]:
    """Return the groups of ``phenomena.toml`` in their order.

    >>> [each.name for each in groups() if each.words.search("agentless passive")]
    ['passive']
    """
    data = files("kamergraaf.evaluate").joinpath("phenomena.toml").read_text("utf-8")
    return tuple(
        Group(
            name=each["name"],
            words=_beginning(each["words"]),
            keys=tuple(each.get("keys", ())),
            types=tuple(each.get("types", ())),
            statuses=tuple(each.get("statuses", ())),
            polarity=each.get("polarity", False),
            example=each["example"],
        )
        for each in tomllib.loads(data)["group"]
    )


def _beginning(words: Sequence[str]) -> re.Pattern[str]:
    choice = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{choice})", re.IGNORECASE)


def of_item(item: Json) -> list[str]:
    """Return the groups of a gold commitment; ``other`` or ``none given`` when there is none.

    >>> of_item({"phenomenon": "table row", "type": "financial", "status": "made"})
    ['table']
    """
    found = [each.name for each in groups() if each.has(item)]
    return found or [OTHER if item.get("phenomenon") else NONE_GIVEN]


def of_letter(phenomena: Sequence[str]) -> list[str]:
    """Return the groups of the phenomena of a letter."""
    found = [each.name for each in groups() if any(map(each.words.search, phenomena))]
    return found or [OTHER if phenomena else NONE_GIVEN]


@dataclass(frozen=True, slots=True)
class Line:
    """A group: what became of its core items, and the figures of the letters that have it."""

    name: str
    items: int
    found: int
    full: int
    letters: int
    commitments: Tally


def by_phenomenon(scores: Scores) -> list[Line]:
    """Return a line for each group that occurs, in the order of ``phenomena.toml``."""
    names = [*(each.name for each in groups()), OTHER, NONE_GIVEN]
    return [line for name in names for line in _line(name, scores.letters)]


def _line(name: str, letters: Sequence[LetterScore]) -> Iterator[Line]:
    items = [each for letter in letters for each in letter.outcomes if name in of_item(each.gold)]
    having = [letter.figures for letter in letters if name in of_letter(letter.phenomena)]
    if items or having:
        yield Line(
            name=name,
            items=len(items),
            found=sum(each.found for each in items),
            full=sum(each.full for each in items),
            letters=len(having),
            commitments=sum(having, Figures()).commitments,
        )
