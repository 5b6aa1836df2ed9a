"""Binding parameters: the default in ``VALUES ?name { … }`` gives way to a term."""

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kamergraaf.errors import BadQuery
from kamergraaf.queries.guard import code


def bind(text: str, terms: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """Return the question with each term in place of the default of its parameter.

    Terms are written by the RDF library, never pasted as the user typed them.  Raises ``BadQuery`` when
    the question has no such parameter.

    >>> bind("ASK { VALUES ?x { UNDEF } ?x ?p ?o }", {"x": ox.Literal("a } b")})
    'ASK { VALUES ?x { "a } b" } ?x ?p ?o }'
    """
    for name, term in terms.items():
        blank = code(text)
        block_of = rf"\bVALUES\s+[?$]{re.escape(name)}\s*\{{([^}}]*)\}}"
        blocks = list(re.finditer(block_of, blank, re.IGNORECASE))
        if not blocks:
            known = sorted(set(re.findall(r"\bVALUES\s+[?$](\w+)\s*\{", blank, re.IGNORECASE)))
            told = f"it has {', '.join(known)}" if known else "it has none"
            raise BadQuery(f"{name}: this question has no such parameter; {told}")
        for block in reversed(blocks):
            text = f"{text[: block.start(1)]} {term} {text[block.end(1) :]}"
    return text
