"""The tags and texts of a web page with their offsets, cut as browsers cut them.

The rules are those of the HTML standard (section 13.2.5, Tokenization), short of what no letter
needs.  ``html.parser`` gives offsets too, but takes time by the square of the length where a tag or
comment is not closed; here what is not closed goes to the end of the page, as the standard has it.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kamergraaf.source import Run

_NAME = re.compile(r"[^\s/>]+")
_ATTRIBUTE = re.compile(r"[\s/]*(?P<name>[^\s/>][^\s/>=]*)?")
_EQUALS = re.compile(r"\s*=\s*")
_BARE = re.compile(r"[^\s>]*")
# The longest name of a character is CounterClockwiseContourIntegral.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at its offset; names are in lower case."""

    name: str
    start: int
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(text: str) -> Iterator[Tag | Run]:
    """Yield tags and texts in their order; named and numbered characters are runs of their own.

    >>> [one.text if isinstance(one, Run) else one.name for one in tokens("<p>a &lt; b<br/>")]
    ['p', 'a ', '<', ' b', 'br']
    """
    at, data = 0, 0
    while (at := text.find("<", at)) >= 0:
        end, tag = _markup(text, at)
        if end == at:
            at += 1
            continue
        yield from _texts(text, data, at)
        data = at = end
        if tag is None:
            continue
        yield tag
        if tag.name in _RAW and not tag.closing:
            closed = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(text, at)
            data = at = closed.start() if closed else len(text)
    yield from _texts(text, data, len(text))


def _markup(text: str, at: int) -> tuple[int, Tag | None]:
    """Return where the markup that opens at ``at`` ends, and its tag; ``at`` when it is text."""
    following = text[at + 1 : at + 3]
    if following[:1].isalpha() and following.isascii():
        return _tag(text, at, at + 1, False)
    if following[:1] == "/":
        if following[1:].isalpha() and following.isascii():
            return _tag(text, at, at + 2, True)
        return (_after(text, ">", at + 2), None) if following[1:] else (at, None)
    if text.startswith("<!--", at):
        short = next((end for end in ("<!-->", "<!--->") if text.startswith(end, at)), "")
        return (at + len(short) if short else _after(text, "-->", at + 4)), None
    if following[:1] in ("!", "?"):
        return _after(text, ">", at + 2), None
    return at, None


def _after(text: str, end: str, at: int) -> int:
    found = text.find(end, at)
    return found + len(end) if found >= 0 else len(text)


def _tag(text: str, start: int, at: int, closing: bool) -> tuple[int, Tag | None]:
    named = _NAME.match(text, at)
    assert named is not None
    attributes: dict[str, str] = {}
    at = named.end()
    while True:
        match = _ATTRIBUTE.match(text, at)
        assert match is not None
        at = match.end()
        if at >= len(text):
            return at, None
        if match["name"] is None:
            return at + 1, Tag(named[0].lower(), start, closing, attributes)
        value = ""
        if equals := _EQUALS.match(text, at):
            at, value = _value(text, equals.end())
        attributes.setdefault(match["name"].lower(), html.unescape(value))


def _value(text: str, at: int) -> tuple[int, str]:
    quote = text[at : at + 1]
    if quote and quote in "\"'":
        end = text.find(quote, at + 1)
        end = end if end >= 0 else len(text)
        return end + 1, text[at + 1 : end]
    bare = _BARE.match(text, at)
    assert bare is not None
    return bare.end(), bare[0]


def _texts(text: str, start: int, end: int) -> Iterator[Run]:
    at = start
    for match in _REFERENCE.finditer(text, start, end):
        new = html.unescape(match[0])
        if new == match[0]:
            continue
        if at < match.start():
            yield Run(text[at : match.start()], at, match.start())
        yield Run(new, match.start(), match.end())
        at = match.end()
    if at < end:
        yield Run(text[at:end], at, end)
