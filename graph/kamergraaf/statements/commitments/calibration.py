"""Confidence: how often a rule was right on annotated letters.

``calibration.csv`` is what ``kamergraaf evaluate --rules`` counted on the gold that the rules were made
on; Laplace's rule of succession keeps a rule with few cases modest.
"""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path


@cache
def _table() -> dict[str, tuple[int, int]]:
    path = Path(__file__).parent / "calibration.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["rule"]: (int(row["right"]), int(row["found"])) for row in csv.DictReader(file)}


def confidence(rule: str) -> Decimal:
    """Return (right + 1) / (found + 2) of a rule with two decimals; one never counted gets 0.50.

    >>> confidence("a rule that nobody counted")
    Decimal('0.50')
    """
    right, found = _table().get(rule, (0, 0))
    return Decimal(f"{(right + 1) / (found + 2):.2f}")
