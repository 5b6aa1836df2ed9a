"""On what an undertaking depends: the words of its condition, as they stand.

Dutch has three ways: a conjunction or preposition that says so (``voorwaarde`` in ``phrases.toml``),
«als» before a clause, and a clause that opens with its verb and is taken up by «dan» or «zo»
(«Trekt Ierland zich terug, dan …»).
"""

from spacy.tokens import Token

from kamergraaf.model import Sentence
from kamergraaf.statements.clauses import taken_up
from kamergraaf.statements.commitments.phrases import search
from kamergraaf.statements.context import Context
from kamergraaf.statements.predication import finite_of

LEAST = 12
"""A comma before so many characters does not end a condition («mits, zoals …,»)."""
REST = 8
"""So many words behind a comma are no longer the condition."""


def conditions(sentence: Sentence, start: int, context: Context) -> tuple[str, ...]:
    """Return the words of a condition in the sentence, verbatim, of a passage that begins at ``start``:
    what stands before the passage is its condition only where it opens the sentence."""
    text = context.letter.text[sentence.start : sentence.end]
    span = context.span(sentence)
    then = taken_up(span) if span is not None else None
    if then is not None:
        return (text[: then.nbor(-1).idx - sentence.start].strip(),)
    match = search("voorwaarde", text)
    starts = [match.start()] if match is not None else []
    starts += [t.idx - sentence.start for t in span or () if _opens_clause(t)]
    if not starts or 0 < min(starts) < start - sentence.start:
        return ()
    return (_clause(text, min(starts)),)


def hypothetical(condition: str) -> bool:
    """Tell whether what depends on the condition has not begun («zolang» and «waar nodig» do not say).

    >>> hypothetical("zolang de sancties van kracht zijn"), hypothetical("mits de Raad instemt")
    (False, True)
    """
    return search("voorwaarde-die-loopt", condition) is None


def _opens_clause(token: Token) -> bool:
    """«als de Raad instemt», and not «als waarnemer»."""
    return token.lower_ == "als" and token.dep_ == "mark" and finite_of(token.head) is not None


def _clause(text: str, start: int) -> str:
    rest = text[start:]
    end = len(rest.rstrip(" .;"))
    dash = rest.find(" – ", LEAST)
    if dash > 0:
        end = dash
    comma = rest.find(", ", LEAST, end)
    if comma > 0 and (start == 0 or rest[comma:].count(" ") > REST):
        end = comma
    return rest[:end].strip()
