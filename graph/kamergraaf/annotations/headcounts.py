"""Numbers of people that the Netherlands sends or employs, with their role.

The roles are in ``personnel.csv``; victims, refugees and inhabitants are none of them.  People of
other states («49 Ivoriaanse militairen») and those to whom something is done (trained, killed,
arrested: ``headcounts.toml``) are left out.  A letter's foreign subject («Duitsland levert 650
militairen») is not seen here: whose people they are is for the statements to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from kamergraaf.annotations.numbers import Number, find_numbers, read_number
from kamergraaf.annotations.personnel import data, is_people
from kamergraaf.annotations.qualifiers import changes_to, qualifier_of
from kamergraaf.annotations.roles import are_ours, as_written, is_one, role_after
from kamergraaf.model import Headcount

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 70
_FAR = 7
"""Words at most from a number to its people («de vier door Nederland voorgedragen waarnemers»)."""
_HALF = re.compile(r"\s[\w]+-\s(?:en|of)\s")
_AND = re.compile(r"(?: [\w.-]+){0,5}(?: en|,) (?:ook )?")
_AT = frozenset({"bij", "in", "op", "aan", "te", "naar", "voor"})
_WOMEN = ("vrouwen", "mannen")
_ABOUT = r"(?:(?:maximaal|circa|ten hoogste|hoogstens|ongeveer|ruim|minimaal|zo'n|nog|nog eens|al|reeds|nu|thans|inmiddels|momenteel|op dit moment)\s)?$"
_TO = re.compile(rf"\b(?P<to>tot|naar|op|met)\s{_ABOUT}", re.IGNORECASE)
_THERE = re.compile(rf"\ber\s{_ABOUT}", re.IGNORECASE)
_BEHIND = re.compile(rf"\b(?P<role>[\w-]+)(?P<opens>, | \(){_ABOUT}", re.IGNORECASE)
_OF_THESE = re.compile(r"\s(?:van|uit) (?:de|deze|die|hun|onze) (?:[\w-]+ ){0,1}$", re.IGNORECASE)
_THEM = re.compile(r"\s(?:van hen|van hun)\b", re.IGNORECASE)
_CLOSE = re.compile(r"[.,;:)»](?=\s|$)|\n|$")


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with the tokens of its role: from the first word after it up to the noun."""

    number: Number
    words: tuple[Token, ...] = ()
    end: int = 0


def find_headcounts(doc: Doc) -> tuple[Headcount, ...]:
    """Return the headcounts of a letter in text order.

    Of a range («80 à 90 man») and a change («van 6 naar 15 personen») both numbers are given, with
    the role that they share.  A part («waarvan acht») and a new level («verhoogd tot 25») of people
    counted before have ``role`` ``None``.
    """
    return _Finder(doc).find()


class _Finder:
    """Walks the numbers of one Doc from the last to the first: a role stands after its numbers."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.starts = [token.idx for token in doc]
        self.sentences = [sentence.start_char for sentence in doc.sents]
        self.numbers = [n for n in find_numbers(self.text) if _possible(n)]

    def find(self) -> tuple[Headcount, ...]:
        found: list[_Count] = []
        after: _Count | None = None
        for number in reversed(self.numbers):
            after = (
                self._with_role(number) or self._sharing(number, after) or self._behind_role(number)
            )
            if after is not None:
                found.append(after)
        taken = {c.number.start for c in found}
        found += [c for c in self._articles(found) if c.number.start not in taken]
        counts = self._with_parts({c.number.start: c for c in found})
        return tuple(self._spread_ceilings([self._headcount(c) for c in counts]))

    def _token_after(self, offset: int) -> Token | None:
        """Return the first token at or after an offset."""
        place = bisect_left(self.starts, offset)
        return self.doc[place] if place < len(self.starts) else None

    def _with_role(self, number: Number) -> _Count | None:
        """Return the number with the role that follows it, if one does."""
        first = self._token_after(self._past_repetition(number))
        words = role_after(first, person=number.value == 1) if first is not None else ()
        words = words or self._counted_noun(number)
        if not words or not are_ours(words):
            return None
        return _Count(number, words, words[-1].idx + len(words[-1]))

    def _counted_noun(self, number: Number) -> tuple[Token, ...]:
        """Return the people that the parse has a number of, past what stands between: «de vier door
        Nederland voorgedragen waarnemers»."""
        token = self._token_after(number.start)
        if token is None or token.dep_ != "nummod" or not 0 < token.head.i - token.i <= _FAR:
            return ()
        between = token.doc[token.i + 1 : token.head.i]
        apart = bool(between) and between[0].lower_ in data()["between"]
        return (token.head,) if apart and is_people(token.head.text) else ()

    def _behind_role(self, number: Number) -> _Count | None:
        """Return the number that follows its role: «de kwartiermakers, 140 in getal», «drie artsen (3)»."""
        left = self.text[max(number.start - _REACH, 0) : number.start]
        opened = _BEHIND.search(left)
        if opened is None or number.quote.isdigit() and 1900 <= number.value <= 2100:
            return None
        rest = self.text[number.end : number.end + 12]
        shut = (
            rest.startswith(")")
            if opened["opens"] == " ("
            else re.match(r" in (?:getal|totaal)\b", rest)
        )
        role = self._token_after(number.start - len(left) + opened.start("role"))
        if not shut or role is None or not is_people(role.text) or not are_ours((role,)):
            return None
        earlier = [n for n in self.numbers if number.start - _REACH < n.start < role.idx]
        if earlier and (said := self._with_role(earlier[-1])) and said.words[-1].i == role.i:
            return None
        return _Count(number, (role,), number.end)

    def _past_repetition(self, number: Number) -> int:
        """Return the offset after a number, past the same number in brackets («twee (2)»)."""
        again = re.compile(r"\s?\(([^()]{1,20})\)").match(self.text, number.end)
        return again.end() if again and read_number(again[1]) == number.value else number.end

    def _sharing(self, number: Number, after: _Count | None) -> _Count | None:
        """Return the number with the role of the one after it, to which a word joins it."""
        if after is None:
            return None
        between = self.text[number.end : after.number.start]
        shared = _OF_THESE.fullmatch(between) or _HALF.fullmatch(between)
        joined = self._joined(number, after.number) or shared
        return _Count(number, after.words, number.end) if joined else None

    def _joined(self, one: Number, two: Number) -> bool:
        """Whether two numbers are a range or a change: «10 tot 15», «van 6 naar 15»."""
        between = self.text[one.end : two.start].strip().lower()
        changes = {entry["form"] for entry in data()["changes"]}
        if between in ("tot", "op"):
            changed = re.search(r"\bvan\s(?:de\s)?$", self.text[: one.start][-10:], re.IGNORECASE)
            return changed is not None or (one.bound == "low" and two.bound == "high")
        if between in ("en", ","):
            return self._listed(one)
        return between in changes or (one.bound == "low" and two.bound == "high")

    def _listed(self, number: Number) -> bool:
        """Whether «respectievelijk» or the like opens the list in which a number stands."""
        forms = "|".join(re.escape(entry["form"]) for entry in data()["lists"])
        left = self.text[max(number.start - _REACH, 0) : number.start]
        return (
            re.search(rf"\b(?:{forms})\s(?:[\w.]+(?:,| en)\s)*$", left, re.IGNORECASE) is not None
        )

    def _closes_list(self, article: Token, counted: set[int]) -> bool:
        """Whether people counted stand directly before: «drie politiemensen en een deskundige»."""
        return any(
            0 < article.idx - end < _REACH and _AND.fullmatch(self.text, end, article.idx)
            for end in counted
        )

    def _articles(self, counted: list[_Count]) -> list[_Count]:
        """Return the counts of one by an article: «een stafofficier», «de laatste stafofficier»."""
        found: list[_Count] = []
        taken = {c.end for c in counted if c.words}
        for token in self.doc[:-1]:
            ours = token.text == "Nederlandse" and token.i > 0
            if token.lower_ not in ("een", "de", "het") and not ours:
                continue
            words = role_after(token if ours else self.doc[token.i + 1], person=True)
            if ours and not (words and _far_article(token, words[-1])):
                continue
            if not words or not are_ours(words):
                continue
            if is_one(token, words) or token.lower_ == "een" and self._closes_list(token, taken):
                end = words[-1].idx + len(words[-1])
                number = Number(token.idx, token.idx + len(token), token.text, Decimal(1))
                found.append(_Count(number, words, end))
        return found

    def _with_parts(self, known: dict[int, _Count]) -> list[_Count]:
        """Add the numbers that are parts or new levels of people counted before them."""
        last, in_parts = -9, False
        before: _Count | None = None
        upcoming = {low.start: high for low, high in pairwise(self.numbers)}
        by_start = {number.start: number for number in self.numbers}
        for start in sorted({*known, *by_start}):
            sentence = bisect_right(self.sentences, start)
            in_parts = in_parts and sentence == last
            if start not in known:
                number = by_start[start]
                part = self._part(number, in_parts) if sentence == last else None
                part = part or self._elliptic(number, before)
                if part is None and self._is_level(number, upcoming.get(start), sentence - last):
                    part = _Count(number, (), number.end)
                if part is None:
                    continue
                known[start] = part
                in_parts = True
            in_parts = in_parts or self._opens_part(start)
            last, before = sentence, known[start]
        return [known[start] for start in sorted(known)]

    def _opens_part(self, start: int) -> bool:
        """Whether «waarvan» or the like stands before an offset."""
        forms = "|".join(entry["form"] for entry in data()["parts"])
        left = self.text[max(start - 30, 0) : start]
        return bool(re.search(rf"\b(?:{forms})(?: \w+)?\s$", left, re.IGNORECASE))

    def _part(self, number: Number, in_parts: bool) -> _Count | None:
        opened = self._opens_part(number.start)
        left = self.text[max(number.start - 5, 0) : number.start]
        after = self._token_after(number.end)
        if not (opened or in_parts and re.search(r"(?:,| en)\s$", left)):
            return None
        if opened and after is not None and after.lower_ in _WOMEN:
            return _Count(number, (after,), after.idx + len(after))
        apart = ("ADP", "AUX", "ADV", "SCONJ", "DET", "PRON") if opened else ("ADP", "AUX")
        preposition = after is not None and after.pos_ in apart
        if self._closes(number) or (preposition and self.text[number.end].isspace()):
            return _Count(number, (), number.end)
        return None

    def _elliptic(self, number: Number, before: _Count | None) -> _Count | None:
        """Return a number whose people were counted just before: «drie in Gao en twee bij de staf»,
        «er twee», «de overige zes», «tweeëntwintig van hen»."""
        after = self._token_after(number.end)
        if after is None or number.quote.isdigit() and 1900 <= number.value <= 2100:
            return None
        left = self.text[max(number.start - _REACH, 0) : number.start]
        near = before is not None and self._sentences_between(before.number, number) <= 2
        around = self.text[number.start - 1 : number.start], self.text[number.end : number.end + 1]
        if before is not None and around == ("(", ")"):
            listed = self.text[before.number.start - 1 : before.number.start] == "("
            beside = listed and self._sentences_between(before.number, number) == 0
            return _Count(number, (), number.end) if beside else None
        if near and _THEM.match(self.text, number.end):
            return _Count(number, (), number.end)
        if self._closes(number) or after.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", "X", "SYM"):
            if _THERE.search(left):
                return _Count(number, (), number.end) if self._about_people(number) else None
            rests = "|".join(entry["form"] for entry in data()["rests"])
            rest = re.search(rf"\b(?:de|het)\s(?:{rests})\s$", left, re.IGNORECASE)
            if (
                rest
                or number.quote.lower().endswith("tal")
                and re.search(r"\bhet(?: \w+)?\s$", left)
            ):
                return _Count(number, (), number.end) if near else None
        first = self._token_after(number.start)
        alone = first is not None and first.dep_ != "nummod"
        beside = before is not None and self._sentences_between(before.number, number) == 0
        if beside and alone and after.lower_ in _AT and re.search(r"(?:\sen|,)\s$", left):
            assert before is not None
            return _Count(number, before.words, number.end) if before.words else None
        return None

    def _sentences_between(self, one: Number, two: Number) -> int:
        """Return how many sentences after one number the other stands."""
        return bisect_right(self.sentences, two.start) - bisect_right(self.sentences, one.start)

    def _about_people(self, number: Number) -> bool:
        """Whether the last plural noun before a number in its sentence is for people."""
        start = self.sentences[bisect_right(self.sentences, number.start) - 1]
        said = self.doc.char_span(start, number.start, alignment_mode="contract")
        plurals = [t for t in said or () if t.tag_.startswith("N|soort|mv") or is_people(t.text)]
        last = plurals[-1].lower_ if plurals else ""
        return is_people(last) or last in data()["posted"]

    def _closes(self, number: Number) -> bool:
        """Whether a clause ends after a number."""
        return _CLOSE.match(self.text, number.end) is not None

    def _is_level(self, number: Number, upcoming: Number | None, distance: int) -> bool:
        """Whether a number without role is the new level of people counted before.

        ``distance`` is how many sentences ago people were counted.
        """
        if upcoming is not None and self._joined(number, upcoming):
            return self._is_level(upcoming, None, distance)
        year = number.quote.isdigit() and 1900 <= number.value <= 2100
        left = self.text[max(number.start - _REACH, 0) : number.start]
        to = _TO.search(left)
        if year or to is None or not (self._closes(number) or self._before_change(number)):
            return False
        sentence = self.sentences[bisect_right(self.sentences, number.start) - 1]
        said = self.text[sentence : number.start].lower()
        if to["to"].lower() == "met" and not re.search(r"\baantal\b", said):
            return False
        levels = [e for e in data()["levels"] if re.search(rf"\b{e['form']}\b", said)]
        if distance > 2 and not any(e.get("alone") for e in levels):
            return bool(levels) and any(is_people(word) for word in said.split())
        return bool(levels) or (to["to"].lower() == "tot" and changes_to(left[: to.start()]))

    def _before_change(self, number: Number) -> bool:
        """Whether a word for more or fewer follows: «met tien verhoogd», «tot 25 uitgebreid»."""
        after = self._token_after(number.end)
        if after is not None and after.pos_ == "AUX" and after.i + 1 < len(self.doc):
            after = after.nbor()
        return after is not None and changes_to(after.text)

    def _headcount(self, count: _Count) -> Headcount:
        number = count.number
        end = max(count.end, number.end)
        return Headcount(
            start=number.start,
            end=end,
            quote=self.text[number.start : end],
            value=int(number.value),
            qualifier=qualifier_of(self.text, number.start, end, number),
            role=as_written(self.text, count.words),
        )

    def _spread_ceilings(self, counts: list[Headcount]) -> list[Headcount]:
        """Let «maximaal» hold for all it lists: «maximaal 20 militairen en twee adviseurs»."""
        spread = counts[:1]
        for count in counts[1:]:
            before = spread[-1]
            listed = self.text[before.end : count.start] in (" en ", ", ")
            if listed and before.qualifier == "max" and count.qualifier == "exact":
                count = replace(count, qualifier="max")
            spread.append(count)
        return spread


def _far_article(adjective: Token, noun: Token) -> bool:
    """Whether the article of a noun stands further off: «de in Gulu werkzame Nederlandse adviseur»."""
    articles = [t for t in noun.children if t.lower_ in ("een", "de") and t.i < adjective.i - 2]
    return bool(articles) and adjective.nbor(-1).pos_ in ("ADJ", "VERB")


def _possible(number: Number) -> bool:
    whole = number.value == number.value.to_integral_value()
    return whole and 0 < number.value <= data()["largest"] and number.scale < 1_000_000
