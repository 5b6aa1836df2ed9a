"""Where in a letter a place is: its sentence, its paragraph and the headings above it."""

from bisect import bisect_right

from kamergraaf.model import Letter


class Context:
    """Answers where a place in a letter is; made once a letter."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self._paragraph_starts = [paragraph.start for paragraph in letter.paragraphs]
        self._sentence_starts = [sentence.start for sentence in letter.sentences]
        self._headings = _headings(letter)

    def paragraph(self, place: int) -> int:
        """Return the number of the paragraph at ``place``."""
        return max(0, bisect_right(self._paragraph_starts, place) - 1)

    def sentence(self, place: int) -> tuple[int, int]:
        """Return start and end of the sentence at ``place`` (of the paragraph where there is none)."""
        number = bisect_right(self._sentence_starts, place) - 1
        if number >= 0:
            sentence = self.letter.sentences[number]
            if place < sentence.end:
                return sentence.start, sentence.end
        return self.bounds(self.paragraph(place))

    def bounds(self, paragraph: int) -> tuple[int, int]:
        """Return start and end of a paragraph."""
        if not self.letter.paragraphs:
            return 0, len(self.letter.text)
        found = self.letter.paragraphs[paragraph]
        return found.start, found.end

    def headings(self, paragraph: int) -> tuple[int, ...]:
        """Return the numbers of the headings above a paragraph, nearest first."""
        return self._headings[paragraph] if self._headings else ()

    def before(self, paragraph: int) -> list[int]:
        """Return the paragraphs of the same section before this one, nearest first."""
        above = self.headings(paragraph)
        first = above[0] if above else -1
        return list(range(paragraph - 1, first, -1))


def _headings(letter: Letter) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    stack: list[tuple[int, int]] = []
    for number, paragraph in enumerate(letter.paragraphs):
        if paragraph.kind == "heading":
            level = paragraph.level or 1
            stack = [(above, n) for above, n in stack if above < level]
        found.append(tuple(n for _, n in reversed(stack)))
        if paragraph.kind == "heading":
            stack.append((level, number))
    return found
