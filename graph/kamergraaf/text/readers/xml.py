"""XML of officielebekendmakingen.nl, parsed without entities of its own and without network."""

import html
import re
from typing import Any
from xml.parsers import expat

from kamergraaf.source import Run
from kamergraaf.text.readers import kamerstuk
from kamergraaf.text.readers.content import Budget, Content, Unreadable
from kamergraaf.text.readers.decoding import decoded
from kamergraaf.text.readers.tree import DEEPEST, Node, count

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def read(data: bytes, budget: Budget) -> Content:
    """Return the paragraphs and metadata of an XML file.

    Raises ``Unreadable`` for XML that is damaged, declares entities, or holds no kamerstuk.
    """
    text = decoded(data)
    root = parsed(text, budget)
    return Content(
        "xml", text, tuple(kamerstuk.parts(root)), metadata=tuple(kamerstuk.metadata(root))
    )


def parsed(text: str, budget: Budget) -> Node:
    """Return the root element of XML, its texts with their offsets in ``text``."""
    builder = _Builder(text, budget)
    try:
        builder.parser.Parse(builder.source, True)
    except expat.ExpatError as error:
        raise Unreadable(
            f"damaged XML at line {error.lineno} ({expat.errors.messages[error.code]});"
            " get the file again"
        ) from error
    root = next(builder.root.elements(), None)
    if root is None:
        raise Unreadable("XML without elements; get the file again")
    return root


class _Builder:
    """Collects elements and texts; offsets come from the byte index that the parser gives."""

    def __init__(self, text: str, budget: Budget) -> None:
        # The text is decoded already, whatever its declaration says; the offsets stay the same.
        declared = _DECLARATION.match(text)
        blank = " " * declared.end() if declared else ""
        self.source = (blank + text[len(blank) :]).encode()
        self._char, self._byte = 0, 0
        self._budget = budget
        self._events = 0
        self.root = Node("")
        self._open = [self.root]
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        # Names of letters (&eacute;) that a DTD elsewhere declares are told, not refused.
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.SkippedEntityHandler = self._skipped
        parser.EntityDeclHandler = _refused

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count()
        if len(self._open) > DEEPEST:
            raise Unreadable(f"elements nested deeper than {DEEPEST}; no letter is, leave it out")
        node = Node(name.rpartition(":")[2].lower(), attributes)
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, name: str) -> None:
        self._open.pop()

    def _data(self, data: str) -> None:
        self._count()
        at = self.parser.CurrentByteIndex
        raw = data.encode()
        size = len(raw)
        if self.source[at : at + size] != raw:
            size = self._replaced(at)
        self._add(data, at, at + size)

    def _replaced(self, at: int) -> int:
        """Return how many bytes stand for a line end, an entity or a numbered character."""
        if self.source.startswith(b"\r", at):
            return 2 if self.source.startswith(b"\r\n", at) else 1
        return self.source.index(b";", at) + 1 - at

    def _skipped(self, name: str, is_parameter: bool) -> None:
        at = self.parser.CurrentByteIndex
        self._add(html.unescape(f"&{name};"), at, at + len(name.encode()) + 2)

    def _add(self, data: str, start: int, end: int) -> None:
        self._open[-1].children.append(Run(data, self._offset(start), self._offset(end)))

    def _offset(self, byte: int) -> int:
        self._char += len(self.source[self._byte : byte].decode())
        self._byte = byte
        return self._char

    def _count(self) -> None:
        self._events += 1
        count(self._events, self._budget)


def _refused(*_: Any) -> None:
    raise Unreadable("XML that declares entities of its own; take the DOCTYPE out first")
