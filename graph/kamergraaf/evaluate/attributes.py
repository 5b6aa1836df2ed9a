"""Whether a found commitment says of itself what gold says: kind, status, missions, money, people.

The tables are those of ``corpus/gold/SCHEMA.md``: gold has one flat type and one status, the found
codes are those of the ontology and finer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kamergraaf.evaluate.figures import Tally, compare
from kamergraaf.evaluate.names import MissionNames, fold

Json = Mapping[str, Any]

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
"""Found kinds that agree with a gold type."""

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


def type_agrees(gold_type: str, found: Json) -> bool:
    """Tell whether kind, change and status of a found commitment agree with a gold type."""
    if gold_type in KINDS:
        return bool(found["kind"] in KINDS[gold_type])
    if gold_type == "suspension" and found["status"] == "suspended":
        return True
    return bool(found["change"] in CHANGES[gold_type])


def status_agrees(gold_status: str, found: Json) -> bool:
    """Tell whether status, modality and conditions of a found commitment agree with gold's status."""
    status, modality = found["status"], found["modality"]
    agrees: dict[str, bool] = {
        "made": status in ("fulfilled", "ended") and modality == "reported",
        "ongoing": status == "active",
        "decided": modality == "decided",
        "planned": modality in ("promised", "intended") or status == "announced",
        "conditional": modality == "conditional" or bool(found["conditions"]),
        "considered": modality == "exploratory" or status == "under-consideration",
        "suspended": status == "suspended",
        "ended": status == "ended",
    }
    return agrees[gold_status]


def readings(gold: Json, key: str) -> tuple[str, ...]:
    """Return gold's value of ``type`` or ``status`` and the other readings that it accepts."""
    return (gold[key], *gold.get(f"{key}_alt", ()), *gold.get(f"{key}_accept", ()))


def countries(names: list[str]) -> set[str]:
    """Return country names to compare, without the Netherlands."""
    return {fold(name) for name in names} - {THE_NETHERLANDS}


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

    return _pairwise(expected, claimed, same)


def people(gold: Json, found: Json) -> Tally:
    """Compare head counts by number and, where gold has one, qualifier («maximaal», «circa»)."""

    def same(one: Json, other: Json) -> bool:
        qualifier = one.get("qualifier", other["qualifier"])
        return bool(one["value"] == other["value"] and qualifier == other["qualifier"])

    return _pairwise(gold["personnel"], found["personnel"], same)


def _missions(gold: Json, found: Json, missions: MissionNames) -> Tally:
    """Compare missions; those that gold accepts without asking for them count neither way."""
    expected = missions.required(gold["missions"])
    accepted = missions.required(gold.get("missions_accept", ()))
    return compare(expected, missions.claimed(found["missions"]) - (accepted - expected))


def _pairwise(
    expected: Sequence[Json], claimed: Sequence[Json], same: Callable[[Json, Json], bool]
) -> Tally:
    left = list(claimed)
    right = 0
    for each in expected:
        hit = next((other for other in left if same(each, other)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return Tally(right, len(claimed), len(expected))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is right about one found commitment that matches a gold one."""

    kind: bool
    status: bool
    missions: Tally
    countries: Tally
    amounts: Tally
    people: Tally

    @property
    def full(self) -> bool:
        """Whether kind, status, missions, amounts and people are all right."""
        terms = (self.missions, self.amounts, self.people)
        return self.kind and self.status and all(map(_exact, terms))

    def wrong(self) -> tuple[str, ...]:
        """Return the names of what is not right."""
        exact = {
            "kind": self.kind,
            "status": self.status,
            "missions": _exact(self.missions),
            "countries": _exact(self.countries),
            "amounts": _exact(self.amounts),
            "people": _exact(self.people),
        }
        return tuple(name for name, right in exact.items() if not right)


def _exact(tally: Tally) -> bool:
    return tally.right == tally.found == tally.expected


def judge(gold: Json, found: Json, missions: MissionNames) -> Judgement:
    """Compare one found commitment with the gold commitment that it matches."""
    return Judgement(
        kind=any(type_agrees(each, found) for each in readings(gold, "type")),
        status=any(status_agrees(each, found) for each in readings(gold, "status")),
        missions=_missions(gold, found, missions),
        countries=compare(countries(gold["countries"]), countries(found["countries"])),
        amounts=amounts(gold, found),
        people=people(gold, found),
    )
