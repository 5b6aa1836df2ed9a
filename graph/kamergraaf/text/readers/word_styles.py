"""What the styles of a Word document say of its paragraphs and runs."""

import re
from dataclasses import dataclass, replace

from kamergraaf.text.readers.tree import Node

_DEEPEST = 20
_HEADING = re.compile(r"(?:heading|kop|title|titel)\s*([1-9]?)")
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Style:
    """What a style means for the structure of a letter; ``level`` of a heading counts from 1."""

    level: int = 0
    listed: bool = False
    bold: bool = False
    raised: bool = False


Styles = dict[str, Style]
EMPTY = Node("")


def value(node: Node | None, name: str = "val") -> str:
    """Return an attribute without looking at its prefix, empty when it is not there."""
    if node is None:
        return ""
    found = (text for key, text in node.attributes.items() if key.rpartition(":")[2] == name)
    return next(found, "")


def is_on(node: Node | None) -> bool:
    """Tell whether a property that is on or off is there and on."""
    return node is not None and value(node).lower() not in _OFF


def styles(root: Node) -> Styles:
    """Return the styles of ``word/styles.xml`` by their identifiers."""
    nodes = {value(node, "styleId"): node for node in root.elements() if node.tag == "style"}
    return {name: _resolved(name, nodes, 0) for name in nodes}


def _resolved(name: str, nodes: dict[str, Node], depth: int) -> Style:
    node = nodes.get(name)
    if node is None or depth > _DEEPEST:
        return Style()
    above = value(node.first("basedon"))
    style = _resolved(above, nodes, depth + 1) if above else Style()
    style = styled(style, node.first("ppr"), node.first("rpr"))
    named = _HEADING.fullmatch(value(node.first("name")).strip().lower())
    return replace(style, level=int(named[1] or 1)) if named else style


def styled(style: Style, paragraph: Node | None, run: Node | None) -> Style:
    """Return the style as the properties of a paragraph and of a run change it."""
    if paragraph is not None:
        outline = value(paragraph.first("outlinelvl"))
        if outline.isdecimal():
            style = replace(style, level=int(outline) + 1 if int(outline) < 9 else 0)
        numbering = paragraph.first("numpr")
        if numbering is not None and (number := value(numbering.first("numid"))):
            style = replace(style, listed=number != "0")
    if run is not None:
        if (bold := run.first("b")) is not None:
            style = replace(style, bold=is_on(bold))
        if raised := value(run.first("vertalign")):
            style = replace(style, raised=raised == "superscript")
    return style
