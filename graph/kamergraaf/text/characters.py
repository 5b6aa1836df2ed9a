"""One spelling for each character: line ends, spaces, invisible characters, ligatures, NFC."""

import re
import unicodedata
from collections.abc import Iterator

from kamergraaf.text.mapped import Edit, Mapped

SOFT_HYPHEN = "\u00ad"

# Signs that markup leaves in the text for the later steps.  They are noncharacters of Unicode:
# ``normalised`` deletes them from the source, so none can be confused with the writer's own.
MARK_OPEN, MARK_CLOSE = "\ufdd0", "\ufdd1"
CELL = "\ufdd2"
BOLD = "\ufdd3"
RULE = "\ufdd4"
HEADINGS = "\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda"
ITEM = "\ufddb"
SIGNS = MARK_OPEN + MARK_CLOSE + BOLD + RULE + HEADINGS + ITEM

_LINE_ENDS = "\r\v\x1c\x1d\x1e\x85\u2028\u2029"
_LETTERS = {
    "\u0132": "IJ", "\u0133": "ij", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl",
    "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st", "\u2010": "-", "\u2011": "-",
}  # fmt: skip
# The not sign is how older conversions write a soft hyphen at a line end.
_SOFT_AT_END = re.compile("[\u00ad\u00ac](?=[ \t]*(?:[\r\n\f]|$))")
_ODD = re.compile(
    "\r\n|[\x00-\x08\x0b\r\x0e-\x1f\x7f-\xa0\u00ac\u00ad\u0132\u0133\u0600-\u0605\u061c\u06dd"
    "\u070f\u1680\u180e\u2000-\u2011\u2028-\u202f\u205f-\u206f\u3000\ufb00-\ufb06"
    "\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff]"
)


def normalised(text: Mapped) -> Mapped:
    """Return the text with plain line ends and spaces, without invisible characters and ligatures.

    Soft hyphens stay at line ends, where they tell that a word goes on.  Form feeds and tabs stay.
    """
    return text.edit(_edits(text.text))


def _edits(text: str) -> Iterator[Edit]:
    soft = {match.start() for match in _SOFT_AT_END.finditer(text)}
    for match in _ODD.finditer(text):
        new = SOFT_HYPHEN if match.start() in soft else _spelling(match.group())
        if new != match.group():
            yield match.start(), match.end(), new


def _spelling(char: str) -> str:
    if char in _LETTERS:
        return _LETTERS[char]
    if char == "\r\n" or char in _LINE_ENDS:
        return "\n"
    if unicodedata.category(char) == "Zs":
        return " "
    return char if char == "\u00ac" else ""
