"""Every figure is known: one error is planted in a perfect result, and one figure moves."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields
from typing import Any

import pytest

from kamergraaf.errors import BadData
from kamergraaf.evaluate import score
from kamergraaf.evaluate.figures import Figures, Tally

Json = dict[str, Any]
SPURIOUS = "Er wordt in Brussel veel gesproken over de toekomst van de Unie"

PERFECT = Figures(
    commitments=Tally(4, 4, 4),
    full_facts=Tally(4, 4, 4),
    traps=Tally(0, 2, 2),
    actor=Tally(4, 4, 4),
    kind=Tally(4, 4, 4),
    status=Tally(4, 4, 4),
    change=Tally(1, 1, 1),
    missions=Tally(3, 3, 3),
    countries=Tally(4, 4, 4),
    amounts=Tally(1, 1, 1),
    people=Tally(1, 1, 1),
    dates=Tally(1, 1, 1),
    conditions=Tally(1, 1, 1),
    date=Tally(1, 1, 1),
    chamber=Tally(1, 1, 1),
    dossiers=Tally(1, 1, 1),
    number=Tally(1, 1, 1),
    signatories=Tally(1, 1, 1),
    references=Tally(2, 2, 2),
    letter_missions=Tally(2, 2, 2),
    letter_countries=Tally(2, 2, 2),
    organisations=Tally(2, 2, 2),
    persons=Tally(1, 1, 1),
    meetings=Tally(1, 1, 1),
    meeting_who=Tally(1, 1, 1),
    meeting_date=Tally(1, 1, 1),
    full_meetings=Tally(1, 1, 1),
    quotes=Tally(7, 7, 7),
)


def changes(brief: Json, found: Json) -> Json:
    """Return the figures that differ from the perfect ones, as (right, found, expected)."""
    figures = score([brief], [found]).total
    differing = {}
    for field in fields(Figures):
        tally = getattr(figures, field.name)
        if tally != getattr(PERFECT, field.name):
            differing[field.name] = (tally.right, tally.found, tally.expected)
    return differing


def add_commitment(found: Json, quote: str, **more: Any) -> None:
    """Append a commitment that stands in the text."""
    letter = found["letter"]
    start = len(letter["text"]) + 1
    letter["text"] += f"\n{quote}"
    terms: Json = {"missions": [], "countries": [], "amounts": [], "personnel": []}
    extra = {**found["commitments"][-1], **terms, "quote": quote, "start": start}
    found["commitments"].append({**extra, "end": start + len(quote), **more})


def put(*path: Any) -> Callable[[Json], None]:
    """Return an error that puts the last of ``path`` where the others lead."""

    def plant(found: Json) -> None:
        place: Any = found
        for step in path[:-2]:
            place = place[step]
        place[path[-2]] = path[-1]

    return plant


def drop(*path: Any) -> Callable[[Json], None]:
    """Return an error that leaves out what is at the end of ``path``."""

    def plant(found: Json) -> None:
        place: Any = found
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return plant


def grow(*path: Any) -> Callable[[Json], None]:
    """Return an error that adds the last of ``path`` to the list where the others lead."""

    def plant(found: Json) -> None:
        place: Any = found
        for step in path[:-1]:
            place = place[step]
        place.append(path[-1])

    return plant


def extra(quote: str, **more: Any) -> Callable[[Json], None]:
    """Return an error that adds a commitment."""
    return lambda found: add_commitment(found, quote, **more)


RESTATED = "De Nederlandse bijdrage met militairen in Kaboel is dus voortgezet."
TRAP = "Duitsland verlengt zijn mandaat in Irak met een jaar"
C1 = "Het kabinet heeft besloten maximaal 160 militairen te leveren aan Resolute Support"
QUOTE_MORE = {"quotes": (8, 8, 8)}
NOT_FULL = {"full_facts": (3, 4, 4)}

PLANTED: dict[str, tuple[Callable[[Json], None], Json]] = {
    "core missed": (
        drop("commitments", 0),
        {
            "commitments": (3, 3, 4),
            "full_facts": (3, 3, 4),
            "actor": (3, 3, 3),
            "kind": (3, 3, 3),
            "status": (3, 3, 3),
            "missions": (2, 2, 2),
            "countries": (3, 3, 3),
            "people": (0, 0, 0),
            "dates": (0, 0, 0),
            "conditions": (0, 0, 0),
            "quotes": (6, 6, 6),
        },
    ),
    "not core missed": (drop("commitments", 4), {"quotes": (6, 6, 6)}),
    "spurious": (
        extra(SPURIOUS),
        {"commitments": (4, 5, 4), "full_facts": (4, 5, 4), **QUOTE_MORE},
    ),
    "trap taken": (
        extra(TRAP),
        {"commitments": (4, 5, 4), "full_facts": (4, 5, 4), "traps": (1, 2, 2), **QUOTE_MORE},
    ),
    "vague spurious": (extra(SPURIOUS, vague=True), QUOTE_MORE),
    "vague trap": (extra(TRAP, vague=True), QUOTE_MORE),
    "second hit": (extra(C1), QUOTE_MORE),
    "restated": (extra(RESTATED), QUOTE_MORE),
    "core marked vague": (
        put("commitments", 1, "vague", True),
        {
            "commitments": (3, 3, 4),
            "full_facts": (3, 3, 4),
            "actor": (3, 3, 3),
            "kind": (3, 3, 3),
            "status": (3, 3, 3),
            "change": (0, 0, 0),
            "countries": (3, 3, 3),
            "amounts": (0, 0, 0),
        },
    ),
    "wrong kind": (put("commitments", 0, "kind", "financial"), {"kind": (3, 4, 4), **NOT_FULL}),
    "exercise for personnel": (put("commitments", 0, "kind", "exercise"), {}),
    "wrong status": (
        put("commitments", 1, "status", "announced"),
        {"status": (3, 4, 4), **NOT_FULL},
    ),
    "decided goes by modality": (put("commitments", 0, "status", "announced"), {}),
    "not decided": (
        put("commitments", 0, "modality", "reported"),
        {"status": (3, 4, 4), **NOT_FULL},
    ),
    "accepted status": (put("commitments", 3, "status", "announced"), {}),
    "accepted kind": (put("commitments", 2, "kind", "training"), {}),
    "wrong actor": (put("commitments", 1, "actor", "Minister van Defensie"), {"actor": (3, 4, 4)}),
    "no actor": (put("commitments", 1, "actor", None), {"actor": (3, 4, 4)}),
    "another name of the state": (put("commitments", 1, "actor", "Nederland"), {}),
    "accepted actor": (put("commitments", 2, "actor", "de Minister van Defensie"), {}),
    "wrong change": (put("commitments", 1, "change", "ended"), {"change": (0, 1, 1)}),
    "accepted change": (put("commitments", 1, "change", "restated"), {}),
    "change of what changes nothing": (put("commitments", 0, "change", "extended"), {}),
    "accepted mission": (grow("commitments", 0, "missions", "NMI"), {}),
    "accepted mission for the right one": (
        put("commitments", 0, "missions", ["NMI"]),
        {"missions": (2, 2, 3), **NOT_FULL},
    ),
    "accepted country": (grow("commitments", 1, "countries", "Irak"), {}),
    "accepted country for the right one": (
        put("commitments", 1, "countries", ["Irak"]),
        {"countries": (3, 3, 4)},
    ),
    "wrong date of a commitment": (
        put("commitments", 0, "dates", 0, "value", "2021-10"),
        {"dates": (0, 1, 1)},
    ),
    "wrong role of a date": (
        put("commitments", 0, "dates", 0, "role", "start"),
        {"dates": (0, 1, 1)},
    ),
    "condition missed": (put("commitments", 0, "conditions", []), {"conditions": (0, 0, 1)}),
    "condition too many": (
        grow("commitments", 3, "conditions", "als de NAVO daartoe besluit"),
        {"conditions": (1, 2, 1)},
    ),
    "condition quoted with a word more": (
        put("commitments", 0, "conditions", ["en mits het vliegveld van Kaboel open blijft"]),
        {},
    ),
    "mission missed": (
        put("commitments", 2, "missions", []),
        {"missions": (2, 2, 3), **NOT_FULL},
    ),
    "mission too many": (
        grow("commitments", 1, "missions", "NMI"),
        {"missions": (3, 4, 3), **NOT_FULL},
    ),
    "optional mission": (grow("commitments", 1, "missions", "EU-missies"), {}),
    "body that may be a mission": (grow("commitments", 1, "missions", "ICOI"), {}),
    "mission by surface form": (
        put("commitments", 2, "missions", ["NATO Mission Iraq"]),
        {},
    ),
    "country missed": (put("commitments", 1, "countries", []), {"countries": (3, 3, 4)}),
    "country too many": (
        grow("commitments", 1, "countries", "Pakistan"),
        {"countries": (4, 5, 4)},
    ),
    "the Netherlands": (grow("commitments", 1, "countries", "Nederland"), {}),
    "wrong sum": (
        put("commitments", 1, "amounts", 0, "value", 2000000),
        {"amounts": (0, 1, 1), **NOT_FULL},
    ),
    "wrong currency": (
        put("commitments", 1, "amounts", 0, "currency", "USD"),
        {"amounts": (0, 1, 1), **NOT_FULL},
    ),
    "wrong period": (
        put("commitments", 1, "amounts", 0, "per", None),
        {"amounts": (0, 1, 1), **NOT_FULL},
    ),
    "joint total is not compared": (
        grow(
            "commitments", 1, "amounts",
            {"value": 7, "currency": "EUR", "scope": "joint-total", "per": None},
        ),
        {},
    ),
    "sum too many": (
        grow(
            "commitments", 1, "amounts",
            {"value": 7, "currency": "EUR", "scope": "dutch-share", "per": None},
        ),
        {"amounts": (1, 2, 1), **NOT_FULL},
    ),
    "accepted sum": (
        grow(
            "commitments", 1, "amounts",
            {"value": 5000000, "currency": "EUR", "scope": "dutch-share", "per": None},
        ),
        {},
    ),
    "accepted sum for the right one": (
        put("commitments", 1, "amounts", 0, "value", 5000000),
        {"amounts": (0, 0, 1), **NOT_FULL},
    ),
    "accepted sum twice": (
        put(
            "commitments", 1, "amounts",
            [
                {"value": value, "currency": "EUR", "scope": "dutch-share", "per": "year"}
                for value in (20000000, 5000000, 5000000)
            ],
        ),
        {"amounts": (1, 2, 1), **NOT_FULL},
    ),
    "accepted head count": (
        grow("commitments", 0, "personnel", {"value": 120, "qualifier": "max"}),
        {},
    ),
    "accepted head count, wrong qualifier": (
        grow("commitments", 0, "personnel", {"value": 120, "qualifier": "min"}),
        {"people": (1, 2, 1), **NOT_FULL},
    ),
    "wrong head count": (
        put("commitments", 0, "personnel", 0, "value", 16),
        {"people": (0, 1, 1), **NOT_FULL},
    ),
    "wrong qualifier": (
        put("commitments", 0, "personnel", 0, "qualifier", "exact"),
        {"people": (0, 1, 1), **NOT_FULL},
    ),
    "wrong date": (put("letter", "date", "2021-06-19"), {"date": (0, 1, 1)}),
    "stated date marked inferred": (put("letter", "date_source", "inferred"), {"date": (0, 1, 1)}),
    "wrong chamber": (put("letter", "chamber", "EK"), {"chamber": (0, 1, 1)}),
    "dossier too many": (grow("letter", "dossiers", "29521"), {"dossiers": (0, 1, 1)}),
    "wrong number": (put("letter", "number", None), {"number": (0, 1, 1)}),
    "signatory missed": (drop("letter", "signatories", 0), {"signatories": (0, 1, 1)}),
    "signatory too many": (
        grow(
            "letter", "signatories",
            {"office": "Minister van Buitenlandse Zaken", "name": None, "name_source": None},
        ),
        {"signatories": (0, 1, 1)},
    ),
    "wrong office": (
        put("letter", "signatories", 0, "office", "Minister van Financiën"),
        {"signatories": (0, 1, 1)},
    ),
    "wrong name": (
        put("letter", "signatories", 0, "name", "K.H. Ollongren"),
        {"signatories": (0, 1, 1)},
    ),
    "reference missed": (drop("letter", "references", 0), {"references": (1, 1, 2)}),
    "reference too many": (grow("letter", "references", "27925-1"), {"references": (2, 3, 2)}),
    "accepted reference": (grow("letter", "references", "33694-363"), {}),
    "co-dossier": (grow("letter", "references", "33694"), {}),
    "letter mission missed": (drop("missions", 0), {"letter_missions": (1, 1, 2)}),
    "letter mission twice": (
        grow("missions", {"name": "Resolute Support", "surface_forms": []}),
        {"letter_missions": (2, 3, 2)},
    ),
    "unknown mission too many": (
        grow("missions", {"name": "Barkhane", "surface_forms": []}),
        {"letter_missions": (2, 3, 2)},
    ),
    "optional letter mission missed": (drop("missions", 2), {}),
    "letter country missed": (drop("countries", 1), {"letter_countries": (1, 1, 2)}),
    "letter country too many": (grow("countries", {"name": "Iran"}), {"letter_countries": (2, 3, 2)}),
    "organisation missed": (drop("organisations", 0), {"organisations": (1, 2, 2)}),
    "person missed": (drop("persons", 0), {"persons": (0, 1, 1)}),
    "meeting missed": (
        drop("meetings", 0),
        {
            "meetings": (0, 0, 1),
            "meeting_who": (0, 0, 0),
            "meeting_date": (0, 0, 0),
            "full_meetings": (0, 0, 1),
            "quotes": (6, 6, 6),
        },
    ),
    "meeting of others missed": (drop("meetings", 1), {"quotes": (6, 6, 6)}),
    "wrong party": (
        put("meetings", 0, "who", ["Minister van Financiën"]),
        {"meeting_who": (0, 1, 1), "full_meetings": (0, 1, 1)},
    ),
    "wrong meeting date": (
        put("meetings", 0, "date", "2021-06-15"),
        {"meeting_date": (0, 1, 1), "full_meetings": (0, 1, 1)},
    ),
    "meeting date with both days": (put("meetings", 0, "date", "2021-06-14/2021-06-15"), {}),
    "shifted quote": (put("commitments", 0, "start", 1), {"quotes": (6, 7, 7)}),
}  # fmt: skip


def test_perfect_output_of_the_small_letter(brief: Json, found: Json) -> None:
    assert score([brief], [found]).total == PERFECT


def test_many_errors_are_planted() -> None:
    assert len([name for name, (_, moved) in PLANTED.items() if moved]) >= 25


@pytest.mark.parametrize("name", PLANTED)
def test_planted_error_moves_exactly_its_figures(name: str, brief: Json, found: Json) -> None:
    plant, moved = PLANTED[name]
    plant(found)
    assert changes(brief, found) == moved


def test_attributes_of_commitments_that_are_not_core_count_neither_way(
    brief: Json, found: Json
) -> None:
    found["commitments"][4].update(kind="financial", status="ended", missions=["RSM"], actor=None)
    assert changes(brief, found) == {}


def test_real_gold_was_found(real_gold: Json) -> None:
    assert len(real_gold["commitments"]) >= 5


def test_perfect_output_is_perfect_on_each_gold_file(
    real_gold: Json, to_found: Callable[[Json], Json]
) -> None:
    figures = score([real_gold], [to_found(real_gold)]).total
    values = {field.name: getattr(figures, field.name).f1 for field in fields(Figures)}
    assert values.pop("traps") == 0.0
    assert {name: value for name, value in values.items() if value not in (1.0, None)} == {}
    assert values["commitments"] == values["full_facts"] == 1.0


def test_nothing_found_recalls_nothing(real_gold: Json) -> None:
    figures = score([real_gold], []).total
    assert (figures.commitments.found, figures.commitments.recall) == (0, 0.0)
    assert figures.traps.right == 0
    assert figures.letter_countries.recall == 0.0


def test_letters_are_paired_by_file_name_and_added_up(brief: Json, found: Json) -> None:
    other, missed = deepcopy(brief), deepcopy(found)
    other["letter"]["file"] = "andere.txt"
    missed["letter"]["file"] = "map/andere.txt"
    del missed["commitments"][0]
    scores = score([brief, other], [missed, found])
    assert [letter.figures.commitments for letter in scores.letters] == [
        Tally(4, 4, 4),
        Tally(3, 3, 4),
    ]
    assert scores.total.commitments == Tally(7, 7, 8)


def test_two_found_letters_of_one_name_are_refused(brief: Json, found: Json) -> None:
    with pytest.raises(BadData, match=r"two letters called brief\.txt"):
        score([brief], [found, found])
