"""Asking: a named question, a file or SPARQL text, with a limit on time and on rows."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kamergraaf.errors import BadData, BadQuery
from kamergraaf.queries.answer import Answer, Value
from kamergraaf.queries.guard import check
from kamergraaf.queries.named import NamedQuery, named, parse

# SPARQL that needs no braces; the other words are here to be refused as what they are.
_BARE = re.compile(
    r"\s*(?:prefix|base|describe|load|clear|drop|create|add|move|copy)\s", re.IGNORECASE
)


def run(
    question: str,
    parameters: Mapping[str, str] | None = None,
    graph: Path = Path("out"),
    *,
    seconds: float = 30,
    rows: int = 10_000,
) -> Answer:
    """Return the answer to a question that is put to the graph of a build.

    ``question`` is the name of a named question, a file or SPARQL text (SELECT, ASK, CONSTRUCT or
    DESCRIBE).  ``parameters`` are texts: things by name, abbreviation or IRI («MINUSMA», «Mali»,
    «Hoekstra»), days as ``2022-11-25``.  After ``seconds`` the question is ended; after ``rows`` the rest
    is left out and the answer is not ``complete``.

    Raises ``BadQuery`` when the question is not understood, not allowed or not answered in time, and
    ``BadData`` when there is no graph.
    """
    asked = find(question)
    check(asked.text)
    types = {parameter.name: parameter.type for parameter in asked.parameters}
    values = {p.name: p.default for p in asked.parameters if p.default != "all"}
    values |= parameters or {}
    given = {name: (types.get(name) or _guessed(value), value) for name, value in values.items()}
    request = {"graph": str(graph), "text": asked.text, "parameters": given, "rows": rows}
    told = _ask(request, seconds)
    if "error" in told:
        raise (BadQuery if told["query"] else BadData)(told["error"])
    cells = (tuple(Value(**cell) if cell else None for cell in row) for row in told["rows"])
    return Answer(tuple(told["columns"]), tuple(cells), told["form"], told["complete"])


def find(question: str) -> NamedQuery:
    """Return the question of this name, in this file or with this text.

    Raises ``BadQuery`` when it is none of the three.
    """
    if "{" in question:
        return parse("question", question)
    names = {each.name: each for each in named()}
    if question in names:
        return names[question]
    path = Path(question)
    if path.is_file():
        try:
            return parse(path.name, path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise BadQuery(f"{question}: cannot be read as UTF-8 text") from error
    if _BARE.match(question):
        return parse("question", question)
    near = get_close_matches(question, names, n=3, cutoff=0.5)
    told = f"did you mean {' or '.join(near)}?" if near else "see kamergraaf query --list"
    raise BadQuery(f"{question}: no named question, no file and no SPARQL text; {told}")


def _guessed(text: str) -> str:
    """Return the type of a parameter that the question's heading does not describe."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return "day"
    return "number" if re.fullmatch(r"\d+(\.\d+)?", text) else "thing"


def _ask(request: dict[str, object], seconds: float) -> dict[str, Any]:
    # -P: nothing in the current folder may stand in for our modules.
    command = [sys.executable, "-P", "-m", "kamergraaf.queries.engine"]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(request),
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BadQuery(
            f"no answer within {seconds:g} seconds; ask for less, for instance with a parameter"
        ) from error
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [f"it ended with {done.returncode}"]
        raise BadQuery(f"the question cannot be answered: {last[0]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told
