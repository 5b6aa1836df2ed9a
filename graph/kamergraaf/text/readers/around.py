"""What stands around a letter on a web page and is known by its words: downloads, lists of links."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kamergraaf.source import Part

_LONGEST = 400
_SENTENCE = re.compile(r".{60,}[.?!]")


def table() -> dict[str, Any]:
    """Return ``around.toml`` as it stands."""
    return tomllib.loads(Path(__file__).with_name("around.toml").read_text("utf-8"))


def without_around(parts: Sequence[Part]) -> list[Part]:
    """Return the paragraphs of a page without its downloads and its headed lists of links."""
    lines = [" ".join(_text(part).split()) for part in parts]
    gone = {
        number
        for number, (part, line) in enumerate(zip(parts, lines, strict=True))
        if part.kind != "row" and len(line) <= _LONGEST and _line().fullmatch(line)
    }
    for number, part in enumerate(parts):
        if part.kind == "heading" and lines[number].lower().rstrip(":") in _headings():
            stop = number + 1
            while stop < len(parts) and parts[stop].kind == "item":
                stop += 1
            below = [at for at in range(number + 1, stop) if at not in gone]
            if stop > number + 1 and not any(_SENTENCE.match(lines[at]) for at in below):
                gone.update(range(number, stop))
    return [part for number, part in enumerate(parts) if number not in gone]


def _text(part: Part) -> str:
    return " ".join("".join(run.text for run in cell) for cell in part.cells)


@cache
def _line() -> re.Pattern[str]:
    rows = table()["line"]
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)


@cache
def _headings() -> frozenset[str]:
    return frozenset(word.lower() for word in table()["links"]["headings"])
