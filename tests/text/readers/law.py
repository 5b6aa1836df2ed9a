"""The law of every reader: bytes give a text whose map leads back to its source, or one clear line."""

import json
import unicodedata
from pathlib import Path

from hypothesis import strategies as st

from kamergraaf.errors import BadLetter
from kamergraaf.model import Letter
from kamergraaf.source import LIMITS, Limits, SourceFile
from kamergraaf.text import letter, place, source_span
from kamergraaf.text.characters import SIGNS
from kamergraaf.text.read import checked

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
_LONGEST_LINE = 300

_SCRAPS = [
    b"<", b">", b"</p>", b"<p>", b"<table><tr><td>", b"<!--", b"-->", b"<sup>1</sup>", b"<br/>", b"&#0;", b"&eacute;",
    b"&#x1F600;", b"<![CDATA[", b"]]>", b"<al>", b"<noot><noot.nr>1</noot.nr><noot.al>x</noot.al></noot>", b"<li>",
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\x81", b"\xe9", b"\xcc\x88", b"\r\n",
    b"\x0c", b"PK\x03\x04", b"PK\x01\x02", b"%PDF-1.7", b"endobj", b"stream\n", b"<w:p>", b"<w:t>", b"\xef\xb7\x92",
    b"Geachte voorzitter,", b"29 521, nr. 3", b"1 ", b"- ", b"bij-\ndrage", b"\xc2\xad", b" " * 50, b"9" * 30,
]  # fmt: skip


def samples(suffix: str) -> list[bytes]:
    """Return the letters of the corpus in this form that are there to learn from."""
    found = []
    for gold in sorted((CORPUS / "written" / "gold").glob("*.json")):
        data = json.loads(gold.read_text("utf-8"))
        path = CORPUS / "written" / "letters" / data["letter"]["file"]
        if data["split"] == "train" and path.suffix == suffix:
            found.append(path.read_bytes())
    return found


def mutated(seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    """Return files made of these by cutting, doubling, overwriting and inserting."""
    edit = st.tuples(
        st.floats(0, 1),
        st.integers(0, 200),
        st.one_of(st.sampled_from(_SCRAPS), st.binary(max_size=8)),
        st.sampled_from(["insert", "replace", "double", "cut"]),
    )
    return st.builds(_edited, st.sampled_from(seeds), st.lists(edit, min_size=1, max_size=12))


def _edited(data: bytes, edits: list[tuple[float, int, bytes, str]]) -> bytes:
    for share, size, scrap, way in edits:
        at = int(share * len(data))
        if way == "insert":
            data = data[:at] + scrap + data[at:]
        elif way == "replace":
            data = data[:at] + scrap + data[at + len(scrap) :]
        elif way == "double":
            data = data[: at + size] + data[at:]
        else:
            data = data[:at] + data[at + size :] if size < 190 else data[:at]
    return data


def hold(name: str, data: bytes, limits: Limits = LIMITS) -> Letter | BadLetter:
    """Return what a file of this name with these bytes gives, after holding it to the law."""
    source = checked(name, data, "brief", limits)
    if isinstance(source, BadLetter):
        line = str(source)
        assert "\n" not in line and len(line) < _LONGEST_LINE, line
        assert ";" in source.reason, line
        return source
    one = letter(source)
    text = one.text
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set(SIGNS + "\t\r\f\u00a0\u00ad\ufdd2")
    lines = text.split("\n")
    assert [text[part.start : part.end] for part in one.paragraphs] == lines
    assert all(line and line == line.strip() and "  " not in line for line in lines)
    _hold_map(one, source)
    return one


def _hold_map(one: Letter, source: SourceFile) -> None:
    """Check that every letter stands in the source, on a page or in an element where those count."""
    for at, char in enumerate(one.text):
        start, end = source_span(one.pieces, at, at + 1)
        assert 0 <= start <= end <= len(source.text)
        if char.isalnum():
            found = source.text[start:end]
            assert found, (char, at)
            if char.isascii() and len(found) == 1:
                assert char in unicodedata.normalize("NFKC", found), (char, found)
    starts = [each.start for each in source.places]
    assert starts == sorted(set(starts))
    if source.form in ("pdf", "docx"):
        assert all(place(one, sentence.start) for sentence in one.sentences)
