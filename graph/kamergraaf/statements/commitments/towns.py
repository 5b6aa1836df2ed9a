"""Towns, provinces and regions by the country they lie in: «in Gao» is in Mali."""

import csv
import re
from functools import cache
from pathlib import Path

from kamergraaf.model import Entity
from kamergraaf.reference import regions


@cache
def towns() -> dict[str, str]:
    """Return the ISO 3166-1 alpha-3 code of the country of each place of ``towns.csv``."""
    with Path(__file__).with_name("towns.csv").open(encoding="utf-8", newline="") as file:
        return {row["naam"]: row["land"] for row in csv.DictReader(file)}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(towns(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-]| [A-Z][a-z])")


def countries_of_towns(text: str) -> tuple[str, ...]:
    """Return the codes of the countries of the towns that a text names, in order.

    >>> countries_of_towns("laboratoria in Jakarta en Surabaya")
    ('IDN',)
    """
    return tuple(dict.fromkeys(towns()[match[0]] for match in _pattern().finditer(text)))


def country_of_region(entity: Entity) -> str | None:
    """Return the code of the one country of a region, ``None`` for the Sahel."""
    if len(entity.links) != 1:
        return None
    region = regions().get(entity.links[0].id.rsplit("/", 1)[-1])
    return region.countries[0] if region and len(region.countries) == 1 else None
