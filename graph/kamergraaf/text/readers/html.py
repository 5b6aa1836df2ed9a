"""Web pages as they were saved: read by their tags, without scripts and without network."""

from kamergraaf.source import Run
from kamergraaf.text.readers import page
from kamergraaf.text.readers.content import Budget, Content
from kamergraaf.text.readers.decoding import decoded
from kamergraaf.text.readers.tags import Tag, tokens
from kamergraaf.text.readers.tree import DEEPEST, Node, count

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
_STOPS_P = _STOPS | {"td", "th", "li", "button"}
_OUTER = frozenset({"html", "body", "table"})


def read(data: bytes, budget: Budget) -> Content:
    """Return the paragraphs of the main content of a page, and its metadata."""
    text = decoded(data)
    root = parsed(text, budget)
    return Content("html", text, tuple(page.parts(root)), metadata=tuple(page.metadata(root)))


def parsed(text: str, budget: Budget) -> Node:
    """Return the page as a tree, its texts with their offsets in ``text``."""
    page = Node("")
    opened = [page]
    for number, token in enumerate(tokens(text)):
        count(number, budget)
        if isinstance(token, Run):
            opened[-1].children.append(token)
        elif token.closing:
            stops = _STOPS - {token.name} if token.name not in _OUTER else frozenset[str]()
            _close({token.name}, stops, opened)
        else:
            _open(token, opened)
    return page


def _open(tag: Tag, opened: list[Node]) -> None:
    if tag.name in _CLOSE_P:
        _close({"p"}, _STOPS_P, opened)
    if tag.name in _CLOSES:
        _close(_CLOSES[tag.name], _STOPS - _CLOSES[tag.name], opened)
    node = Node(tag.name, tag.attributes)
    opened[-1].children.append(node)
    # A page that is nested deeper keeps its text; its elements stand beside each other.
    if tag.name not in _VOID and len(opened) <= DEEPEST:
        opened.append(node)


def _close(names: set[str], stops: frozenset[str], opened: list[Node]) -> None:
    for at in range(len(opened) - 1, 0, -1):
        if opened[at].tag in names:
            del opened[at:]
            return
        if opened[at].tag in stops:
            return
