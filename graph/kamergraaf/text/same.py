"""Is a letter the same as another one, under another name, in another form or to the other chamber?"""

from hashlib import sha256

from kamergraaf.model import Letter

_BODY = ("body", "heading", "bullet", "table-row")
_LEAST = 300
"""A text with fewer letters may be the same by chance: «Hierbij bied ik u het rapport aan»."""


def body_key(letter: Letter) -> str | None:
    """Return what is equal for letters with the same running text, None for a very short one.

    Head, signatures, page heads and footnotes do not count, nor do white space, hyphens and other
    signs: the head differs between the chambers, the others between the forms of a file.
    """
    parts = (letter.text[one.start : one.end] for one in letter.paragraphs if one.kind in _BODY)
    letters = "".join(char for part in parts for char in part if char.isalnum())
    return sha256(letters.encode()).hexdigest() if len(letters) >= _LEAST else None


def number(letter: Letter) -> str | None:
    """Return the number of the letter as a paper of parliament, written ``kst-29521-456``."""
    facts = letter.facts
    return f"kst-{facts.dossiers[0]}-{facts.number}" if facts.dossiers and facts.number else None
