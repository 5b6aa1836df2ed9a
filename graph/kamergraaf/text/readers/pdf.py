"""PDF files: their text layer, page by page, with the place of every page."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from kamergraaf.source import Place
from kamergraaf.text.readers.content import LONGEST, Budget, Content, Unreadable, extra
from kamergraaf.text.readers.pdf_heads import without_heads
from kamergraaf.text.readers.pdf_lines import pieces
from kamergraaf.text.readers.pdf_page import Body, Line, lines
from kamergraaf.text.readers.pdf_scan import recognised
from kamergraaf.text.readers.pdf_tables import Rules, rules, tables
from kamergraaf.text.readers.pdf_words import words

_END = b"%%EOF"
_TAIL = 4096
_PROPERTIES = ("Title", "Author", "Subject", "Keywords", "Creator", "CreationDate", "ModDate")
_FEW = 20
"""A page with fewer letters and a picture on it is a scan, or a page with a signature."""
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page; a scanned one has hardly any, unless they were recognised."""

    lines: list[Line]
    scanned: bool = False
    ocr: bool = False


def read(data: bytes, budget: Budget) -> Content:
    """Return the lines of a PDF as plain text laid out, its pages and what it says of itself.

    Raises ``Unreadable`` for a file that is encrypted, cut off, damaged or scanned, and when the
    library for it is not installed.
    """
    with extra("pdf"):
        import pypdfium2
    if _END not in data[-_TAIL:]:
        raise Unreadable("a PDF that is cut off before its end; get it again")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _not_opened(str(error)) from error
    try:
        return _content(document, pypdfium2, budget)
    finally:
        document.close()


def _not_opened(reason: str) -> Unreadable:
    if "assword" in reason or "ecurity" in reason:
        return Unreadable(
            "a PDF with a password; take it off first",
            "qpdf --password=… --decrypt {path} open.pdf",
        )
    return Unreadable("a damaged PDF; get it again")


def _content(document: Any, library: Any, budget: Budget) -> Content:
    pages: list[Page] = []
    size = 0
    for page in _pages(document, library, budget):
        pages.append(page)
        size += sum(len(line.text) + 1 for line in page.lines)
        if size > LONGEST:
            raise Unreadable(
                f"more than {LONGEST // 1_000_000} million characters; give one letter a file"
            )
    if not pages:
        raise Unreadable("a PDF without pages; get it again")
    texts = [
        "\n".join(line.text for line in page)
        for page in without_heads([one.lines for one in pages])
    ]
    whole = "\f".join(texts)
    starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
    places = tuple(
        Place(start, page=number, ocr=page.ocr)
        for number, (start, page) in enumerate(zip(starts, pages, strict=True), 1)
    )
    if 2 * sum(page.scanned for page in pages) > len(pages) or not _LETTERS.search(whole):
        raise _without_text(budget)
    fields = document.get_metadata_dict(skip_empty=True)
    metadata = tuple((name, fields[name]) for name in _PROPERTIES if name in fields)
    return Content("pdf", whole, places=places, metadata=metadata)


def _without_text(budget: Budget) -> Unreadable:
    if budget.limits.ocr:
        return Unreadable("a scanned PDF in which no text was recognised; scan it again")
    return Unreadable(
        "a scanned PDF, without text in it; read it with --ocr or recognise its text first",
        "ocrmypdf -l nld {path} read.pdf",
    )


def _pages(document: Any, library: Any, budget: Budget) -> Iterator[Page]:
    """Yield each page; it is closed before the next."""
    body = Body()
    budget.page(len(document))
    for number in range(len(document)):
        budget.spend()
        try:
            page = document[number]
            layer = page.get_textpage()
        except library.PdfiumError as error:
            raise Unreadable(f"a PDF with a damaged page {number + 1}; get it again") from error
        try:
            laid_out = _laid_out(page, layer, library, body, budget)
            scanned = _few(laid_out) and any(True for _ in _pictures(page, library.raw))
            if scanned and budget.limits.ocr:
                copy = recognised(page, number + 1, _pictures(page, library.raw), budget)
                read = _of_copy(copy, library, body, budget)
                yield Page(laid_out, scanned=True) if _few(read) else Page(read, ocr=True)
            else:
                yield Page(laid_out, scanned)
        finally:
            layer.close()
            page.close()


def _laid_out(page: Any, layer: Any, library: Any, body: Body, budget: Budget) -> list[Line]:
    found, turned = words(layer.raw, library.raw, budget)
    drawn = Rules() if turned else rules(page, library.raw)
    rows, others = tables(found, drawn)
    return lines(pieces(others), rows, body)


def _of_copy(data: bytes, library: Any, body: Body, budget: Budget) -> list[Line]:
    """Return the lines of the only page of a PDF."""
    with (
        closing(library.PdfDocument(data)) as document,
        closing(document[0]) as page,
        closing(page.get_textpage()) as layer,
    ):
        return _laid_out(page, layer, library, body, budget)


def _few(page: list[Line]) -> bool:
    return sum(len(_LETTERS.findall(line.text)) for line in page) < _FEW


def _pictures(page: Any, raw: Any) -> Iterator[Any]:
    found: Iterator[Any] = page.get_objects((raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
    return found
