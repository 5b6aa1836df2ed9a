"""«Het land», «aldaar»: the country that was named last."""

import re
from collections.abc import Sequence

from kamergraaf.annotations.names.context import Context
from kamergraaf.model import Entity

_LAND = re.compile(
    r"(?<![\w-])(?<!op )(?:het land|dit land|dat land|aldaar|Het land|Dit land|Dat land)(?![\w-])(?! van\b)"
)


def countries_again(context: Context, places: Sequence[Entity]) -> list[Entity]:
    """Return «het land» and «aldaar» with the country that they stand for, when there is one.

    That is the country of the heading, where the nearest one that names countries names one only, else
    the country last named as a noun in the paragraph; for «aldaar» only the place last named counts.
    """
    anywhere = [p for p in places if p.form in {"noun", "name", "capital"} and len(p.links) == 1]
    nouns = [p for p in anywhere if p.form != "capital"]
    abroad = [p for p in nouns if not p.links[0].id.endswith("/nld")]
    found = []
    for match in _LAND.finditer(context.letter.text):
        paragraph = context.paragraph(match.start())
        low, _ = context.bounds(paragraph)
        before = [p for p in abroad if low <= p.start < match.start()][-1:]
        if match[0] == "aldaar":
            before = [p for p in anywhere if low <= p.start < match.start()][-1:]
        else:
            above = [_inside(context.bounds(n), abroad) for n in context.headings(paragraph)]
            naming = next((named for named in above if named), [])
            before = naming if len({p.links[0].id for p in naming}) == 1 else before
        if before and before[0].kind == "country":
            links = before[0].links
            found.append(Entity(*match.span(), match[0], "country", links, form="anaphor"))
    return found


def _inside(bounds: tuple[int, int], places: Sequence[Entity]) -> list[Entity]:
    low, high = bounds
    return [p for p in places if p.kind == "country" and low <= p.start < high]
