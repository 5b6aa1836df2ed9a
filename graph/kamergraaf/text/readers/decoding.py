"""Bytes become text: UTF-8, UTF-16 and Windows-1252, with or without a byte order mark."""

import codecs
import re

from kamergraaf.text.readers.content import LONGEST, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Letters of one byte that a page or XML file may say it is written in; the rest is Windows-1252.
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?(iso-8859-15|macintosh|ibm850|windows-125[0-8])\b""",
    re.IGNORECASE,
)
_HEAD = 2048
# What UTF-8 looks like when it is read as Windows-1252: «Ã«» for «ë», «â‚¬» for «€».
_GARBLED = re.compile("[Â-ß][\u0080-¿]|â[€\u0080-\u0090][\u0080-¿‘’“”–—˜™š›œžŸ¡-¿]|â‚¬")


def decoded(data: bytes) -> str:
    """Return the text of a file, without its byte order mark; line ends stay as they are.

    Raises ``Unreadable`` for what is no text, or is damaged.

    >>> decoded("één".encode("utf-16")), decoded("één".encode("cp1252"))
    ('één', 'één')
    """
    if not data.strip():
        raise Unreadable("empty; put the text of the letter in it or leave it out")
    text = _decoded(data)
    if "\0" in text:
        raise Unreadable("binary, not text; save the letter as plain text (UTF-8) first")
    if len(text) > LONGEST:
        raise Unreadable(
            f"more than {LONGEST // 1_000_000} million characters; give one letter a file"
        )
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            if encoding != "utf-8":
                return _as_utf16(data, encoding)
            break
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            return "\0"
        return _of_one_byte(data, error)


def _as_utf16(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"UTF-16 that is damaged at byte {error.start + 2}; get the file again"
        ) from error


def _of_one_byte(data: bytes, error: UnicodeDecodeError) -> str:
    declared = _DECLARED.search(data[:_HEAD])
    encoding = declared[1].decode("ascii").lower() if declared else "cp1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = ""
    if not text or _GARBLED.search(text):
        raise Unreadable(
            f"neither UTF-8 (not at byte {error.start}, 0x{data[error.start]:02x}) nor Windows-1252;"
            " save it again as UTF-8"
        )
    return text
