"""Words and marks of a text with their places, and the forms in which names are looked up."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\n|[^\W_]+|[^\w\s]|_")
_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "‑": "-", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a single mark or a line end; ``text`` has plain apostrophes and hyphens."""

    text: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """Return the tokens of ``text``.

    >>> [token.text for token in tokenise("EU-missie in Côte d’Ivoire")]
    ['EU', '-', 'missie', 'in', 'Côte', 'd', "'", 'Ivoire']
    """
    return [
        Token(found.group().translate(_SAME), found.start(), found.end())
        for found in _TOKEN.finditer(text)
    ]


def key(form: str) -> tuple[str, ...]:
    """Return the words and marks under which a name is looked up; hyphens do not count.

    >>> key("VN-Veiligheidsraad") == key("VN Veiligheidsraad")
    True
    """
    return tuple(token.text for token in tokenise(form) if token.text != "-")
