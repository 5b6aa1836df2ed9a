"""References to other parliamentary papers, in all the spellings of Dutch letters.

A paper is written ``29521-403``: dossier without spaces, hyphen, number as printed (a letter for the
Eerste Kamer).  A paper filed under several dossiers («29 521 en 33 694, nr. 363») is numbered in the
first.  A registration number of the Tweede Kamer (``2022Z18320``) stands for itself.
"""

import re
from collections.abc import Iterable, Iterator

from kamergraaf.model import Paragraph, Reference

_NO_BODY = ("head", "running-head")
_MOST = 50
"""A longer row of numbers («nrs. 1 t/m 300») is a whole dossier: its first and last are taken."""

_D = (
    r"\d{2}[ .\u00a0]?\d{3}"
    r"(?:-\d{2}(?=,| (?i:nr)| en \d| ?[-–]\d)"
    r"|[ -](?:[IVX]{1,5}|[A-Z])(?=,? ?(?i:nr)|, ?[\dA-Z]|[-–]\d))?"
)
"""A dossier, with the two figures of a part (21 501-20) or the letters of a budget chapter (V)."""
_MONTH = (
    r" (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_N = rf"(?:\d{{1,4}}[a-z]?|[A-Z]{{1,3}})(?![\w/]|[ .]\d{{3}}\b|{_MONTH})"
_YEAR = r"(?:19|20)\d\d ?[–/-] ?(?:(?:19|20)\d\d|\d\d)"
_WORD = r"(?<!\w)(?i:kamerstuk(?:ken|nummers?|nrs?)?|kamerbrie(?:f|ven)|kst|kenmerk|dossier(?:nummer)?|TK|EK)"
_LEAD = rf"{_WORD}(?:[.,]? (?:II?|TK|EK)(?= |,))?(?:,? (?:vergaderjaar )?{_YEAR})?[,:]?(?: (?i:nrs?\.?|nummer))?"
_PAPER = re.compile(
    rf"(?P<lead>{_LEAD}[ -])?"
    rf"(?<![\d/.-])(?P<dossiers>{_D}(?:(?:, | en | & | ?/ ?){_D}){{0,30}})(?: \(R ?\d+\))?"
    rf"(?P<link>,? ?(?i:nrs?)\b\.? ?|, ?|[-–])"
    rf"(?P<numbers>{_N}(?:(?:, | en | & | t/m | tot en met |[–-])(?:(?i:nrs?)\.? )?{_N}){{0,200}})"
)
_REGISTERED = re.compile(r"(?:(?i:kamerstuk|kenmerk),? (?:nr\.? )?)?(?<!\w)(20\d\d[ZD]\d{5})(?!\d)")
_YOURS = re.compile(r"Uw (?:brief|kenmerk|referentie)\b", re.IGNORECASE)
_ENDED = re.compile(r"[\d)]|\w+(?:[).,;:]|\Z)")
_FIRST = re.compile(r"(\d{2})\D?(\d{3})(?:[ -](\d{2}|[A-Z]{1,5})(?!\d))?")


def find_references(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Reference, ...]:
    """Return the references in the body, headings and footnotes of a letter, in text order.

    The head and the running heads say what the letter is itself, and are passed over, but for the
    registration number of the paper that the letter answers («Uw kenmerk 2022Z06891»); without
    paragraphs all of ``text`` is read.  Two numbers in one phrase are two references with the same
    quote.

    >>> [one.target for one in find_references("(Kamerstuk 21 501-02, nrs. 9 en 12)", ())]
    ['21501-02-9', '21501-02-12']
    """
    body = [one for one in paragraphs if one.kind not in _NO_BODY]
    stretches = [(one.start, one.end) for one in body] if paragraphs else [(0, len(text))]
    found = [one for start, end in stretches for one in _in_stretch(text, start, end)]
    found += _answered(text, paragraphs)
    return tuple(sorted(found, key=lambda one: one.start))


def _answered(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Reference]:
    """Yield the papers that the head says are answered: «Uw kenmerk 2022Z06891»."""
    head = [one for one in paragraphs if one.kind == "head"]
    for at, label in enumerate(head):
        if not _YOURS.match(text, label.start, label.end):
            continue
        alone = at + 1 < len(head) and not _REGISTERED.search(text, label.start, label.end)
        end = head[at + 1].end if alone else label.end
        for match in _REGISTERED.finditer(text, label.start, end):
            yield Reference(match[1], match.start(), match.end(), match[0])


def _in_stretch(text: str, start: int, end: int) -> Iterator[Reference]:
    for match in _PAPER.finditer(text, start, end):
        if match["link"].strip(" ,.").lower() not in ("nr", "nrs") and not match["lead"]:
            continue
        if match["link"] == ", " and not _ENDED.match(text, match.start("numbers")):
            continue
        numbers = _listed(match)
        stop = match.start("numbers") + len(numbers)
        dossier = _dossier(match["dossiers"])
        for number in _each(numbers):
            yield Reference(f"{dossier}-{number}", match.start(), stop, text[match.start() : stop])
    for match in _REGISTERED.finditer(text, start, end):
        yield Reference(match[1], match.start(), match.end(), match[0])


def _dossier(printed: str) -> str:
    """Return the first of the dossiers as ``29521``, ``21501-20`` or ``36410-V``."""
    found = _FIRST.match(printed)
    assert found is not None
    digits = found[1] + found[2]
    return f"{digits}-{found[3]}" if found[3] else digits


def _listed(match: re.Match[str]) -> str:
    """Return the row of numbers that belongs to the reference.

    After «nrs.» all of them; after «nr.» only what stands before a comma («nr. 12, 5 maart»), and a
    hyphen makes no row.
    """
    numbers, several = match["numbers"], "nrs" in match["link"].lower()
    return numbers if several else re.split(r", |[–-]", numbers)[0]


def _each(numbers: str) -> Iterable[str]:
    for part in re.split(r", | (?:en|&) ", re.sub(r"(?i:nrs?)\.? ", "", numbers)):
        first, *rest = re.split(r" t/m | tot en met |[–-]", part)
        if not rest:
            yield first
        elif first.isdigit() and rest[-1].isdigit() and int(first) <= int(rest[-1]):
            row = range(int(first), int(rest[-1]) + 1)
            yield from map(str, row if len(row) <= _MOST else (row[0], row[-1]))
        else:
            yield from (first, rest[-1])
