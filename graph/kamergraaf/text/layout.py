"""What a line or paragraph is by its form: letterhead, salutation, signature, bullet, heading."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

Part = Literal["head", "office", "closing", "name", "sentence"]

_LONGEST = 200
_DASHES = "-–—−*+•·▪■□◦●○‣⁃➢►✓\uf0b7\uf0a7\uf0d8"
_BULLET = re.compile(
    rf"[{re.escape(_DASHES)}](?: +|\t)(?=\S)|[•▪●‣⁃\uf0b7\uf0a7](?=\w)|o {{2,}}(?=\S)"
)
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})\.)(?: +|\t)(?=\S)"
)
_SECTION = re.compile(
    r"(?:(?:\d{1,2}\.){1,4}\d{0,2}|[IVX]{1,5}\.|[A-Z]\.|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){1,3})"
    r"(?: +|\t)(?=[\w«‘’\"'(])"
)


def table() -> dict[str, Any]:
    """Return ``layout.toml`` as it stands."""
    path = Path(__file__).with_name("layout.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _pattern(part: Part) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in table()[part]))


def is_part(part: Part, text: str) -> bool:
    """Tell whether the whole text has the form of this part of a letter.

    >>> is_part("head", "Den Haag, 1 juli 2020"), is_part("name", "S.A. Blok")
    (True, True)
    """
    return len(text) <= _LONGEST and bool(_pattern(part).fullmatch(text))


@cache
def _unfinished() -> frozenset[str]:
    return frozenset(table()["unfinished"])


def is_unfinished(text: str) -> bool:
    """Tell whether a line ends on a word that no writer ends a line on («aan de Voorzitter van de»).

    >>> is_unfinished("Aan de Voorzitter van de"), is_unfinished("Inleiding")
    (True, False)
    """
    return text[-20:].rsplit(" ", 1)[-1].lower() in _unfinished()


def bullet(text: str) -> int:
    """Return how long the sign of a bullet is with its spaces, 0 when the line has none.

    >>> bullet("− Migratie: Nederland wil"), bullet("Migratie")
    (2, 0)
    """
    match = _BULLET.match(text)
    return match.end() if match else 0


def enumerator(text: str) -> str:
    """Return the number or letter that starts an item («1.», «a)»), or nothing.

    >>> enumerator("a. de inzet in Mali;"), enumerator("2023 was een druk jaar")
    ('a.', '')
    """
    match = _NUMBER.match(text)
    return match.group().strip() if match else ""


def section_level(text: str) -> int:
    """Return the depth of a section number («2.» is 1, «2.1» is 2), 0 when there is none.

    >>> [section_level(line) for line in ("2. Missies", "2.1 EU-missies", "II. Inleiding", "Mali")]
    [1, 2, 1, 0]
    """
    match = _SECTION.match(text[:_LONGEST])
    if not match:
        return 0
    number = match.group().strip().rstrip(".")
    return number.count(".") + 1
