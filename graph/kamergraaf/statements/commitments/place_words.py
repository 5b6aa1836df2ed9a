"""The word lists of ``places.toml``: what the words around a country make of it."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

Pattern = Literal["verzoek", "herkomst", "samen", "elders", "wijzend", "groepen"]
Words = Literal["diensten", "gevluchten", "betrekkingen", "zetels"]


@cache
def data() -> dict[str, dict[str, Any]]:
    """Return the lists of ``places.toml`` by name."""
    return tomllib.loads(Path(__file__).with_name("places.toml").read_text("utf-8"))


@cache
def pattern(name: Pattern) -> re.Pattern[str]:
    """Return the patterns of a list as one; they are for text in lower case.

    >>> bool(pattern("verzoek").search("op uitdrukkelijk verzoek van "))
    True
    """
    return re.compile("|".join(data()[name]["patronen"]))


@cache
def words(name: Words) -> tuple[str, ...]:
    """Return the words, or ends of words, of a list."""
    return tuple(data()[name]["woorden"])
