"""The scorer: gold and found letters in, counts and errors out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from kamergraaf.errors import BadData
from kamergraaf.evaluate import facts
from kamergraaf.evaluate.attributes import Judgement, countries, judge
from kamergraaf.evaluate.figures import (
    Calibration,
    Figures,
    Tally,
    calibrate,
    compare,
    share,
)
from kamergraaf.evaluate.gold import check, check_found, nothing_found
from kamergraaf.evaluate.links import NO_LINKS, LinkScore, Side, score_links
from kamergraaf.evaluate.matching import match, traps_taken
from kamergraaf.evaluate.meetings import Meetings, match_meetings, when_right, who_right
from kamergraaf.evaluate.names import MissionNames, mission_names

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Errors:
    """What a letter got wrong; pairs are (gold, found)."""

    missed: tuple[Json, ...]
    spurious: tuple[Json, ...]
    traps: tuple[tuple[Json, Json], ...]
    wrong: tuple[tuple[Json, Json, tuple[str, ...]], ...]
    """Matched core commitments with the names of the attributes that are not right."""
    facts: tuple[tuple[str, Any, Any], ...]
    """Facts of the letter, references, missions and countries: name, gold, found."""
    meetings: Meetings
    broken_quotes: tuple[Json, ...]
    links: LinkScore = NO_LINKS


@dataclass(frozen=True, slots=True)
class Outcome:
    """A core commitment of gold: whether it was found, and with all attributes of a full fact."""

    gold: Json
    found: bool
    full: bool


@dataclass(frozen=True, slots=True)
class LetterScore:
    """The figures and errors of one letter, and (confidence, right) of each counted commitment."""

    file: str
    text: str
    figures: Figures
    judged: tuple[tuple[float, bool], ...]
    errors: Errors
    outcomes: tuple[Outcome, ...]
    phenomena: tuple[str, ...]
    side: Side
    by_rule: tuple[tuple[str, bool], ...] = ()
    """The rule of each counted commitment and meeting, and whether gold has it."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of all letters and their sum."""

    letters: tuple[LetterScore, ...]
    total: Figures
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class _Commitments:
    core: int
    pairs: tuple[tuple[Json, Json, Judgement], ...]
    missed: tuple[Json, ...]
    spurious: tuple[Json, ...]
    traps: tuple[tuple[Json, Json], ...]
    matched: Mapping[str, str]
    neutral: frozenset[str]


def score(gold: Sequence[Json], found: Sequence[Json]) -> Scores:
    """Score objects as ``kamergraaf extract`` prints them against gold letters.

    Letters belong together by file name.  A gold letter that was not extracted counts as one in which
    nothing was found; an extracted letter without gold is left out.  Raises ``BadData`` when one does
    not have its form or two have one file name.
    """
    by_file: dict[str, Json] = {}
    for each in found:
        check_found(each)
        name = PurePath(each["letter"]["file"]).name
        if name in by_file:
            raise BadData(f"extract output: two letters called {name}; extract each file once")
        by_file[name] = each
    for each in gold:
        check(each, str(each.get("letter", {}).get("file")))
    letters = _linked(
        [
            score_letter(
                each, by_file.get(PurePath(each["letter"]["file"]).name, nothing_found(each))
            )
            for each in gold
        ]
    )
    judged = [each for letter in letters for each in letter.judged]
    total = sum((letter.figures for letter in letters), Figures())
    return Scores(letters, total, calibrate(judged))


def _linked(letters: Sequence[LetterScore]) -> tuple[LetterScore, ...]:
    """Add the scores of links, which need all letters, to each letter."""
    return tuple(
        replace(
            letter,
            figures=replace(letter.figures, links=each.pairs, link_relations=each.relations),
            errors=replace(letter.errors, links=each),
        )
        for letter, each in zip(letters, score_links([one.side for one in letters]), strict=True)
    )


def rule_counts(scores: Scores) -> dict[str, tuple[int, int]]:
    """Return for each rule how many of its commitments gold has, and how many were counted."""
    counts: dict[str, tuple[int, int]] = {}
    for rule, right in (each for letter in scores.letters for each in letter.by_rule):
        was, of = counts.get(rule, (0, 0))
        counts[rule] = (was + right, of + 1)
    return dict(sorted(counts.items()))


def score_letter(gold: Json, found: Json) -> LetterScore:
    """Score one letter, all but its links to other letters."""
    names = mission_names(gold, found)
    done = _commitments(gold, found, names)
    meetings = match_meetings(gold["meetings"], found["meetings"])
    quoted = [*found["commitments"], *found["meetings"]]
    text = found["letter"]["text"]
    whole = [text[each["start"] : each["end"]] == each["quote"] for each in quoted]
    figures = _figures(gold, found, names, done, meetings, whole)
    errors = Errors(
        missed=done.missed,
        spurious=done.spurious,
        traps=done.traps,
        wrong=tuple((g, f, each.wrong()) for g, f, each in done.pairs if each.wrong()),
        facts=_wrong_facts(gold, found, names),
        meetings=meetings,
        broken_quotes=tuple(each for each, right in zip(quoted, whole, strict=True) if not right),
    )
    judged = [(float(f["confidence"]), True) for _, f, _ in done.pairs]
    judged += [(float(each["confidence"]), False) for each in done.spurious]
    by_rule = [(str(f.get("rule")), True) for _, f, _ in done.pairs]
    by_rule += [(str(each.get("rule")), False) for each in done.spurious]
    by_rule += [(f"gelegenheid-{f.get('form')}", True) for _, f in meetings.pairs]
    by_rule += [(f"gelegenheid-{each.get('form')}", False) for each in meetings.spurious]
    outcomes = [Outcome(g, found=True, full=each.full) for g, _, each in done.pairs]
    outcomes += [Outcome(each, found=False, full=False) for each in done.missed]
    file = str(gold["letter"]["file"])
    return LetterScore(
        file=file,
        text=text,
        figures=figures,
        judged=tuple(judged),
        errors=errors,
        outcomes=tuple(outcomes),
        phenomena=tuple(gold.get("phenomena", ())),
        side=Side(PurePath(file).stem, gold, found, done.matched, done.neutral),
        by_rule=tuple(by_rule),
    )


def commitment_pairs(gold: Json, found: Json) -> list[tuple[Json, Json]]:
    """Return the core commitments of gold that are found, each with what is found."""
    pairs = _commitments(gold, found, mission_names(gold, found)).pairs
    return [(expected, claimed) for expected, claimed, _ in pairs]


def _commitments(gold: Json, found: Json, names: MissionNames) -> _Commitments:
    expected: Sequence[Json] = gold["commitments"]
    claimed = [each for each in found["commitments"] if not each["vague"]]
    judgements = {
        (g, f): judge(expected[g], claimed[f], names)
        for g in range(len(expected))
        for f in range(len(claimed))
    }
    quotes = [each["quote"] for each in claimed]
    matching = match(
        [
            (each["quote"], *each.get("restated_in", ()), *each.get("other_quotes", ()))
            for each in expected
        ],
        quotes,
        lambda g, f: -len(judgements[g, f].wrong()),
    )
    traps = gold["not_commitments"]
    taken = traps_taken([each["quote"] for each in traps], quotes, matching)
    matched = {g for g, _ in matching.pairs}
    return _Commitments(
        core=sum(each["core"] for each in expected),
        pairs=tuple(
            (expected[g], claimed[f], judgements[g, f])
            for g, f in matching.pairs
            if expected[g]["core"]
        ),
        missed=tuple(each for g, each in enumerate(expected) if each["core"] and g not in matched),
        spurious=tuple(claimed[f] for f in matching.rest),
        traps=tuple((traps[t], claimed[f]) for t, f in taken),
        matched={claimed[f]["id"]: expected[g]["id"] for g, f in matching.pairs},
        neutral=frozenset(
            [each["id"] for each in found["commitments"] if each["vague"]]
            + [claimed[f]["id"] for f in matching.again]
        ),
    )


def _figures(
    gold: Json,
    found: Json,
    names: MissionNames,
    done: _Commitments,
    meetings: Meetings,
    whole: list[bool],
) -> Figures:
    judgements = [each for _, _, each in done.pairs]
    counted = len(done.pairs) + len(done.spurious)
    right = facts.letter_facts(gold["letter"], found["letter"])
    who = [who_right(g, f) for g, f in meetings.pairs]
    when = [when_right(g, f) for g, f in meetings.pairs]
    met = len(meetings.pairs) + len(meetings.spurious)
    to_meet = len(meetings.pairs) + len(meetings.missed)
    traps = len(gold["not_commitments"])
    return Figures(
        commitments=Tally(len(done.pairs), counted, done.core),
        full_facts=Tally(sum(each.full for each in judgements), counted, done.core),
        traps=Tally(len(done.traps), traps, traps),
        actor=share(each.actor for each in judgements if each.actor is not None),
        kind=share(each.kind for each in judgements),
        status=share(each.status for each in judgements),
        change=share(each.change for each in judgements if each.change is not None),
        missions=sum((each.missions for each in judgements), Tally()),
        countries=sum((each.countries for each in judgements), Tally()),
        amounts=sum((each.amounts for each in judgements), Tally()),
        people=sum((each.people for each in judgements), Tally()),
        dates=sum((each.dates for each in judgements), Tally()),
        conditions=sum((each.conditions for each in judgements), Tally()),
        **{name: share([flag]) for name, flag in right.items()},
        references=compare(*facts.reference_sets(gold["letter"], found["letter"])),
        letter_missions=facts.letter_missions(gold, found, names),
        letter_countries=facts.letter_countries(gold, found),
        organisations=facts.organisations_found(gold, found),
        persons=facts.persons_found(gold, found),
        meetings=Tally(len(meetings.pairs), met, to_meet),
        meeting_who=share(who),
        meeting_date=share(when),
        full_meetings=Tally(sum(map(all, zip(who, when, strict=True))), met, to_meet),
        quotes=share(whole),
    )


def _wrong_facts(gold: Json, found: Json, names: MissionNames) -> tuple[tuple[str, Any, Any], ...]:
    says, claims = gold["letter"], found["letter"]
    sources = {
        "date": (
            says["date"] or says.get("date_inferred"),
            [claims[key] for key in ("date", "date_earliest", "date_latest", "date_source")],
        ),
        "chamber": (says["chamber"], [claims["chamber"], claims["chamber_source"]]),
    }
    wrong = [
        (name, *sources.get(name, (says[name], claims[name])))
        for name, right in facts.letter_facts(says, claims).items()
        if not right
    ]
    named = {
        "references": facts.reference_sets(says, claims),
        "missions": (
            names.required(each["name"] for each in gold["missions"]),
            names.claimed(each["name"] for each in found["missions"]),
        ),
        "countries": (
            countries(gold["countries"]),
            countries([each["name"] for each in found["countries"]]),
        ),
    }
    for name, (expected, claimed) in named.items():
        if expected != claimed:
            wrong.append((name, sorted(expected - claimed), sorted(claimed - expected)))
    return tuple(wrong)
