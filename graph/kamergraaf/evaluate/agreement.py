"""How far two passes of annotation over the same letters agree.

Passes are gold files in the form of ``corpus/gold/SCHEMA.md``; quotes are matched by the rule of that
page, one to one.  Neither pass is the right one: every figure is the same with the passes changed about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import PurePath
from typing import Any

from kamergraaf.errors import BadData
from kamergraaf.evaluate.attributes import countries, readings
from kamergraaf.evaluate.figures import Tally, share
from kamergraaf.evaluate.kappa import Label, kappa, labels
from kamergraaf.evaluate.matching import match
from kamergraaf.evaluate.names import MissionNames, mission_names
from kamergraaf.evaluate.report import aligned, number

Json = Mapping[str, Any]
NONE = Tally()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Labels of all sentences by both passes, and counts; those of several letters add up.

    ``core`` pairs what both call core; ``core_known`` is the share of the core items of either that
    the other has too, core or not.  ``kind`` to ``people`` are about the commitments that both have: of
    type and status, ``same_*`` asks for the same first reading, the other for one reading in common.
    """

    sentences: tuple[tuple[Label, Label], ...] = ()
    commitments: Tally = NONE
    core: Tally = NONE
    core_known: Tally = NONE
    same_kind: Tally = NONE
    kind: Tally = NONE
    same_status: Tally = NONE
    status: Tally = NONE
    missions: Tally = NONE
    countries: Tally = NONE
    amounts: Tally = NONE
    people: Tally = NONE
    hard_negatives: Tally = NONE
    meetings: Tally = NONE

    def __add__(self, other: Agreement) -> Agreement:
        names = [each.name for each in fields(self)]
        return Agreement(**{name: getattr(self, name) + getattr(other, name) for name in names})

    def figures(self) -> dict[str, float | None]:
        """Return kappa, F1 or share of each line of the table, in its order."""
        marked = [(one != "none", other != "none") for one, other in self.sentences]
        core = [(one == "core", other == "core") for one, other in self.sentences]
        return {
            "sentences: kappa of core, minor, none": kappa(self.sentences),
            "sentences: kappa of any commitment": kappa(marked),
            "sentences: kappa of core commitment": kappa(core),
            "commitments: span F1": self.commitments.f1,
            "core commitments: span F1": self.core.f1,
            "core of either that the other has": self.core_known.f1,
            "of matched: same type": self.same_kind.f1,
            "of matched: a type in common": self.kind.f1,
            "of matched: same status": self.same_status.f1,
            "of matched: a status in common": self.status.f1,
            "of matched: missions F1": self.missions.f1,
            "of matched: countries F1": self.countries.f1,
            "of matched: amounts F1": self.amounts.f1,
            "of matched: people F1": self.people.f1,
            "hard negatives: span F1": self.hard_negatives.f1,
            "meetings: span F1": self.meetings.f1,
        }


def agree(one: Json, other: Json, sentences: Sequence[str]) -> Agreement:
    """Compare two annotations of the letter that consists of these sentences.

    Raises ``BadData`` when the quote of a commitment is not in them.
    """
    ones, others = one["commitments"], other["commitments"]
    names = mission_names(one, _with_forms(other))
    matching = match(
        [(each["quote"],) for each in ones],
        [each["quote"] for each in others],
        lambda a, b: _alike(ones[a], others[b], names),
    )
    pairs = [(ones[a], others[b]) for a, b in matching.pairs]
    cores = sum(each["core"] for each in ones), sum(each["core"] for each in others)
    both = sum(a["core"] and b["core"] for a, b in pairs)
    known = sum(a["core"] for a, _ in pairs) + sum(b["core"] for _, b in pairs)
    return Agreement(
        sentences=tuple(zip(labels(ones, sentences), labels(others, sentences), strict=True)),
        commitments=Tally(len(pairs), len(others), len(ones)),
        core=Tally(both, cores[1], cores[0]),
        core_known=Tally(known, sum(cores), sum(cores)),
        same_kind=share(a["type"] == b["type"] for a, b in pairs),
        kind=share(_same_reading(a, b, "type") for a, b in pairs),
        same_status=share(a["status"] == b["status"] for a, b in pairs),
        status=share(_same_reading(a, b, "status") for a, b in pairs),
        missions=_compare(pairs, lambda each: [names.of_found(n) for n in each["missions"]]),
        countries=_compare(pairs, lambda each: list(countries(each["countries"]))),
        amounts=_compare(pairs, _sums),
        people=_compare(pairs, _heads),
        hard_negatives=_quotes(one["not_commitments"], other["not_commitments"]),
        meetings=_quotes(one["meetings"], other["meetings"]),
    )


def agree_all(
    ones: Sequence[Json], others: Sequence[Json], sentences: Mapping[str, Sequence[str]]
) -> dict[str, Agreement]:
    """Compare two passes letter by letter; ``sentences`` are those of each letter by file name.

    Letters belong together by file name.  Raises ``BadData`` when a letter has one annotation only.
    """
    by_file = {_name(each): each for each in others}
    alone = {_name(each) for each in ones} ^ set(by_file)
    if alone:
        raise BadData(f"{', '.join(sorted(alone))}: annotated in one pass only; name both passes")
    return {_name(one): agree(one, by_file[_name(one)], sentences[_name(one)]) for one in ones}


def agreement_table(letters: Mapping[str, Agreement]) -> str:
    """Return the figures as aligned text: a column a letter and the total."""
    total = sum(letters.values(), Agreement())
    columns = [each.figures() for each in (*letters.values(), total)]
    names = [PurePath(name).stem for name in letters]
    rows = [[title, *(number(column[title]) for column in columns)] for title in columns[0]]
    counted = [each.sentences for each in (*letters.values(), total)]
    rows.append(["sentences", *(str(len(each)) for each in counted)])
    return "\n".join(aligned([["", *names, "total"], *rows]))


def _name(gold: Json) -> str:
    return PurePath(gold["letter"]["file"]).name


def _with_forms(gold: Json) -> Json:
    missions = [{"surface_forms": (), **each} for each in gold["missions"]]
    return {**gold, "missions": missions}


def _same_reading(one: Json, other: Json, key: str) -> bool:
    return not set(readings(one, key)).isdisjoint(readings(other, key))


def _sums(each: Json) -> list[tuple[float, str]]:
    return [(float(amount["value"]), amount["currency"]) for amount in each["amounts"]]


def _heads(each: Json) -> list[tuple[int, str | None]]:
    return [(people["value"], people.get("qualifier")) for people in each["personnel"]]


def _alike(one: Json, other: Json, names: MissionNames) -> int:
    """Count the attributes that agree: of two items with one quote the right ones go together."""
    missions = [{names.of_found(name) for name in each["missions"]} for each in (one, other)]
    return sum(
        (
            _same_reading(one, other, "type"),
            _same_reading(one, other, "status"),
            missions[0] == missions[1],
            _sums(one) == _sums(other),
            _heads(one) == _heads(other),
        )
    )


def _compare(pairs: Sequence[tuple[Json, Json]], values: Callable[[Json], Sequence[Any]]) -> Tally:
    tally = Tally()
    for one, other in pairs:
        a, b = Counter(values(one)), Counter(values(other))
        tally += Tally((a & b).total(), b.total(), a.total())
    return tally


def _quotes(ones: Sequence[Json], others: Sequence[Json]) -> Tally:
    matching = match([(each["quote"],) for each in ones], [each["quote"] for each in others])
    return Tally(len(matching.pairs), len(others), len(ones))
