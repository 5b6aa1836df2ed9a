"""Numbers of people in the cells of a table whose head says that a column counts people."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from kamergraaf.annotations.tables import tables
from kamergraaf.model import Headcount, Qualifier

_COUNT = re.compile(
    r"(?P<most>(?:ten hoogste|maximaal|max\.?|tot) )?(?P<about>(?:circa|ca\.?|ongeveer|±) ?)?"
    r"(?P<number>\d{1,3}(?:[. ]\d{3})*)(?=$| ?\(| (?:fte|man|personen|militairen)\b)"
)


def find_table_headcounts(text: str) -> tuple[Headcount, ...]:
    """Return the numbers of people in the cells of the tables of a text, in text order.

    The first column names the row; of «310 (420)» the number before the brackets counts.

    >>> table = "Inzet in 2024\\nMissie | Militairen\\nEUTM Mali | max. 15"
    >>> [(h.value, h.qualifier, h.role) for h in find_table_headcounts(table)]
    [(15, 'max', 'militairen')]
    """
    found: list[Headcount] = []
    for _, (head, *rows) in tables(text):
        roles = [_role(cell) for _, cell in head.cells()]
        for row in rows:
            for column, (start, cell) in enumerate(row.cells()):
                if 0 < column < len(roles) and roles[column] is not None:
                    found += _count(start, cell, roles[column] or None)
    return tuple(found)


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(Path(__file__).with_name("headcount_tables.toml").read_text("utf-8"))
    return {name: frozenset(data[name]) for name in ("people", "counts")}


def _role(head: str) -> str | None:
    """Return the role that a head cell counts, empty when it counts people without saying which."""
    words: list[str] = re.findall(r"\w+", head.lower())
    for word in words:
        if word in _words()["people"]:
            return word
    return "" if any(word in _words()["counts"] for word in words) else None


def _count(start: int, cell: str, role: str | None) -> list[Headcount]:
    match = _COUNT.match(cell.strip().lower())
    if match is None:
        return []
    begin = start + len(cell) - len(cell.lstrip())
    end = begin + match.end("number")
    quote = cell.strip()[: match.end("number")]
    qualifier: Qualifier = "max" if match["most"] else "approx" if match["about"] else "exact"
    return [Headcount(begin, end, quote, int(re.sub(r"\D", "", match["number"])), qualifier, role)]
