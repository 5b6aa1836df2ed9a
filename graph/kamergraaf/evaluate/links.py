"""Links between commitments of several letters, gold's against those an extractor gives.

Gold has ``links`` on a commitment: ``{"to": "<slug>:<id>", "relation": …}``.  An extractor gives them in
the same place, ``to`` being the ``id`` of a commitment in its output for the other letter.  One that
gives none has recall 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kamergraaf.evaluate.figures import Tally, share

Json = Mapping[str, Any]
Pair = tuple[str, str]
NONE = Tally()


@dataclass(frozen=True, slots=True)
class Side:
    """A scored letter: gold, found, and which found commitment (by ``id``) is which of gold's.

    ``neutral`` holds the found ones that count neither way: second hits and vague ones.
    """

    slug: str
    gold: Json
    found: Json
    matched: Mapping[str, str]
    neutral: frozenset[str]


@dataclass(frozen=True, slots=True)
class LinkScore:
    """Pairs of commitments linked, and whether the relation of the right ones is right."""

    pairs: Tally = NONE
    relations: Tally = NONE
    missed: tuple[Json, ...] = ()
    spurious: tuple[Json, ...] = ()


def score_links(sides: Sequence[Side]) -> list[LinkScore]:
    """Score the links of each letter; those to letters that are not scored are left out."""
    known = {
        f"{side.slug}:{each['id']}": each for side in sides for each in side.gold["commitments"]
    }
    names: dict[str, str | None] = {}
    for side in sides:
        for each in side.found["commitments"]:
            name = f"{side.slug}:{side.matched.get(each['id'], each['id'])}"
            names[each["id"]] = None if each["id"] in side.neutral else name
    return [_score(side, known, names) for side in sides]


def _score(side: Side, known: Mapping[str, Json], names: Mapping[str, str | None]) -> LinkScore:
    expected = {
        (f"{side.slug}:{each['id']}", link["to"]): link["relation"]
        for each in side.gold["commitments"]
        for link in each.get("links", ())
        if link["to"] in known
    }
    claimed: dict[Pair, str] = {}
    for each in side.found["commitments"]:
        for link in each.get("links", ()):
            source, target = names[each["id"]], names.get(link["to"])
            if source and target:
                claimed.setdefault((source, target), link["relation"])
    right = [pair for pair in expected if pair in claimed]
    return LinkScore(
        pairs=Tally(len(right), len(claimed), len(expected)),
        relations=share(expected[pair] == claimed[pair] for pair in right),
        missed=tuple(_shown(p, expected[p], known) for p in expected if p not in claimed),
        spurious=tuple(_shown(p, claimed[p], known) for p in claimed if p not in expected),
    )


def _shown(pair: Pair, relation: str, known: Mapping[str, Json]) -> Json:
    source, target = (known.get(name, {}).get("quote", name) for name in pair)
    return {"from": pair[0], "to": pair[1], "relation": relation, "says": source, "said": target}


NO_LINKS = LinkScore()
"""The score of a letter whose links are not scored yet."""
