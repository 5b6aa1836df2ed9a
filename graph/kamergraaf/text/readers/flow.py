"""The elements of a page or XML file become paragraphs, told by the role of each element."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from kamergraaf.source import Part, PartKind, Run
from kamergraaf.text.readers.tree import Node

RoleKind = Literal[
    "skip", "inline", "spaced", "block", "kept", "heading", "item", "label", "break", "rule", "mark", "note",
    "row",
]  # fmt: skip
_DASHES = frozenset("-–—−*•·▪■□◦●○‣⁃➢►✓\uf0b7\uf0a7\uf0d8")
_WAY_BACK = " \n\t\r\xa0↩↑^\ufe0e"
_UNIT = re.compile(r"(?:^|[\s\d(])(?:[kcdm]?m|CO)\s?$")
_LINES = re.compile(r"\r?\n|\r|[^\r\n]+")
_CELL = 600
"""A cell with more letters than this in several paragraphs is no cell but a page laid out."""


@dataclass(frozen=True, slots=True)
class Role:
    """What an element does to the text: ``level`` is that of a heading."""

    kind: RoleKind
    level: int = 0


@dataclass(slots=True)
class Flow:
    """Collects paragraphs while walking a tree; ``role`` knows the elements of the form."""

    role: Callable[[Node], Role]
    bold: Callable[[Node], bool] = lambda node: False
    parts: list[Part] = field(default_factory=list)
    notes: list[Part] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _light: bool = False
    """Some text of the paragraph in the making is not bold."""
    _label: tuple[Run, ...] = ()
    """What numbers the item that begins."""
    _kept: bool = False
    """Line ends are those of the writer."""
    _kind: PartKind = "paragraph"
    _level: int = 0
    _bold: bool = False

    def walk(self, node: Node) -> None:
        """Add what stands in an element."""
        for child in node.children:
            if isinstance(child, Run):
                self._text(child)
            else:
                self._element(child, self.role(child))

    def _text(self, run: Run) -> None:
        self._light = self._light or bool(run.text.strip()) and not self._bold
        if not self._kept:
            # Only an element for it breaks a line.
            self._runs.append(Run(" ", run.start, run.end) if run.text == "\n" else run)
            return
        for match in _LINES.finditer(run.text):
            start = run.start + match.start()
            if not match[0].strip("\r\n"):
                self._runs.append(Run("\n", start, start + 1))
            else:
                self._runs.append(Run(match[0], start, start + len(match[0])))

    def finished(self) -> list[Part]:
        """Return the paragraphs in their order, the notes last."""
        self._flush()
        return [*self.parts, *self.notes]

    def _element(self, node: Node, role: Role) -> None:
        kind = role.kind
        if kind == "inline" or kind == "spaced":
            self._inline(node, kind == "spaced")
        elif kind == "label":
            if node.text() not in _DASHES:
                self._label = tuple(node.runs())
        elif kind == "break":
            self._runs.append(Run("\n", *_place(node, self._runs)))
        elif kind == "mark" and not _UNIT.search("".join(run.text for run in self._runs[-2:])):
            self._runs += [Run(r.text, r.start, r.end, True) for r in node.runs() if r.text.strip()]
        elif kind == "note":
            self._note(node)
        elif kind == "mark":
            self.walk(node)
        elif kind == "row" and (cells := self._cells(node)):
            self._flush()
            self.parts.append(Part("row", cells))
        elif kind != "skip":
            self._block(node, role)

    def _inline(self, node: Node, spaced: bool) -> None:
        outer = self._bold
        self._bold = outer or self.bold(node)
        if spaced:
            self._space()
        self.walk(node)
        if spaced:
            self._space()
        self._bold = outer

    def _space(self) -> None:
        if self._runs:
            at = self._runs[-1].end
            self._runs.append(Run(" ", at, at))

    def _block(self, node: Node, role: Role) -> None:
        self._flush()
        outer, level, bold = self._kind, self._level, self._bold
        before = len(self.parts)
        kept, self._kept = self._kept, self._kept or role.kind == "kept"
        self._bold = bold or self.bold(node)
        if role.kind in ("heading", "item"):
            self._kind = "heading" if role.kind == "heading" else "item"
            self._level = role.level
        self.walk(node)
        self._flush()
        # An item that has its first paragraph has got its bullet.
        self._kept = kept
        used = outer == "item" and len(self.parts) > before
        self._kind, self._level, self._bold = "paragraph" if used else outer, level, bold

    def _flush(self) -> None:
        runs, light = tuple(self._runs), self._light
        self._runs, self._light = [], False
        if not any(run.text.strip() for run in runs):
            return
        if self._label:
            at = self._label[-1].end
            runs, self._label = (*self._label, Run(" ", at, at), *runs), ()
        kind, level = self._kind, self._level
        if kind == "paragraph" and not light and all(not run.mark for run in runs):
            kind, level = "heading", 0
        self.parts.append(Part(kind, (runs,), level))
        if self._kind == "item":
            self._kind = "paragraph"

    def _note(self, node: Node) -> None:
        inside, notes = self._inside(node)
        runs = _unnumbered(tuple(_spaced(inside)))
        if any(run.text.strip() for run in runs):
            self.notes.append(Part("footnote", (runs,)))
        self.notes += notes

    def _cells(self, row: Node) -> tuple[tuple[Run, ...], ...]:
        """Return the cells of a row, none when it is no row but a page laid out with a table."""
        if any(node is not row and self.role(node).kind == "row" for node in row.below()):
            return ()
        cells: list[tuple[Run, ...]] = []
        notes: list[Part] = []
        for cell in row.elements():
            inside, noted = self._inside(cell)
            size = sum(len(run.text) for part in inside for run in part.cells[0])
            if len(inside) > 1 and size > _CELL:
                return ()
            cells.append(tuple(_spaced(inside)))
            notes += noted
        if sum(any(run.text.strip() for run in cell) for cell in cells) < 2:
            return ()
        self.notes += notes
        return tuple(cells)

    def _inside(self, node: Node) -> tuple[list[Part], list[Part]]:
        """Return the paragraphs and notes in an element."""
        inner = Flow(self.role, self.bold)
        inner.walk(node)
        inner._flush()
        return inner.parts, inner.notes


def _spaced(parts: list[Part]) -> Iterator[Run]:
    """Yield the texts of these paragraphs as those of one."""
    for part in parts:
        for cell in part.cells:
            yield from (Run(" ", r.start, r.end) if r.text == "\n" else r for r in cell)
            if cell:
                yield Run(" ", cell[-1].end, cell[-1].end)


def _unnumbered(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the texts of a note without the number it starts with and the way back at its end."""
    while runs and not runs[-1].text.strip(_WAY_BACK):
        runs = runs[:-1]
    for at, run in enumerate(runs):
        bare = run.text.strip(_WAY_BACK + "[]().:*")
        if bare and not run.mark and not bare.isdigit():
            return runs[at:]
    return runs


def _place(node: Node, runs: list[Run]) -> tuple[int, int]:
    at = next((run.start for run in node.runs()), runs[-1].end if runs else 0)
    return at, at
