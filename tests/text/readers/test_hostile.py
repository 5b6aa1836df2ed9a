"""Broken and hostile files: each gives one line with what is wrong and what to do."""

import io
import os
import stat
import time
import zipfile
from pathlib import Path

import pytest

from kamergraaf.errors import BadLetter
from kamergraaf.source import Limits, SourceFile
from kamergraaf.text.read import sources
from kamergraaf.text.readers import content, html, tree, xml
from kamergraaf.text.readers.content import Budget, Unreadable

DUTCH = "Het kabinet heeft besloten de bijdrage aan deze missie met een jaar te verlengen."
SMALL = Limits(megabytes=1, files=5, unpacked=2)


def told(*paths: Path, limits: Limits = SMALL) -> list[str]:
    found = [
        one.name if isinstance(one, SourceFile) else str(one) for one in sources(paths, limits)
    ]
    assert all("\n" not in line and len(line) < 200 for line in found)
    return found


def packed(path: Path, members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name) if name.endswith("/") else name, data)
    return path


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
LETTERS_OF_XML = "<al>Het kabinet besluit.</al>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f"{BOMB}]><a>&j;</a>", "declares entities"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares entities"),
        ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://a.b/c">%x;]><a>b</a>', "declares entities"),
        ("<kamerstuk><al>Het kabinet", "damaged XML at line 1"),
        ("<kamerstuk>\n<al>a</b></kamerstuk>", "damaged XML at line 2 (mismatched tag)"),
        ("Geachte voorzitter", "damaged XML at line 1"),
        ("<kamerstuk/>", "without running text (<kamerstuk>)"),
        ("<metadata_gegevens><metadata name='a' content='b'/></metadata_gegevens>", "without running"),
        ("<a>" * 101 + "</a>" * 101, "nested deeper than 100"),
        ("<a>" + "<b/>" * 500_001 + "</a>", "more than 500000 elements"),
    ],
)  # fmt: skip
def test_xml_that_is_no_letter(tmp_path: Path, data: str, said: str) -> None:
    path = tmp_path / "brief.xml"
    path.write_text(data)
    [line] = told(path, limits=Limits())
    assert line.startswith("brief.xml: ") and said in line


def test_a_dtd_elsewhere_is_not_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("reached the network"))
    path = tmp_path / "brief.xml"
    path.write_text(f'<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a><al>{DUTCH} &eacute;</al></a>')
    [one] = sources([path])
    assert isinstance(one, SourceFile)


SCRAPS = [
    "<", "<a", "<a b=", "<a b='", "<!--", "<!--a--", "</", "&", "&#1", "<![CDATA[", "<?", "<p>", "<div>", "<b>",
    "<table><tr><td>", "<table><tr><td>a<td>", "<ul><li>", "\n<p\n", "<a/b/c", "<sup>1</sup>", "<p class='zoek_zoek_",
    "<pre>a\n", "<li>1 a", "<div id=fn1>", "<br>", "a<br>",
]  # fmt: skip


@pytest.mark.parametrize("scrap", SCRAPS)
def test_a_hostile_page_takes_no_more_than_its_length(scrap: str) -> None:
    def seconds(size: int) -> float:
        started = time.process_time()
        html.read((scrap * (size // len(scrap))).encode() + b"a", Budget())
        return time.process_time() - started

    # Eight times the length: linear work takes eight times as long, quadratic work 64 times.
    small = min(seconds(10_000) for _ in range(3))
    assert min(seconds(80_000) for _ in range(2)) < 32 * max(small, 0.02)


def test_time_is_limited() -> None:
    budget = Budget(Limits(seconds=1e-9))
    page = b"<p>a</p>" * 2000
    for reader in (html.read, xml.read):
        with pytest.raises(Unreadable, match="not read within 1e-09 seconds; raise --max-seconds"):
            reader(b"<a>" + page + b"</a>", budget)


def test_pages_are_limited() -> None:
    budget = Budget(Limits(pages=3))
    budget.page(3)
    with pytest.raises(Unreadable, match="more than 3 pages; raise --max-pages"):
        budget.page(4)


def test_an_extra_that_is_missing_is_named() -> None:
    with pytest.raises(Unreadable) as told, content.extra("pdf"):
        raise ModuleNotFoundError("no module")
    assert told.value.command == 'pip install "kamergraaf[formats]"'


# ------------------------------------------------------------------------------------- archives
def test_letters_in_a_zip_file_in_the_order_of_their_names(tmp_path: Path) -> None:
    letter = DUTCH.encode()
    path = packed(
        tmp_path / "brieven.zip",
        {
            "b/": b"",
            "b/twee.txt": letter,
            "a.html": b"<p>" + letter,
            "README.md": letter,
            "tabel.csv": b"a,b",
            "__MACOSX/a.html": letter,
            "oud.doc": b"\xd0\xcf\x11\xe0",
        },
    )
    found = told(path, limits=Limits())
    assert found == [
        "brieven.zip/a.html",
        "brieven.zip/b/twee.txt",
        "brieven.zip/oud.doc: an old or encrypted Word document; save it as .docx without password first",
    ]
    assert told(tmp_path, limits=Limits()) == found


@pytest.mark.parametrize(
    "name", ["../weg.txt", "/etc/weg.txt", "a/../../weg.txt", "C:/weg.txt", "..\\weg.txt"]
)
def test_a_name_that_leads_out_of_a_zip_file(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "a.zip", {name: DUTCH.encode()})
    [line] = told(path)
    assert "leads out of the zip file" in line
    assert [each.name for each in tmp_path.iterdir()] == ["a.zip"]


def test_a_zip_file_in_a_zip_file(tmp_path: Path) -> None:
    inner = packed(tmp_path / "binnen.zip", {"a.txt": DUTCH.encode()}).read_bytes()
    path = packed(
        tmp_path / "a.zip", {"binnen.zip": inner, "brief.txt": inner, "c.txt": DUTCH.encode()}
    )
    assert told(path) == [
        "a.zip/binnen.zip: a zip file in a zip file; unpack it first",
        "a.zip/brief.txt: a zip file inside another or under another name; unpack it first",
        "a.zip/c.txt",
    ]


def test_a_link_in_a_zip_file(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("brief.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert told(path) == ["a.zip/brief.txt: a link in a zip file; pack the file itself"]


def test_zip_bombs(tmp_path: Path) -> None:
    path = packed(tmp_path / "groot.zip", {"a.txt": b" " * 1_100_000})
    assert "larger than 1 MB" in told(path)[0]
    assert "packed more than 200 times" in told(path, limits=Limits())[0]
    many = packed(tmp_path / "veel.zip", {f"{n}.txt": b"a" for n in range(6)})
    assert told(many) == [
        "veel.zip: more than 5 files in it; raise --max-files or unpack what is needed"
    ]
    whole = {f"{n}.txt": os.urandom(400_000) + b"\n" * 400_000 for n in range(4)}
    total = told(packed(tmp_path / "som.zip", whole))
    assert total[-1] == "som.zip: more than 2 MB in it; raise --max-unpacked or unpack it first"


def test_a_size_that_is_a_lie_is_found_out(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", os.urandom(2_000_000))
    raw = bytearray(data.getvalue())
    for at in (raw.index(b"PK\x03\x04") + 22, raw.index(b"PK\x01\x02") + 24):
        raw[at : at + 4] = (1000).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(raw)
    [line] = told(tmp_path / "a.zip")
    assert "damaged in its zip file" in line


def test_an_encrypted_zip_file(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": DUTCH.encode()})
    raw = bytearray(path.read_bytes())
    for at in (raw.index(b"PK\x03\x04") + 6, raw.index(b"PK\x01\x02") + 8):
        raw[at] |= 1
    path.write_bytes(raw)
    assert told(path) == ["a.zip/a.txt: encrypted; unpack it with its password first"]


@pytest.mark.parametrize(
    "packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_a_damaged_zip_file(tmp_path: Path, packing: int) -> None:
    raw = packed(tmp_path / "a.zip", {"a.txt": os.urandom(999)}, packing).read_bytes()
    (tmp_path / "a.zip").write_bytes(raw[: len(raw) // 2])
    assert told(tmp_path / "a.zip") == ["a.zip: a damaged zip file; get it again"]
    (tmp_path / "a.zip").write_bytes(raw[:60] + bytes(200) + raw[260:])
    assert told(tmp_path / "a.zip") == ["a.zip/a.txt: damaged in its zip file; get that again"]


def test_an_empty_zip_file(tmp_path: Path) -> None:
    assert "no letters in it" in told(packed(tmp_path / "a.zip", {}))[0]


# ---------------------------------------------------------------------------------- other files
def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DUTCH)
    fstat = os.fstat
    seen: list[int] = []

    def changing(number: int) -> os.stat_result:
        seen.append(number)
        if len(seen) == 2:
            path.write_text(DUTCH * 2)
        return fstat(number)

    monkeypatch.setattr("kamergraaf.text.read.os.fstat", changing)
    assert told(path) == ["a.txt: changed while it was read; read it again when it is complete"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.doc", b"x", "an old Word document"),
        ("a.rtf", b"{\\rtf1", "an RTF document"),
        ("a.odt", b"PK", "an OpenDocument text"),
        ("a.docx", b"Geachte", "no docx file, whatever its name says"),
        ("a.pdf", b"Geachte", "no pdf file, whatever its name says"),
        ("a.docx", b"PK\x03\x04 en dan niets", "a damaged zip or Word file"),
        ("a.html", b"", "empty"),
        ("a.html", b"<p></p>", "no words in it"),
        ("a.html", b"<p>The government will send troops to the mission with our partners.", "not Dutch"),
        ("a.html", b"\x00\x01", "binary"),
    ],
)  # fmt: skip
def test_other_files(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    [one] = sources([tmp_path])
    assert isinstance(one, BadLetter)
    assert one.file == name and said in one.reason and ";" in one.reason


def test_nodes_count_towards_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST", 10)
    with pytest.raises(Unreadable, match="more than 10 elements"):
        html.read(b"<p>a" * 10, Budget())
