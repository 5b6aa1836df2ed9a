"""What the head and the running heads of a letter say: dossiers, number, title, date, chamber."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from kamergraaf.model import Moment
from kamergraaf.text.date_words import any_of
from kamergraaf.text.dates import find_times
from kamergraaf.text.offices import fact_words

Chamber = Literal["TK", "EK"]

_MOST_LINES = 60
_WORDS_OF_PROSE = 6
_D = r"\d{2}[ .]?\d{3}(?:-\d{2}\b|[ -](?:[IVX]{1,5}|[A-J])\b)?(?: ?\(R ?\d+\))?"
_DOSSIERS = rf"{_D}(?:(?:, | en | ?/ ?){_D})*"
_LABEL = r"(?:Kamerstuk(?:ken|nummers?)?(?: II?)?|Dossiers?|Dossiernummers?|TK|EK):? +"
_DASH = r"(?:[:,]? +|: *| *[–—-] +)"
_DOSSIER_LINE = re.compile(
    rf"(?:{_LABEL})?({_DOSSIERS})(?:{_DASH}(?!nrs?\b)([A-ZÀ-Ý«'’(].*))?", re.IGNORECASE
)
_NUMBER = r"\d{1,4}[a-z]?(?![a-z])|[A-Z]{1,3}"
"""A letter to the Eerste Kamer had a figure and a small letter before 2005, capitals since."""
_MARK = r"(?:[Nn][Rr]\.?|[Nn]o\.|[Nn]º|[Nn]ummer|[Ss]tuk(?: [Nn]r\.?)?) ?"
_PAPER_OF = r"(?:NOTA|VERSLAG|RAPPORT|Nota|Verslag|Rapport) (?:VAN|van) "
_NUMBER_LINE = re.compile(
    rf"(?:[Ss]tuk )?(?:{_MARK}({_NUMBER})|([A-Z]{{1,3}}))(?: (?:HERDRUK|Herdruk)\d?)?"
    rf"(?:{_DASH}(?:(?:BRIEF|Brief)\b|{_PAPER_OF}).*)?"
)
_INLINE_NUMBER = re.compile(rf"\bNr\. ?({_NUMBER})\b(?= (?:HERDRUK|BRIEF|{_PAPER_OF}))")
_BEFORE = r"(?P<before>[A-ZÀ-Ý](?:(?!Kamerstuk)[^\d]){1,200}), "
_AFTER = rf"(?:{_DASH}(?P<after>[A-ZÀ-Ý«'’(].*))?"
_WHOLE = re.compile(
    rf"(?i:{_LABEL})?(?:(?P<dossiers>{_DOSSIERS})(?:,?(?: ?[/–-])? (?:{_BEFORE})?{_MARK}"
    rf"(?P<number>{_NUMBER})|, (?P<letters>[A-Z]{{1,3}}))"
    rf"|(?P<short>\d{{5}})-(?P<third>\d|\d{{3,4}}|[A-Z]{{1,3}})){_AFTER}"
)
"""Dossier, number and perhaps title on one line: «22 181, nr. 223 – De situatie in Joegoslavië»."""
_RUNNING = re.compile(
    r"(Tweede Kamer|Eerste Kamer|TWEEDE KAMER|EERSTE KAMER|Kamerstuk(?:ken)? II?\b)"
    r"(?: der Staten-Generaal| DER STATEN-GENERAAL)?,? (?:(?:[Vv]ergaderjaar|[Zz]itting) )?"
    rf"(\d{{4}}) ?[–/-] ?\d{{2,4}},? ({_DOSSIERS}),? (?:nrs?\. ?)?({_NUMBER})(?: \d+)?(?!\w)"
)
_NUMBERED = re.compile(rf"\b{_MARK}(?:{_NUMBER})\Z")
_IDENTIFIER = re.compile(
    r"(?:\b|(?<=[te]k))kst-?(\d{5}(?:-(?:\d{2}|[IVX]+)(?=-))?)-([A-Z]{1,3}|\d{1,4})\b"
)
_YEAR_LINE = re.compile(r"[Vv]ergaderjaar (\d{4}) ?[–/-] ?\d{2,4}")
_ADDRESSED = re.compile(
    r"(?:\bvoorzitters?,? (?:van |der |de )*|\baan de (?:leden van de )?)"
    r"(tweede|eerste)(?: kamer)?(?: der staten-generaal)?(?: en (?:van )?(?:de )?(tweede|eerste))? kamer",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(Tweede|Eerste) Kamer der Staten-Generaal(?: \d)?")


def head_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines above the first sentence of the letter, whose salutation may stand anywhere."""
    head: list[str] = []
    for line in lines[:_MOST_LINES]:
        before, salutation, _ = line.partition("Geachte ")
        if _is_prose(line):
            return [*head, before.strip()] if salutation else head
        head.append(line.replace("**", "").strip(" *_#"))
    return head


def _is_prose(line: str) -> bool:
    words = line.split()
    shouted = sum(word.isupper() for word in words) > len(words) / 2
    long = len(words) >= _WORDS_OF_PROSE and line.rstrip(' »”")0123456789')[-1:] in ".:;?!"
    if shouted or _NUMBERED.search(line):
        return False
    return not _labelled().match(line) and (long or len(words) >= 40)


def dossiers_and_number(
    head: Sequence[str], running: Iterable[str]
) -> tuple[tuple[str, ...], str | None]:
    """Return the letter's own dossiers and its number in the first of them."""
    head = [line for at, line in enumerate(head) if not at or not _yours().fullmatch(head[at - 1])]
    printed = (_RUNNING.search(line) for line in running)
    for paper in filter(None, [*printed, *map(_RUNNING.match, head)]):
        return dossier_numbers(paper[3]), paper[4]
    for line in [*running, *head]:
        if own := _IDENTIFIER.search(line):
            return (own[1],), own[2]
    dossiers: dict[str, None] = {}
    number = None
    for line in head:
        if not dossiers and (found := _WHOLE.fullmatch(line)):
            number = found["number"] or found["letters"] or found["third"] or number
            return dossier_numbers(found["dossiers"] or found["short"]), number
        if found := _DOSSIER_LINE.fullmatch(_INLINE_NUMBER.split(line)[0].strip()):
            dossiers.update(dict.fromkeys(dossier_numbers(found[1])))
        if number is None and (dossiers or _NUMBERED.fullmatch(line)):
            number = _number(line)
    lettered = next((letter for line in head[:6] if (letter := _lettered(line))), None)
    return tuple(dossiers), number if dossiers and number else lettered


def _number(line: str) -> str | None:
    if found := _NUMBER_LINE.fullmatch(line):
        return found[1] or found[2]
    return found[1] if (found := _INLINE_NUMBER.search(line)) else None


def _lettered(line: str) -> str | None:
    """Return the letter of a paper of the Eerste Kamer whose dossier line is lost: «Z BRIEF VAN …»."""
    found = re.match(r"([A-Z]{1,3})(?: HERDRUK)? +BRIEF\b", " ".join(line.split()))
    return found[1] if found else None


def dossier_numbers(printed: str) -> tuple[str, ...]:
    """Return the dossiers that stand in this text, written ``29521``, ``21501-02`` or ``36410-V``."""
    found = re.findall(r"(\d{2})[ .]?(\d{3})(?:[ -](\d{2}\b|[IVX]+\b|[A-J]\b))?", printed)
    return tuple("-".join(filter(None, [first + last, part])) for first, last, part in found)


def title(head: Sequence[str]) -> str | None:
    """Return the stated subject line, else the title of the dossier above the letter."""
    for at, line in enumerate(head):
        if found := _subject().search(line):
            own = found[1] or (head[at + 1] if at + 1 < len(head) else "")
            return _until_field(own) or None
    for at, line in enumerate(head):
        whole = _WHOLE.fullmatch(line)
        if whole and (whole["before"] or whole["after"]):
            return str(whole["before"] or whole["after"])
        found = _DOSSIER_LINE.fullmatch(_INLINE_NUMBER.split(line)[0].strip())
        if found and found[2] and not whole:
            return str(found[2])
        if (found or whole) and at + 1 < len(head) and _is_title(head[at + 1]):
            return head[at + 1]
    return None


def _is_title(line: str) -> bool:
    if _NUMBER_LINE.fullmatch(line) or _DOSSIER_LINE.fullmatch(line) or _YEAR_LINE.match(line):
        return False
    return len(line) > 4 and not _labelled().match(line) and not line.isupper()


def _until_field(line: str) -> str:
    """Return the subject without the next field of a head that was printed in columns."""
    return _field().split(line)[0].strip(" :*")


def letter_date(lines: Iterable[str], *, dated_only: bool = False) -> Moment | None:
    """Return the date that a line of the head or signature gives: «Den Haag, 25 november 2022».

    With ``dated_only`` a line must start with a place or with «Datum»; else a bare date will do too.
    """
    labelled = False
    for line in lines:
        label = _dated().match(line)
        rest = line[label.end() :] if label else line
        first = next(iter(find_times(rest)), None)
        if first and first.moment and not rest[: first.start].strip(" ,:/*–-"):
            alone = not rest[first.end :].strip(" ,.*")
            if label or (alone and (labelled or not dated_only)):
                return first.moment
        labelled = label is not None and not rest.strip(" :*")
    return None


def session_year(head: Iterable[str], running: Iterable[str]) -> int | None:
    """Return the year in which the parliamentary year of the letter begins, when it is printed."""
    for line in [*running, *head]:
        if found := _YEAR_LINE.search(line):
            return int(found[1])
    return None


def stated_chamber(head: Sequence[str], running: Iterable[str]) -> Chamber | None:
    """Return the chamber that the letter is printed for or addressed to.

    A letter to both chambers is of the chamber whose running head it bears, else of the Tweede Kamer.
    """
    for line in running:
        if found := _RUNNING.search(line) or _TITLED.match(line):
            return _chamber(found[1])
    whole = " ".join(" ".join(head).split())
    if found := _ADDRESSED.search(whole):
        return _chamber("Tweede" if found[2] else found[1])
    for line in head:
        if found := _TITLED.fullmatch(line):
            return _chamber(found[1])
    return None


def likely_chamber(text: str, targets: Iterable[str]) -> Chamber | None:
    """Return the chamber that the words of the letter point to, None when they do not.

    A letter cites papers by the numbers of the chamber it is written to: figures for the Tweede, letters
    for the Eerste Kamer, which is also told papers of the other.
    """
    weight = {"TK": 0, "EK": 0}
    for row in fact_words()["chamber"]:
        pattern = rf"(?<!\w){any_of(row['words'])}(?!\w)"
        if re.search(pattern, text, re.IGNORECASE):
            weight[row["chamber"]] += row["weight"]
    numbers = [target.rsplit("-", 1)[-1] for target in targets]
    weight["EK" if any(number.isalpha() for number in numbers) else "TK"] += bool(numbers)
    if weight["TK"] == weight["EK"]:
        return None
    return "TK" if weight["TK"] > weight["EK"] else "EK"


def _chamber(word: str) -> Chamber:
    return "TK" if word.lower().startswith("tweede") or word.endswith(" II") else "EK"


# ------------------------------------------------------------------------- words from facts.toml
@cache
def _subject() -> re.Pattern[str]:
    words = [word for row in fact_words()["subject"] for word in row["words"]]
    return re.compile(rf"(?:\A(?i:{any_of(words)})|(?<=\s){any_of(words)})\b *:? *(.*)")


@cache
def _dated() -> re.Pattern[str]:
    words = [word for row in fact_words()["dated"] for word in row["words"]]
    return re.compile(rf"(?:.*\b(?=Datum\b))?{any_of(words)}[ ,:/*]*", re.IGNORECASE)


@cache
def _yours() -> re.Pattern[str]:
    """A label without its field, which the next line has: the paper that the letter answers."""
    return re.compile(r"Uw (?:brief|kenmerk|referentie)(?: \(kenmerk\))? *:?", re.IGNORECASE)


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=\s)|\A){any_of(fact_words()['fields']['words'])}(?=\W|\Z)")


@cache
def _labelled() -> re.Pattern[str]:
    words = [word for row in fact_words()["subject"] for word in row["words"]]
    labels = any_of([*words, *fact_words()["fields"]["words"]])
    return re.compile(rf"(?:{labels}|> ?Retour|Aan\b|Van:)(?=\W|\Z)")
