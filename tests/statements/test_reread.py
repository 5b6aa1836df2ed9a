"""Kind and state are overruled where what was learned is clearly surer, and nowhere else."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.model import Commitment, Kind
from kamergraaf.statements.commitments.likely import Unit

reread = import_module("kamergraaf.statements.commitments.reread")
FOLDER = Path(str(reread.__file__)).parent
UNIT = Unit(None, 0, 40, frozenset({"verb=leveren"}))


def commitment(**terms: object) -> Commitment:
    """Return a commitment that goes on, of the kind policy, unless told otherwise."""
    plain: dict[str, object] = {
        "id": "", "quote": "x" * 40, "start": 0, "end": 40, "sentence": 0, "actor": "Nederland",
        "kind": "policy", "change": "restated", "status": "active", "modality": "reported",
        "rule": "doet", "confidence": Decimal("0.9"),
    }  # fmt: skip
    return Commitment(**(plain | terms))  # type: ignore[arg-type]


def weigh(
    monkeypatch: pytest.MonkeyPatch, kinds: Mapping[str, float], statuses: Mapping[str, float]
) -> None:
    """Let the labels have these weights, whatever the commitment."""
    tables = {"kinds": {"": dict(kinds)}, "statuses": {"": dict(statuses)}}
    monkeypatch.setattr(reread, "_weights", lambda table: tables[table])


def test_a_clearly_likelier_kind_and_state_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the state the change that goes with it."""
    weigh(monkeypatch, {"materiel": 3, "policy": 0}, {"made": 3, "ongoing": 0})
    (found,) = reread.reread([commitment()], [UNIT])
    assert (found.kind, found.status, found.change) == ("materiel", "fulfilled", "fulfilled")


def test_what_is_hardly_likelier_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules know verbs that no letter for training has."""
    weigh(monkeypatch, {"materiel": 0.1, "policy": 0}, {"made": 0.1, "ongoing": 0})
    assert reread.reread([commitment()], [UNIT]) == [commitment()]


def test_a_change_that_a_verb_tells_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """«Verlengd» is an extension whenever it happened."""
    weigh(monkeypatch, {"policy": 0}, {"made": 3, "ongoing": 0})
    (found,) = reread.reread([commitment(change="extended")], [UNIT])
    assert (found.status, found.change) == ("fulfilled", "extended")


def test_ends_and_stops_and_what_is_vague_are_left_to_the_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No weight makes a commitment end."""
    weigh(monkeypatch, {"mandate-end": 9, "policy": 0}, {"ended": 9, "ongoing": 0})
    assert reread.reread([commitment()], [UNIT]) == [commitment()]
    weigh(monkeypatch, {"materiel": 9}, {"made": 9})
    assert reread.reread([commitment(vague=True)], [UNIT]) == [commitment(vague=True)]


def test_neighbours_and_clause_are_among_what_is_judged_by() -> None:
    """A list of gifts is a list of gifts."""
    first, second = commitment(kind="materiel"), commitment(start=41, end=80)
    _, judged = reread.readings([first, second], [UNIT, Unit(None, 41, 80, frozenset({"money"}))])
    assert {"kind before=materiel", "kind after=None", "money", "kind=policy"} <= judged


@pytest.mark.parametrize("table", ["kinds", "statuses"])
def test_a_table_has_known_labels_an_intercept_and_each_feature_once(table: str) -> None:
    """Chances of the labels sum to one."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [row["feature"] for row in rows]
    assert names[0] == "" and len(names) > 500 and names == sorted(set(names))
    assert sum(reread.probabilities(table, frozenset(names[1:40])).values()) == pytest.approx(1)
    labels = set(rows[0]) - {"feature"}
    known = set(get_args(Kind)) | {"mandate-extension", "mandate-end", "suspension"}
    assert labels <= (known if table == "kinds" else {*reread.STATES, "suspended", "ended"})


STRETCH = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda two: (two[0], sum(two)))


@given(st.lists(STRETCH, max_size=12), STRETCH)
def test_the_clauses_that_touch_a_commitment_are_found_by_their_place(
    places: list[tuple[int, int]], own: tuple[int, int]
) -> None:
    units: list[Any] = [SimpleNamespace(start=start, end=end) for start, end in places]
    commitment: Any = SimpleNamespace(start=own[0], end=own[1])
    touching = [unit for unit in units if unit.start < own[1] and own[0] < unit.end]
    assert reread._Near(units).touching(commitment) == touching
