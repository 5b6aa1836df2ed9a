"""Words that look like names and are none: the patterns of ``blocked.toml``."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kamergraaf.annotations.names.vocabulary import read_toml


@dataclass(frozen=True, slots=True)
class Blocked:
    """A pattern whose words are not of these kinds (in these forms, when forms are given)."""

    pattern: re.Pattern[str]
    kinds: frozenset[str]
    forms: frozenset[str]
    examples: tuple[str, ...]


@lru_cache(maxsize=1)
def rules() -> tuple[Blocked, ...]:
    """Return the rules of ``blocked.toml``."""
    return tuple(
        Blocked(
            re.compile(rule["pattern"]),
            frozenset(rule["kinds"]),
            frozenset(rule.get("forms", ())),
            tuple(rule["examples"]),
        )
        for rule in read_toml("blocked.toml")["blocked"]
    )


class Stretches:
    """The stretches of one text in which some kinds of names are none."""

    def __init__(self, text: str) -> None:
        self._found = [
            (found.start(), found.end(), rule)
            for rule in rules()
            for found in rule.pattern.finditer(text)
        ]

    @classmethod
    @lru_cache(maxsize=1)
    def of(cls, text: str) -> "Stretches":
        """Return those of a text, looked up once for all who ask."""
        return cls(text)

    def bar(self, start: int, end: int, kind: str, form: str) -> bool:
        """Tell whether the words from ``start`` to ``end`` are no such name here."""
        return any(
            low <= start and end <= high and kind in rule.kinds and form in (rule.forms or {form})
            for low, high, rule in self._found
        )
