"""What of a web page is the letter: its main content, without what stands around it."""

import re
from collections.abc import Iterator

from kamergraaf.source import Part, Run
from kamergraaf.text.readers.around import without_around
from kamergraaf.text.readers.flow import Flow, Role
from kamergraaf.text.readers.tree import Node

_SKIPPED = frozenset({
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object",
    "canvas", "audio", "video", "map", "nav", "aside", "footer", "form", "button", "select",
    "input", "textarea", "dialog", "picture", "menu",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:place",
    "st1:country-region",
})  # fmt: skip
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|navigatie|breadcrumbs?|kruimel\w*|cookies?|cookiebar|menu"
    r"|footer|sidebar|share|sharing|social|skip\w*|toolbar|search|zoek\w*|related|gerelateerd\w*"
    r"|banner|modal|popup|pagination|toc|feedback|sr-only|visually-hidden|visuallyhidden"
    r"|hidden|technischeinfo|extrainfo|downloads?)(?=$|[\s_-])",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:^|[\s_-])(?:noot|voetnoot|footnote|endnote|msofootnotetext)(?=$|[\s_-])", re.IGNORECASE
)
_NOTE_ID = re.compile(
    r"(?:_?(?:ftn|fn|edn|noot|voetnoot|footnote|note|n)[-_:]?|supernote-note-\S*?)\d{1,3}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]?")
# Of an attribute no more is looked at.
_LONGEST = 500
_LEAST = 200


def parts(root: Node) -> list[Part]:
    """Return the paragraphs of the main content."""
    flow = Flow(_role, _is_bold)
    for node in _main(root):
        flow.walk(node)
    return without_around(flow.finished())


def metadata(root: Node) -> Iterator[tuple[str, str]]:
    """Yield the ``meta`` fields of the page."""
    for node in root.below():
        if node.tag == "meta":
            name = node.attributes.get("name") or node.attributes.get("property")
            if name:
                yield name, node.attributes.get("content", "")


def _main(root: Node) -> list[Node]:
    """Return the elements that hold the letter: the most exact that hold most of the page's text."""
    nodes = list(root.below())
    found = [next((node for node in nodes if node.tag == "body"), root)]
    for tells, share in (
        (_is_content, 0.25),
        (_is_main, 0.25),
        (_is_article, 0.7),
        (_is_text, 0.25),
    ):
        within = [node for node in nodes if tells(node)]
        size = _size(within[0]) if within else 0
        if size >= _LEAST and size >= share * sum(map(_size, found)):
            found = within[:1]
    inside = {id(node) for node in found[0].below()}
    notes = [node for node in nodes if node.attributes.get("id") == "noten"]
    return [*found, *(node for node in notes if id(node) not in inside)]


def _is_text(node: Node) -> bool:
    """The running text of a publication at officielebekendmakingen.nl."""
    return node.attributes.get("id") == "broodtekst"


def _is_main(node: Node) -> bool:
    return node.tag == "main" or node.attributes.get("role") == "main"


def _is_article(node: Node) -> bool:
    return node.tag == "article"


def _is_content(node: Node) -> bool:
    return node.attributes.get("id", "").lower() in ("content", "main", "main-content", "inhoud")


def _size(node: Node) -> int:
    """Return how much text an element holds that is not around the content."""
    size = 0
    for child in node.children:
        if isinstance(child, Run):
            size += len(child.text.strip())
        elif _role(child).kind != "skip":
            size += _size(child)
    return size


def _role(node: Node) -> Role:
    tag = node.tag
    if _is_note(node):
        return Role("note")
    if tag in _SKIPPED or _is_around(node) or tag == "header" and _is_site_header(node):
        return Role("skip")
    if tag == "br":
        return Role("break")
    if tag in ("sup", "a") and _is_mark(node):
        return Role("mark")
    if tag in ("pre", "xmp", "listing"):
        return Role("kept")
    if tag in _INLINE:
        return Role("inline")
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return Role("heading", int(tag[1]))
    if tag in ("li", "tr"):
        return Role("item" if tag == "li" else "row")
    return Role("block")


def _is_site_header(node: Node) -> bool:
    return any(child.tag in ("nav", "form", "ul", "img", "button") for child in node.below())


def _is_around(node: Node) -> bool:
    own = node.attributes
    if not own or node.tag in ("html", "body", "main", "article"):
        return False
    hidden = "hidden" in own or own.get("aria-hidden") == "true"
    unseen = "display:none" in own.get("style", "").replace(" ", "").lower()
    role = own.get("role") in ("navigation", "banner", "contentinfo", "search", "complementary")
    named = any(_AROUND.search(own.get(name, "")[:_LONGEST]) for name in ("class", "id"))
    return hidden or unseen or role or named


def _is_note(node: Node) -> bool:
    own = node.attributes
    if node.tag not in ("div", "p", "li", "aside", "dd"):
        return False
    if own.get("role") in ("doc-footnote", "doc-endnote") or _NOTE.search(
        own.get("class", "")[:_LONGEST]
    ):
        return True
    return bool(_NOTE_ID.fullmatch(own.get("id", "")[:_LONGEST]))


def _is_mark(node: Node) -> bool:
    if not _NUMBER.fullmatch(node.text()):
        return False
    own = node.attributes
    if node.tag == "a":
        named = own.get("role") == "doc-noteref" or _NOTE_ID.fullmatch(
            own.get("href", "").lstrip("#")
        )
        return bool(named) or "noot" in own.get("class", "")
    return True


def _is_bold(node: Node) -> bool:
    style = node.attributes.get("style", "").replace(" ", "").lower()
    return node.tag in ("b", "strong") or "font-weight:bold" in style or "font-weight:700" in style
