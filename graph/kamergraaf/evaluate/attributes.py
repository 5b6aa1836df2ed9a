"""Whether a found commitment says of itself what gold says: actor, kind, status, missions, money, dates.

The tables are those of ``corpus/gold/SCHEMA.md``: gold has one flat type and one status, the found
codes are those of the ontology and finer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kamergraaf.evaluate.figures import Tally, compare
from kamergraaf.evaluate.matching import match
from kamergraaf.evaluate.names import MissionNames, country, fold
from kamergraaf.statements.commitments.reread import KINDS, state_label

Json = Mapping[str, Any]

CHANGES: Mapping[str, frozenset[str]] = {
    "mandate-extension": frozenset({"extended"}),
    "mandate-end": frozenset({"ended", "not-renewed"}),
    "suspension": frozenset({"suspended"}),
}
"""Found changes that agree with a gold type that is a change rather than a kind."""

TYPES = frozenset(KINDS) | frozenset(CHANGES)
STATUSES = frozenset(
    {"made", "ongoing", "decided", "planned", "conditional", "considered", "suspended", "ended"}
)
UNCOUNTED_SCOPES = frozenset({"joint-total", "estimate"})
THE_NETHERLANDS = fold("Nederland")
THE_STATE = frozenset({"nederland", "kabinet", "regering", "staat", "rijk"})
"""Actors between which letters change freely: one and the same."""


def type_agrees(gold_type: str, found: Json) -> bool:
    """Tell whether kind, change and status of a found commitment agree with a gold type."""
    if gold_type in KINDS:
        return bool(found["kind"] in KINDS[gold_type])
    if gold_type == "suspension" and found["status"] == "suspended":
        return True
    return bool(found["change"] in CHANGES[gold_type])


def status_agrees(gold_status: str, found: Json) -> bool:
    """Tell whether status, modality and conditions of a found commitment agree with gold's status."""
    labels = state_label(found["status"], found["modality"])
    return gold_status in labels or gold_status == "conditional" and bool(found["conditions"])


def readings(gold: Json, key: str) -> tuple[str, ...]:
    """Return gold's one value of ``key`` (type, status, actor, change) and the others it accepts."""
    return (gold[key], *gold.get(f"{key}_alt", ()), *gold.get(f"{key}_accept", ()))


def actor_agrees(gold: Json, found: Json) -> bool:
    """Tell whether the actor is gold's or one that it accepts; the state has several names.

    >>> actor_agrees({"actor": "Nederland"}, {"actor": "het kabinet"})
    True
    """
    return _actor(found["actor"]) in {_actor(each) for each in readings(gold, "actor")}


def _actor(name: str | None) -> str | None:
    plain = fold(re.sub(r"\s*\([^)]*\)", "", name)) if name else None
    return "nederland" if plain in THE_STATE else plain


def _change_agrees(gold: Json, found: Json) -> bool:
    """Tell whether the change is gold's or what gold's type says: an extension is extended."""
    return found["change"] in {*readings(gold, "change"), *CHANGES.get(gold["type"], ())}


def countries(names: list[str]) -> set[str]:
    """Return country names to compare, two names of one country alike, without the Netherlands."""
    return {country(name) for name in names} - {THE_NETHERLANDS}


def _countries(gold: Json, found: Json) -> Tally:
    expected = countries(gold["countries"])
    accepted = countries(gold.get("countries_accept", []))
    return compare(expected, countries(found["countries"]) - (accepted - expected))


def _dates(gold: Json, found: Json) -> Tally:
    expected, claimed = (
        {(each["role"], each["value"]) for each in side.get("dates", ())} for side in (gold, found)
    )
    return compare(expected, claimed)


def _conditions(gold: Json, found: Json) -> Tally:
    """Pair verbatim conditions one to one, by the rule of a match."""
    expected, claimed = gold.get("conditions", ()), found["conditions"]
    pairs = match([(each,) for each in expected], claimed).pairs
    return Tally(len(pairs), len(claimed), len(expected))


def amounts(gold: Json, found: Json) -> Tally:
    """Compare sums by value, currency and, where gold has a period, period."""
    expected = [each for each in gold["amounts"] if each.get("scope") not in UNCOUNTED_SCOPES]
    claimed = [each for each in found["amounts"] if each["scope"] not in UNCOUNTED_SCOPES]

    def same(one: Json, other: Json) -> bool:
        return (
            float(one["value"]) == float(other["value"])
            and one["currency"] == other["currency"]
            and ("per" not in one or one["per"] == other["per"])
        )

    return _pairwise(expected, claimed, same, gold.get("amounts_accept", ()))


def people(gold: Json, found: Json) -> Tally:
    """Compare head counts by number and, where gold has one, qualifier («maximaal», «circa»)."""

    def same(one: Json, other: Json) -> bool:
        qualifier = one.get("qualifier", other["qualifier"])
        return bool(one["value"] == other["value"] and qualifier == other["qualifier"])

    accepted = gold.get("personnel_accept", ())
    return _pairwise(gold["personnel"], found["personnel"], same, accepted)


def _missions(gold: Json, found: Json, missions: MissionNames) -> Tally:
    """Compare missions; those that gold accepts without asking for them count neither way."""
    expected = missions.required(gold["missions"])
    accepted = missions.required(gold.get("missions_accept", ()))
    return compare(expected, missions.claimed(found["missions"]) - (accepted - expected))


def _pairwise(
    expected: Sequence[Json],
    claimed: Sequence[Json],
    same: Callable[[Json, Json], bool],
    accepted: Sequence[Json],
) -> Tally:
    """Pair one to one; what is left over and gold accepts without asking for it does not count."""
    left = list(claimed)
    right, neither = (_taken(left, each, same) for each in (expected, accepted))
    return Tally(right, len(claimed) - neither, len(expected))


def _taken(left: list[Json], wanted: Sequence[Json], same: Callable[[Json, Json], bool]) -> int:
    """Take from ``left`` one for each wanted that is there; return how many."""
    taken = 0
    for each in wanted:
        hit = next((other for other in left if same(each, other)), None)
        if hit is not None:
            left.remove(hit)
            taken += 1
    return taken


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is right about one found commitment that matches a gold one."""

    actor: bool | None
    """``None`` where gold names no actor."""
    kind: bool
    status: bool
    change: bool | None
    """``None`` where gold's commitment changes no earlier one."""
    missions: Tally
    countries: Tally
    amounts: Tally
    people: Tally
    dates: Tally
    conditions: Tally

    @property
    def full(self) -> bool:
        """Whether kind, status, missions, amounts and people are all right."""
        terms = (self.missions, self.amounts, self.people)
        return self.kind and self.status and all(map(_exact, terms))

    def wrong(self) -> tuple[str, ...]:
        """Return the names of what is not right."""
        exact = {
            "actor": self.actor is not False,
            "kind": self.kind,
            "status": self.status,
            "change": self.change is not False,
            "missions": _exact(self.missions),
            "countries": _exact(self.countries),
            "amounts": _exact(self.amounts),
            "people": _exact(self.people),
            "dates": _exact(self.dates),
            "conditions": _exact(self.conditions),
        }
        return tuple(name for name, right in exact.items() if not right)


def _exact(tally: Tally) -> bool:
    return tally.right == tally.found == tally.expected


def judge(gold: Json, found: Json, missions: MissionNames) -> Judgement:
    """Compare one found commitment with the gold commitment that it matches."""
    return Judgement(
        actor=actor_agrees(gold, found) if "actor" in gold else None,
        kind=any(type_agrees(each, found) for each in readings(gold, "type")),
        status=any(status_agrees(each, found) for each in readings(gold, "status")),
        change=_change_agrees(gold, found) if gold.get("change") else None,
        missions=_missions(gold, found, missions),
        countries=_countries(gold, found),
        amounts=amounts(gold, found),
        people=people(gold, found),
        dates=_dates(gold, found),
        conditions=_conditions(gold, found),
    )
