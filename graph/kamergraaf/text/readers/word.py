"""The body of a Word document: its elements become paragraphs, runs and notes with their offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kamergraaf.source import Place, Run
from kamergraaf.text.readers.content import LONGEST, Budget, Unreadable
from kamergraaf.text.readers.tree import Node
from kamergraaf.text.readers.word_styles import EMPTY, Style, Styles, is_on, styled, value

BLOCK, HEADING, ITEM, ROW, CELL, RUN, BREAK, MARK, NOTE = (
    "block", "heading", "item", "row", "cell", "run", "break", "mark", "note",
)  # fmt: skip
"""The tags of the nodes that ``Words`` makes."""

# What is deleted, moved away, or only says how the text looks.
_UNREAD = frozenset({
    "ppr", "rpr", "tblpr", "tblgrid", "trpr", "tcpr", "sdtpr", "sdtendpr", "sectpr", "del", "movefrom",
    "deltext", "instrtext", "delinstrtext", "rt", "rubypr", "binddata", "datastoreitem",
})  # fmt: skip
_SPACES = {"tab": " ", "ptab": " ", "br": " ", "nobreakhyphen": "-", "softhyphen": ""}
_CODE = re.compile("(?!d[89a-f])[0-9a-f]{4}", re.IGNORECASE)
_WIDEST = 60
_EACH = 500


@dataclass(slots=True)
class Words:
    """Collects the text of a document while its elements become nodes for ``Flow``."""

    styles: Styles
    notes: dict[str, tuple[Node, str]]
    """The notes with their paths; the key is the tag of what refers to one and its number."""
    budget: Budget
    texts: list[str] = field(default_factory=list)
    size: int = 0
    places: list[Place] = field(default_factory=list)
    _waiting: list[tuple[Node, Node, str]] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)
    """For each field that is open: its instruction is being read, not yet its result."""
    _carried: list[Node | Run] = field(default_factory=list)
    """What stands before the deleted end of a paragraph."""
    _boxes: list[Node] = field(default_factory=list)

    def blocks(self, parent: Node, path: str) -> Node:
        """Return the paragraphs and tables in an element, text boxes before what they hang on."""
        found = Node(BLOCK)
        for node, each in _blocks(parent, path):
            block = self._paragraph(node, each) if node.tag == "p" else self._table(node, each)
            found.children += self._boxes
            self._boxes = []
            found.children += [block] if block else []
        return found

    def finished(self) -> None:
        """Fill the notes that were referred to; their texts come after all others."""
        while self._waiting:
            source, target, path = self._waiting.pop(0)
            target.children += self.blocks(source, path).children

    def _paragraph(self, node: Node, path: str) -> Node | None:
        if len(self.places) % _EACH == 0:
            self.budget.spend()
        self._place(path)
        own = node.first("ppr") or EMPTY
        style = styled(self.styles.get(value(own.first("pstyle")), Style()), own, None)
        children, self._carried = self._carried, []
        boxes, self._boxes = self._boxes, []
        self._inline(node, style, children, path)
        self._boxes = [*boxes, *self._boxes]
        if any(self._fields):
            # An instruction ends in its paragraph; one that does not is damaged.
            self._fields.clear()
        if (own.first("rpr") or EMPTY).first("del"):
            self._carried = children
            return None
        self._add("\n")
        if style.level:
            return Node(HEADING, {"level": str(style.level)}, children)
        return Node(ITEM if style.listed else BLOCK, children=children)

    def _table(self, table: Node, path: str) -> Node:
        found = Node(BLOCK)
        for number, row in enumerate(_inside(table, "tr"), 1):
            own = row.first("trpr") or EMPTY
            if own.first("del"):
                continue
            made = Node(ROW)
            for place, cell in enumerate(_inside(row, "tc"), 1):
                inner = self.blocks(cell, f"{path}/w:tr[{number}]/w:tc[{place}]")
                made.children.append(Node(CELL, children=inner.children))
                span = value((cell.first("tcpr") or EMPTY).first("gridspan"))
                wide = min(int(span), _WIDEST) if span.isdecimal() and len(span) < 5 else 1
                made.children += [Node(CELL) for _ in range(wide - 1)]
            found.children.append(made)
        return found

    def _inline(self, parent: Node, style: Style, into: list[Node | Run], path: str) -> None:
        for node in parent.elements():
            tag = node.tag
            if tag in _UNREAD:
                continue
            if tag == "r":
                self._run(node, style, into, path)
            elif tag == "alternatecontent":
                chosen = node.first("choice") or node.first("fallback")
                self._inline(chosen or EMPTY, style, into, path)
            elif tag == "txbxcontent":
                self._boxes.append(self.blocks(node, f"{path}//w:txbxContent"))
                self._place(path)
            else:
                self._inline(node, style, into, path)

    def _run(self, run: Node, style: Style, into: list[Node | Run], path: str) -> None:
        own = run.first("rpr") or EMPTY
        if is_on(own.first("vanish")):
            return
        named = self.styles.get(value(own.first("rstyle")), Style())
        plain = Style(bold=style.bold or named.bold, raised=named.raised)
        made = styled(plain, None, own)
        for node in run.elements():
            tag = node.tag
            if tag == "fldchar":
                self._field(value(node, "fldCharType"))
            elif any(self._fields) or tag in _UNREAD:
                continue
            elif tag in ("footnotereference", "endnotereference"):
                self._note(tag, node, into)
                if value(node, "customMarkFollows") in ("1", "true", "on"):
                    return
            elif tag == "cr" or tag == "br" and value(node, "type") in ("", "textWrapping"):
                into.append(Node(BREAK, children=[self._add("\n")]))
            elif text := _text(node):
                into.append(_worded(made, self._add(text)))
            elif tag not in ("t", *_SPACES):
                self._inline(Node("", children=[node]), style, into, path)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _note(self, tag: str, node: Node, into: list[Node | Run]) -> None:
        # A note that is referred to a second time stands in the text once.
        source = self.notes.pop(f"{tag} {value(node, 'id')}", None)
        if source:
            note = Node(NOTE)
            into.append(note)
            self._waiting.append((source[0], note, source[1]))

    def _place(self, path: str) -> None:
        if self.places and self.places[-1].start == self.size:
            self.places.pop()
        self.places.append(Place(self.size, element=path))

    def _add(self, text: str) -> Run:
        start = self.size
        self.size += len(text)
        if self.size > LONGEST:
            raise Unreadable(
                f"more than {LONGEST // 1_000_000} million characters; give one letter a file"
            )
        self.texts.append(text)
        return Run(text, start, self.size)


def _blocks(parent: Node, path: str) -> Iterator[tuple[Node, str]]:
    """Yield the paragraphs and tables in an element, each with its path."""
    counts = {"p": 0, "tbl": 0}
    for node in _inside(parent, "p", "tbl"):
        counts[node.tag] += 1
        yield node, f"{path}/w:{node.tag}[{counts[node.tag]}]"


def _inside(parent: Node, *tags: str) -> Iterator[Node]:
    """Yield the elements with these tags, also those within content controls and insertions."""
    for node in parent.elements():
        if node.tag in tags:
            yield node
        elif node.tag == "alternatecontent":
            yield from _inside(node.first("choice") or node.first("fallback") or EMPTY, *tags)
        elif node.tag not in _UNREAD:
            yield from _inside(node, *tags)


def _text(node: Node) -> str:
    if node.tag == "t":
        return "".join(run.text for run in node.runs())
    if node.tag == "sym" and _CODE.fullmatch(code := value(node, "char")):
        return chr(int(code, 16))
    return _SPACES.get(node.tag, "")


def _worded(style: Style, run: Run) -> Node:
    if style.raised and run.text.strip(" []().").isdecimal():
        return Node(MARK, children=[run])
    return Node(RUN, {"bold": "1"} if style.bold else {}, [run])
