"""What a name is linked to: links to rows of the reference data and to things it does not hold."""

from kamergraaf import reference
from kamergraaf.iris import slug, thing
from kamergraaf.model import EntityKind, Link

_UNKNOWN = "unknown"


def country_link(iso3: str) -> Link:
    """Return the link to a country by its ISO alpha-3 code."""
    country = reference.countries()[iso3]
    return Link(country.iri, country.name_nl)


def region_link(key: str) -> Link:
    """Return the link to a region by its id."""
    region = reference.regions()[key]
    return Link(region.iri, region.name_nl)


def mission_link(key: str) -> Link:
    """Return the link to a mission by its id."""
    mission = reference.missions()[key]
    return Link(mission.iri, mission.name, kind=mission.kind)


def organisation_link(key: str) -> Link:
    """Return the link to an organisation by its id."""
    organisation = reference.organisations()[key]
    return Link(organisation.iri, organisation.name, kind=organisation.kind)


def ministry_link(key: str) -> Link:
    """Return the link to a Dutch ministry by its id."""
    ministry = reference.ministries()[key]
    return Link(ministry.iri, ministry.name_nl, kind="ministry")


def post_link(key: str) -> Link:
    """Return the link to a Dutch post by its id."""
    post = reference.posts()[key]
    return Link(post.iri, post.title_nl, kind="post")


def person_link(key: str) -> Link:
    """Return the link to a Dutch office-holder by id."""
    person = reference.persons()[key]
    return Link(person.iri, person.name)


_MAKERS = {
    "country": country_link,
    "region": region_link,
    "mission": mission_link,
    "organisation": organisation_link,
}


def known(kind: EntityKind, key: str) -> Link:
    """Return the link to a row of the table for this kind of thing."""
    return _MAKERS[kind](key)


def unknown(kind: EntityKind, name: str, code: str | None = None) -> Link:
    """Return the link to something that the reference data does not hold, named as written.

    >>> unknown("mission", "operatie Pallas").id.rsplit("/", 1)[1]
    'operatie-pallas'
    """
    kinds = {"mission": _UNKNOWN, "organisation": _UNKNOWN}
    return Link(thing(kind, slug(name)), name, known=False, kind=code or kinds.get(kind))


def key_of(link: Link) -> str:
    """Return the id in the reference data of a known link (for a country its ISO alpha-3 code)."""
    last = link.id.rsplit("/", 1)[1]
    return last.upper() if "/country/" in link.id else last
