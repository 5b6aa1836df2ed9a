"""What each letter got wrong, gold and found side by side, as plain text or as one HTML page."""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kamergraaf.evaluate.meetings import when_right, who_right
from kamergraaf.evaluate.passage import passage
from kamergraaf.evaluate.scoring import LetterScore, Scores

Json = Mapping[str, Any]

_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 100rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 2rem }
th, td { border: 1px solid #bbb; padding: .4rem .6rem; text-align: left; vertical-align: top;
  white-space: pre-wrap; overflow-wrap: anywhere }
th:first-child, td:first-child { width: 9rem }
th { position: sticky; top: 0; background: #eee }
mark { background: #ffe08a; color: inherit }
td small { color: #555 }
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One error: of which sort, what gold and the extractor say, and the words of the letter."""

    sort: str
    gold: str
    found: str
    quote: str | None = None


def entries(letter: LetterScore) -> Iterator[Entry]:
    """Yield the errors of one letter, the heaviest sort first."""
    errors = letter.errors
    for trap, found in errors.traps:
        yield Entry(
            "hard negative taken",
            f"{trap['quote']}\n({trap.get('why', '')})",
            _said(found),
            trap["quote"],
        )
    for found in errors.spurious:
        yield Entry("not in gold", "", _said(found), found["quote"])
    for gold in errors.missed:
        yield Entry("missed", _meant(gold), "", gold["quote"])
    for gold, found, wrong in errors.wrong:
        sort = "wrong: " + ", ".join(wrong)
        yield Entry(sort, _meant(gold), _said(found), gold["quote"])
    for name, expected, claimed in errors.facts:
        yield Entry(f"letter: {name}", _show(expected), _show(claimed))
    yield from _links(letter)
    yield from _meetings(letter)
    for found in errors.broken_quotes:
        place = f"{found['quote']}\n{found['start']}–{found['end']}"
        yield Entry("quote not at its offsets", "", place, found["quote"])


def _links(letter: LetterScore) -> Iterator[Entry]:
    for link in letter.errors.links.missed:
        yield Entry("link missed", _link(link), "", link["says"])
    for link in letter.errors.links.spurious:
        yield Entry("link not in gold", "", _link(link), link["says"])


def _meetings(letter: LetterScore) -> Iterator[Entry]:
    errors = letter.errors
    for gold in errors.meetings.missed:
        yield Entry("meeting missed", _meeting(gold), "", gold["quote"])
    for found in errors.meetings.spurious:
        yield Entry("meeting not in gold", "", _meeting(found), found["quote"])
    for gold, found in errors.meetings.pairs:
        misses = [
            name
            for name, right in (("who", who_right), ("date", when_right))
            if not right(gold, found)
        ]
        if misses:
            sort = "meeting, wrong: " + ", ".join(misses)
            yield Entry(sort, _meeting(gold), _meeting(found), gold["quote"])


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
        listed = list(entries(letter))
        parts.append(f"<h2>{html.escape(letter.file)}: {len(listed)}</h2>")
        sorts = Counter(entry.sort.partition(":")[0] for entry in listed)
        counted = "; ".join(f"{sort} {count}" for sort, count in sorts.items())
        parts.append(f"<p>{html.escape(counted)}</p>")
        rows = "".join(_row(entry, letter.text) for entry in listed)
        head = "<tr><th>what</th><th>text</th><th>gold</th><th>found</th></tr>"
        parts.append(f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>")
    return "\n".join([*parts, "</body></html>\n"])


def _row(entry: Entry, text: str) -> str:
    place = passage(text, entry.quote) if entry.quote else None
    shown = "<small>–</small>"
    if place:
        before, quote, after = map(html.escape, (place.before, place.quote, place.after))
        shown = f"{before}<mark>{quote}</mark>{after}"
    elif entry.quote:
        shown = "<small>not in the text as it was read</small>"
    sides = "".join(f"<td>{html.escape(side)}</td>" for side in (entry.gold, entry.found))
    return f"<tr><td>{html.escape(entry.sort)}</td><td>{shown}</td>{sides}</tr>"


def _indent(text: str) -> str:
    return text.replace("\n", "\n    ")


def _show(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _listed(item: Json, keys: tuple[str, ...]) -> str:
    return "; ".join(f"{key}: {_show(item[key])}" for key in keys if item.get(key))


def _meant(gold: Json) -> str:
    keys = ("actor", "type", "type_alt", "status", "status_alt", "change")
    terms = ("missions", "countries", "amounts", "personnel", "dates", "conditions", "note")
    return f"{gold['id']}: {gold['quote']}\n{_listed(gold, keys)}\n{_listed(gold, terms)}".rstrip()


def _said(found: Json) -> str:
    keys = ("actor", "kind", "change", "status", "modality", "rule", "confidence")
    terms = ("missions", "countries", "amounts", "personnel", "dates", "conditions")
    return f"{found['quote']}\n{_listed(found, keys)}\n{_listed(found, terms)}".rstrip()


def _link(link: Json) -> str:
    return f"{link['from']} {link['relation']} {link['to']}\n{link['said']}"


def _meeting(meeting: Json) -> str:
    return f"{meeting['quote']}\n{_listed(meeting, ('who', 'with', 'date', 'date_end'))}"
