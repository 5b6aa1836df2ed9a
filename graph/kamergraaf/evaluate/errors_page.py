"""What each letter got wrong, gold and found side by side, as plain text or as one HTML page."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kamergraaf.evaluate.meetings import when_right, who_right
from kamergraaf.evaluate.scoring import LetterScore, Scores

Json = Mapping[str, Any]

_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 2rem }
th, td { border: 1px solid #bbb; padding: .4rem .6rem; text-align: left; vertical-align: top;
  white-space: pre-wrap; overflow-wrap: anywhere }
th:first-child, td:first-child { width: 11rem }
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One error: of which sort, and what gold and the extractor say."""

    sort: str
    gold: str
    found: str


def entries(letter: LetterScore) -> Iterator[Entry]:
    """Yield the errors of one letter, the heaviest sort first."""
    errors = letter.errors
    for trap, found in errors.traps:
        yield Entry(
            "hard negative taken", f"{trap['quote']}\n({trap.get('why', '')})", _said(found)
        )
    for found in errors.spurious:
        yield Entry("not in gold", "", _said(found))
    for gold in errors.missed:
        yield Entry("missed", _meant(gold), "")
    for gold, found, wrong in errors.wrong:
        yield Entry("wrong: " + ", ".join(wrong), _meant(gold), _said(found))
    for name, expected, claimed in errors.facts:
        yield Entry(f"letter: {name}", _show(expected), _show(claimed))
    for gold in errors.meetings.missed:
        yield Entry("meeting missed", _meeting(gold), "")
    for found in errors.meetings.spurious:
        yield Entry("meeting not in gold", "", _meeting(found))
    for gold, found in errors.meetings.pairs:
        misses = [
            name
            for name, right in (("who", who_right), ("date", when_right))
            if not right(gold, found)
        ]
        if misses:
            yield Entry("meeting, wrong: " + ", ".join(misses), _meeting(gold), _meeting(found))
    for found in errors.broken_quotes:
        yield Entry(
            "quote not at its offsets", "", f"{found['quote']}\n{found['start']}–{found['end']}"
        )


def as_text(scores: Scores) -> str:
    """Return all errors as text, a block an error."""
    blocks = []
    for letter in scores.letters:
        blocks.append(f"== {letter.file}")
        for entry in entries(letter):
            sides = [("gold", entry.gold), ("found", entry.found)]
            shown = [f"  {side}: {_indent(text)}" for side, text in sides if text]
            blocks.append("\n".join([f"-- {entry.sort}", *shown]))
    return "\n\n".join(blocks) + "\n"


def as_html(scores: Scores) -> str:
    """Return all errors as one self-contained page; every text of a letter is escaped."""
    parts = [
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
        f"<title>kamergraaf: errors</title><style>{_STYLE}</style></head><body>",
        "<h1>Errors against gold</h1>",
    ]
    for letter in scores.letters:
        rows = [
            "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in cells) + "</tr>"
            for entry in entries(letter)
            for cells in [(entry.sort, entry.gold, entry.found)]
        ]
        parts.append(f"<h2>{html.escape(letter.file)}: {len(rows)}</h2>")
        head = "<tr><th>what</th><th>gold</th><th>found</th></tr>"
        parts.append(f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>")
    return "\n".join([*parts, "</body></html>\n"])


def _indent(text: str) -> str:
    return text.replace("\n", "\n    ")


def _show(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _listed(item: Json, keys: tuple[str, ...]) -> str:
    return "; ".join(f"{key}: {_show(item[key])}" for key in keys if item.get(key))


def _meant(gold: Json) -> str:
    keys = ("type", "type_alt", "type_accept", "status", "status_alt", "status_accept")
    terms = ("missions", "countries", "amounts", "personnel", "note")
    return f"{gold['id']}: {gold['quote']}\n{_listed(gold, keys)}\n{_listed(gold, terms)}".rstrip()


def _said(found: Json) -> str:
    keys = ("kind", "change", "status", "modality", "conditions", "rule", "confidence")
    terms = ("missions", "countries", "amounts", "personnel")
    return f"{found['quote']}\n{_listed(found, keys)}\n{_listed(found, terms)}".rstrip()


def _meeting(meeting: Json) -> str:
    return f"{meeting['quote']}\n{_listed(meeting, ('who', 'with', 'date', 'date_end'))}"
