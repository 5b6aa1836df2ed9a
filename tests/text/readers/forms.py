"""The same letter written out as HTML, XML, Word and PDF, to read it back."""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kamergraaf.model import Letter

REFERENCE = "BZ2402841"
MINISTRY = "Ministerie van Buitenlandse Zaken"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a letter; ``note`` is the footnote whose mark stands at its end."""

    kind: str
    text: str
    level: int = 0
    note: str = ""


def blocks(letter: Letter) -> list[Block]:
    """Return the paragraphs of a letter, each footnote with one of the paragraphs of its text."""
    found = [(one.kind, letter.text[one.start : one.end], one.level) for one in letter.paragraphs]
    notes = [text for kind, text, _ in found if kind == "footnote"]
    waiting = list(notes)
    made: list[Block] = []
    for kind, text, level in found:
        if kind == "footnote":
            continue
        takes = kind == "body" and text.endswith(".") and len(text) > 60
        made.append(Block(kind, text, level, waiting.pop(0) if takes and waiting else ""))
    assert not waiting, "more footnotes than paragraphs"
    return made


# ------------------------------------------------------------------------------------ html and xml
def as_html(found: Sequence[Block]) -> bytes:
    """Return a web page."""
    notes: list[str] = []

    def marked(block: Block) -> str:
        if not block.note:
            return escape(block.text)
        notes.append(block.note)
        return f'{escape(block.text)}<sup><a href="#n{len(notes)}">{len(notes)}</a></sup>'

    def one(block: Block) -> str:
        if block.kind == "heading":
            level = min(block.level + 1, 6)
            return f"<h{level}>{marked(block)}</h{level}>"
        return f"<p>{marked(block)}</p>"

    body = _grouped(found, one, lambda text: f"<li>{text}</li>", "<ul>{}</ul>", _html_table)
    foot = "".join(
        f'<div class="voet noot" id="n{n}"><p><sup>{n}</sup> {escape(note)}</p></div>'
        for n, note in enumerate(notes, 1)
    )
    return f"<!DOCTYPE html><html lang=nl><title>Brief</title><main>{body}{foot}</main>".encode()


def _html_table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def as_xml(found: Sequence[Block]) -> bytes:
    """Return a kamerstuk as officielebekendmakingen.nl publishes it."""
    count = iter(range(1, 1000))

    def one(block: Block) -> str:
        note = ""
        if block.note:
            note = (
                f'<noot type="voet"><noot.nr>{next(count)}</noot.nr>'
                f"<noot.al>{escape(block.note)}</noot.al></noot>"
            )
        tag = "tussenkop" if block.kind == "heading" else "al"
        return f"<{tag}>{escape(block.text)}{note}</{tag}>"

    body = _grouped(
        found, one, lambda text: f"<li><li.nr>–</li.nr><al>{text}</al></li>",
        '<lijst type="expliciet">{}</lijst>', _xml_table,
    )  # fmt: skip
    return (
        '<?xml version="1.0" encoding="utf-8"?><officiele-publicatie><kamerstuk><stuk><algemeen>'
        f"<vrije-tekst><tekst>{body}</tekst></vrije-tekst></algemeen></stuk></kamerstuk>"
        "</officiele-publicatie>"
    ).encode()


def _xml_table(rows: list[list[str]]) -> str:
    entries = ("".join(f"<entry><al>{escape(c)}</al></entry>" for c in row) for row in rows)
    body = "".join(f"<row>{row}</row>" for row in entries)
    return f"<table><tgroup cols='3'><tbody>{body}</tbody></tgroup></table>"


def _grouped(
    found: Sequence[Block],
    one: Callable[[Block], str],
    item: Callable[[str], str],
    listed: str,
    table: Callable[[list[list[str]]], str],
) -> str:
    parts: list[str] = []
    for kind, group in groupby(found, lambda block: block.kind):
        if kind == "bullet":
            parts.append(listed.format("".join(item(escape(block.text)) for block in group)))
        elif kind == "table-row":
            parts.append(table([block.text.split(" | ") for block in group]))
        else:
            parts += [one(block) for block in group]
    return "\n".join(parts)


# -------------------------------------------------------------------------------------------- word
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:mc="mc"'
STYLES = """\
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="Kop basis"/><w:rPr><w:b/></w:rPr></w:style>
{}<w:style w:type="paragraph" w:styleId="Lijstopsomteken"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Voetnootmarkering"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>""".format(
    "".join(
        f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/>'
        f'<w:basedOn w:val="Kop"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in range(1, 6)
    )
)


def word(
    body: str, notes: Sequence[str] = (), head: str = "", first: str = "", core: str = ""
) -> bytes:
    """Return a Word document with this body, footnotes and page headers, all but ``notes`` as XML."""
    numbered = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr>'
        f"<w:footnoteRef/></w:r><w:r><w:t> {escape(note)}</w:t></w:r></w:p></w:footnote>"
        for n, note in enumerate(notes, 1)
    )
    section = "".join(
        f'<w:headerReference w:type="{kind}" r:id="{name}"/>'
        for kind, name, text in (("default", "h1", head), ("first", "h2", first))
        if text
    )
    section = f"<w:sectPr>{section}{'<w:titlePg/>' if first else ''}</w:sectPr>"
    parts = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{STYLES}</w:styles>",
        "word/header1.xml": f"<w:hdr {NAMES}>{head}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMES}>{first}</w:hdr>",
        "word/footnotes.xml": f'<w:footnotes {NAMES}><w:footnote w:type="separator" w:id="-1"><w:p>'
        f"<w:r><w:separator/></w:r></w:p></w:footnote>{numbered}</w:footnotes>",
        "word/_rels/document.xml.rels": '<Relationships><Relationship Id="h1" Target="header1.xml"/>'
        '<Relationship Id="h2" Target="/word/header2.xml"/><Relationship Id="x" TargetMode="External"'
        ' Target="http://127.0.0.1/weg.xml"/></Relationships>',
        "docProps/core.xml": f'<c xmlns:dc="d" xmlns:dcterms="t">{core}</c>',
        "word/vbaProject.bin": "macro's",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def as_docx(found: Sequence[Block]) -> bytes:
    """Return a Word document; its runs end in the middle of words, as Word leaves them."""
    notes = [block.note for block in found if block.note]
    count = iter(range(1, 1000))

    def one(block: Block) -> str:
        style = {"heading": f"Kop{block.level}", "bullet": "Lijstopsomteken"}.get(block.kind, "")
        own = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        note = f'<w:r><w:footnoteReference w:id="{next(count)}"/></w:r>' if block.note else ""
        return f"<w:p>{own}{_runs(block.text)}{note}</w:p>"

    parts: list[str] = []
    for kind, group in groupby(found, lambda block: block.kind):
        if kind == "table-row":
            rows = (block.text.split(" | ") for block in group)
            parts.append(f"<w:tbl>{''.join(map(_word_row, rows))}</w:tbl>")
        else:
            parts += [one(block) for block in group]
    head = f"<w:p><w:r><w:t>{MINISTRY}</w:t></w:r></w:p>"
    return word("".join(parts), notes, head=head)


def _runs(text: str) -> str:
    parts = (text[at : at + 37] for at in range(0, len(text), 37))
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in parts)


def _word_row(cells: list[str]) -> str:
    made = (f"<w:tc><w:tcPr/><w:p>{_runs(cell)}</w:p></w:tc>" for cell in cells)
    return f"<w:tr>{''.join(made)}</w:tr>"


# --------------------------------------------------------------------------------------------- pdf
LEFT, RIGHT, TOP, FOOT, BESIDE = 70, 420, 760, 70, 450
SIZE, LEADING, SMALL, CLOSE, APART = 9, 12.6, 6.5, 8.5, 20
CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")


class Sheet:
    """Sets a letter in the style of the ministries: margin, page heads, footnotes at the foot."""

    def __init__(self, ruled: bool = False) -> None:
        self.ruled = ruled
        for name, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
            path = Path(reportlab.__file__).with_name("fonts") / file
            pdfmetrics.registerFont(TTFont(name, str(path)))
        self.data = io.BytesIO()
        self.canvas = Canvas(self.data, pagesize=A4, invariant=True)
        self.canvas.setTitle("Kamerbrief")
        self.page = 0
        self.y = self.low = 0.0
        self.notes = 0
        self.kept: list[tuple[int, str]] = []
        self._new()

    def finished(self) -> bytes:
        """Return the PDF."""
        self._close()
        self.canvas.save()
        return self.data.getvalue()

    def add(self, block: Block, before: str) -> None:
        """Set a paragraph; ``before`` is the kind of the one above."""
        apart = not (block.kind == before and block.kind in ("head", "signature"))
        self.y -= 6 if apart else 0
        font = "Vera-Bold" if block.kind == "heading" else "Vera"
        indent = 12 if block.kind == "bullet" else 0
        lines = list(wrapped(block.text, RIGHT - LEFT - indent, font, SIZE))
        room = CLOSE * (1 + len(list(wrapped(block.note, RIGHT - LEFT, "Vera", SMALL))))
        for number, line in enumerate(lines):
            last = number + 1 == len(lines)
            self._room(LEADING + (room if last and block.note else 0))
            if indent and not number:
                self._at(LEFT, "•", font, SIZE)
            right = self._at(LEFT + indent, line, font, SIZE)
            if last and block.note:
                self.notes += 1
                self.kept.append((self.notes, block.note))
                self.low += room
                self.canvas.setFont("Vera", 0.65 * SIZE)
                self.canvas.drawString(right, self.y + 0.35 * SIZE, str(self.notes))
            self.y -= LEADING

    def table(self, rows: Sequence[list[str]]) -> None:
        """Set a table, its cells wrapped, with rules between them where asked."""
        self.y -= 6
        columns = max(map(len, rows))
        longest = [
            max(_width(cell) for row in rows for cell in row[number : number + 1])
            for number in range(columns)
        ]
        room = RIGHT - LEFT - APART * columns
        least = [min(one, room / columns) for one in longest]
        over = sum(longest) - sum(least)
        share = min(1, (room - sum(least)) / over) if over else 0
        widths = [
            APART + low + share * (all_ - low) for low, all_ in zip(least, longest, strict=True)
        ]
        for row in rows:
            lines = [
                list(wrapped(cell, width - APART + 1, "Vera", SIZE)) or [""]
                for cell, width in zip(row, widths[columns - len(row) :], strict=True)
            ]
            lines = [[""]] * (columns - len(row)) + lines
            high = max(map(len, lines))
            self._room(high * LEADING + 4)
            self._grid(widths, high * LEADING)
            for level in range(high):
                x = float(LEFT)
                for width, cell in zip(widths, lines, strict=True):
                    if level < len(cell):
                        self._at(x, cell[level], "Vera", SIZE)
                    x += width
                self.y -= LEADING
            self.y -= 4 if self.ruled else 3
        self.y -= 6

    def _grid(self, widths: Sequence[float], high: float) -> None:
        if not self.ruled:
            return
        x, top = LEFT - 3.0, self.y + LEADING - 2
        self.canvas.line(x, top, x + sum(widths), top)
        self.canvas.line(x, top - high - 4, x + sum(widths), top - high - 4)
        for width in (0, *widths):
            x += width
            self.canvas.line(x, top, x, top - high - 4)

    def _room(self, needed: float) -> None:
        if self.y - needed < self.low:
            self._close()
            self._new()

    def _new(self) -> None:
        self.page += 1
        self.y, self.low = float(TOP), float(FOOT)
        self.canvas.setFont("Vera", SIZE)
        self.canvas.drawString(200, 800, MINISTRY)
        beside = ["Directie Sahel", "Rijnstraat 8", "", "Onze referentie", REFERENCE]
        for number, line in enumerate(beside if self.page == 1 else beside[-2:]):
            self.canvas.setFont("Vera", SMALL)
            self.canvas.drawString(BESIDE, 720 - 9 * number, line)

    def _close(self) -> None:
        y = self.low - LEADING
        if self.kept:
            self.canvas.line(LEFT, y + CLOSE, LEFT + 100, y + CLOSE)
        for number, note in self.kept:
            for line in wrapped(f"{number} {note}", RIGHT - LEFT, "Vera", SMALL):
                self.canvas.setFont("Vera", SMALL)
                self.canvas.drawString(LEFT, y, line)
                y -= CLOSE
        self.kept = []
        self.canvas.setFont("Vera", SMALL)
        self.canvas.drawString(BESIDE, 40, f"Pagina {self.page}")
        self.canvas.showPage()

    def _at(self, x: float, text: str, font: str, size: float) -> float:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, text)
        return float(x + pdfmetrics.stringWidth(text, font, size))


def wrapped(text: str, width: float, font: str, size: float) -> Iterator[str]:
    """Yield the lines of a paragraph, long words broken with a hyphen."""
    line = ""
    for word in text.split():
        joined = f"{line} {word}".strip()
        if pdfmetrics.stringWidth(joined, font, size) <= width:
            line = joined
            continue
        for at in range(len(word) - 4, 4, -1):
            pair = word[at - 1 : at + 1]
            broken = f"{line} {word[:at]}-".strip()
            fits = pdfmetrics.stringWidth(broken, font, size) <= width
            if fits and set(pair) <= CONSONANTS and word.isalpha() and word.islower():
                yield broken
                line = word[at:]
                break
        else:
            yield line
            line = word
    if line:
        yield line


def _width(text: str) -> float:
    return float(pdfmetrics.stringWidth(text, "Vera", SIZE))


def as_pdf(found: Sequence[Block], ruled: bool = False) -> bytes:
    """Return a PDF of several pages; ``ruled``: its tables have rules."""
    sheet = Sheet(ruled)
    before = ""
    for kind, group in groupby(found, lambda block: block.kind):
        if kind == "table-row":
            sheet.table([block.text.split(" | ") for block in group])
        else:
            for block in group:
                sheet.add(block, before)
                before = kind
        before = kind
    return sheet.finished()


def as_ruled_pdf(found: Sequence[Block]) -> bytes:
    """Return a PDF of several pages, its tables with rules."""
    return as_pdf(found, ruled=True)


FORMS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "brief.html": as_html,
    "brief.xml": as_xml,
    "brief.docx": as_docx,
    "brief.pdf": as_pdf,
    "ruled.pdf": as_ruled_pdf,
}
