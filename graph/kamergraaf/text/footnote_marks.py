"""Numbers that may be footnote marks: raised ones, and digits glued to a word or a full stop."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kamergraaf.text.abbreviations import ending
from kamergraaf.text.characters import MARK_CLOSE, MARK_OPEN
from kamergraaf.text.lines import Range

_MARK = re.compile(
    rf"""
      {MARK_OPEN}(?P<raised>\d{{1,3}}){MARK_CLOSE}
    | \[\^?(?P<bracket>\d{{1,3}})\]
    | (?<![\d.,])(?:19|20)\d\d\.?(?P<year>\d{{1,2}})(?![\w%]|[.,:/-]\d)
    | (?<=[^\W\d_]|[.,;:!?»”’"')\]%])(?P<glued>\d{{1,3}})(?P<bow>\)?)(?![\w%]|[.,:/-]\d)
    | (?<=[.!?»”)][ ])(?P<loose>\d{{1,3}})(?=\n|[ ][A-Z«(])
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+")
_UNITS = frozenset(["m", "km", "cm", "dm", "mm", "CO", "SO", "PM", "NO", "CH"])
_LONGEST_WORD = 40
# Ranks: the lower, the likelier.  From DOUBTFUL on a mark is taken only where no better one stands.
SURE, LIKELY, POSSIBLE, DOUBTFUL, UNLIKELY = range(5)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number that may be a footnote mark."""

    number: int
    start: int
    end: int
    rank: int
    raised: bool = False


class Marks:
    """All numbers of a text that may be footnote marks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen = Counter(match.group() for match in _WORD.finditer(text))
        self._by_number: dict[int, list[Mark]] = defaultdict(list)
        for mark in self._found():
            self._by_number[mark.number].append(mark)

    def raised(self) -> list[Range]:
        """Return the marks that the source itself raises above the line."""
        marks = [mark for group in self._by_number.values() for mark in group if mark.raised]
        return [self._with_space(mark.start, mark.end) for mark in marks]

    def between(self, number: int, start: int, end: int) -> Mark | None:
        """Return the likeliest mark of this number in the text ``[start, end)``.

        >>> marks = Marks("De G5 en de VN1 besloten.2 In 20193 volgde de rest.4")
        >>> [marks.between(n, 0, 60).start for n in (1, 2, 3, 4)], marks.between(5, 0, 60)
        ([14, 25, 34, 51], None)
        """
        good = self._first(number, start, end, LIKELY, POSSIBLE)
        if good and good.rank <= SURE:
            return good
        poor = self._first(number, start, good.start if good else end, DOUBTFUL, UNLIKELY)
        if not poor or not good:
            return good or poor
        following = self._first(number + 1, poor.start, good.start, SURE, POSSIBLE)
        return poor if following else good

    def chain(self) -> list[Range]:
        """Return marks 1, 2, 3 … of a text that has lost its footnotes; fewer than 3 are none."""
        found: list[Range] = []
        at = 0
        while mark := self._first(len(found) + 1, at, len(self._text), SURE, LIKELY):
            found.append((mark.start, mark.end))
            at = mark.end
        return found if len(found) >= 3 else []

    def _first(self, number: int, start: int, end: int, low: int, high: int) -> Mark | None:
        group = self._by_number.get(number, [])
        at = bisect_right(group, start - 1, key=lambda mark: mark.start)
        best = None
        for mark in group[at : at + 50]:
            if mark.start >= end:
                break
            if mark.rank <= SURE:
                return mark
            if best is None and low <= mark.rank <= high:
                best = mark
        return best

    def _found(self) -> Iterator[Mark]:
        for match in _MARK.finditer(self._text):
            kind = match.lastgroup if match.lastgroup != "bow" else "glued"
            assert kind is not None
            start, end = match.start(kind), match.end(kind)
            if kind in ("raised", "bracket"):
                start, end = match.span()
                rank: int | None = SURE if kind == "raised" else LIKELY
            elif kind == "loose":
                start, rank = start - 1, POSSIBLE
            elif kind == "year":
                rank = DOUBTFUL
            else:
                rank = self._rank(start, end)
                end = match.end() if match["bow"] and self._closes_nothing(start) else end
            if rank is not None:
                yield Mark(int(match[kind]), start, end, rank, kind == "raised")

    def _rank(self, start: int, end: int) -> int | None:
        before = self._text[start - 1]
        if not before.isalpha():
            if before in ".,:;" and self._text[start - 2 : start - 1].isdigit():
                token = self._text[max(0, start - _LONGEST_WORD) : start - 1].split()[-1]
                named = before == "." and token[0].isalpha() and len(token) > 2  # «vlucht AB12.»
                return POSSIBLE if named else None
            if before == "." and ending(self._text[max(0, start - _LONGEST_WORD) : start]):
                closing = ending(self._text[max(0, start - _LONGEST_WORD) : start])
                return POSSIBLE if closing == "capital" else None
            return POSSIBLE if before in ",'’" else LIKELY
        return self._rank_after_word(start, end)

    def _rank_after_word(self, start: int, end: int) -> int | None:
        begin = start
        while begin > max(0, start - _LONGEST_WORD) and self._text[begin - 1].isalpha():
            begin -= 1
        word = self._text[begin:start]
        if len(word) < 2 or word in _UNITS or self._seen[word + self._text[start:end]] > 1:
            return None
        if not word[-1].islower():
            return UNLIKELY
        return LIKELY if len(word) > 2 else POSSIBLE

    def _closes_nothing(self, start: int) -> bool:
        line = self._text[max(0, start - 400) : start]
        return line.count("(") <= line.count(")")

    def _with_space(self, start: int, end: int) -> Range:
        after = self._text[end : end + 1]
        if self._text[start - 1 : start] == " " and (not after or after in ",.;:)»\n"):
            return start - 1, end
        return start, end
