"""Web pages as they were saved: read by their tags, without scripts and without network."""

import html
from html.parser import HTMLParser

from kamergraaf.source import Run
from kamergraaf.text.readers import page
from kamergraaf.text.readers.content import Budget, Content
from kamergraaf.text.readers.decoding import decoded
from kamergraaf.text.readers.tree import DEEPEST, Node

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
# What an opening tag closes when it is still open, as browsers do it, and what stops the search.
_CLOSES = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"},
    "td": {"td", "th", "caption"}, "th": {"td", "th", "caption"}, "tr": {"tr", "caption"},
    "tbody": {"thead", "tbody", "caption"}, "tfoot": {"thead", "tbody", "caption"},
}  # fmt: skip
_STOPS = frozenset({"table", "ul", "ol", "dl", "html", "body", "select", "tr"})
_CLOSE_P = frozenset({
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "table",
    "ul", "td", "th", "tr", "tbody", "thead", "tfoot", "dd", "dt",
})  # fmt: skip
_SPEND_EACH = 1000


def read(data: bytes, budget: Budget) -> Content:
    """Return the paragraphs of the main content of a page, and its metadata."""
    text = decoded(data)
    root = parsed(text, budget)
    return Content("html", text, tuple(page.parts(root)), metadata=tuple(page.metadata(root)))


def parsed(text: str, budget: Budget) -> Node:
    """Return the page as a tree, its texts with their offsets in ``text``."""
    builder = _Builder(text, budget)
    builder.feed(text)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self, text: str, budget: Budget) -> None:
        super().__init__(convert_charrefs=False)
        self.root = Node("")
        self._open = [self.root]
        self._budget = budget
        self._events = 0
        self._source = text
        self._lines = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self._count()
        if tag in _CLOSE_P:
            self._close_open({"p"}, _STOPS | {"td", "th", "li", "button"})
        if tag in _CLOSES:
            self._close_open(_CLOSES[tag], _STOPS - _CLOSES[tag])
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        # A page that is nested deeper keeps its text; its elements stand beside each other.
        if tag not in _VOID and len(self._open) <= DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a slash closes only what has no content."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and all that is open in it."""
        stops = _STOPS - {tag} if tag not in ("html", "body", "table") else frozenset()
        self._close_open({tag}, stops)

    def handle_data(self, data: str) -> None:
        """Add text."""
        self._count()
        start = self._offset()
        self._open[-1].children.append(Run(data, start, start + len(data)))

    def handle_entityref(self, name: str) -> None:
        """Add a named character."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """Add a numbered character."""
        self._reference(f"&#{name}")

    def unknown_decl(self, data: str) -> None:
        """Pass over a declaration that is none of HTML."""

    def _reference(self, raw: str) -> None:
        start = self._offset()
        end = start + len(raw)
        end += self._source.startswith(";", end)
        new = html.unescape(self._source[start:end])
        self._open[-1].children.append(Run(new, start, end))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _close_open(self, tags: set[str], stops: frozenset[str] | set[str]) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            tag = self._open[at].tag
            if tag in tags:
                del self._open[at:]
                return
            if tag in stops:
                return

    def _count(self) -> None:
        self._events += 1
        if self._events % _SPEND_EACH == 0:
            self._budget.spend()
