"""The patterns of ``phrases.toml`` and the noun lists of ``nouns.toml`` and
``papers.toml``."""

import re
import tomllib
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Literal, get_args

from kamergraaf.model import Kind

PhraseName = Literal[
    "voorwaarde", "voorwaarde-die-loopt", "eigen-brief", "nagekomen", "herhaald",
    "gelegenheid", "aangezet", "opsomming", "lopend", "namens", "geld-staat-klaar",
    "weigering", "verzoek-afgewezen", "besproken",
    "bericht-aan-kamer", "bericht-gedaan", "vooruitziend", "eigen-zijde",
]  # fmt: skip
_HERE = Path(__file__).parent
_FRONT, _SHORT = 3, 4
"""A compound has so many letters before its last part, and that part has more than so many."""
_BORDER = r"\b"
_PLURALS = ("", "s", "en", "n", "'s", "’s", "es", "ën", "e")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads((_HERE / "phrases.toml").read_text("utf-8"))
    return {
        name: re.compile(_either([row["patroon"] for row in data[name]]))
        for name in get_args(PhraseName)
    }


def _either(patterns: list[str]) -> str:
    """Return one pattern for several; the word border that most begin with is looked for once."""
    runs = groupby(patterns, key=lambda pattern: pattern.startswith(_BORDER))
    return "|".join(
        f"{_BORDER}(?:{'|'.join(pattern.removeprefix(_BORDER) for pattern in run)})"
        if bordered
        else "|".join(run)
        for bordered, run in runs
    )


@lru_cache(maxsize=1024)
def search(name: PhraseName, text: str) -> re.Match[str] | None:
    """Return the first place where a pattern of this name fits the lower-cased text."""
    return _patterns()[name].search(text.lower())


@cache
def _nouns() -> dict[Kind, frozenset[str]]:
    data = tomllib.loads((_HERE / "nouns.toml").read_text("utf-8"))
    return {kind: frozenset(data[kind]["woorden"]) for kind in get_args(Kind) if kind in data}


@cache
def noun_kinds(word: str) -> frozenset[Kind]:
    """Return the kinds of commitment that a noun points to; a compound by its last part.

    >>> sorted(noun_kinds("grondpatrouillevoertuigen"))
    ['materiel']
    """
    lower = word.lower()
    return frozenset(kind for kind, nouns in _nouns().items() if _is_one_of(lower, nouns))


@cache
def is_paper(word: str) -> bool:
    """Tell whether a noun is something that parliament is sent.

    >>> is_paper("voortgangsrapporten"), is_paper("pantservoertuigen")
    (True, False)
    """
    data = tomllib.loads((_HERE / "papers.toml").read_text("utf-8"))
    return _is_one_of(word.lower(), frozenset(data["woorden"]))


def _is_one_of(lower: str, nouns: frozenset[str]) -> bool:
    for ending in _PLURALS:
        if not lower.endswith(ending):
            continue
        stem = lower[: len(lower) - len(ending)] if ending else lower
        if stem in nouns or stem + stem[-1:] in nouns:
            return True
        if any(stem[place:] in nouns for place in range(_FRONT, len(stem) - _SHORT)):
            return True
    return False
