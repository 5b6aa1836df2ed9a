"""Answering one question in a process of its own, which the asker can end at any moment.

The engine has no time limit, so ``kamergraaf.queries.runner`` starts ``python -m kamergraaf.queries.engine``,
writes a request as JSON to it and reads the answer, or the error, as JSON.
"""

import json
import sys
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kamergraaf.errors import BadQuery, KamergraafError
from kamergraaf.queries.binding import bind
from kamergraaf.queries.guard import check
from kamergraaf.queries.terms import TYPES, term
from kamergraaf.rdf.terms import PREFIXES
from kamergraaf.store.opening import open_store

Cell = dict[str, str] | None


def answer(request: dict[str, object]) -> dict[str, object]:
    """Return columns, rows, form and completeness for a request of the runner.

    Raises ``KamergraafError`` when the question is not understood or there is no graph.
    """
    text, limit, given = str(request["text"]), request["rows"], request["parameters"]
    assert isinstance(given, dict) and isinstance(limit, int)
    check(text)
    store = open_store(Path(str(request["graph"])))
    for name, (type_, _) in given.items():
        if type_ not in TYPES:
            raise BadQuery(f"{name}: no type «{type_}»; choose one of {', '.join(TYPES)}")
    terms = {name: term(store, type_, value) for name, (type_, value) in given.items()}
    try:
        found = store.query(bind(text, terms), use_default_graph_as_union=True, prefixes=PREFIXES)
        return _read(found, limit)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise BadQuery(f"the question cannot be answered: {str(error).splitlines()[0]}") from error


def _read(found: object, limit: int) -> dict[str, object]:
    columns = ["answer"]
    rows: list[list[Cell]]
    if isinstance(found, ox.QueryBoolean):
        form, rows = "ask", [[_cell(ox.Literal(bool(found)))]]
    elif isinstance(found, ox.QuerySolutions):
        form, columns = "select", [variable.value for variable in found.variables]
        rows = [[_cell(value) for value in row] for row in islice(found, limit + 1)]
    else:
        assert isinstance(found, ox.QueryTriples)
        form, columns = "graph", ["subject", "predicate", "object"]
        # A graph has no order; sorted, the same graph gives the same answer.
        triples = ([_cell(value) for value in triple] for triple in islice(found, limit + 1))
        rows = sorted(triples, key=lambda row: [cell["text"] if cell else "" for cell in row])
    more = len(rows) > limit
    return {"columns": columns, "rows": rows[:limit], "form": form, "complete": not more}


def _cell(value: object) -> Cell:
    if value is None:
        return None
    if isinstance(value, ox.Literal):
        told = {"text": value.value, "kind": "literal"}
        if value.language:
            return told | {"language": value.language}
        return told | {"datatype": value.datatype.value}
    if isinstance(value, ox.NamedNode):
        return {"text": value.value, "kind": "uri"}
    return {"text": str(value), "kind": "bnode"}


def main() -> None:
    """Read one request from standard input, write its answer to standard output."""
    try:
        told = answer(json.load(sys.stdin))
    except KamergraafError as error:
        told = {"error": str(error), "query": isinstance(error, BadQuery)}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
