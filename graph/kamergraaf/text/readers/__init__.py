"""Readers: the bytes of a file become its text and structure, one module for each form."""

import io
import re
import zipfile
from pathlib import PurePosixPath

from kamergraaf.source import Form
from kamergraaf.text.readers import docx, html, pdf, plain, xml
from kamergraaf.text.readers.content import Budget, Content, Reader, Unreadable

__all__ = ["READERS", "REFUSED", "SUFFIXES", "Budget", "Content", "Unreadable", "read"]

READERS: dict[Form, Reader] = {
    "txt": plain.read_txt,
    "md": plain.read_md,
    "html": html.read,
    "xml": xml.read,
    "docx": docx.read,
    "pdf": pdf.read,
}
SUFFIXES: dict[str, Form] = {
    ".txt": "txt",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "xml",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
}
REFUSED = {
    ".doc": "an old Word document; save it as .docx or plain text (.txt) first",
    ".rtf": "an RTF document; save it as .docx or plain text (.txt) first",
    ".odt": "an OpenDocument text; save it as .docx or plain text (.txt) first",
}
"""Letters that are told of, not passed over."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old or encrypted Word document; save it as .docx without password first",
    ),
    (b"{\\rtf", REFUSED[".rtf"]),
)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s{1,20}html|html[\s>])", re.IGNORECASE)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<\?xml\s")
_XHTML = re.compile(rb"<html[\s>]", re.IGNORECASE)
_HEAD = 4096


def read(name: str, data: bytes, budget: Budget) -> Content:
    """Return what stands in a file; its first bytes and then its name tell its form.

    Raises ``Unreadable``.
    """
    return READERS[form_of(name, data)](data, budget)


def form_of(name: str, data: bytes) -> Form:
    """Return the form of a file.  Raises ``Unreadable`` for one that is never read.

    >>> form_of("brief.html", b"Geachte"), form_of("-", b"<!DOCTYPE html><p>"), form_of("-", b"x")
    ('html', 'html', 'txt')
    """
    for start, reason in _SIGNATURES:
        if data.startswith(start):
            raise Unreadable(reason)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    form = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    if form in ("pdf", "docx"):
        raise Unreadable(f"no {form} file, whatever its name says; get it again")
    if form in ("txt", "md"):
        return form
    if _XML.match(data):
        return "html" if _XHTML.search(data[:_HEAD]) else "xml"
    return form or ("html" if _PAGE.match(data) else "txt")


def _zipped(data: bytes) -> Form:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("a damaged zip or Word file; get it again") from error
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        raise Unreadable(REFUSED[".odt"])
    raise Unreadable("a zip file inside another or under another name; unpack it first")
