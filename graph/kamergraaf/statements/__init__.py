"""Stage statements: from an annotated letter to commitments and meetings, each with its words."""

from kamergraaf.model import AnnotatedLetter, Statements
from kamergraaf.statements.commitments import commitments
from kamergraaf.statements.context import Context
from kamergraaf.statements.meetings import meetings


def find(annotated: AnnotatedLetter) -> Statements:
    """Return everything that a letter states.

    Each commitment and meeting keeps the law ``letter.text[start:end] == quote``.
    """
    context = Context(annotated)
    return Statements(
        letter=annotated.letter,
        entities=annotated.entities,
        commitments=commitments(context),
        meetings=meetings(context),
    )
