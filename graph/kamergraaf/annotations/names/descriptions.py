"""Missions that are described, not named: «de EU-trainingsmissie in Mali», «deze missie», «EU-missies»."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kamergraaf.annotations.names.links import key_of
from kamergraaf.annotations.names.vocabulary import alternatives, values, words
from kamergraaf.model import Entity

_PLACE = re.compile(r" (?:in|voor|op|naar|bij|boven|uit|vanuit) (?:de |het )?$")
_POSSIBLE = re.compile(r"mogelijke|eventuele|toekomstige|nieuwe (?:\w+ )*$")
_THOUGHT_OF = re.compile(r"^(?:(?:mogelijke|eventuele|toekomstige|nieuwe|aanstaande) )+")
_COMMA = re.compile(r"(?:, | en |, en )(?:de |het )?$")


@dataclass(frozen=True, slots=True)
class Description:
    """A description of one or more missions with what it says about them."""

    start: int
    end: int
    named: int
    """Where it begins without the article."""
    head: str
    head_end: int
    determiner: str
    plural: bool
    lead: str | None
    places: tuple[Entity, ...]
    possible: bool
    """Whether it is only thought of: «eventuele nieuwe EU-missies»."""

    @property
    def countries(self) -> frozenset[str]:
        """ISO alpha-3 codes of the countries in the description."""
        return frozenset(
            key_of(link) for place in self.places if place.kind == "country" for link in place.links
        )

    @property
    def definite(self) -> bool:
        """Whether the reader is supposed to know which mission is meant."""
        return self.determiner in {"de", "deze", "die", "beide", "alle"}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    heads = sorted(values("mission-heads"), key=lambda head: (-len(head), head))
    heads.append(rf"(?:{'|'.join(words('mission-compounds'))})(?:missie|operatie|macht)")
    leads, adjectives = alternatives("leads"), alternatives("mission-adjectives")
    return re.compile(
        rf"(?<![\w-])(?:(?P<determiner>[Dd]e|[Ee]en|[Dd]eze|[Dd]ie|[Bb]eide|[Aa]lle|[Gg]een) )?"
        rf"(?P<adjectives>(?:(?:{adjectives}|[A-ZÀ-Ý][\w-]*se|door [A-ZÀ-Ý]\w+"
        rf" geleide|(?P<led>[A-ZÀ-Ý]\w+)-geleide) )*)(?P<named>(?:[A-Z]{{2,6}}-)?(?P<lead>{leads})[- ]"
        rf"(?:[\w-]+- en )?)?(?P<head>(?:{'|'.join(heads)}))(?P<plural>en|s)?(?![\w-])"
        rf"(?: van (?:de |het )?(?P<of>{leads}|[A-Z]{{3,6}}))?(?!\w)"
    )


def plain(name: str) -> str:
    """Return a description without what says that it is only thought of.

    >>> plain("eventuele waarnemersmissie in Jemen")
    'waarnemersmissie in Jemen'
    """
    return _THOUGHT_OF.sub("", name)


def describes(name: str) -> bool:
    """Tell whether a name only describes a mission: «VN-missie in Liberia», not «Operatie Artemis».

    >>> describes("EU-trainingsmissie in Mali"), describes("Operatie Artemis")
    (True, False)
    """
    found = _pattern().match(name)
    return found is not None and re.match(r" (?:in|voor|op|naar) ", name[found.end() :]) is not None


def descriptions(text: str, places: Sequence[Entity]) -> list[Description]:
    """Return the descriptions of missions in ``text``; ``places`` are its countries and regions."""
    found = []
    by_start = {place.start: place for place in places}
    starts = sorted(by_start)
    for match in _pattern().finditer(text):
        lead = match["lead"] or match["of"]
        near = starts[bisect_right(starts, match.end()) : bisect_left(starts, match.end() + 80)]
        where = _places(text, match.end(), [by_start[start] for start in near])
        inside = starts[bisect_left(starts, match.start()) : bisect_left(starts, match.end())]
        within = [by_start[start] for start in inside]
        if not where:
            where = _glued(within, match.start("head"))
        if not where and match["head"] not in values("mission-heads"):
            continue
        found.append(
            Description(
                start=match.start(),
                end=where[-1].end if where and where[-1].end > match.end() else match.end(),
                named=where[0].start
                if where and where[0].start < match.start("head")
                else match.start("adjectives"),
                head=match["head"],
                head_end=match.end("plural" if match["plural"] else "head"),
                determiner=(match["determiner"] or "").lower(),
                plural=bool(match["plural"]),
                lead=values("leads").get(lead, (lead,))[0] if lead else _led(match, within),
                places=where,
                possible=bool(_POSSIBLE.search(match["adjectives"])),
            )
        )
    return found


def _places(text: str, end: int, near: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the countries or regions that follow: « in Mali en Niger», «voor Oekraïne»."""
    found: list[Entity] = []
    for place in near:
        link = _COMMA if found else _PLACE
        if link.fullmatch(text[found[-1].end if found else end : place.start]):
            if place.form not in {"noun", "name"}:
                break
            found.append(place)
        elif found:
            break
    return tuple(found)


def _glued(places: Sequence[Entity], high: int) -> tuple[Entity, ...]:
    """Return a country right before the head: «Irakmissie», «Mali-missie»."""
    return tuple(p for p in places if p.form in {"noun", "name"} and p.end in {high, high - 1})


def _led(match: re.Match[str], places: Sequence[Entity]) -> str | None:
    """Return the lead that the adjectives tell: «de Europese», «de door Frankrijk geleide»."""
    if "Europese" in match["adjectives"]:
        return "eu"
    low, high = match.span("adjectives")
    inside = [p for p in places if low <= p.start and p.end <= high and p.kind == "country"]
    return key_of(inside[0].links[0]) if inside and inside[0].links else None
