"""Confidence: the share of right statements that a rule made on annotated letters.

The table ``calibration.csv`` is written by ``kamergraaf evaluate --calibrate``; a rule with few cases
is drawn towards the mean of all rules (add-two smoothing).
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


def confidence(rule: str, vague: bool) -> Decimal:
    """Return the confidence of a rule with two decimals; a vague statement gets that of its rule."""
    table = _table()
    total_right = sum(right for right, _ in table.values())
    total = sum(found for _, found in table.values())
    prior = total_right / total if total else 0.5
    right, found = table.get(rule, (0, 0))
    return Decimal(f"{(right + 2 * prior) / (found + 2):.2f}")
