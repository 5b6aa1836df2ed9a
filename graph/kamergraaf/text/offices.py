"""Offices as letters write them: on a signature line, in a row in the head, or in a sentence."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kamergraaf.reference import posts

_TOKEN = re.compile(r"[\w'’&-]+|,|\S")
_SKIPPED = {
    "de", "het", "en", ",", "mijn", "onze", "alsmede", "evenals", "ook", "mede", "namens", "zijn",
    "eerste", "tweede", "derde",
}  # fmt: skip
_RANKS = {
    "minister": "Minister", "ministers": "Minister", "bewindslieden": "Minister",
    "bewindspersonen": "Minister", "ambtgenoot": "Minister", "ambtgenote": "Minister",
    "ambtgenoten": "Minister", "collega": "Minister", "collega's": "Minister",
    "collega’s": "Minister", "ambtsgenoot": "Minister", "ambtsgenoten": "Minister",
    "staatssecretaris": "Staatssecretaris", "staatssecretarissen": "Staatssecretaris",
}  # fmt: skip
_PREMIER = ("minister-president", "vice-minister-president", "viceminister-president")
_OWN = "Minister van Algemene Zaken"
SECOND_TITLE = "Viceminister-president"
"""Who bears it is signed by the office that goes with it."""
_ACTING = re.compile(
    r"[,:;./ ]*(?:[(,]? ?\b(?:a\.i|ad interim|wnd|waarnemend|plv|plaatsvervangend)\.?\)?)?[,:; ]*\Z"
)
_LONGEST = 9
"""The most words in the name of a portfolio."""


@dataclass(frozen=True, slots=True)
class Office:
    """A Dutch office: its title as it is signed, and the id of its post if the reference data hold it."""

    title: str
    post: str | None = None


@cache
def fact_words() -> dict[str, Any]:
    """Return the words of ``facts.toml``."""
    return tomllib.loads((files("kamergraaf.text") / "facts.toml").read_text("utf-8"))


def read_office(line: str) -> Office | None:
    """Return the office if the line is one and nothing else.

    >>> read_office("De minister van Buitenlandse Zaken,")
    Office(title='Minister van Buitenlandse Zaken', post='minister-bz')
    >>> read_office("De Minister van Defensie neemt deel aan de conferentie.")
    """
    found = read_office_row(line)
    return found[0] if len(found) == 1 else None


def read_office_row(line: str) -> tuple[Office, ...]:
    """Return the offices of which the line is a row and nothing else.

    >>> [one.post for one in read_office_row("De Ministers van Buitenlandse Zaken en van Defensie,")]
    ['minister-bz', 'minister-defensie']
    """
    bare = _ACTING.sub("", _charge().sub("", line.strip(" *_,")))
    found, end = _scan(bare)
    return found if end == len(bare) else ()


@cache
def _charge() -> re.Pattern[str]:
    """What a state secretary is charged with, behind the title: «– Fiscaliteit en Belastingdienst»."""
    words = "|".join(map(re.escape, fact_words()["charges"]["words"]))
    return re.compile(rf" ?[(–-] ?(?:{words})\b[^.;:]*\Z", re.IGNORECASE)


def read_offices(text: str) -> tuple[Office, ...]:
    """Return the offices that ``text`` begins with, in order.

    >>> [one.post for one in read_offices("DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE")]
    ['minister-bz', 'minister-defensie']
    """
    return _scan(text)[0]


def _scan(text: str) -> tuple[tuple[Office, ...], int]:
    """Return the offices at the start of the text and where the last of them ends."""
    tokens = [(match[0], match.end()) for match in _TOKEN.finditer(text)]
    words = [word for word, _ in tokens]
    found: list[Office] = []
    rank, preposition, at, end = "", "", 0, 0
    while at < len(words):
        word = words[at].lower()
        if word in _PREMIER:
            office, taken = _premier(words[at:])
        elif word in _RANKS:
            rank, preposition, at = _RANKS[word], "", at + 1
            continue
        elif rank and word in ("van", "voor"):
            preposition = word
            office, taken = _portfolio(rank, word, words[at + 1 :])
            taken += 1
        elif word in _SKIPPED:
            at += 1
            continue
        else:
            # «van Buitenlandse Zaken en Defensie»: only a name that is known goes on with the row.
            office, taken = _known(rank, preposition, words[at:]) if found else (None, 0)
        if office is None:
            break
        found.append(office)
        at += taken
        end = tokens[at - 1][1]
    return tuple(found), end


def _premier(words: list[str]) -> tuple[Office | None, int]:
    post = posts()["minister-president"]
    own = _OWN.lower().split()
    rest = [word.lower() for word in words[1:7]]
    skipped = next((n for n, word in enumerate(rest) if word not in (",", "en", "de")), len(rest))
    taken = 1 + skipped + len(own) if rest[skipped : skipped + len(own)] == own else 1
    if words[0].lower() != _PREMIER[0]:
        return Office(SECOND_TITLE), 1
    return Office(post.title_nl, post.id), taken


def _portfolio(rank: str, preposition: str, words: list[str]) -> tuple[Office | None, int]:
    office, taken = _known(rank, preposition, words)
    return (office, taken) if office else _unknown(rank, preposition, words)


def _known(rank: str, preposition: str, words: list[str]) -> tuple[Office | None, int]:
    titles = _titles()
    for taken in range(min(_LONGEST, len(words)), 0, -1):
        office = titles.get(_plain(f"{rank} {preposition} {' '.join(words[:taken])}"))
        if office and words[taken - 1] not in (",", "en"):
            return office, taken
    return None, 0


def _unknown(rank: str, preposition: str, words: list[str]) -> tuple[Office | None, int]:
    """Return an office that the data do not hold: its capitals, with one «, .. en ..» between them."""
    shouted = all(word.isupper() or word == "," for word in words[:2])
    taken = 0
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        joins = word.lower() in (",", "en") and following.lower() not in (*_SKIPPED, "van", "voor")
        ends = following.lower() in _RANKS or not following[:1].isupper()
        if word[:1].isupper() and word.lower() not in (*_SKIPPED, "van", "voor"):
            taken = at + 1
        elif not joins or ends:
            break
    if not taken:
        return None, 0
    name = " ".join(words[:taken]).replace(" ,", ",")
    if shouted:
        name = re.sub(r"\w+", lambda word: _cased(word[0]), name)
    return Office(f"{rank} {preposition} {name}"), taken


def _cased(word: str) -> str:
    return word.lower() if word in ("EN", "VAN", "VOOR", "DE", "HET") else word.capitalize()


@cache
def _titles() -> dict[str, Office]:
    """Return the offices by every way to write them.

    Every portfolio of a minister may have a state secretary too: those titles carry no post when the
    reference data hold none.
    """
    written = [
        (title, post) for post in posts().values() for title in (post.title_nl, *post.aliases)
    ]
    found = {_plain(title): Office(post.title_nl, post.id) for title, post in written}
    for preposition, names in fact_words()["portfolios"].items():
        for title in (f"Minister {preposition} {name}" for name in names):
            found.setdefault(_plain(title), Office(title))
    for plain, office in tuple(found.items()):
        if office.title.startswith("Minister ") and plain.startswith("minister "):
            second = f"Staatssecretaris {office.title.removeprefix('Minister ')}"
            found.setdefault(f"staatssecretaris {plain.removeprefix('minister ')}", Office(second))
    return found


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()
