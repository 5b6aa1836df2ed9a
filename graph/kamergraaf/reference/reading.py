"""Strict reading of one CSV file of the reference data; what is wrong is said with file and line."""

import calendar
import csv
import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from kamergraaf.errors import BadData
from kamergraaf.model import Moment

T = TypeVar("T")
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?]?")


def moment(edtf: str) -> Moment:
    """Return an EDTF day, month or year, also with ``~`` (approximate) or ``?`` (uncertain).

    Raises ``ValueError`` when it is not one.

    >>> moment("2013-02").latest.isoformat()
    '2013-02-28'
    >>> moment("2015~").earliest.isoformat()
    '2015-01-01'
    """
    found = _EDTF.fullmatch(edtf)
    if not found:
        raise ValueError(f"«{edtf}» is no date; write 2013-04-25, 2013-04, 2013 or 2013~")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return Moment(first, date(year, last_month, last_day), edtf)


def rows(
    path: Path, row_type: type[T], extra: Mapping[str, Any] | None = None
) -> list[tuple[int, T]]:
    """Return the rows of ``path`` as ``row_type`` with their line numbers.

    The columns must be the fields of ``row_type`` (less those in ``extra``, which a caller adds).
    Raises ``BadData`` on an unknown or missing column, a short line, a bad date or a bad code.
    """
    hints = get_type_hints(row_type)
    names = {field.name for field in dataclasses.fields(row_type)}  # type: ignore[arg-type]
    found = []
    for line, cells in _lines(path, names - set(extra or ())):
        values = {
            name: _value(path, line, name, text, hints[name])
            for name, text in cells.items()
            if text or hints[name] is str
        }
        found.append((line, row_type(**values, **{k: v[line] for k, v in (extra or {}).items()})))
    return found


def complaint(path: Path, line: int, what: str) -> BadData:
    """Return the error to raise for one line: file, line, what is wrong and the remedy."""
    return BadData(f"corpus/reference/{path.name}, line {line}: {what}")


def _lines(path: Path, names: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        columns = set(reader.fieldnames or ())
        if columns != names:
            wrong = ", ".join(sorted(columns ^ names))
            raise complaint(path, 1, f"unknown or missing column: {wrong}; see README.md")
        for cells in reader:
            if None in cells or None in cells.values():
                raise complaint(
                    path, reader.line_num, "too many or too few cells; quote a cell with a comma"
                )
            for name, text in cells.items():
                if text != " ".join(text.split()):
                    raise complaint(path, reader.line_num, f"{name}: stray space; remove it")
            yield reader.line_num, cells


def _value(path: Path, line: int, name: str, text: str, hint: Any) -> Any:
    if isinstance(hint, UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is tuple:
        parts = tuple(text.split(";" if name == "source" else "|"))
        if "" in parts or len(set(parts)) != len(parts):
            raise complaint(path, line, f"{name}: empty or repeated value in «{text}»")
        return parts
    if hint is Moment:
        try:
            return moment(text)
        except ValueError as error:
            raise complaint(path, line, f"{name}: {error}") from error
    if hint is bool:
        if text != name:
            raise complaint(path, line, f"{name}: write «{name}» or nothing, not «{text}»")
        return True
    if (allowed := get_args(hint)) and text not in allowed:
        raise complaint(path, line, f"{name}: «{text}» is none of {', '.join(map(str, allowed))}")
    if not text:
        raise complaint(path, line, f"{name}: empty; fill it in or remove the row")
    return text
