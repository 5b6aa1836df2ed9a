"""Missions and countries named in the annotated letters: what the finder scores may not fall."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.annotations.inventory import (
    countries_named,
    missions_named,
    persons_named,
    regions_named,
)
from kamergraaf.annotations.language import parse
from kamergraaf.annotations.names import find_entities, mission_countries, office_holder
from kamergraaf.model import Entity, Letter
from kamergraaf.text import letters as read_letters

NAMES = ["amnesty-sahel", "icoi-mali", "veiligheidsinzet-sahel"]
ALL = [*NAMES, "inzet-sahel", "minusma-voortgang"]


@pytest.fixture(scope="module")
def found(letters: Path) -> dict[str, tuple[Letter, tuple[Entity, ...]]]:
    """Return the five letters and their entities by name."""
    read = [letter for letter in read_letters([letters]) if isinstance(letter, Letter)]
    return {Path(one.file).stem: (one, find_entities(one, parse(one))) for one in read}


def scores(right: int, found_too_much: int, missed: int) -> float:
    """Return F1."""
    return 2 * right / (2 * right + found_too_much + missed)


def missions(gold: dict[str, Any], entities: tuple[Entity, ...]) -> tuple[int, int, int]:
    """Return right, too many and missed missions; optional ones count neither way."""
    left, extra, optional = list(gold["missions"]), 0, 0
    for mission in missions_named(entities):
        names = {mission.link.name, *mission.surface_forms}
        hits = [one for one in left if names & {one["name"], *one["surface_forms"]}]
        hits.sort(key=lambda one: (one["name"] != mission.link.name, bool(one.get("optional"))))
        if not hits:
            extra += 1
        else:
            left.remove(hits[0])
            optional += bool(hits[0].get("optional"))
    missed = [one for one in left if not one.get("optional")]
    return len(gold["missions"]) - len(left) - optional, extra, len(missed)


def counts(
    gold: Path, found: dict[str, tuple[Letter, tuple[Entity, ...]]]
) -> Iterator[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    """Yield the counts for missions and for countries, letter by letter."""
    for name in NAMES:
        expected = json.loads((gold / f"{name}.json").read_text("utf-8"))
        entities = found[name][1]
        wanted = set(expected["countries"]) - {"Nederland"}
        named = {link.name for link in countries_named(entities)}
        yield (
            missions(expected, entities),
            (len(wanted & named), len(named - wanted), len(wanted - named)),
        )


def test_missions_and_countries_do_not_fall(
    gold: Path, found: dict[str, tuple[Letter, tuple[Entity, ...]]]
) -> None:
    by_letter = list(counts(gold, found))
    assert len(by_letter) == 3
    of_missions = [sum(each) for each in zip(*(m for m, _ in by_letter), strict=True)]
    of_countries = [sum(each) for each in zip(*(c for _, c in by_letter), strict=True)]
    assert scores(*of_missions) == 1.0, of_missions
    assert scores(*of_countries) == 1.0, of_countries


@pytest.mark.parametrize("name", ALL)
def test_every_entity_quotes_the_letter(
    name: str, found: dict[str, tuple[Letter, tuple[Entity, ...]]]
) -> None:
    letter, entities = found[name]
    assert len(entities) > 40
    assert list(entities) == sorted(entities, key=lambda e: (e.start, -e.end, e.kind))
    assert len({(e.start, e.end, e.kind) for e in entities}) == len(entities)
    for entity in entities:
        assert letter.text[entity.start : entity.end] == entity.quote
        assert entity.links


def test_the_same_letter_gives_the_same_entities(
    found: dict[str, tuple[Letter, tuple[Entity, ...]]],
) -> None:
    letter, entities = found["icoi-mali"]
    assert find_entities(letter, parse(letter)) == entities


def test_persons_with_their_roles(found: dict[str, tuple[Letter, tuple[Entity, ...]]]) -> None:
    named = {one.name: one for one in persons_named(found["minusma-voortgang"][1])}
    assert {"Diop", "Mogherini", "Jean-Paul Deconinck", "Antonio Guterres"} <= set(named)
    assert named["Diop"].id is None
    assert named["Diop"].role == "Malinese Minister van Buitenlandse Zaken"
    (blok,) = (one for one in named.values() if one.id and one.id.endswith("person/stef-blok"))
    assert blok.name == "S.A. Blok"
    assert blok.role == "Minister van Veiligheid en Justitie"
    assert len(named) == 9


def test_dutch_and_foreign_offices(found: dict[str, tuple[Letter, tuple[Entity, ...]]]) -> None:
    letter, entities = found["minusma-voortgang"]
    offices = [entity for entity in entities if entity.kind == "office"]
    foreign = {entity.quote for entity in offices if entity.form == "foreign"}
    assert {
        "Malinese Minister van Justitie",
        "Algerijnse ambassadeur",
        "Malinese collega",
    } <= foreign
    holders = {
        entity.links[0].id.rsplit("/", 1)[1]: office_holder(entity.links[0], letter)
        for entity in offices
        if entity.form != "foreign"
    }
    people = {post: tenure.person for post, tenure in holders.items() if tenure}
    assert people == {
        "minister-bz": "bert-koenders",
        "minister-defensie": "jeanine-hennis-plasschaert",
        "minister-bhos": "lilianne-ploumen",
        "minister-venj": "stef-blok",
    }


def test_regions_and_countries_of_missions(
    found: dict[str, tuple[Letter, tuple[Entity, ...]]],
) -> None:
    entities = found["veiligheidsinzet-sahel"][1]
    assert {"Sahel", "West-Afrikaanse kuststaten"} <= {
        link.name for link in regions_named(entities)
    }
    by_name = {one.link.name: one.link for one in missions_named(entities)}
    where = mission_countries(by_name["EUCAP Sahel Niger"], entities)
    assert [link.name for link in where] == ["Niger"]
    assert mission_countries(by_name["Flintlock"], entities) == ()
