"""How each thing gets its IRI: pure functions of content, no counter and no clock (DESIGN section 3)."""

import re
import unicodedata
from hashlib import sha256

DEF = "https://w3id.org/kamergraaf/def#"
ID = "https://w3id.org/kamergraaf/id/"
CONCEPT = "https://w3id.org/kamergraaf/concept/"


def sha(text: str) -> str:
    """Return the SHA-256 of the UTF-8 of ``text`` in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def slug(name: str) -> str:
    """Return ``name`` as a path segment: lower-case ASCII letters, digits and hyphens.

    A name that leaves nothing (other scripts) becomes the first 8 hex digits of its SHA-256.

    >>> slug("EU-trainingsmissie in Côte d’Ivoire")
    'eu-trainingsmissie-in-cote-d-ivoire'
    """
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    spaced = "".join(c if c.isalnum() else " " for c in letters)
    plain = spaced.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or sha(name)[:8]


def thing(kind: str, key: str) -> str:
    """Return the IRI of reference data: ``thing("mission", "minusma")``."""
    return f"{ID}{kind}/{key}"


def letter_iri(
    dossier: str | None, number: str | None, date: str | None, ministry: str | None, file_sha: str
) -> str:
    """Return the letter's IRI, from its number when stated, else from date, ministry and file.

    >>> letter_iri("29521", "456", None, None, "0" * 64).rsplit("/", 1)[1]
    'kst-29521-456'
    >>> letter_iri(None, None, "2021", "bz", "4387123c" + "0" * 56).rsplit("/", 1)[1]
    '2021-bz-4387123c'
    """
    if dossier and number:
        return thing("letter", f"kst-{dossier}-{number}")
    return thing("letter", "-".join([date or "ongedateerd", ministry or "onbekend", file_sha[:8]]))


def part(letter: str, kind: str, content: str) -> str:
    """Return the IRI of something a letter states: ``<letter>/<kind>-<first 8 of SHA-256>``."""
    return f"{letter}/{kind}-{sha(content)[:8]}"
