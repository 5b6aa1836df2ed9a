"""«Het land», «aldaar»: the country that was named last."""

import re
from collections.abc import Sequence

from kamergraaf.annotations.names.context import Context
from kamergraaf.model import Entity

_LAND = re.compile(
    r"(?<![\w-])(?<!op )(?:het land|dit land|dat land|aldaar|Het land|Dit land|Dat land)(?![\w-])(?! van\b)"
)


def countries_again(context: Context, countries: Sequence[Entity]) -> list[Entity]:
    """Return «het land» and «aldaar» with the country last named as a noun in the paragraph, or in the
    nearest heading that names exactly one; nothing where there is none."""
    text = context.letter.text
    nouns = [c for c in countries if c.form == "noun" and len(c.links) == 1]
    abroad = [c for c in nouns if not c.links[0].id.endswith("/nld")]
    found = []
    for match in _LAND.finditer(text):
        paragraph = context.paragraph(match.start())
        low, _ = context.bounds(paragraph)
        before = [c for c in abroad if low <= c.start < match.start()]
        above = [c for n in context.headings(paragraph) for c in _only(context.bounds(n), abroad)]
        named = before[-1:] or above[:1]
        if named:
            found.append(Entity(*match.span(), match[0], "country", named[0].links, form="anaphor"))
    return found


def _only(bounds: tuple[int, int], countries: Sequence[Entity]) -> list[Entity]:
    inside = [c for c in countries if bounds[0] <= c.start < bounds[1]]
    return inside if len({c.links[0].id for c in inside}) == 1 else []
