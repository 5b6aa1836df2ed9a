"""Contacts that a verb tells: «sprak ik met», «heeft … ontvangen», «heeft er bij … op aangedrongen»."""

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from kamergraaf import iris
from kamergraaf.model import Link, MeetingForm
from kamergraaf.statements.context import Context
from kamergraaf.statements.meetings.occasions import occasions
from kamergraaf.statements.meetings.parties import (
    Counterpart,
    anyone,
    counterparts,
    dutch,
    preposition,
    roles,
)
from kamergraaf.statements.meetings.places import place, said_place
from kamergraaf.statements.meetings.times import YEAR, planned_time, told_time
from kamergraaf.statements.predication import PASSIVE, PERFECT, Predication

CALL = frozenset({
    "telefonisch", "telefoon", "gebeld", "belde", "telefoongesprek", "videogesprek", "videoverbinding",
    "telefonische", "videoconferentie",
})  # fmt: skip
WRITTEN = frozenset({"brief", "brieven", "schriftelijk", "schriftelijke", "e-mail", "nota"})
PRONOUNS = frozenset({"hem", "haar", "hen", "hun", "hij", "zij", "ze"})
RECENT = frozenset({"ogen", "onlangs", "recent", "recentelijk", "kortgeleden"})
FORMS = frozenset({"main", "relative", "adverbial", "complement"})
PRETERITE = ("de", "den", "te", "ten", "acht", "ocht")
IN_PERFECT = frozenset({"mogen", "kunnen", "moeten"})
FUTURE = frozenset({"zullen", "zou", "willen", "kunnen", "moeten", "mogen"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of ``contacts.toml``."""

    verbs: frozenset[str]
    words: frozenset[str]
    before: frozenset[str]
    reach: str
    timed: bool
    ahead: bool
    passive: bool
    groups: bool
    form: MeetingForm


@dataclass(frozen=True, slots=True)
class Contact:
    """Who of the Dutch met whom in a clause."""

    who: tuple[Link, ...]
    others: tuple[Counterpart, ...]
    form: MeetingForm


@cache
def frames() -> tuple[Frame, ...]:
    """Return the ways of telling a contact, in the order of the file."""
    rows = tomllib.loads((Path(__file__).parent / "contacts.toml").read_text("utf-8"))["contact"]
    return tuple(
        Frame(
            frozenset(row["werkwoorden"]),
            frozenset(row.get("woorden", ())),
            frozenset(row["met"]),
            row["wie"],
            bool(row.get("tijd")),
            bool(row.get("gepland")),
            bool(row.get("lijdend")),
            bool(row.get("groep")),
            row["vorm"],
        )
        for row in rows
    )


def contact(
    clause: Predication, context: Context, carried: tuple[Link, ...], dated: bool
) -> Contact | None:
    """Return the contact that a clause tells.

    ``carried`` is who «hij» or «zij» may be; ``dated`` says that the sentences before tell when.
    """
    ahead = planned(clause, context)
    if clause.form not in FORMS or not (told(clause) or ahead):
        return None
    if _only_thought(clause, ahead):
        return None
    tokens = _with_antecedent(clause)
    words = {t.lower_ for t in tokens}
    if WRITTEN & words and not CALL & words:
        return None
    fitting = [f for f in frames() if _says(f, clause, words) and (f.ahead or not ahead)]
    if not fitting:
        return None
    first = [t for t in (clause.agent, clause.subject or _above(clause)) if t is not None]
    who = dutch(tokens, first, context, carried)
    others = _others(clause, tokens, context)
    for frame in fitting:
        found = _with(frame, clause, tokens, others, context)
        timed = ahead or dated or _timed(clause, words, context)
        if found is None or frame.timed and not timed:
            continue
        if ahead and frame.reach in {"nauw", "ruim"} and not any(c.narrow for c in found):
            continue
        sure = who or _nobody(clause, frame, words, found, context)
        if sure:
            return Contact(sure, found, "call" if CALL & words else frame.form)
    return None


def _only_thought(clause: Predication, ahead: bool) -> bool:
    """Tell whether a modal verb keeps a clause from being about what was: not «heb mogen voorzitten»,
    nor «zal … ontvangen» of a named day; «is te spreken over» is about no talk at all."""
    finite = clause.finite.lemma_ if clause.finite is not None else ""
    fact = {"zullen"} if ahead else IN_PERFECT if finite == "hebben" else set()
    verb = clause.head.i > 0 and clause.head.pos_ != "NOUN"
    infinitive = verb and clause.head.nbor(-1).lower_ == "te"
    infinitive = infinitive and not (ahead and _above(clause) is not None)
    return bool(FUTURE & set(clause.modals) - fact) or bool(infinitive and finite in {"zijn", ""})


def told(clause: Predication) -> bool:
    """Tell whether a clause is about what has been: perfect, past, or a form the tagger missed."""
    head = clause.head
    if clause.perfect or clause.past or clause.finite is not None:
        return clause.perfect or clause.past or any(t.lower_ == "geweest" for t in clause.tokens)
    if any(t.lower_ in PERFECT | PASSIVE for t in clause.tokens):
        return "Inf" not in head.morph.get("VerbForm", []) and not clause.modals
    return head.dep_ == "ROOT" and head.lower_.endswith(PRETERITE)


def _above(clause: Predication) -> Token | None:
    """The subject of the clause that an infinitive hangs on: «Ik ben voornemens … te brengen»."""
    if clause.finite is not None or clause.governor is None or clause.form != "complement":
        return None
    return clause.governor.subject


def planned(clause: Predication, context: Context) -> bool:
    """Tell whether a clause is about a day to come: «Op 10 februari ontvang ik …»."""
    if clause.perfect or clause.past or clause.finite is None and _above(clause) is None:
        return False
    return planned_time(clause.start, clause.end, context) is not None


def _with_antecedent(clause: Predication) -> list[Token]:
    """The words of a clause, of a relative one with the noun phrase that it says something of."""
    tokens = list(clause.tokens)
    if clause.form == "relative" and clause.head.head.i < clause.tokens[0].i:
        noun = clause.head.head
        tokens = [t for t in (noun, *noun.children) if t.i < clause.tokens[0].i] + tokens
        tokens += [
            t for c in noun.children if c.dep_ in {"flat", "appos"} for t in (c, *c.children)
        ]
    return sorted(set(tokens), key=lambda t: t.i)


def _others(
    clause: Predication, tokens: Sequence[Token], context: Context
) -> list[Counterpart]:  # fmt: skip
    """The other side; what a relative clause hangs on stands where its pronoun does: «met wie ik»."""
    found = counterparts(tokens, context)
    if clause.form != "relative":
        return found
    pronoun = next((t for t in clause.tokens if t.lower_ in {"die", "wie", "dat"}), None)
    before = preposition(pronoun) if pronoun is not None else ""
    return [replace(c, before=before) if c.token.i < clause.tokens[0].i else c for c in found]


def _says(frame: Frame, clause: Predication, words: set[str]) -> bool:
    names = {clause.head.lemma_}
    if clause.verb is not None:
        names.add(clause.verb.infinitive)
    if clause.head.lemma_ == "laten":
        names |= {c.lemma_ for c in clause.head.children if c.dep_ == "xcomp"}
    if not names & frame.verbs:
        return False
    return not frame.words or any(_is_one(word, frame.words) for word in words)


def _is_one(word: str, listed: Collection[str]) -> bool:
    """Tell whether a word is on a list, or a compound of a noun there: «kennismakingsgesprek»."""
    return word in listed or any(len(each) > 5 and word.endswith(each) for each in listed)


def _with(
    frame: Frame, clause: Predication, tokens: Sequence[Token], others: Sequence[Counterpart],
    context: Context,
) -> tuple[Counterpart, ...] | None:  # fmt: skip
    """Return the other side when it stands where this way of telling puts it."""
    if frame.reach == "plaats":
        there = place(tokens, frame.before, context, adjunct="in" in frame.before)
        there = there or _spot(tokens, frame) or _seen(clause, frame)
        return tuple(c for c in others if c.narrow) if there else None
    if frame.reach == "gelegenheid":
        gathered = any(o.pattern.search(t.lower_) for o in occasions() for t in tokens)
        return tuple(c for c in others if c.narrow) if gathered else None
    found = [c for c in others if c.before in frame.before and _reached(c, frame, clause, context)]
    if frame.reach == "ruim":
        with_them = {"met", "tussen", "en"} if "met" in frame.before else {"bij"}
        found = [c for c in found if c.narrow or c.before in with_them]
    timed = _timed(clause, {t.lower_ for t in tokens}, context)
    if found and (timed or not all(c.country for c in found)):
        return tuple(found)
    if (
        frame.reach == "ruim"
        and "met" in frame.before
        and timed
        and (group := anyone(tokens, context))
    ):
        return group
    pronoun = next((t for t in tokens if t.lower_ in PRONOUNS and t.pos_ == "PRON"), None)
    if pronoun is None or pronoun is clause.subject and not clause.passive:
        return None
    if frame.timed and not {"telefonisch", "ogen"} & {t.lower_ for t in tokens}:
        return None
    return () if preposition(pronoun) in frame.before else None


def _spot(tokens: Sequence[Token], frame: Frame) -> str | None:
    """«heeft de landen bezocht»: a place by a common noun."""
    spots = (t for t in tokens if t.lower_ in roles().spots)
    return next((t.text for t in spots if preposition(t) in frame.before), None)


def _reached(found: Counterpart, frame: Frame, clause: Predication, context: Context) -> bool:
    """Tell whether a way of telling is about those: all behind «met», a body behind «bij» with a day,
    a group that was received on a day."""
    if found.narrow or frame.reach == "ruim":
        return True
    dated = told_time(clause.start, clause.end, context) is not None
    if found.token.lower_ in roles().groups:
        return dated and frame.groups and not found.before and found.token is not clause.subject
    return dated and found.before in {"bij", "tegenover"} and not found.country


def _seen(clause: Predication, frame: Frame) -> str | None:
    """«bezocht vorige week de marinierskazerne»: whatever was visited."""
    if "bezoeken" not in frame.verbs:
        return None
    objects = (c for c in clause.head.children if c.dep_ == "obj" and c.pos_ in {"NOUN", "PROPN"})
    return next((c.text for c in objects), None)


def _timed(clause: Predication, words: set[str], context: Context) -> bool:
    if CALL & words or RECENT & words:
        return True
    return told_time(clause.start, clause.end, context, YEAR) is not None or bool(
        said_place(clause.tokens, context)
    )


def _nobody(
    clause: Predication,
    frame: Frame,
    words: set[str],
    found: Sequence[Counterpart],
    context: Context,
) -> tuple[Link, ...]:
    """«Hierover is op 3 mei met de Turkse ambassadeur gesproken», «er was een gesprek met hem»: without
    agent it is Dutch."""
    if clause.agent is not None or any(c.before == "tussen" for c in found):
        return ()
    talk = clause.subject is None or clause.subject.lower_ in frame.words
    spoken = clause.passive and any(c.before for c in found)
    with_them = "met" in frame.before and (spoken or talk and "tussen" in frame.before)
    if not with_them and not (frame.passive and clause.passive):
        return ()
    if not clause.passive and not (found and all(c.before == "met" for c in found)):
        return ()
    if found and not any(c.narrow or _named_or_group(c, context) for c in found):
        return ()
    dated = told_time(clause.start, clause.end, context) is not None
    return (Link(iris.thing("party", "nederland"), "Nederland"),) if dated else ()


def _named_or_group(found: Counterpart, context: Context) -> bool:
    named = context.entity(found.token) is not None and not found.country
    return named or found.token.lower_ in roles().groups
