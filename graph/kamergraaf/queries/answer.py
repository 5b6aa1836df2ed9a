"""What a question yields: columns and rows of values."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Value:
    """One RDF term: an IRI, or a literal with its datatype or language."""

    text: str
    kind: Literal["uri", "literal", "bnode"] = "literal"
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer; ``None`` stands where a row has no value for a column.

    ``form`` is ``select``, ``ask`` (one row with ``true`` or ``false``) or ``graph`` (three columns, from
    CONSTRUCT and DESCRIBE).  ``complete`` is false when there were more rows than were asked for.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value | None, ...], ...]
    form: Literal["select", "ask", "graph"] = "select"
    complete: bool = True

    def texts(self) -> list[tuple[str, ...]]:
        """Return the rows as plain text, ``""`` where there is no value."""
        return [tuple(value.text if value else "" for value in row) for row in self.rows]
