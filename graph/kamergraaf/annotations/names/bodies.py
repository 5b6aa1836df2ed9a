"""Organisations beyond the list: ministries, state bodies, names with a telling word, abbreviations."""

import re
from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Doc

from kamergraaf import reference
from kamergraaf.annotations.names.links import ministry_link, unknown
from kamergraaf.annotations.names.vocabulary import alternatives, words
from kamergraaf.model import Entity

_CAPITAL = r"[A-ZÀ-Ý][\w’'&-]*"
_LINKS = (
    r"(?: (?:of the|of|for the|for|and|on|van de|van het|van|voor de|voor het|voor|en|der|du|des"
    r"|de la|de|la|le|et|pour la|pour|in the|&))?"
)

_COMMITTEE = re.compile(
    r"\b[Vv]aste (?:[Kk]amer)?commissie voor [A-ZÀ-Ý][\w-]*(?:,? (?:en |voor |van )?[A-ZÀ-Ý][\w-]*)*"
)


@lru_cache(maxsize=1)
def _ministries() -> dict[str, str]:
    return {
        row.name_nl.lower().removeprefix("ministerie van "): row.id
        for row in reference.ministries().values()
    }


@lru_cache(maxsize=1)
def _ministry() -> re.Pattern[str]:
    ordered = sorted(_ministries(), key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name) for name in ordered)
    return re.compile(rf"\b[Mm]inisterie van ((?i:{names}))(?!\w| en [A-Z])")


def ministries(text: str, countries: Sequence[Entity]) -> list[Entity]:
    """Return the ministries named; one of another state («het Malinese ministerie van …») is unknown."""
    abroad = [c for c in countries if c.links and not c.links[0].id.endswith("/nld")]
    before = {c.end: c.start for c in abroad if c.form == "adjective"}
    after = {c.start for c in abroad if c.form == "noun"}
    found = []
    for match in _ministry().finditer(text):
        start, end = match.span()
        foreign = (
            start - 1 in before or end + len(" van ") in after and text[end:].startswith(" van ")
        )
        link = ministry_link(_ministries()[match[1].lower()])
        if foreign:
            start = before.get(start - 1, start)
            link = unknown("organisation", text[start:end], "ministry")
        found.append(Entity(start, end, text[start:end], "organisation", (link,)))
    return found


def committees(text: str) -> list[Entity]:
    """Return the standing committees of parliament: «de vaste commissie voor Defensie»."""
    found = []
    for match in _COMMITTEE.finditer(text):
        link = unknown("organisation", match[0], "parliament")
        found.append(Entity(*match.span(), match[0], "organisation", (link,)))
    return found


def state_bodies(text: str, countries: Sequence[Entity]) -> list[Entity]:
    """Return «de Malinese strijdkrachten», «de Iraakse regering» as organisations of that state."""
    pattern = re.compile(rf" (?:{alternatives('state-bodies')})(?![\w-])")
    found = []
    for country in countries:
        if country.form != "adjective" or country.links[0].id.endswith("/nld"):
            continue
        if match := pattern.match(text, country.end):
            start, end = country.start, match.end()
            quote = text[start:end]
            link = unknown("organisation", quote, "body")
            found.append(Entity(start, end, quote, "organisation", (link,)))
    return found


def telling_names(text: str, doc: Doc) -> list[Entity]:
    """Return capitalised names with a telling word («… Centre», «Stichting …»), and what the pipeline
    takes for an organisation of several words that the letter abbreviates in brackets."""
    pattern = re.compile(
        rf"(?<![\w-]){_CAPITAL}(?:{_LINKS} {_CAPITAL}){{1,6}}(?:, {_CAPITAL} and {_CAPITAL})?(?![\w-])"
    )
    told = {
        (span.start_char, span.end_char)
        for span in doc.ents
        if span.label_ == "ORG"
        and pattern.fullmatch(span.text)
        and text.startswith(" (", span.end_char)
    }
    found = {_bare(text, *match.span()) for match in pattern.finditer(text)}
    spans = {span for span in found if _has(text, span, "organisation-heads")} | told
    return [
        Entity(
            start, end, text[start:end], "organisation", (unknown("organisation", text[start:end]),)
        )
        for start, end in sorted(spans)
        if _inside(text, start) and not _has(text, (start, end), "no-organisations")
    ]


def _has(text: str, span: tuple[int, int], words_of: str) -> bool:
    telling = words(words_of)
    return any(word in telling for word in re.split(r"[ ,-]+", text[span[0] : span[1]]))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    article = re.compile(r"(?:De|Het|Een|The) ").match(text, start)
    return (article.end() if article else start), end


def _inside(text: str, start: int) -> bool:
    """Tell whether a name stands inside a sentence, where a capital means something."""
    return start > 0 and text[start - 1] == " " and text[start - 2] not in ".:;?!\n•-–"
