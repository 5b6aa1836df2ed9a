"""Nouns that name an act: «tot levering van», «de verlenging», «een halvering».

Most are made from a verb with -ing; those are read off ``verbs.csv``.  The others («deelname»,
«inzet», «afbouw») are in ``commitments/nominals.csv`` with the verb that they stand for.
"""

import csv
from functools import cache
from pathlib import Path

from kamergraaf.statements.lexicon import Verb, verbs


@cache
def _stems() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for verb in verbs():
        if not verb.with_ and not verb.reflexive:
            stem = verb.infinitive.removesuffix("en")
            table.setdefault(stem + "ing", verb)
            table.setdefault(stem.removesuffix("el") + "eling", verb)
    return table


@cache
def _others() -> dict[str, str]:
    path = Path(__file__).parent / "commitments" / "nominals.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["noun"]: row["verb"] for row in csv.DictReader(file)}


def nominal(word: str) -> Verb | None:
    """Return the verb whose act a noun names.

    >>> nominal("verlenging").infinitive, nominal("deelname").infinitive
    ('verlengen', 'deelnemen')
    >>> nominal("regering") is None
    True
    """
    lower = word.lower()
    if lower in _others():
        return next(v for v in verbs() if v.infinitive == _others()[lower] and not v.with_)
    for ending in ("", "en"):
        if lower.endswith(ending) and (found := _stems().get(lower.removesuffix(ending))):
            return found
    return None
