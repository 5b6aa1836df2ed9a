"""The reference data: countries, missions, organisations, offices and who held them when.

Everything is read from ``corpus/reference`` at first use and kept; ``load`` reads another folder.
"""

from kamergraaf.reference.loading import load, tables
from kamergraaf.reference.lookup import (
    covers,
    holder,
    person_by_signature,
    persons_by_surname,
    post_by_title,
    tenure_of,
    tenures_of,
)
from kamergraaf.reference.tables import (
    Cabinet,
    Country,
    Ministry,
    Mission,
    Organisation,
    Person,
    Post,
    Region,
    Source,
    Tables,
    Tenure,
)

__all__ = [
    "Cabinet",
    "Country",
    "Ministry",
    "Mission",
    "Organisation",
    "Person",
    "Post",
    "Region",
    "Source",
    "Tables",
    "Tenure",
    "cabinets",
    "countries",
    "covers",
    "holder",
    "load",
    "ministries",
    "missions",
    "organisations",
    "person_by_signature",
    "persons",
    "persons_by_surname",
    "post_by_title",
    "posts",
    "regions",
    "sources",
    "tables",
    "tenure_of",
    "tenures",
    "tenures_of",
]


def sources() -> dict[str, Source]:
    """Return all sources by code."""
    return tables().sources


def countries() -> dict[str, Country]:
    """Return all countries by ISO alpha-3 code.

    >>> countries()["MLI"].name_nl, countries()["MLI"].iri
    ('Mali', 'https://w3id.org/kamergraaf/id/country/mli')
    """
    return tables().countries


def regions() -> dict[str, Region]:
    """Return all regions by id."""
    return tables().regions


def missions() -> dict[str, Mission]:
    """Return all missions by id."""
    return tables().missions


def organisations() -> dict[str, Organisation]:
    """Return all organisations by id."""
    return tables().organisations


def ministries() -> dict[str, Ministry]:
    """Return all ministries, one for each name, by id."""
    return tables().ministries


def posts() -> dict[str, Post]:
    """Return all posts by id."""
    return tables().posts


def persons() -> dict[str, Person]:
    """Return all office-holders by id."""
    return tables().persons


def cabinets() -> dict[str, Cabinet]:
    """Return all cabinets by id."""
    return tables().cabinets


def tenures() -> dict[str, Tenure]:
    """Return all tenures by id."""
    return tables().tenures
