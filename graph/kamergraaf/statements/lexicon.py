"""The verbs that officials use to undertake, give, decide, stop and report: ``verbs.csv``.

A row has the infinitive (``toe|zeggen`` with a bar after a separable prefix, ``zich`` before a
reflexive verb), the forms that do not follow from it, words that must stand in the clause with it
(``maatregelen`` for «maatregelen nemen»), its sense and an example sentence.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Token

PREFIX_ONLY = frozenset({
    "toe", "voort", "stop", "terug", "deel", "mee", "mede", "vrij", "stil", "kwijt", "vast",
    "samen", "goed", "vorm", "tegemoet", "uiteen", "opnieuw",
})  # fmt: skip
"""Prefixes that are no preposition of their own in today's Dutch: one in the clause is the verb's."""
REFLEXIVES = frozenset({"zich", "ons", "mij", "me"})
POSSESSIVE = frozenset({"det", "nmod:poss"})
TREMA = {"i": "ï", "e": "ë", "u": "ü"}
_VOWELS = "aeiou"
_LONG = {"ë": "ee"}
_VOWEL_STEM = re.compile(r"(^|[^aeiou])(aa|ie|oe)n$")


@dataclass(frozen=True, slots=True)
class Verb:
    """One row of ``verbs.csv``; ``prefix`` is empty for a verb that does not separate."""

    prefix: str
    base: str
    forms: frozenset[str]
    with_: tuple[str, ...]
    reflexive: bool
    sense: str
    example: str

    @property
    def infinitive(self) -> str:
        """The infinitive as one word."""
        return self.prefix + self.base


def _stems(base: str) -> set[str]:
    stem = base.removesuffix("en")
    stems = {stem}
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stems = {stem[:-1]}
    elif len(stem) > 1 and stem[-1] not in _VOWELS and stem[-2] in "aeouë":
        stems.add(stem[:-2] + _LONG.get(stem[-2], 2 * stem[-2]) + stem[-1])
    hard = {"v": "f", "z": "s"}
    return {s[:-1] + hard.get(s[-1], s[-1]) for s in stems} | stems


def conjugate(base: str) -> frozenset[str]:
    """Return the regular forms of a verb without its prefix; some that no one uses among them.

    >>> {"streef", "streeft", "streefde", "gestreefd"} <= conjugate("streven")
    True
    """
    forms = {base}
    if (short := _VOWEL_STEM.search(base)) is not None:
        stem = base.removesuffix("n")
        return frozenset({base, stem.removesuffix("a") if short[2] == "aa" else stem, stem + "t"})
    if not base.endswith("en"):
        return frozenset(forms)
    soft = base.endswith(("ven", "zen"))
    for stem in _stems(base):
        ending = "t" if stem[-1] in "tkfschpx" and not soft else "d"
        last = stem if stem.endswith(ending) else stem + ending
        past = stem + ending + "e"
        forms |= {stem, stem + "t", past, past + "n", last, last + "e"}
        forms |= {"ge" + last, "ge" + last + "e"}
        if last[0] in TREMA:
            forms |= {"ge" + TREMA[last[0]] + last[1:], "ge" + TREMA[last[0]] + last[1:] + "e"}
    return frozenset(forms)


def _parts(infinitive: str) -> tuple[str, str]:
    prefix, _, base = infinitive.removeprefix("zich ").rpartition("|")
    return prefix, base


def _irregular(rows: list[dict[str, str]]) -> dict[str, set[str]]:
    """The irregular forms by verb: they are written once and hold for all rows of the verb."""
    table: dict[str, set[str]] = {}
    for row in rows:
        prefix, base = _parts(row["infinitive"])
        table.setdefault(base, set()).update(f.removeprefix(prefix) for f in row["forms"].split())
    return table


def _row(row: dict[str, str], irregular: dict[str, set[str]]) -> Verb:
    prefix, base = _parts(row["infinitive"])
    return Verb(
        prefix,
        base,
        conjugate(base) | irregular[base],
        tuple(row["with"].lower().split()),
        row["infinitive"].startswith("zich "),
        row["sense"],
        row["example"],
    )


@cache
def verbs() -> tuple[Verb, ...]:
    """Return all verbs, those with more conditions first."""
    path = Path(__file__).parent / "commitments" / "verbs.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    irregular = _irregular(rows)
    return tuple(sorted((_row(r, irregular) for r in rows), key=_condition_count, reverse=True))


def _condition_count(verb: Verb) -> int:
    return 2 * len(verb.with_) + 3 * verb.reflexive + bool(verb.prefix)


@cache
def _by_form() -> dict[str, tuple[Verb, ...]]:
    table: dict[str, list[Verb]] = {}
    for verb in verbs():
        joined = {verb.prefix + f for f in verb.forms} if verb.prefix else set()
        for form in verb.forms | joined | {verb.base, verb.infinitive}:
            table.setdefault(form, []).append(verb)
    return {form: tuple(found) for form, found in table.items()}


def is_form(word: str) -> bool:
    """Tell whether a word can be a form of one of the verbs."""
    return word.lower() in _by_form()


def find_verb(token: Token, clause: Iterable[Token]) -> Verb | None:
    """Return the verb that ``token`` is in this clause, the most specific row that fits.

    A separable verb fits when its prefix is written with it, stands apart in the clause, or is in
    the lemma that the parser gives; a row with other words or ``zich`` fits when they are there.
    """
    lemma = token.lemma_.lower().replace("_", "")
    found = _by_form().get(token.lower_, ()) + _by_form().get(lemma, ())
    if not found:
        return None
    tokens = list(clause)
    words = {t.lower_ for t in tokens}
    reflexive = any(t.lower_ in REFLEXIVES and t.dep_ not in POSSESSIVE for t in tokens)
    fitting = [
        verb
        for verb in sorted(found, key=_condition_count, reverse=True)
        if (reflexive or not verb.reflexive) and words.issuperset(verb.with_)
    ]
    for verb in fitting:
        if not verb.prefix or _has_prefix(verb, token, lemma, words):
            return verb
    return next((verb for verb in fitting if _swallowed(verb.prefix, token)), None)


def _has_prefix(verb: Verb, token: Token, lemma: str, words: set[str]) -> bool:
    if token.lower_.startswith(verb.prefix) and token.lower_[len(verb.prefix) :] in verb.forms:
        return True
    if lemma == verb.infinitive and verb.prefix in words:
        return True
    if any(c.lower_ == verb.prefix and _is_particle(c, token) for c in token.children):
        return True
    if verb.prefix in PREFIX_ONLY and verb.prefix in words:
        return True
    return verb.prefix in words and _stands_apart(verb.prefix, token)


def _is_particle(child: Token, verb: Token) -> bool:
    """Is this child the rest of the verb?  It follows it or, with «te» or an auxiliary between, stands
    shortly before («voordat zij bekend kan maken»); «na» that opens the sentence does neither."""
    adjective = child.pos_ in {"ADJ", "ADV"} and child.dep_ in {"advmod", "xcomp"}
    return (child.dep_ == "compound:prt" or adjective) and child.i >= verb.i - 3


def _stands_apart(prefix: str, token: Token) -> bool:
    """Is there a word ``prefix`` in the sentence that closes the verb's clause or precedes «te»?"""
    for other in token.sent:
        if other.lower_ != prefix or other.i == token.i:
            continue
        follower = other.nbor() if other.i + 1 < len(other.doc) else None
        if follower is not None and follower.lower_ == "dat" and follower.dep_ == "mark":
            return True
        if follower is None or follower.is_punct or follower.lower_ in {"te", "en", "aan", "om"}:
            return other.dep_ != "case" or follower is None or follower.is_punct
    return False


def _swallowed(prefix: str, token: Token) -> bool:
    """Did the parser take the prefix for a preposition of the infinitive that the verb governs?
    («spoorde hen aan meer te leveren»: in «aan meer» the two look alike.)"""
    ends = [
        child.i
        for child in token.children
        if child.dep_ == "xcomp" and any(c.lower_ == "te" for c in child.children)
    ]
    return any(t.lower_ == prefix for t in token.doc[token.i + 1 : max(ends, default=0)])
