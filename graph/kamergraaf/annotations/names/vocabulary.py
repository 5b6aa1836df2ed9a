"""The words of ``words.toml``: heads of compounds, leads, titles; each list has example sentences."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kamergraaf.errors import BadData

_HERE = Path(__file__).parent


def read_toml(name: str) -> dict[str, Any]:
    """Return a TOML file of this folder; raises ``BadData`` with file and place when it is not one."""
    try:
        return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadData(f"annotations/names/{name}: {error}") from error


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words with what it is for and sentences in which it must work."""

    words: tuple[str, ...]
    values: dict[str, tuple[str, ...]]
    examples: tuple[str, ...]


@lru_cache(maxsize=1)
def word_lists() -> dict[str, WordList]:
    """Return the lists of ``words.toml`` by name."""
    found = {}
    for name, table in read_toml("words.toml").items():
        values = {
            word: tuple(value if isinstance(value, list) else [value])
            for word, value in table.get("values", {}).items()
        }
        words = tuple(table.get("words", ())) or tuple(values)
        if not words or not table.get("examples"):
            raise BadData(f"annotations/names/words.toml, [{name}]: needs words and examples")
        found[name] = WordList(words, values, tuple(table["examples"]))
    return found


def words(name: str) -> tuple[str, ...]:
    """Return the words of one list."""
    return word_lists()[name].words


def values(name: str) -> dict[str, tuple[str, ...]]:
    """Return the words of one list with what they stand for."""
    return word_lists()[name].values


def occurrences(name: str, text: str, behind: str = r"[\w-]") -> Iterator[re.Match[str]]:
    """Yield the places where a name stands as a word of its own, no ``behind`` following it.

    The name leads in the pattern, as a search for its first letters is fast and one for a border is not.

    >>> [place.span() for place in occurrences("UNMIS", "UNMISS volgt UNMIS op")]
    [(13, 18)]
    """
    literal = re.escape(name)
    return re.finditer(rf"{literal}(?<![\w-]{literal})(?!{behind})", text)


def alternatives(name: str) -> str:
    """Return a regular expression that matches any word of one list, longest first."""
    ordered = sorted(words(name), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"
