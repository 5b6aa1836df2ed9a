"""The verbs that officials use to undertake, give, decide, stop and report: ``verbs.csv``.

A row has the infinitive (``toe|zeggen`` with a bar after a separable prefix, ``zich`` before a
reflexive verb), the forms that do not follow from it, words that must stand in the clause with it
(``maatregelen`` for «maatregelen nemen»), its sense and an example sentence.
"""

import csv
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
TREMA = {"i": "ï", "e": "ë", "u": "ü"}
_VOWELS = "aeiou"


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
    stem = base.removesuffix("en") if base.endswith("en") else base.removesuffix("n")
    stems = {stem}
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stems = {stem[:-1]}
    elif len(stem) > 1 and stem[-1] not in _VOWELS and stem[-2] in "aeou":
        stems.add(stem[:-1] + stem[-2] + stem[-1])
    hard = {"v": "f", "z": "s"}
    return {s[:-1] + hard.get(s[-1], s[-1]) for s in stems} | stems


def conjugate(base: str) -> frozenset[str]:
    """Return the regular forms of a verb without its prefix; some that no one uses among them.

    >>> sorted(f for f in conjugate("steunen") if f.endswith("de"))
    ['gesteunde', 'steunde']
    """
    forms = {base}
    for stem in _stems(base):
        ending = "t" if stem[-1] in "tkfschpx" else "d"
        last = stem if stem.endswith(ending) else stem + ending
        past = stem + ending + "e"
        forms |= {stem, stem + "t", past, past + "n", last, last + "e"}
        forms |= {"ge" + last, "ge" + last + "e"}
        if last[0] in TREMA:
            forms |= {"ge" + TREMA[last[0]] + last[1:], "ge" + TREMA[last[0]] + last[1:] + "e"}
    return frozenset(forms)


def _row(row: dict[str, str]) -> Verb:
    text = row["infinitive"]
    reflexive = text.startswith("zich ")
    prefix, _, base = text.removeprefix("zich ").rpartition("|")
    plain = {f.removeprefix(prefix) for f in row["forms"].split()} if prefix else set()
    forms = conjugate(base) | frozenset(row["forms"].split()) | frozenset(plain)
    with_ = tuple(row["with"].lower().split())
    return Verb(prefix, base, forms, with_, reflexive, row["sense"], row["example"])


@cache
def verbs() -> tuple[Verb, ...]:
    """Return all verbs, those with more conditions first."""
    path = Path(__file__).parent / "commitments" / "verbs.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [_row(row) for row in csv.DictReader(file)]
    return tuple(sorted(rows, key=_condition_count, reverse=True))


def _condition_count(verb: Verb) -> int:
    return 2 * len(verb.with_) + verb.reflexive + bool(verb.prefix)


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
    words = {t.lower_ for t in clause}
    reflexive = bool(words & REFLEXIVES)
    lemma = token.lemma_.lower().replace("_", "")
    found = _by_form().get(token.lower_, ()) + _by_form().get(lemma, ())
    for verb in sorted(found, key=_condition_count, reverse=True):
        if verb.reflexive and not reflexive:
            continue
        if verb.with_ and not all(w in words for w in verb.with_):
            continue
        if verb.prefix and not _has_prefix(verb, token, lemma, words):
            continue
        return verb
    return None


def _has_prefix(verb: Verb, token: Token, lemma: str, words: set[str]) -> bool:
    if token.lower_.startswith(verb.prefix) and token.lower_[len(verb.prefix) :] in verb.forms:
        return True
    if lemma == verb.infinitive and verb.prefix in words:
        return True
    particles = {c.lower_ for c in token.children if c.dep_ == "compound:prt"}
    if verb.prefix in particles:
        return True
    if verb.prefix in PREFIX_ONLY and verb.prefix in words:
        return True
    return verb.prefix in words and _stands_apart(verb.prefix, token)


def _stands_apart(prefix: str, token: Token) -> bool:
    """Is there a word ``prefix`` in the sentence that closes the verb's clause or precedes «te»?"""
    for other in token.sent:
        if other.lower_ != prefix or other.i == token.i:
            continue
        follower = other.nbor() if other.i + 1 < len(other.doc) else None
        if follower is None or follower.is_punct or follower.lower_ in {"te", "en", "aan", "om"}:
            return other.dep_ != "case" or follower is None or follower.is_punct
    return False
