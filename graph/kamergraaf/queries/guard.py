"""Questions only read: what is refused before the engine sees it.

The engine takes no update through the way that is used here, but it follows SERVICE over the network, and
there is no switch against that.  So the word is refused wherever it stands outside an IRI, a string or a
comment, also as part of a longer word: the engine reads ``SERVICE:x`` as the keyword and a name.
"""

import re

from kamergraaf.errors import BadQuery

LONGEST = 100_000
"""Characters that a question may have."""

_QUIET = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*>                             # IRI
    | \"""(?:\"{0,2}(?:[^"\\]|\\.))*\"""                    # strings
    | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
    | "(?:[^"\\\r\n]|\\.)*"
    | '(?:[^'\\\r\n]|\\.)*'
    | \#[^\r\n]*                                            # comment
    | \\.                                                   # escape in a name
    """,
    re.VERBOSE | re.DOTALL,
)
# The engine refuses updates too, but says only that it expected something else.
_UPDATE = re.compile(
    r"\s*(?:(?:prefix\s+[^\s:]*:|base)\s+)*(insert|delete|load|clear|drop|create|add|move|copy|with)\b",
    re.IGNORECASE,
)


def check(text: str) -> None:
    """Raise ``BadQuery`` when a question could do more than read the graph.

    >>> check("ASK { ?s ?p 'SERVICE' }")
    >>> check("ASK { service<http://example.org/>{} }")
    Traceback (most recent call last):
    kamergraaf.errors.BadQuery: SERVICE: a question reads this graph only, it cannot ask another one
    """
    if len(text) > LONGEST:
        raise BadQuery(f"the question has {len(text)} characters; {LONGEST} is the most")
    if re.search(r"\\u", text, re.IGNORECASE):
        raise BadQuery(r"\u escapes are not read in a question; write the character itself")
    words = code(text)
    if update := _UPDATE.match(words):
        raise BadQuery(
            f"{update[1].upper()}: a question only reads; kamergraaf build writes the graph"
        )
    if re.search("service", words, re.IGNORECASE):
        raise BadQuery("SERVICE: a question reads this graph only, it cannot ask another one")
    if re.search(r"(?<![?$:])\bfrom\b", words, re.IGNORECASE):
        raise BadQuery("FROM: every question is put to the whole graph; to pick a part use GRAPH")


def code(text: str) -> str:
    """Return the text with IRIs, strings and comments blanked out, every other character in place.

    >>> code("ASK { ?s ?p 'x' } # y")
    'ASK { ?s ?p     }    '
    """
    return _QUIET.sub(lambda found: " " * len(found[0]), text)
