"""Who held which office when, and which office or person a line of a letter names."""

import re
import unicodedata
from collections import defaultdict
from datetime import date
from functools import lru_cache

from kamergraaf.reference.loading import tables
from kamergraaf.reference.tables import Person, Post, Tenure

_TITLES = re.compile(
    r"\b(?:prof|dr|drs|mr|mw|ir|ing|jhr|dhr|mevr|mevrouw|de heer|ba|ma|msc|bsc|llm|mba|ec|phd)\b\.?",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?:(?:IJ|[^\W\d_][a-z]{0,2})\.\s*)+|(?:[A-Z]\s)+|[A-Z]{2,4}\s(?=[A-Z][a-z])"
)


def _plain(text: str) -> str:
    """Return ``text`` in small letters without accents, with single spaces and plain hyphens."""
    straight = text.replace("’", "'").replace("‘", "'")
    bare = unicodedata.normalize("NFKD", straight).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[\s–—‑]+", " ", bare.replace("- ", "-")).strip(" ,.;:*_").split())


def _title(text: str) -> str:
    words = re.sub(r"[^a-z0-9&]+", " ", _plain(text)).strip()
    words = re.sub(r"^(?:de|het|een) ", "", words)
    words = re.sub(r"^ministers ", "minister ", words)
    return re.sub(r"^staatssecretarissen ", "staatssecretaris ", words)


@lru_cache(maxsize=1)
def _posts() -> dict[str, Post]:
    found: dict[str, Post] = {}
    for post in tables().posts.values():
        for title in (post.title_nl, *post.aliases):
            found.setdefault(_title(title), post)
    return found


def post_by_title(text: str) -> Post | None:
    """Return the post with this title or alias, or ``None``.

    Case, accents, a leading article, plural «ministers» and closing punctuation do not matter.

    >>> post_by_title("DE MINISTER VAN JUSTITIE EN VEILIGHEID,").id
    'minister-jenv'
    """
    return _posts().get(_title(text))


@lru_cache(maxsize=1)
def _by_post() -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tables().tenures.values():
        found[tenure.post].append(tenure)
    return {
        post: tuple(sorted(held, key=lambda t: t.start.earliest)) for post, held in found.items()
    }


def tenures_of(post: str) -> tuple[Tenure, ...]:
    """Return the tenures in the post with this id, oldest first."""
    return _by_post().get(post, ())


def covers(tenure: Tenure, earliest: date, latest: date) -> bool:
    """Tell whether the tenure surely held on all days from ``earliest`` to ``latest`` (included)."""
    return tenure.start.latest <= earliest and (tenure.end is None or latest < tenure.end.earliest)


def holder(post: str, earliest: date, latest: date) -> Tenure | None:
    """Return the one tenure in this post over the whole interval, ``None`` when none or several did.

    >>> holder("minister-bz", date(2017, 5, 19), date(2017, 5, 19)).person
    'bert-koenders'
    """
    held = [tenure for tenure in tenures_of(post) if covers(tenure, earliest, latest)]
    return held[0] if len(held) == 1 else None


def tenure_of(person: str, post: str, day: date) -> Tenure | None:
    """Return the tenure of this person in this post on this day, or ``None``."""
    held = [t for t in tenures_of(post) if t.person == person and covers(t, day, day)]
    return held[0] if len(held) == 1 else None


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in tables().persons.values():
        for surname in {_surname(person.name), _surname(person.signature_name or person.name)}:
            for key in {surname, surname.split("-")[0]}:
                found[key].append(person)
    return {key: tuple(persons) for key, persons in found.items()}


def _parts(name: str) -> tuple[str, str]:
    """Return initials and surname of a signature («S.A. Blok») or of a full name («Stef Blok»)."""
    bare = " ".join(_TITLES.sub(" ", name).split())
    if found := _INITIALS.match(bare):
        return re.sub(r"[^a-z]", "", _plain(found[0])), _plain(bare[found.end() :])
    text = _plain(bare)
    first, _, rest = text.partition(" ")
    return (first, rest) if rest else ("", first)


def _surname(name: str) -> str:
    return _parts(name)[1]


def persons_by_surname(surname: str) -> tuple[Person, ...]:
    """Return the office-holders with this surname, prefixes included («de Hoop Scheffer»)."""
    return _surnames().get(_plain(surname), ())


@lru_cache(maxsize=1)
def _full_names() -> dict[str, Person]:
    return {_plain(person.name): person for person in tables().persons.values()}


def person_by_signature(name: str) -> Person | None:
    """Return the office-holder who signs or is named like this, ``None`` when none or several fit.

    Academic titles, case, accents, spacing and dots do not matter; a signature with fewer initials,
    with the initial of the first name or with half of a double surname still fits.

    >>> person_by_signature("drs. S. A. BLOK").id
    'stef-blok'
    >>> person_by_signature("Ank Bijleveld").id
    'ank-bijleveld'
    """
    if found := _full_names().get(_plain(_TITLES.sub(" ", name))):
        return found
    given, surname = _parts(name)
    if not given:
        return None
    namesakes = {
        person.id: person
        for part in (surname, surname.split("-")[0])
        for person in persons_by_surname(part)
    }
    exact = [one for one in namesakes.values() if given in _given(one)]
    fitting = exact or [one for one in namesakes.values() if _fits(given, one)]
    return fitting[0] if len(fitting) == 1 else None


def _given(person: Person) -> set[str]:
    """Return first name and initials of an office-holder."""
    return {_parts(name)[0] for name in (person.name, person.signature_name) if name}


def _fits(given: str, person: Person) -> bool:
    first = _parts(person.name)[0][:1]
    initials = _parts(person.signature_name)[0] if person.signature_name else first
    return given == first or given.startswith(initials) or initials.startswith(given)
