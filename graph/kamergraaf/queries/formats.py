"""Writing answers: a table for people, CSV, TSV and JSON as the SPARQL standards have them."""

import csv
import io
import json
import shutil
import textwrap
from typing import Literal, get_args

from kamergraaf.iris import CONCEPT, DEF, ID
from kamergraaf.queries.answer import Answer, Value

Format = Literal["table", "csv", "tsv", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NARROWEST = 8
_GAP = "  "
_INDENT = "    "
_LONG = 40


def written(answer: Answer, form: Format, width: int | None = None) -> str:
    """Return the answer as text that ends with a line end.

    ``table`` is aligned and wrapped to ``width`` characters, that of the terminal if not given; the
    others follow the W3C formats «SPARQL 1.1 Query Results CSV and TSV» and «JSON».
    """
    if form == "table":
        return _table(answer, width or shutil.get_terminal_size((100, 24)).columns)
    return {"csv": _csv, "tsv": _tsv, "json": _json}[form](answer)


def _table(answer: Answer, width: int) -> str:
    """Return aligned columns; a last column of long text stands below its row when that is wider."""
    rows = [[_plain(value) for value in row] for row in answer.rows]
    if not rows:
        return "no rows\n"
    table = [list(answer.columns), *rows]
    below = len(answer.columns) > 1 and _is_long(table, width)
    widths = _widths([row[:-1] for row in table] if below else table, width)
    lines: list[str] = []
    for number, row in enumerate(table):
        lines += _wrapped(row[:-1] if below else row, widths)
        if below:
            lines += textwrap.wrap(
                row[-1], width, initial_indent=_INDENT, subsequent_indent=_INDENT
            )
        if number == 0:
            lines.append(_GAP.join("-" * each for each in widths))
    note = [] if answer.complete else [f"… and more; these are the first {len(rows)} rows"]
    return "\n".join([*(line.rstrip() for line in lines), *note]) + "\n"


def _is_long(table: list[list[str]], width: int) -> bool:
    needed = [max(map(len, column)) for column in zip(*table, strict=True)]
    return needed[-1] > _LONG and sum(needed) + len(_GAP) * (len(needed) - 1) > width


def _widths(rows: list[list[str]], width: int) -> list[int]:
    """Return the width of each column: what it needs, the widest cut down until all fit."""
    needed = [max(map(len, column)) for column in zip(*rows, strict=True)]
    room = width - len(_GAP) * (len(needed) - 1)
    while sum(needed) > room and max(needed) > _NARROWEST:
        widest = needed.index(max(needed))
        others = sorted(needed)[-2] if len(needed) > 1 else 0
        needed[widest] = max(
            _NARROWEST, min(max(others, needed[widest] - (sum(needed) - room)), needed[widest] - 1)
        )
    return needed


def _wrapped(row: list[str], widths: list[int]) -> list[str]:
    cells = [
        textwrap.wrap(text, wide, break_on_hyphens=False) or [""]
        for text, wide in zip(row, widths, strict=True)
    ]
    height = max(map(len, cells))
    return [
        _line([cell[i] if i < len(cell) else "" for cell in cells], widths) for i in range(height)
    ]


def _line(cells: list[str] | tuple[str, ...], widths: list[int]) -> str:
    return _GAP.join(cell.ljust(wide) for cell, wide in zip(cells, widths, strict=True))


def _plain(value: Value | None) -> str:
    """Return a value for people: our own IRIs without their beginning, no control characters."""
    if value is None:
        return ""
    text = value.text
    if value.kind == "uri":
        for start in (ID, CONCEPT, DEF):
            text = text.removeprefix(start)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _csv(answer: Answer) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(answer.columns)
    writer.writerows(answer.texts())
    return out.getvalue()


def _tsv(answer: Answer) -> str:
    head = "\t".join(f"?{column}" for column in answer.columns)
    rows = ("\t".join(_turtle(value) for value in row) for row in answer.rows)
    return "\n".join([head, *rows]) + "\n"


def _turtle(value: Value | None) -> str:
    if value is None:
        return ""
    if value.kind != "literal":
        return f"<{value.text}>" if value.kind == "uri" else value.text
    text = value.text
    for raw, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(raw, escaped)
    if value.language:
        return f'"{text}"@{value.language}'
    plain = value.datatype in (None, _STRING)
    return f'"{text}"' if plain else f'"{text}"^^<{value.datatype}>'


def _json(answer: Answer) -> str:
    if answer.form == "ask":
        told: dict[str, object] = {"head": {}, "boolean": answer.texts() == [("true",)]}
    else:
        bindings = [
            {name: _cell(v) for name, v in zip(answer.columns, row, strict=True) if v is not None}
            for row in answer.rows
        ]
        told = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _cell(value: Value) -> dict[str, str]:
    cell = {"type": value.kind, "value": value.text}
    if value.language:
        cell["xml:lang"] = value.language
    elif value.datatype and value.datatype != _STRING:
        cell["datatype"] = value.datatype
    return cell
