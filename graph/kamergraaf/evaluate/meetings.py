"""Which found meetings are gold's, and whether they say who met and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kamergraaf.evaluate.matching import match
from kamergraaf.evaluate.names import fold

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Meetings:
    """``pairs`` of gold and found meetings with Dutch participation, and those left over."""

    pairs: tuple[tuple[Json, Json], ...]
    missed: tuple[Json, ...]
    spurious: tuple[Json, ...]


def match_meetings(gold: Sequence[Json], found: Sequence[Json]) -> Meetings:
    """Pair meetings by their quotes; those without Dutch participation or optional count neither way."""
    matching = match([(each["quote"],) for each in gold], [each["quote"] for each in found])
    matched = dict(matching.pairs)
    counted = [
        g
        for g, each in enumerate(gold)
        if each.get("dutch_participation") is not False and not each.get("optional")
    ]
    return Meetings(
        pairs=tuple((gold[g], found[matched[g]]) for g in counted if g in matched),
        missed=tuple(gold[g] for g in counted if g not in matched),
        spurious=tuple(found[f] for f in matching.rest),
    )


def who_right(gold: Json, found: Json) -> bool:
    """Tell whether the same parties met; a remark in parentheses in gold is no part of a name."""
    parties = {fold(re.sub(r"\s*\([^)]*\)", "", each)) for each in gold["who"]}
    return parties == {fold(each) for each in found["who"]}


def when_right(gold: Json, found: Json) -> bool:
    """Tell whether the date is gold's: its first day alone, or from its first to its last."""
    first, last = gold["date"], gold.get("date_end")
    return found["date"] == first or bool(last and found["date"] == f"{first}/{last}")
