"""Markdown, HTML and wiki markup: taken out, with what it says about the layout left as signs."""

import html
import re
from collections.abc import Iterator

from kamergraaf.text.characters import (
    BOLD,
    CELL,
    HEADINGS,
    ITEM,
    MARK_CLOSE,
    MARK_OPEN,
    RULE,
    SOFT_HYPHEN,
    normalised,
)
from kamergraaf.text.mapped import Edit, Mapped

_BLOCKS = (
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|figcaption|figure|footer|form"
    "|h[1-6]|head|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul"
)
_INLINE = (
    "a|abbr|b|big|br|cite|code|del|em|font|i|img|ins|kbd|link|mark|meta|q|ref|s|small|span"
    "|strike|strong|style|sub|sup|td|th|title|tt|u|var"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# Every repetition is bounded, so that a hostile text costs no more than its length.
_INLINE_MARKUP = re.compile(
    rf"""
      <!--[^>]{{0,1000}}-->
    | <sup>[ ]?\[?(?P<note>\d{{1,3}})\]?[ ]?</sup>(?![ ]?[⁄/])
    | <(?P<close>/?)(?P<tag>{_BLOCKS}|{_INLINE})(?:[ \t\n][^<>]{{0,1000}})?/?>
    | <(?P<address>https?://[^<>\s]{{1,1000}})>
    | (?P<entity>&(?:\#\d{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,30}});)
    | !\[[^\[\]\n]{{0,300}}\]\([^()\s]{{0,1000}}\)
    | \[\^(?P<reference>\d{{1,3}})\]
    | \[\[(?:[^\[\]|\n]{{1,200}}\|)?(?=[^\[\]\n]{{1,300}}\]\]) | \]\] | '{{2,5}}
    | \[(?=[^\[\]\n]{{1,300}}\]\([^()\s]{{1,1000}}\)) | (?<=[^\[\]\n])\]\([^()\s]{{1,1000}}\)
    | (?<![kcdm]m)(?<![\s(]m)(?P<raised>[⁰¹²³⁴-⁹]{{1,3}})
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_EMPHASIS = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$).?|\*+|_+|~~|`+|\n[ \t]*\n", re.MULTILINE)
_LINE = re.compile(r"[^\n\f]+")
_QUOTED = re.compile(r"(?:[ \t]{0,3}>)+[ \t]?")
_HASHES = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=[^\s#])")
_EQUALS = re.compile(r"[ \t]{0,3}(={1,6})[ \t]*(?=[^=\s])")
_PIPE = re.compile(r"[ \t]?(?<!\\)\|[ \t]?")


def stripped(text: Mapped) -> Mapped:
    """Return the text without markup.

    Headings, bold lines, list items, rules, table cells and raised numbers leave a sign of
    ``kamergraaf.text.characters`` where they stood.
    """
    text = text.edit(_inline(text.text))
    text = text.edit(_layout(text.text))
    return text.edit(sorted(_emphasis(text.text)))


def _inline(text: str) -> Iterator[Edit]:
    for match in _INLINE_MARKUP.finditer(text):
        if match["address"]:
            yield match.start(), match.start() + 1, ""
            yield match.end() - 1, match.end(), ""
            continue
        number = match["note"] or match["reference"] or match["raised"]
        if number:
            new = f"{MARK_OPEN}{number.translate(_SUPERSCRIPTS)}{MARK_CLOSE}"
        elif match["tag"]:
            new = _tag(match["tag"].lower(), bool(match["close"]))
        elif match["entity"]:
            new = _entity(match["entity"], text[match.end() : match.end() + 1])
        else:
            new = ""
        yield match.start(), match.end(), new


def _tag(name: str, closing: bool) -> str:
    if name in ("td", "th"):
        return "" if closing else CELL
    if name in ("b", "strong"):
        return "**"
    if name == "br":
        return "\n"
    if not re.fullmatch(_BLOCKS, name):
        return ""
    if name == "hr":
        return f"\n\n{RULE}\n\n"
    sign = ITEM if name == "li" else ""
    if re.fullmatch("h[1-6]", name):
        sign = HEADINGS[int(name[1]) - 1]
    return "\n\n" + ("" if closing else sign)


def _entity(entity: str, after: str) -> str:
    new = normalised(Mapped.of(html.unescape(entity))).text
    return "" if new == SOFT_HYPHEN and after.strip("\n") else new


def _layout(text: str) -> Iterator[Edit]:
    lines = [(match.start(), match.group()) for match in _LINE.finditer(text)]
    in_table = False
    after_text = -1
    for number, (start, line) in enumerate(lines):
        following = ""
        if number + 1 < len(lines) and lines[number + 1][0] == start + len(line) + 1:
            following = lines[number + 1][1].strip()
        adjoins = after_text == start - 1
        row = "|" in line and (in_table and adjoins or _is_separator(following))
        if not adjoins and not row and (level := _underline(line.strip(), following)):
            yield start, start, HEADINGS[level - 1]
        yield from _line_edits(start, line, row)
        in_table = row or _is_separator(line.strip())
        after_text = start + len(line)


def _line_edits(start: int, line: str, row: bool) -> Iterator[Edit]:
    bare = line.strip()
    end = start + len(line)
    if _is_rule(bare):
        yield start, end, RULE
        return
    if _is_separator(bare) or bare.startswith("```"):
        yield start, end, ""
        return
    if quoted := _QUOTED.match(line):
        yield start, start + quoted.end(), ""
        start, line = start + quoted.end(), line[quoted.end() :]
    marks = _HASHES.match(line) or (_EQUALS.match(line) if bare.endswith("=") else None)
    if marks:
        kept = line.rstrip(marks[1][0] + " \t")
        yield start, start + marks.end(), HEADINGS[len(marks[1]) - 1]
        yield start + len(kept), end, ""
    elif row or (bare.startswith("|") and bare.endswith("|") and len(bare) > 2):
        yield from _row_edits(start, line)
    elif len(bare) > 4 and bare[:2] == bare[-2:] == "**" and "*" not in bare[2:-2]:
        yield start, start, BOLD


def _row_edits(start: int, line: str) -> Iterator[Edit]:
    last = len(line.rstrip())
    for match in _PIPE.finditer(line):
        yield start + match.start(), start + match.end(), CELL if match.end() < last else ""


def _is_rule(bare: str) -> bool:
    kinds = set(bare) - {" ", "\t"}
    return len(kinds) == 1 and min(kinds) in "-=*_" and bare.count(min(kinds)) >= 3


def _underline(bare: str, following: str) -> int:
    """Return the level of a heading that is marked by a line of = or - under it, else 0."""
    if not (bare and len(bare) < 100 and bare[-1] not in ".,;:?!" and len(following) > 2):
        return 0
    return {"=": 1, "-": 2}.get(following[0], 0) if len(set(following)) == 1 else 0


def _is_separator(bare: str) -> bool:
    return "|" in bare and "-" in bare and set(bare) <= set("|-: \t")


def _emphasis(text: str) -> Iterator[Edit]:
    opened: dict[str, tuple[int, int]] = {}
    for match in _EMPHASIS.finditer(text):
        run, start, end = match.group(), match.start(), match.end()
        if run[0] == "\\":
            yield start, start + 1, ""
            continue
        if run[0] == "\n":
            yield from _unmatched(opened)
            opened = {}
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        closes = bool(before.strip()) and not (run[0] == "_" and after.isalnum())
        if closes and run in opened:
            yield (*opened.pop(run), "")
            yield start, end, ""
        elif after.strip() and (run in ("**", "***", "~~") or not before.isalnum()):
            opened[run] = start, end
        elif run in ("**", "***") and before.strip():
            yield start, end, ""
    yield from _unmatched(opened)


def _unmatched(opened: dict[str, tuple[int, int]]) -> Iterator[Edit]:
    # A single star or underscore may be the writer's own; a double one never is.
    for run in ("**", "***"):
        if run in opened:
            yield (*opened[run], "")
