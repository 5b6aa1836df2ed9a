"""Amounts in the cells of a table whose caption or head says in what they are written.

The unit of a table («in miljoenen euro's», «x € 1.000») stands in a head cell, for that column, or in the paragraph
before the table or its head, for all columns.  Without a unit no cell is money.
"""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from kamergraaf.annotations.numbers import read_number
from kamergraaf.annotations.tables import tables
from kamergraaf.model import Amount

_YEAR = re.compile(r"(?:19|20)\d\d")
# «x € 1.000» is a unit, «kost € 1.000» and «3 miljoen euro» are amounts.
_OPENS = r"(?:^|\(|,\s|\bin (?:de )?|[x×]\s?)"
_PLAIN = str.maketrans({"’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a number in a cell counts: so many units of a currency."""

    currency: str
    scale: int


def find_table_amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts in the cells of the tables of a text, in text order.

    >>> table = "Kosten (x € 1.000)\\nPost | 2024\\nInzet | 1.250"
    >>> [(a.quote, str(a.value), a.currency) for a in find_table_amounts(table)]
    [('1.250', '1250000', 'EUR')]
    """
    found: list[Amount] = []
    for caption, (head, *rows) in tables(text):
        heads = [cell for _, cell in head.cells()]
        units = [_unit(cell) for cell in heads]
        shared = None if any(units) else _unit(caption)
        for row in rows:
            for column, (start, cell) in enumerate(row.cells()):
                if column == 0 or column >= len(heads) or _counts_else(heads[column]):
                    continue
                amount = _amount(start, cell, units[column] or shared)
                if amount is not None:
                    found.append(amount)
    return tuple(found)


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("money_tables.toml").read_text("utf-8"))


def _unit(words: str) -> _Unit | None:
    """Return the unit that a caption or head cell gives, if it gives one."""
    plain = words.translate(_PLAIN)
    for entry in _data()["units"]:
        form = rf"{_OPENS}{re.escape(entry['form'])}(?!\w|[.,]?\d)"
        if re.search(form, plain, re.IGNORECASE):
            return _Unit(entry["code"], entry["scale"])
    return None


def _counts_else(head: str) -> bool:
    """Whether the head of a column says that it holds no money."""
    return any(word in head.lower() for word in _data()["not_money"])


def _amount(start: int, cell: str, unit: _Unit | None) -> Amount | None:
    remark = re.match(rf"(\d[\d.,]*)(?= (?:{'|'.join(_data()['remarks'])})\b)", cell.strip())
    quote = remark[1] if remark else cell.strip()
    value = read_number(quote) if re.fullmatch(r"\d[\d., ]*", quote) else None
    if unit is None or value is None or _YEAR.fullmatch(quote):
        return None
    begin = start + cell.index(quote)
    total = Decimal(int(value * unit.scale)) if value * unit.scale % 1 == 0 else value * unit.scale
    return Amount(begin, begin + len(quote), quote, total, unit.currency)
