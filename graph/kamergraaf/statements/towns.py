"""Towns, regions and missions by the country they lie in: «in Gao» is in Mali.

The rows of ``towns.csv`` are plain geographical facts, in the spelling of the letters: towns and
provinces that letters name without their country.  Capitals stand with the countries.
"""

import csv
import re
from functools import cache
from pathlib import Path

from kamergraaf import iris
from kamergraaf.model import Entity, Link
from kamergraaf.reference import countries, missions, regions


@cache
def towns() -> dict[str, str]:
    """Return the ISO 3166-1 alpha-3 code of the country of each place of ``towns.csv``."""
    with Path(__file__).with_name("towns.csv").open(encoding="utf-8", newline="") as file:
        return {row["naam"]: row["land"] for row in csv.DictReader(file)}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(towns(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-]| [A-Z][a-z])")


def towns_in(text: str) -> list[tuple[int, str]]:
    """Return the towns that a text names: where each begins and the code of its country.

    >>> towns_in("laboratoria in Jakarta en Surabaya")
    [(26, 'IDN')]
    """
    return [(match.start(), towns()[match[0]]) for match in _pattern().finditer(text)]


def country_of_region(entity: Entity) -> str | None:
    """Return the code of the one country of a region, ``None`` for the Sahel."""
    if len(entity.links) != 1:
        return None
    region = regions().get(entity.links[0].id.rsplit("/", 1)[-1])
    return region.countries[0] if region and len(region.countries) == 1 else None


def countries_of_mission(link: Link) -> tuple[str, ...]:
    """Return the codes of the countries where a mission of the reference data works."""
    mission = missions().get(link.id.rsplit("/", 1)[-1]) if link.known else None
    return mission.countries if mission is not None else ()


def country_link(iso3: str) -> Link:
    """Return the link of a country by its ISO 3166-1 alpha-3 code."""
    return Link(iris.thing("country", iso3.lower()), countries()[iso3].name_nl)
