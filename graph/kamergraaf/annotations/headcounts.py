"""Numbers of people that the Netherlands sends or employs, with their role.

The roles are in ``personnel.csv``; victims, refugees and inhabitants are none of them.  People of
other states («49 Ivoriaanse militairen») and those to whom something is done (trained, killed,
arrested: ``headcounts.toml``) are left out.  A letter's foreign subject («Duitsland levert 650
militairen») is not seen here: whose people they are is for the statements to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kamergraaf.annotations.numbers import Number, find_numbers, read_number
from kamergraaf.annotations.personnel import (
    counts_alone,
    data,
    is_other_country,
    is_other_states,
    is_people,
    is_person,
)
from kamergraaf.annotations.qualifiers import qualifier_of
from kamergraaf.model import Headcount

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 8
_WOMEN = ("vrouwen", "mannen")


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with the tokens of its role: from the first word after it up to the noun."""

    number: Number
    words: tuple[Token, ...] = ()
    end: int = 0


def find_headcounts(doc: Doc) -> tuple[Headcount, ...]:
    """Return the headcounts of a letter in text order.

    Of a range («80 à 90 man») and a change («van 6 naar 15 personen») both numbers are given, with
    the role that they share.  A part without role («waarvan acht») has ``role`` ``None``.
    """
    return _Finder(doc).find()


class _Finder:
    """Walks the numbers of one Doc from the last to the first: a role stands after its numbers."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.starts = {token.idx: token.i for token in doc}

    def find(self) -> tuple[Headcount, ...]:
        numbers = [n for n in find_numbers(self.text) if self._possible(n)]
        found: list[_Count] = []
        after: _Count | None = None
        for number in reversed(numbers):
            count = self._with_role(number) or self._sharing(number, after)
            after = count if count is not None else None
            if count is not None:
                found.append(count)
        taken = {c.number.start for c in found}
        articles = [c for c in self._articles() if c.number.start not in taken]
        counts = sorted([*found, *articles], key=lambda c: c.number.start)
        return tuple(self._headcount(c) for c in self._with_parts(counts, numbers))

    def _possible(self, number: Number) -> bool:
        whole = number.value == number.value.to_integral_value()
        return whole and 0 < number.value <= data()["largest"] and number.scale < 1_000_000

    def _next_token(self, offset: int) -> Token | None:
        """Return the first token at or after an offset."""
        while offset < len(self.text):
            if offset in self.starts:
                return self.doc[self.starts[offset]]
            offset += 1
        return None

    def _with_role(self, number: Number) -> _Count | None:
        """Return the number with the role that follows it, if one does."""
        first = self._next_token(self._past_repetition(number))
        if first is None:
            return None
        words = _role(first, person=number.value == 1)
        if not words or not _ours(words):
            return None
        return _Count(number, words, words[-1].idx + len(words[-1]))

    def _past_repetition(self, number: Number) -> int:
        """Return the offset after a number, past the same number in brackets («twee (2)»)."""
        again = re.compile(r"\s?\(([^()]{1,20})\)").match(self.text, number.end)
        return again.end() if again and read_number(again[1]) == number.value else number.end

    def _sharing(self, number: Number, after: _Count | None) -> _Count | None:
        """Return the number with the role of the one after it, to which a word joins it."""
        if after is None:
            return None
        between = self.text[number.end : after.number.start].strip().lower()
        changes = {entry["form"] for entry in data()["changes"]}
        if between in changes or (number.bound == "low" and after.number.bound == "high"):
            return _Count(number, after.words, number.end)
        return None

    def _articles(self) -> list[_Count]:
        """Return the counts of one by an article: «een stafofficier», «de laatste stafofficier»."""
        found = []
        for token in self.doc[:-1]:
            if token.lower_ not in ("een", "de", "het"):
                continue
            words = _role(self.doc[token.i + 1], person=True)
            if words and _ours(words) and _is_one(token, words):
                end = words[-1].idx + len(words[-1])
                number = Number(token.idx, token.idx + len(token), token.text, Decimal(1))
                found.append(_Count(number, words, end))
        return found

    def _with_parts(self, counts: list[_Count], numbers: list[Number]) -> list[_Count]:
        """Add the numbers without role that are parts of a count before them in the sentence."""
        known = {c.number.start: c for c in counts}
        whole: int | None = None
        in_parts = False
        both = sorted({*known, *(n.start for n in numbers)})
        by_start = {n.start: n for n in numbers}
        for start in both:
            sentence = self.doc[self._token_at(start)].sent.start
            if sentence != whole:
                in_parts = False
            if start in known:
                whole = sentence
                in_parts = in_parts or self._opens_part(start)
                continue
            part = self._part(by_start[start], in_parts) if sentence == whole else None
            if part is not None:
                known[start] = part
                in_parts = True
        return [known[start] for start in sorted(known)]

    def _token_at(self, offset: int) -> int:
        while offset not in self.starts:
            offset -= 1
        return self.starts[offset]

    def _opens_part(self, start: int) -> bool:
        """Whether «waarvan» or the like stands before an offset."""
        forms = "|".join(entry["form"] for entry in data()["parts"])
        left = self.text[max(start - 30, 0) : start]
        return bool(re.search(rf"\b(?:{forms})(?: \w+)?\s$", left, re.IGNORECASE))

    def _part(self, number: Number, in_parts: bool) -> _Count | None:
        opened = self._opens_part(number.start)
        listed = in_parts and re.search(
            r"(?:,| en)\s$", self.text[max(number.start - 5, 0) : number.start]
        )
        after = self._next_token(number.end)
        if not (opened or listed) or after is None:
            return None
        if opened and after.lower_ in _WOMEN:
            return _Count(number, (after,), after.idx + len(after))
        ends = after.is_punct and self.text[number.end : after.idx] == ""
        if ends or after.is_space or (after.pos_ in ("ADP", "AUX") and after.idx > number.end):
            return _Count(number, (), number.end)
        return None

    def _headcount(self, count: _Count) -> Headcount:
        number = count.number
        end = max(count.end, number.end)
        return Headcount(
            start=number.start,
            end=end,
            quote=self.text[number.start : end],
            value=int(number.value),
            qualifier=qualifier_of(self.text, number.start, end, number),
            role=_as_written(self.text, count.words),
        )


def _role(first: Token, person: bool) -> tuple[Token, ...]:
    """Return the tokens from ``first`` to a noun for people, when nothing else stands between."""
    doc = first.doc
    is_role = is_person if person else is_people
    words: list[Token] = []
    for token in doc[first.i : first.i + _REACH]:
        words.append(token)
        # In «een militair adviseur» the first word for a person is an adjective.
        further = token.i + 1 < len(doc) and is_role(doc[token.i + 1].text)
        if is_role(token.text):
            if not further:
                return (*words, *_more(token, person))
        elif not _modifies(token, words[:-1]):
            break
    return ()


def _modifies(token: Token, before: list[Token]) -> bool:
    """Whether a token can stand between a number and its noun."""
    if token.is_space or token.is_sent_start and before:
        return False
    joined = bool(before) and before[-1].text.endswith("-")
    if token.lower_ in ("en", "of", "/", ","):
        return joined or bool(before) and before[-1].pos_ == "ADJ"
    if token.is_punct:
        return token.text.endswith("-")
    if token.lower_ in data()["modifiers"] or token.lower_ in data()["plain"]:
        return True
    if token.text.endswith("-") or "prenom" in token.tag_:
        return "VNW" not in token.tag_ and "LID" not in token.tag_
    return token.pos_ in ("ADJ", "PROPN", "X") or token.is_title and token.pos_ == "NOUN"


def _more(noun: Token, person: bool) -> tuple[Token, ...]:
    """Return what belongs to the role after its noun: «van justitie», «en politieagenten»."""
    doc = noun.doc
    for tail in data()["tails"]:
        words = tail.split()
        after = doc[noun.i + 1 : noun.i + 1 + len(words)]
        if [t.lower_ for t in after] == words:
            return tuple(after)
    if person or noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in ("en", "of", "/"):
        return ()
    second = doc[noun.i + 2]
    return (doc[noun.i + 1], second) if is_people(second.text) else ()


def _ours(words: tuple[Token, ...]) -> bool:
    """Whether nothing says that these people are others', or that they undergo something."""
    if any(is_other_states(token.text) for token in words):
        return False
    last = words[-1]
    rest = [t.text for t in last.doc[last.i + 1 : last.i + 4] if not t.is_sent_start]
    if rest and rest[0] in ("uit", "van"):
        owner = rest[1:3] if rest[1:2] in (["de"], ["het"]) else rest[1:2]
        if any(is_other_states(word) or is_other_country(word) for word in owner):
            return False
    return not any(_undergoes(token) for token in words if token.pos_ in ("NOUN", "PROPN"))


def _undergoes(noun: Token) -> bool:
    """Whether a noun is who is trained, killed or the like, and not who does it."""
    head = noun.head
    for entry in data()["undergo"]:
        forms = (entry["form"], *entry.get("also", ()))
        if head.i == noun.i or head.lemma_.lower() not in forms and head.lower_ not in forms:
            continue
        if head.tag_.startswith("N|"):
            cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
            return bool(cases & {"van", "voor", "aan"})
        has = any(child.lemma_ == "hebben" for child in head.children)
        passive = entry.get("subject") or head.tag_.startswith("WW|vd") and not has
        # Of two subjects in a parse the second is the object: «Nederland heeft 300 personen …».
        first = next((child for child in head.children if child.dep_ == "nsubj"), noun)
        acts = noun.dep_ == "nsubj" and noun.i == first.i and not passive
        return noun.dep_ in ("obj", "nsubj", "nsubj:pass") and not acts
    return False


def _is_one(article: Token, words: tuple[Token, ...]) -> bool:
    """Whether an article makes one person of the words after it."""
    single = {entry["form"] for entry in data()["single"]}
    if any(token.text in single for token in words[:-1]):
        return True
    noun = words[-1]
    return article.lower_ == "een" and counts_alone(noun.text)


def _as_written(text: str, words: tuple[Token, ...]) -> str | None:
    """Return the role in the words of the letter, without what says nothing about it."""
    plain = set(data()["plain"])
    rest = list(words)
    while len(rest) > 1 and rest[0].lower_ in plain:
        rest.pop(0)
    if not rest:
        return None
    return text[rest[0].idx : rest[-1].idx + len(rest[-1])]
