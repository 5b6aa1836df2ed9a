"""Offices in a text: Dutch ministers and state secretaries, and those of other states."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kamergraaf import reference
from kamergraaf.annotations.names.links import key_of, post_link, unknown
from kamergraaf.annotations.names.vocabulary import alternatives
from kamergraaf.model import Entity, Letter, Link
from kamergraaf.reference import Post, Tenure

_OF = re.compile(r",? (?:van|uit|in) (?:de |het )?$")
_FAR, _NEAR = 60, 20
"""In this many code points before an office a nationality begins, behind it «van <land>» ends."""
_AND = re.compile(r"(?:, (?:en |alsmede )?|,? en |,? alsmede |,? resp\. )(?:de )?", re.IGNORECASE)
_RANK = re.compile(r"\b(ministers?|staatssecretaris(?:sen)?)(?= (?:van|voor) )", re.IGNORECASE)
_SURNAME = re.compile(
    r",? (?:de heer |mevrouw )?((?:[A-ZÀ-Ý][\w’'.-]* ?|(?:van|de|der|den|el|al) )+)"
)
_FOREIGN_BEFORE = re.compile(
    r"(?:buitenlandse|Europese|EU-?|G7-?|G20-?|NAVO-?|Afrikaanse|Arabische|lokale|regionale|Vlaamse|Waalse"
    r"|Koerdische|Schotse|Catalaanse|Beierse|toenmalige Vlaamse) ?$"
)


@lru_cache(maxsize=1)
def _portfolios() -> dict[str, list[tuple[str, str, Post]]]:
    """Return rank, preposition and post by portfolio in small letters."""
    found: dict[str, list[tuple[str, str, Post]]] = {}
    for post in reference.posts().values():
        for title in (post.title_nl, *post.aliases):
            parts = re.fullmatch(
                r"(minister|staatssecretaris) (van|voor) (.+)", title, re.IGNORECASE
            )
            if parts:
                entry = (parts[1].lower(), parts[2].lower(), post)
                found.setdefault(parts[3].lower(), []).append(entry)
    return found


@lru_cache(maxsize=1)
def _element() -> re.Pattern[str]:
    ordered = sorted(_portfolios(), key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name) for name in ordered)
    return re.compile(
        rf"(?:(?P<rank>ministers?|staatssecretaris(?:sen)?) )?(?:(?P<of>van|voor) )?"
        rf"(?P<portfolio>{names})(?!\w|-\w)",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    rank: str
    posts: tuple[Post, ...]


def offices(letter: Letter, countries: Sequence[Entity]) -> list[Entity]:
    """Return the offices named in a letter: Dutch posts, and those of other states as ``foreign``.

    An office is foreign when a nationality stands before it or «van <land>» after it, when the name
    behind it is no Dutch office-holder's, or when several people hold the same portfolio.
    """
    text = letter.text
    nations = [c for c in countries if c.kind == "country" and c.form in {"adjective", "noun"}]
    found = []
    for match in _RANK.finditer(text):
        parts = _chain(text, match.start())
        plural = match[1].lower().endswith(("s", "en")) and match[1].lower() != "staatssecretaris"
        end = parts[-1].end if parts else match.end()
        nation = _nation(text, match.start(), end, nations)
        alone = plural and len(parts) < 2
        if not parts and not nation:
            continue
        if (
            nation
            or alone
            or _FOREIGN_BEFORE.search(text, 0, match.start())
            or _stranger(text, end, countries)
        ):
            found.append(_foreign(text, match.start(), end, nation))
            continue
        for part in parts:
            found.append(_dutch(letter, part))
    found += list(_prime_minister(letter, nations))
    found += list(_others(text, nations, found))
    return sorted(_with_countries(found, countries, text), key=lambda entity: entity.start)


def _chain(text: str, place: int) -> list[_Part]:
    """Return «Ministers van Buitenlandse Zaken, van Defensie en voor …» as one part for each post."""
    parts: list[_Part] = []
    rank = of = ""
    while found := _element().match(text, place):
        rank = (found["rank"] or rank).lower()
        of = (found["of"] or of).lower()
        short = "minister" if rank.startswith("minister") else "staatssecretaris"
        known = _portfolios()[found["portfolio"].lower()]
        posts = [post for own, prep, post in known if own == short and prep == of]
        posts = posts or [post for own, _, post in known if own == short]
        if not posts:
            break
        parts.append(_Part(place, found.end(), short, tuple(posts)))
        link = _AND.match(text, found.end())
        if not link:
            break
        place = link.end()
    return parts


def _dutch(letter: Letter, part: _Part) -> Entity:
    post = _current(letter, part.posts)
    quote = letter.text[part.start : part.end]
    role = quote if quote.lower().startswith(part.rank) else f"{part.rank.capitalize()} {quote}"
    return Entity(part.start, part.end, quote, "office", (post_link(post.id),), role=role)


def _current(letter: Letter, posts: tuple[Post, ...]) -> Post:
    """Return the post that was filled on the letter's day; «Justitie» may mean a longer later name."""
    if letter.facts.date is None:
        return posts[0]
    day = letter.facts.date
    longer = [
        post
        for post in reference.posts().values()
        if any(post.title_nl.lower().startswith(f"{one.title_nl.lower()} en ") for one in posts)
    ]
    for post in (*posts, *longer):
        if any(
            reference.covers(t, day.earliest, day.latest) for t in reference.tenures_of(post.id)
        ):
            return post
    return posts[0]


def office_holder(link: Link, letter: Letter) -> Tenure | None:
    """Return who held a Dutch post on the day of the letter, ``None`` when that is not certain."""
    day = letter.facts.date
    if day is None or link.kind != "post":
        return None
    return reference.holder(key_of(link), day.earliest, day.latest)


def _nation(text: str, start: int, end: int, nations: Sequence[Entity]) -> Entity | None:
    """Return the country right before («de Malinese minister») or after («van Mali») an office."""
    first = bisect_left(nations, start - _FAR, key=lambda one: one.start)
    last = bisect_left(nations, end + _NEAR, key=lambda one: one.start)
    for country in nations[first:last]:
        if any(link.id.endswith("/nld") for link in country.links):
            continue
        if country.end <= start and text[country.end : start] in {" ", "-"}:
            return country
        behind = country.form == "noun" and end < country.start
        if behind and _OF.fullmatch(text[end : country.start]):
            return country
    return None


def _stranger(text: str, end: int, places: Sequence[Entity]) -> bool:
    """Tell whether the name behind an office is of nobody who held a Dutch one, and no place:
    «bezocht de Minister van Defensie Irak»."""
    found = _SURNAME.match(text, end)
    if not found or "\n" in found[0]:
        return False
    at = bisect_left(places, found.start(1), key=lambda place: place.start)
    if at < len(places) and places[at].start == found.start(1):
        return False
    words = found[1].strip(" .,").split(" ")
    if words[0] in {"De", "Het", "In"} or found[0].startswith(",") and len(words) < 2:
        return False
    return not _dutch_name(" ".join(words))


def _dutch_name(name: str) -> bool:
    return bool(reference.person_by_signature(name) or reference.persons_by_surname(name))


def _foreign(text: str, start: int, end: int, nation: Entity | None) -> Entity:
    low, high = start, end
    if nation:
        low, high = min(low, nation.start), max(high, nation.end)
    quote = text[low:high]
    return Entity(low, high, quote, "office", (unknown("office", quote),), "foreign", role=quote)


def _prime_minister(letter: Letter, nations: Sequence[Entity]) -> Iterator[Entity]:
    pattern = (
        r"\b[Mm]inister-[Pp]resident(?:, [Mm]inister van Algemene Zaken)?\b|\bMINISTER-PRESIDENT\b"
    )
    for match in re.finditer(pattern, letter.text):
        start, end = match.span()
        nation = _nation(letter.text, start, end, nations)
        if nation or _stranger(letter.text, end, nations):
            yield _foreign(letter.text, start, end, nation)
        else:
            post = reference.posts()["minister-president"]
            yield _dutch(letter, _Part(start, end, "minister", (post,)))


def _others(text: str, nations: Sequence[Entity], found: Sequence[Entity]) -> Iterator[Entity]:
    """Yield «de Malinese premier», «zijn Duitse ambtgenoot», «de presidenten van Gambia en Togo»."""
    taken = [(entity.start, entity.end) for entity in found]
    for match in re.finditer(rf"(?<![\w-]){alternatives('foreign-offices')}(?![\w-])", text):
        start, end = match.span()
        if any(low < end and start < high for low, high in taken):
            continue
        if nation := _nation(text, start, end, nations):
            yield _foreign(text, start, end, nation)
    for match in re.finditer(rf"(?<![\w-]){alternatives('international-offices')}(?![\w-])", text):
        yield _foreign(text, *match.span(), None)


def _with_countries(
    found: Sequence[Entity], places: Sequence[Entity], text: str
) -> Iterator[Entity]:
    """Yield the offices, foreign ones over all countries of «van Burkina Faso, Mali en Niger»."""
    nouns = sorted(
        (p for p in places if p.kind == "country" and p.form == "noun"), key=lambda p: p.start
    )
    for entity in found:
        if entity.form == "foreign":
            for country in nouns[bisect_left(nouns, entity.end, key=lambda p: p.start) :]:
                if text[entity.end : country.start] not in {", ", " en ", ", en ", " of "}:
                    break
                entity = _foreign(text, entity.start, country.end, None)
        yield entity
