"""The figures of one letter or of all: counts that add up, and what is computed from them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from typing import Any

DRAWS = 1000
SEED = 20221125


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are ``right`` of those ``found`` and of those ``expected``; tallies add up.

    >>> Tally(3, 4, 6).precision, Tally(3, 4, 6).recall, Tally(3, 4, 6).f1
    (0.75, 0.5, 0.6)
    """

    right: int = 0
    found: int = 0
    expected: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right, self.found + other.found, self.expected + other.expected
        )

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; ``None`` when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was expected that was found; ``None`` when nothing was expected."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; ``None`` when nothing was found nor expected."""
        both = self.found + self.expected
        return 2 * self.right / both if both else None


def share(flags: Iterable[bool]) -> Tally:
    """Return the tally of yes-or-no answers: its precision, recall and F1 are the share of yes.

    >>> share([True, False, True, True]).f1
    0.75
    """
    answers = list(flags)
    return Tally(sum(answers), len(answers), len(answers))


def compare(expected: AbstractSet[Any], found: AbstractSet[Any]) -> Tally:
    """Return the tally of two sets."""
    return Tally(len(expected & found), len(found), len(expected))


@dataclass(frozen=True, slots=True)
class Figures:
    """All counts, of one letter or added up over letters."""

    commitments: Tally = Tally()
    full_facts: Tally = Tally()
    traps: Tally = Tally()
    actor: Tally = Tally()
    kind: Tally = Tally()
    status: Tally = Tally()
    change: Tally = Tally()
    missions: Tally = Tally()
    countries: Tally = Tally()
    amounts: Tally = Tally()
    people: Tally = Tally()
    dates: Tally = Tally()
    conditions: Tally = Tally()
    links: Tally = Tally()
    link_relations: Tally = Tally()
    date: Tally = Tally()
    chamber: Tally = Tally()
    dossiers: Tally = Tally()
    number: Tally = Tally()
    signatories: Tally = Tally()
    references: Tally = Tally()
    letter_missions: Tally = Tally()
    letter_countries: Tally = Tally()
    organisations: Tally = Tally()
    persons: Tally = Tally()
    meetings: Tally = Tally()
    meeting_who: Tally = Tally()
    meeting_date: Tally = Tally()
    full_meetings: Tally = Tally()
    quotes: Tally = Tally()

    def __add__(self, other: Figures) -> Figures:
        names = [each.name for each in fields(self)]
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True)
class Bin:
    """Found commitments with a confidence in ``[low, high)`` (the last bin holds 1.0 too)."""

    low: float
    high: float
    n: int
    mean_confidence: float
    share_right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far confidence is the share that is right; ``error`` is the expected calibration error."""

    bins: tuple[Bin, ...] = ()
    error: float | None = None


def calibrate(judged: Sequence[tuple[float, bool]]) -> Calibration:
    """Return the bins of width 0.1 that hold something, for pairs of confidence and right or not.

    The expected calibration error is the mean distance between confidence and share right, each bin
    weighted with what it holds (Naeini, Cooper & Hauskrecht 2015).

    >>> calibrate([(0.9, True), (0.9, False)]).error
    0.4
    """
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        tenths.setdefault(min(round(confidence * 100) // 10, 9), []).append((confidence, right))
    bins = tuple(
        Bin(
            low=tenth / 10,
            high=(tenth + 1) / 10,
            n=len(inside),
            mean_confidence=sum(confidence for confidence, _ in inside) / len(inside),
            share_right=sum(right for _, right in inside) / len(inside),
        )
        for tenth, inside in sorted(tenths.items())
    )
    if not bins:
        return Calibration()
    error = sum(each.n * abs(each.mean_confidence - each.share_right) for each in bins)
    return Calibration(bins, round(error / len(judged), 6))


def interval(
    letters: Sequence[Figures], figure: Callable[[Figures], float | None]
) -> tuple[float, float] | None:
    """Return the 95 % bootstrap interval of ``figure`` over letters drawn with replacement.

    The draws are the same in every run.  ``None`` with fewer than two letters or no figure.
    """
    if len(letters) < 2:
        return None
    dice = random.Random(SEED)
    values = []
    for _ in range(DRAWS):
        drawn = dice.choices(letters, k=len(letters))
        value = figure(sum(drawn, Figures()))
        if value is not None:
            values.append(value)
    if not values:
        return None
    values.sort()
    return values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)]
