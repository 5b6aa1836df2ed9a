"""Confidence: how often the like was right on annotated letters that the weights were not learned from.

``calibration.csv`` counts, for each group of rules and each band of likelihood (``likely``), the
clauses of the letters for training and development, each ninth of them judged by weights learned from
the others; for meetings, what ``kamergraaf evaluate --rules`` counted on these letters.  Laplace's rule
of succession keeps a row with few cases modest.
"""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

from kamergraaf.statements.commitments.likely import LEARNED, PLAIN

BANDS = (0.0, 0.2, 0.5, 0.7, 0.8, 0.9, 0.95)
"""Where a band of likelihood begins."""
MEETING = "gelegenheid-"


def group(rule: str) -> str:
    """Return the group that a rule is counted in; each way to meet is one of its own.

    >>> group("doet"), group("promise"), group("gelegenheid-visit")
    ('plain', 'cue', 'gelegenheid-visit')
    """
    if rule in PLAIN or rule.startswith(MEETING):
        return "plain" if rule in PLAIN else rule
    return "learned" if rule == LEARNED else "cue"


def band(likelihood: float) -> float:
    """Return where the band of a likelihood begins.

    >>> band(0.6), band(0.99)
    (0.5, 0.95)
    """
    return max(start for start in BANDS if start <= likelihood)


def confidence(rule: str, likelihood: float = BANDS[0]) -> Decimal:
    """Return (right + 1) / (found + 2) of the rule's group and band with two decimals.

    >>> confidence("gelegenheid-that-nobody-counted")
    Decimal('0.50')
    """
    right, found = _table().get((group(rule), band(likelihood)), (0, 0))
    return Decimal(f"{(right + 1) / (found + 2):.2f}")


@cache
def _table() -> dict[tuple[str, float], tuple[int, int]]:
    path = Path(__file__).parent / "calibration.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["group"], float(row["likelihood"])): (int(row["right"]), int(row["found"]))
            for row in csv.DictReader(file)
        }
