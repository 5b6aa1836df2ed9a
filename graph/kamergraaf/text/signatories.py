"""Who signs a letter, and on whose behalf: offices, names and the tenures that they fit.

A signature block is read as a row of offices and names, however it is laid out: office above name,
name above office, both on one line, or two columns read across.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kamergraaf.model import Moment, Signatory
from kamergraaf.reference import Tenure, covers, person_by_signature, persons, tenures_of
from kamergraaf.text.date_words import any_of
from kamergraaf.text.offices import (
    SECOND_TITLE,
    Office,
    fact_words,
    read_office,
    read_office_row,
    read_offices,
)

_OFFICE_STARTS = re.compile(
    r"(?<=\S)(?<!\bde) (?=(?:de )?(?:minister-president|minister|staatssecretaris)\b)",
    re.IGNORECASE,
)
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_INITIALS = r"(?:[A-ZÀ-ÖØ-Þ][a-z]{0,2}\. ?)+"
_IN_BRACKETS = re.compile(r" \(((?:de )?(?:minister|staatssecretaris)\b[^()]*)\)", re.IGNORECASE)
_LETTER_OF = re.compile(
    r"\b(?:BRIEF|NOTA|VERSLAG|RAPPORT)(?:\s+VAN)?\s+(?=(?:DE |HET )?(?:VICE-)?(?:MINISTER|STAATSSECRETARIS))"
)
_BEHALF = re.compile(r"(?:\b(?:mede|ook) )?\bnamens (?=(?:de|het|mijn|onze|zijn) )", re.IGNORECASE)
_OURS = re.compile(r"\b(?:ik|wij|we|u|uw|hierbij|hiermee|bijgaand|mede namens)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece of a signature block: an office, a name, or (neither) that someone else signs."""

    office: Office | None = None
    name: str | None = None


def read_signatories(lines: Sequence[str], head: str) -> tuple[Signatory, ...]:
    """Return who signs, in order: from the last signature block, else from the head of the letter.

    ``lines`` are the paragraphs of the letter without running heads and footnotes, ``head`` is the
    text above the letter («BRIEF VAN DE MINISTERS VAN …»).  Names are as written.
    """
    block = _last_block(lines)
    if block:
        return tuple(_pairs(block))
    if found := _LETTER_OF.search(head):
        offices = read_offices(" ".join(head[found.end() :].split()))
        return tuple(Signatory(office.title, office.post) for office in offices)
    return ()


def read_on_behalf(paragraphs: Iterable[str]) -> tuple[Signatory, ...]:
    """Return the offices that a letter is also sent for («mede namens de Minister voor …»).

    Only where the writer speaks: «Namens de EU voerde de Minister gesprekken» is no letter's sender.
    """
    found: dict[str, Signatory] = {}
    for sentence in (one for paragraph in paragraphs for one in _SENTENCE.split(paragraph)):
        for match in _BEHALF.finditer(sentence) if _OURS.search(sentence) else ():
            for office in read_offices(sentence[match.end() :]):
                found.setdefault(office.title, Signatory(office.title, office.post))
    return tuple(found.values())


def with_tenure(signatory: Signatory, letter: Moment | None) -> Signatory:
    """Return the signatory with person and tenure, when they are sure on the letter's date.

    A missing name is inferred when one person alone held the post on all days that the letter may be
    of; a stated name that fits no tenure keeps person and tenure empty.
    """
    if signatory.post is None:
        return signatory
    held = [one for one in tenures_of(signatory.post) if letter is None or _overlaps(one, letter)]
    if signatory.name:
        named = person_by_signature(_degrees().sub("", signatory.name))
        held = [one for one in held if named and one.person == named.id]
    if len({one.person for one in held}) != 1 or not (signatory.name or _all_days(held, letter)):
        return signatory
    sure = [one for one in held if letter and covers(one, letter.earliest, letter.latest)]
    person = persons()[held[0].person]
    return replace(
        signatory,
        name=signatory.name or person.signature_name or person.name,
        name_source=signatory.name_source or "inferred",
        person=person.id,
        tenure=sure[0].id if len(sure) == 1 else None,
    )


def _all_days(held: Sequence[Tenure], letter: Moment | None) -> bool:
    """Whether the tenures, of one person in one or two cabinets, hold on the first and last day."""
    days = (letter.earliest, letter.latest) if letter else ()
    return bool(days) and all(any(covers(one, day, day) for one in held) for day in days)


def _overlaps(tenure: Tenure, letter: Moment) -> bool:
    began = tenure.start.earliest <= letter.latest
    return began and (tenure.end is None or letter.earliest < tenure.end.latest)


# -------------------------------------------------------------------------- the signature block
_LONGEST = 600
"""More letters than four ministers need who sign on one line."""


def _last_block(lines: Sequence[str]) -> list[_Part]:
    """Return the last run of lines that are offices, names and closing words only."""
    blocks: list[list[_Part]] = [[]]
    at = 0
    while at < len(lines):
        offices = sum(part.office is not None for part in blocks[-1])
        after_office = offices > sum(part.name is not None for part in blocks[-1])
        parts, taken = _line_parts(lines, at, after_office=after_office)
        if parts is None:
            blocks.append([])
        else:
            blocks[-1].extend(parts)
        at += taken
    signed = [block for block in blocks if any(part.office for part in block)]
    named = [block for block in signed if any(part.name for part in block)]
    return (named or signed or [[]])[-1]


def _line_parts(
    lines: Sequence[str], at: int, *, after_office: bool
) -> tuple[list[_Part] | None, int]:
    """Return the parts of a line and how many lines they take; None when it is something else."""
    line = " ".join(_unwrapped(lines[at].strip(" *_")).split())
    if len(line) > _LONGEST:
        return None, 1
    if closing := _starts("closing").match(line):
        rest = _unwrapped(line[closing.end() :].lstrip(" ,.:)*_"))
        named = _names(rest, full=True) or [rest] * bool(_alone().fullmatch(rest))
        return [_Part(name=name) for name in named if after_office], 1
    if not line or _for_another(line):
        return [_Part()] if line and _starts("for-another").match(line) else [], 1
    line = _IN_BRACKETS.sub(r", \1", line)
    for behalf in _BEHALF.finditer(line):
        if read_office_row(line[behalf.end() :]):
            line = line[: behalf.start()]
            break
    following = " ".join(lines[at + 1].split()) if at + 1 < len(lines) else ""
    goes_on = following[:1].islower() or _plain_premier(line)
    if goes_on and (office := read_office(f"{line} {following}")) is not None:
        return [_Part(office)], 2
    if row := read_office_row(line):
        return [_Part(office) for office in row], 1
    pieces = [piece.removesuffix(" en") for piece in _OFFICE_STARTS.split(line)]
    offices = [read_office(one) is not None for one in (*pieces, following)]
    parts: list[_Part] = []
    for piece in pieces:
        found = _piece_parts(piece, full=(after_office or any(offices)) and not parts)
        if found is None:
            return None, 1
        parts += found
    return parts, 1


def _unwrapped(line: str) -> str:
    """Return what stands between brackets, where the whole line does: «(dr. F. van der Ploeg)»."""
    wrapped = line[:1] + line[-1:] in ("()", "[]") and line.count(line[:1]) == 1
    return line[1:-1].strip() if wrapped else line


def _for_another(line: str) -> bool:
    """Tell whether the line says that someone else signs, or for whom one signs too."""
    if _starts("for-another").match(line):
        return True
    behalf = _BEHALF.match(line)
    return behalf is not None and bool(read_office_row(line[behalf.end() :]))


def _plain_premier(line: str) -> bool:
    return bool(re.fullmatch(r"(?:de )?minister-president[ ,]*", line, re.IGNORECASE))


def _piece_parts(piece: str, *, full: bool) -> list[_Part] | None:
    """Return office and names of «De Minister van Defensie, K.H. Ollongren» or one of the two."""
    if office := read_office(piece):
        return [_Part(office)]
    if names := _names(piece, full=full):
        return [_Part(name=name) for name in names]
    if not read_offices(piece):
        return None
    for comma in re.finditer(r"(?:[,:]| [–-])? ", piece):
        names = _names(piece[comma.end() :], full="," in comma[0])
        if names and (offices := read_office_row(piece[: comma.start()])):
            named = (_Part(name=name) for name in names)
            return [*(_Part(office) for office in offices), *named]
    return None


def _pairs(parts: list[_Part]) -> Iterator[Signatory]:
    """Give every office its name: the next one, the one before it, or the one in its column."""
    parts = [
        one
        for one, following in zip(parts, [*parts[1:], _Part()], strict=True)
        if not (one.office and following.office and one.office.title == SECOND_TITLE)
    ]
    names_first = parts[0].name is not None
    rows = _rows(parts[::-1] if names_first else parts)
    found = [pair for row in rows for pair in row]
    named = {office.title for office, name in found if name}
    for office, name in found[::-1] if names_first else found:
        if name is None and office.title in named:
            continue  # the office stands above the name and below it
        yield Signatory(office.title, office.post, name, "stated" if name else None)


def _rows(parts: list[_Part]) -> Iterator[list[tuple[Office, str | None]]]:
    offices: list[Office] = []
    names: list[str | None] = []
    for part in [*parts, _Part(Office(""))]:
        if part.office is None:
            names.append(part.name)
        elif names or not part.office.title:
            fitting = names if len(names) >= len(offices) or len(offices) == 1 else []
            padded = [*fitting, *[None] * len(offices)]
            yield list(zip(offices, padded, strict=False))
            offices, names = [part.office], []
        else:
            offices.append(part.office)


# ---------------------------------------------------------------------------------------- names
def _names(text: str, *, full: bool) -> list[str]:
    """Return the names that make up the whole text; full first names only where ``full`` says so."""
    bare = text.strip(" ,;*_/–-")
    bare = bare.removeprefix("w.g. ").removeprefix("get. ")
    parts = [part.strip(" ,") for part in re.split(r" en | ?/ ?| & |, (?=\S+ \S)", bare)]
    if len(parts) > 1:
        found = [_names(part, full=full) for part in parts]
        return [name for names in found for name in names] if all(found) else []
    signed = _signed_name().findall(bare)
    if signed and " ".join(signed) == bare:
        return signed
    return [bare] if full and _full_name().fullmatch(bare) else []


@cache
def _titles() -> str:
    return rf"(?:(?i:{any_of(fact_words()['titles']['words'])})\.? ?)*"


@cache
def _degrees() -> re.Pattern[str]:
    return re.compile(rf"(?:,? {any_of(fact_words()['degrees']['words'])}(?![\w]))+\Z")


@cache
def _signed_name() -> re.Pattern[str]:
    called = rf"(?:\({_CAPITALS}\) )?"
    return re.compile(rf"{_titles()}{_INITIALS}{called}{_surname()}{_degree()}")


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(
        rf"{_titles()}{_CAPITALS}(?: (?:[A-Z]\. ?)+(?= )| [A-Z]\.)* {_surname()}{_degree()}"
    )


@cache
def _alone() -> re.Pattern[str]:
    """A surname without initials, which only «w.g.» makes a signature."""
    return re.compile(_surname())


@cache
def _degree() -> str:
    return rf"(?:,? {any_of(fact_words()['degrees']['words'])}(?!\w))*"


def _surname() -> str:
    particles = any_of(fact_words()["particles"]["words"])
    one = rf"(?:(?i:{particles}) ?)*{_CAPITALS}"
    return rf"{one}(?:(?:-| [-–] | ){one}){{0,2}}"


@cache
def _starts(table: str) -> re.Pattern[str]:
    return re.compile(rf"{any_of(fact_words()[table]['words'])}(?:[,.: ]|\Z)", re.IGNORECASE)
