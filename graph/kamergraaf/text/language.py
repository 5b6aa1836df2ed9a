"""Is a text Dutch?  Decided on the small words of each paragraph, from ``languages.toml``."""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

_WORD = re.compile(r"['’]n\b|[^\W\d_]+")
# A Dutch letter may quote or append pages in another language; less Dutch than this is no letter.
_SHARE = 0.3
_FEW = 3
_QUOTES = 1.5
# In prose of these languages every third word is listed; a list of names has fewer.
_SMALL = 0.05
_ENOUGH = 60


def table() -> dict[str, dict[str, Any]]:
    """Return ``languages.toml`` as it stands."""
    path = Path(__file__).with_name("languages.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Return the languages of each word."""
    codes: dict[str, tuple[str, ...]] = {}
    for code, row in table().items():
        for word in row["words"]:
            codes[word] = (*codes.get(word, ()), code)
    return codes


def other_language(text: str) -> str | None:
    """Return the English name of the language of a text that is not Dutch, None when it is.

    Each line counts for the language most of its small words belong to.  Names of people and
    treaties do not count, and a text with too few words to tell is taken as Dutch.

    >>> other_language("The Netherlands will contribute to the mission."), other_language("Mali")
    ('English', None)
    """
    lines: Counter[str] = Counter()
    words = 0
    for line in text.lower().split("\n"):
        found = _WORD.findall(line)
        words += len(found)
        hits = Counter(code for word in found for code in _codes().get(word, ""))
        if hits:
            # A Dutch sentence may quote more foreign words than it has Dutch ones around them.
            code = min(hits, key=lambda code: (-hits[code], code))
            code = "nl" if _QUOTES * hits["nl"] >= hits[code] else code
            lines[code] += hits[code]
    total = sum(lines.values())
    if words >= _ENOUGH and total < _SMALL * words:
        return "an unknown language"
    if total < _FEW or lines["nl"] >= _SHARE * total:
        return None
    code = min(lines, key=lambda code: (-lines[code], code))
    return str(table()[code]["name"])
