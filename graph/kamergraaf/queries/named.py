"""The named questions: ``.rq`` files of this folder, each with a heading that says what it answers.

The heading is made of comments, so that each file is plain SPARQL that any endpoint takes::

    # title.nl: Wie ondertekende de brieven over een missie?
    # title.en: Who signed the letters about a mission?
    # about: One or two sentences in English.
    # param mission (mission, default: all, example: MINUSMA): name, abbreviation or IRI of a mission

A parameter is a variable with a line ``VALUES ?mission { UNDEF }`` in the query: what stands between the
braces is the default, ``UNDEF`` for «all».
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kamergraaf.errors import BadQuery

_PARAMETER = re.compile(r"(\w+) \(([\w-]+), default: (.+?), example: (.+?)\): (.+)")
_LINE = re.compile(r"# (title\.nl|title\.en|about|param):? (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes; ``type`` is one of the keys of ``kamergraaf.queries.terms``."""

    name: str
    type: str
    default: str
    """As text, ``all`` when the question is not narrowed."""
    example: str
    about: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with its name, titles, parameters and SPARQL text."""

    name: str
    title_nl: str
    title_en: str
    about: str
    parameters: tuple[Parameter, ...]
    text: str


@lru_cache(maxsize=1)
def named() -> tuple[NamedQuery, ...]:
    """Return the named questions in order of their names."""
    found = (file for file in files("kamergraaf.queries").iterdir() if file.name.endswith(".rq"))
    return tuple(
        parse(file.name.removesuffix(".rq"), file.read_text("utf-8"))
        for file in sorted(found, key=lambda file: file.name)
    )


def parse(name: str, text: str) -> NamedQuery:
    """Return a question from the text of its file; parts of the heading may be missing.

    Raises ``BadQuery`` when a parameter is not written as described above.
    """
    heading: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found and found[1] == "param":
            parts = _PARAMETER.fullmatch(found[2])
            if not parts:
                raise BadQuery(
                    f"{name}: cannot read «{line}»; write "
                    "«# param name (type, default: …, example: …): what it is»"
                )
            parameters.append(Parameter(*parts.groups()))
        elif found:
            heading[found[1]] = " ".join(filter(None, (heading.get(found[1]), found[2])))
    return NamedQuery(
        name,
        heading.get("title.nl", name),
        heading.get("title.en", name),
        heading.get("about", ""),
        tuple(parameters),
        text,
    )
