"""The word lists of ``missions.toml``: words that tell deployments from aid."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

ListName = Literal["uitzending", "kosten", "hulp"]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(Path(__file__).with_name("missions.toml").read_text("utf-8"))
    return {
        name: re.compile(
            rf"(?<![\w-])(?:(?:{_either(row['begin'])})|(?:{_either(row['geheel'])})(?![\w-]))"
        )
        for name, row in data.items()
    }


def _either(words: list[str]) -> str:
    return "|".join(map(re.escape, words))


def speaks_of(name: ListName, text: str) -> bool:
    """Tell whether a text has a word of a list of ``missions.toml``.

    >>> speaks_of("uitzending", "De eenheden keren terug."), speaks_of("hulp", "De eenheden keren terug.")
    (True, False)
    """
    return _patterns()[name].search(text.lower()) is not None
