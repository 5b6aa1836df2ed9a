"""Word lists: ``missions.toml`` tells deployments from aid, ``figures.toml`` what a figure is."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

ListName = Literal["uitzending", "kosten", "hulp", "verslag", "terugwijzing", "reden"]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(Path(__file__).with_name("missions.toml").read_text("utf-8"))
    return {
        name: re.compile(
            rf"(?<![\w-])(?:{_either(row['begin'])}|{_either(row['geheel'])}(?![\w-]))"
        )
        for name, row in data.items()
    }


def _either(words: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})" if words else r"(?!)"


def speaks_of(name: ListName, text: str) -> bool:
    """Tell whether a text has a word of a list of ``missions.toml``.

    >>> speaks_of("uitzending", "De eenheden keren terug."), speaks_of("hulp", "De eenheden keren terug.")
    (True, False)
    """
    return _patterns()[name].search(text.lower()) is not None


FigureWord = Literal[
    "raming",
    "raming-in-tabel",
    "totaal",
    "gevraagd",
    "zonder",
    "ondergroep",
    "uitgangspunt",
    "plafond",
    "zelfde",
]


@cache
def _figure_patterns(name: FigureWord) -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
    rows = tomllib.loads(Path(__file__).with_name("figures.toml").read_text("utf-8"))[name]
    directly, anywhere = (
        [re.compile(row[place]) for row in rows if place in row] for place in ("voor", "rond")
    )
    return directly, anywhere


def told(name: FigureWord, before: str, after: str = "") -> bool:
    """Tell whether the words of a passage before a figure, or those on both sides, say this of it.

    >>> told("raming", "De kosten zijn geraamd op "), told("raming", "Nederland betaalt ")
    (True, False)
    """
    left, whole = before.lower(), (before + after).lower()
    directly, anywhere = _figure_patterns(name)
    return any(p.search(left) for p in directly) or any(p.search(whole) for p in anywhere)
