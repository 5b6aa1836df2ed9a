"""Word documents: their paragraphs, tables and notes, without macros and without network.

A document is a zip file of XML parts.  The parts are read with the parser for XML files, which
refuses entities: Word libraries neither read footnotes nor know inserted from deleted text.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from posixpath import basename, join, normpath
from zipfile import ZipFile

from kamergraaf.source import Part
from kamergraaf.text.readers import archive
from kamergraaf.text.readers.content import Budget, Content, Unreadable
from kamergraaf.text.readers.decoding import decoded
from kamergraaf.text.readers.flow import Flow, Role, RoleKind
from kamergraaf.text.readers.tree import Node
from kamergraaf.text.readers.word import (
    BLOCK,
    BREAK,
    CELL,
    HEADING,
    ITEM,
    MARK,
    NOTE,
    ROW,
    RUN,
    Words,
)
from kamergraaf.text.readers.word_styles import EMPTY, Styles, is_on, styles, value
from kamergraaf.text.readers.xml import parsed

_DOCUMENT = "word/document.xml"
_ROLES: dict[str, RoleKind] = {
    RUN: "inline", BREAK: "break", MARK: "mark", NOTE: "note", ROW: "row", CELL: "block", ITEM: "item",
    BLOCK: "block",
}  # fmt: skip
_PROPERTIES = {
    "title": "dc:title", "subject": "dc:subject", "creator": "dc:creator", "keywords": "cp:keywords",
    "category": "cp:category", "created": "dcterms:created", "modified": "dcterms:modified",
}  # fmt: skip


def read(data: bytes, budget: Budget) -> Content:
    """Return the paragraphs, notes and properties of a Word document.

    Inserted text counts and deleted text does not; page headers become running heads, but for that
    of the first page, which is a letterhead.  Raises ``Unreadable`` for a damaged document.
    """
    package = _Package(archive.opened(io.BytesIO(data)), budget)
    document = package.part(_DOCUMENT)
    if document is None or (body := document.first("body")) is None:
        raise Unreadable("a Word document without text; save it again with Word")
    words = Words(package.styles(), package.notes(), budget)
    letterhead, running = package.heads(body)
    above = [words.blocks(node, path) for node, path in letterhead]
    main = words.blocks(body, "/w:body")
    words.finished()
    around = [words.blocks(node, path) for node, path in running]
    flow = Flow(_role, lambda node: "bold" in node.attributes)
    for block in (*above, main):
        flow.walk(block)
    parts = [*flow.finished(), *_running_heads(around)]
    return Content(
        "docx", "".join(words.texts), tuple(parts), tuple(words.places), package.properties()
    )


def _role(node: Node) -> Role:
    if node.tag == HEADING:
        return Role("heading", int(node.attributes["level"]))
    return Role(_ROLES[node.tag])


def _running_heads(blocks: list[Node]) -> Iterator[Part]:
    for block in blocks:
        flow = Flow(_role)
        flow.walk(block)
        for part in flow.finished():
            yield replace(part, kind="running-head", level=0)


@dataclass(slots=True)
class _Package:
    """The parts of a document, unpacked within the limits when they are asked for."""

    zipped: ZipFile
    budget: Budget

    def part(self, name: str) -> Node | None:
        """Return the root element of a part, None when the document has no such part."""
        if name not in self.zipped.NameToInfo:
            return None
        data = archive.unpacked(self.zipped, self.zipped.getinfo(name), self.budget.limits)
        self.budget.spend()
        return parsed(decoded(data), self.budget)

    def styles(self) -> Styles:
        """Return the styles, none when they are not there."""
        root = self.part("word/styles.xml")
        return styles(root) if root else {}

    def notes(self) -> dict[str, tuple[Node, str]]:
        """Return the footnotes and endnotes by the tag and number that refer to them."""
        found: dict[str, tuple[Node, str]] = {}
        for kind in ("footnote", "endnote"):
            root = self.part(f"word/{kind}s.xml") or EMPTY
            notes = [node for node in root.elements() if node.tag == kind]
            for place, node in enumerate(notes, 1):
                if value(node, "type") in ("", "normal"):
                    path = f"/w:{kind}s/w:{kind}[{place}]"
                    found[f"{kind}reference {value(node, 'id')}"] = node, path
        return found

    def heads(self, body: Node) -> tuple[list[tuple[Node, str]], list[tuple[Node, str]]]:
        """Return the header of the first page, and every other page header and footer."""
        related = self._relations()
        first: list[tuple[Node, str]] = []
        others: list[tuple[Node, str]] = []
        for section in (node for node in body.below() if node.tag == "sectpr"):
            titled = is_on(section.first("titlepg"))
            for node in section.elements():
                target = related.pop(value(node, "id"), "")
                is_head = node.tag in ("headerreference", "footerreference") and target
                if not is_head or (root := self.part(target)) is None:
                    continue
                kind = value(node, "type")
                if kind == "first" and not titled:
                    continue
                leads = kind == "first" and node.tag == "headerreference" and not first
                (first if leads else others).append((root, f"/w:{basename(target)[:-4]}"))
        return first, others

    def _relations(self) -> dict[str, str]:
        root = self.part("word/_rels/document.xml.rels") or EMPTY
        return {
            value(node, "Id"): normpath(join("word", value(node, "Target"))).lstrip("/")
            for node in root.elements()
            if value(node, "TargetMode") != "External"
        }

    def properties(self) -> tuple[tuple[str, str], ...]:
        """Return what the document says about itself."""
        root = self.part("docProps/core.xml") or EMPTY
        return tuple(
            (_PROPERTIES[node.tag], node.text())
            for node in root.elements()
            if node.tag in _PROPERTIES and node.text()
        )
