"""Whether a found letter says of itself what gold says: date, chamber, papers, signatures, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from kamergraaf.evaluate.attributes import countries
from kamergraaf.evaluate.figures import Tally, compare, share
from kamergraaf.evaluate.names import MissionNames, fold, held_by, same_person

Json = Mapping[str, Any]
LONGEST_INFERRED_DAYS = 92

FACTS = ("date", "chamber", "dossiers", "number", "signatories")


def date_right(gold: Json, found: Json) -> bool:
    """Tell whether the date is right: the stated one, else an inferred stretch that holds gold's.

    The stretch is at most 92 days, both ends counted, and is compared at the precision of gold's
    ``date_inferred``: 10 March to 30 April 2021 holds ``2021-03``.
    """
    if gold["date"]:
        return bool(found["date"] == gold["date"] and found["date_source"] == "stated")
    inferred = gold.get("date_inferred")
    if not inferred or not found["date_earliest"] or not found["date_latest"]:
        return not inferred and not found["date"]
    earliest, latest = found["date_earliest"], found["date_latest"]
    days = (date.fromisoformat(latest) - date.fromisoformat(earliest)).days + 1
    holds = earliest[: len(inferred)] <= inferred <= latest[: len(inferred)]
    marked = bool(found["date_source"] == "inferred")
    return marked and holds and days <= LONGEST_INFERRED_DAYS


def chamber_right(gold: Json, found: Json) -> bool:
    """Tell whether the chamber is right; one that gold infers may be left out or marked inferred."""
    if gold["chamber"]:
        return bool(found["chamber"] == gold["chamber"] and found["chamber_source"] == "stated")
    if found["chamber"] is None:
        return True
    marked = found["chamber_source"] == "inferred"
    return bool(marked and found["chamber"] == gold.get("chamber_inferred"))


def _name_right(gold: Json, found: Json, when: tuple[str | None, str | None]) -> bool:
    name = found["name"]
    if gold["name"]:
        return bool(name and same_person(gold["name"], name) and found["name_source"] == "stated")
    if name is None:
        return True
    earliest, latest = when
    if found["name_source"] != "inferred" or not earliest or not latest:
        return False
    return held_by(gold["office"], name, earliest, latest)


def signatories_right(gold: Json, found: Json) -> bool:
    """Tell whether all signed offices are there, none more, with the names that gold has.

    A name that gold does not have must be marked inferred, and the reference data must say that its
    bearer held the office on the found date.
    """
    when = (found["date_earliest"], found["date_latest"])
    left = list(found["signatories"])
    for signed in gold["signatories"]:
        hit = next((each for each in left if fold(each["office"]) == fold(signed["office"])), None)
        if hit is None or not _name_right(signed, hit, when):
            return False
        left.remove(hit)
    return not left


def letter_facts(gold: Json, found: Json) -> dict[str, bool]:
    """Judge each of ``FACTS``, from the ``letter`` objects of gold and extractor."""
    judges: Sequence[Callable[[Json, Json], bool]] = (
        date_right,
        chamber_right,
        lambda gold, found: set(gold["dossiers"]) == set(found["dossiers"]),
        lambda gold, found: bool(gold["number"] == found["number"]),
        signatories_right,
    )
    return {name: right(gold, found) for name, right in zip(FACTS, judges, strict=True)}


def reference_sets(gold: Json, found: Json) -> tuple[set[str], set[str]]:
    """Return the references expected and found, without those that count neither way.

    One paper filed under several dossiers is numbered in the first: gold's ``accept_also`` and its
    number under another of its ``co_dossiers`` count neither way.
    """
    expected = {each.casefold() for each in gold["references"]}
    neither: set[str] = set()
    for detail in gold.get("references_detail", ()):
        neither |= {each.casefold() for each in detail.get("accept_also", ())}
        numbers = [each.rpartition("-")[2] for each in detail["refs"]]
        for dossier in detail.get("co_dossiers", ()):
            neither |= {dossier.casefold(), *(f"{dossier}-{n}".casefold() for n in numbers)}
    return expected, {each.casefold() for each in found["references"]} - (neither - expected)


def letter_missions(gold: Json, found: Json, missions: MissionNames) -> Tally:
    """Compare the missions named in a letter; one mission listed twice is one too many."""
    expected = missions.required(each["name"] for each in gold["missions"])
    listed = [missions.of_found(each["name"]) for each in found["missions"]]
    claimed = [name for name in listed if name not in missions.optional]
    return Tally(len(expected & set(claimed)), len(claimed), len(expected))


def letter_countries(gold: Json, found: Json) -> Tally:
    """Compare the countries named in a letter, without the Netherlands."""
    listed = countries([each["name"] for each in found["countries"]])
    return compare(countries(gold["countries"]), listed)


def organisations_found(gold: Json, found: Json) -> Tally:
    """Return how many of gold's organisations were found under one of their names.

    «Wereldvoedselprogramma (WFP)» gives two names.
    """
    listed = {fold(each["name"]) for each in found["organisations"]}
    return share(
        not listed.isdisjoint(
            fold(part)
            for form in (each["name"], each.get("long"), *each.get("surface_forms", ()))
            if form
            for part in (form, *re.split(r" \(|\)$", form))
            if part
        )
        for each in gold["organisations"]
    )


def persons_found(gold: Json, found: Json) -> Tally:
    """Return how many of the persons that gold names were found."""
    listed = [each["name"] for each in found["persons"] if each["name"]]
    return share(
        any(same_person(each["name"], name) for name in listed)
        for each in gold["persons"]
        if each["name"]
    )
