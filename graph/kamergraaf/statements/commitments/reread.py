"""Kind and state of a commitment, corrected by what was learned from annotated letters.

The rules read kind and state off verb, object and tense.  Where the words around them speak clearly
for another reading («Op 22 oktober ondertekende ik …» is done, not going on), that one is taken: a
multinomial logistic regression over the clause, what the rules made of it, its terms and its
neighbours, overruling plain statements by ``MARGIN``.  The weights are ``kinds.csv`` and ``statuses.csv``, made by
``kamergraaf.evaluate.readings``; their labels are those of the annotated letters.
"""

import csv
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from math import exp
from pathlib import Path
from typing import Literal, get_args

from kamergraaf.model import Change, Commitment, Kind, Modality, Status
from kamergraaf.statements.commitments.likely import LEARNED, PLAIN, Unit
from kamergraaf.statements.commitments.senses import SPEECH

MARGIN = 0.2
"""So much likelier must another reading be than that of the rules; chosen by cross-validation over
the letters for training and development (``kamergraaf.evaluate.readings --validate``)."""
Table = Literal["kinds", "statuses"]
KINDS: Mapping[str, frozenset[str]] = {
    "financial": frozenset({"financial"}),
    "personnel": frozenset({"personnel", "exercise"}),
    "materiel": frozenset({"materiel"}),
    "training": frozenset({"training", "exercise"}),
    "programme": frozenset({"programme", "policy"}),
    "diplomatic": frozenset({"diplomatic"}),
    "inform-parliament": frozenset({"inform-parliament"}),
    "policy": frozenset({"policy", "study"}),
}
"""Kinds that agree with a label of ``kinds.csv``; the first reading of a label is its own name."""
STATES: Mapping[str, tuple[Status, Modality]] = {
    "made": ("fulfilled", "reported"), "ongoing": ("active", "reported"),
    "decided": ("announced", "decided"), "planned": ("announced", "promised"),
    "conditional": ("announced", "conditional"),
    "considered": ("under-consideration", "exploratory"),
}  # fmt: skip
"""Status and modality of a label of ``statuses.csv``; the ends and stops of a commitment are left to
the rules, which know the verbs for it."""
TOLD: Mapping[Status, Change] = {
    "fulfilled": "fulfilled", "active": "restated", "announced": "new", "under-consideration": "new",
}  # fmt: skip
"""The change that goes with a state where no verb tells one."""


def reread(found: Sequence[Commitment], units: Sequence[Unit]) -> list[Commitment]:
    """Return the commitments with the kind and the state that are clearly likelier."""
    again: list[Commitment] = []
    for commitment, features in zip(found, readings(found, units), strict=True):
        if open_to_doubt("kinds", commitment):
            commitment = _other_kind(commitment, probabilities("kinds", features))
        if open_to_doubt("statuses", commitment):
            commitment = _other_state(commitment, probabilities("statuses", features))
        again.append(commitment)
    return again


def open_to_doubt(table: Table, commitment: Commitment) -> bool:
    """Tell whether the rules may be overruled: of the kind unless a verb of saying told it, of the state
    only for plain statements, as a promise, a plan or a stop that a word tells stays."""
    if commitment.vague or table == "kinds":
        return not commitment.vague and commitment.rule not in SPEECH
    stopped = commitment.status in {"suspended", "ended"}
    plain = commitment.rule in PLAIN | {LEARNED, "weigering"}
    return plain and commitment.modality == "reported" and not stopped


def readings(found: Sequence[Commitment], units: Sequence[Unit]) -> Iterator[frozenset[str]]:
    """Yield for each commitment what its kind and state are judged by."""
    told = [c for c in found if not c.vague]
    near = _Near(units)
    for commitment in found:
        unit = max(
            near.touching(commitment) or units, key=lambda u: _overlap(commitment, u), default=None
        )
        own = _own(commitment)
        if commitment in told:
            place = told.index(commitment)
            own.add(f"kind before={told[place - 1].kind if place else None}")
            own.add(f"kind after={told[place + 1].kind if place + 1 < len(told) else None}")
        yield frozenset(own) | (unit.features if unit is not None else frozenset())


def probabilities(table: Table, features: frozenset[str]) -> dict[str, float]:
    """Return the probability of each label, summing to one.

    >>> chances = probabilities("kinds", frozenset({"verb=betalen", "money", "kind=financial"}))
    >>> max(chances, key=chances.get)
    'financial'
    """
    weights = _weights(table)
    rows = [weights[""], *(weights[name] for name in sorted(features) if name in weights)]
    sums = {label: exp(sum(row[label] for row in rows)) for label in weights[""]}
    return {label: each / sum(sums.values()) for label, each in sums.items()}


def state_label(status: Status, modality: Modality) -> frozenset[str]:
    """Return the labels of ``statuses.csv`` that agree with a status and modality.

    >>> sorted(state_label("announced", "decided"))
    ['decided', 'planned']
    """
    agrees = {
        "made": status in {"fulfilled", "ended"} and modality == "reported",
        "ongoing": status == "active",
        "decided": modality == "decided",
        "planned": modality in {"promised", "intended"} or status == "announced",
        "conditional": modality == "conditional",
        "considered": modality == "exploratory" or status == "under-consideration",
        "suspended": status == "suspended",
        "ended": status == "ended",
    }
    return frozenset(label for label, right in agrees.items() if right)


def _other_kind(commitment: Commitment, chances: Mapping[str, float]) -> Commitment:
    best = max(chances, key=lambda label: chances[label])
    other: Kind | None = next((kind for kind in get_args(Kind) if kind == best), None)
    if other is None or commitment.kind in KINDS[best]:
        return commitment
    own = sum(
        chance for label, chance in chances.items() if commitment.kind in KINDS.get(label, ())
    )
    return replace(commitment, kind=other) if chances[best] - own >= MARGIN else commitment


def _other_state(commitment: Commitment, chances: Mapping[str, float]) -> Commitment:
    best = max(chances, key=lambda label: chances[label])
    agreeing = state_label(commitment.status, commitment.modality)
    if commitment.conditions:
        agreeing |= {"conditional"}
    own = sum(chance for label, chance in chances.items() if label in agreeing)
    if best not in STATES or best in agreeing or chances[best] - own < MARGIN:
        return commitment
    status, modality = STATES[best]
    if commitment.change not in TOLD.values():
        return replace(commitment, status=status, modality=modality)
    return replace(commitment, status=status, modality=modality, change=TOLD[status])


def _own(commitment: Commitment) -> set[str]:
    c = commitment
    return {
        f"kind={c.kind}", f"status={c.status}", f"modality={c.modality}", f"change={c.change}",
        f"rule={c.rule}", f"kind={c.kind} status={c.status}", f"rule={c.rule} kind={c.kind}",
        f"rule={c.rule} status={c.status}",
        f"status={c.status} modality={c.modality} conditional={bool(c.conditions)}",
        f"for somebody={bool(c.beneficiaries)}", f"for a mission={bool(c.missions)}",
        *(f"date={date.role}" for date in c.dates),
    }  # fmt: skip


def _overlap(commitment: Commitment, unit: Unit) -> int:
    return min(unit.end, commitment.end) - max(unit.start, commitment.start)


class _Near:
    """Clauses by their place: a letter of 300 pages has thousands of them."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._order = sorted(range(len(units)), key=lambda n: units[n].start)
        self._starts = [units[n].start for n in self._order]
        self._ends = list(accumulate((units[n].end for n in self._order), max))

    def touching(self, commitment: Commitment) -> list[Unit]:
        """Return the clauses that have a stretch in common with a commitment, in their order."""
        first = bisect_right(self._ends, commitment.start)
        last = bisect_left(self._starts, commitment.end)
        return [
            self._units[n]
            for n in sorted(self._order[first:last])
            if self._units[n].end > commitment.start
        ]


@cache
def _weights(table: Table) -> dict[str, dict[str, float]]:
    path = Path(__file__).with_name(f"{table}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row.pop("feature"): {label: float(value or 0) for label, value in row.items()}
            for row in csv.DictReader(file)
        }
