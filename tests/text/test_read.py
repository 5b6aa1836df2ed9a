"""What is read, in which order, and what is said of files that are no letter."""

import codecs
import hashlib
import io
import os
from pathlib import Path

import pytest

from kamergraaf.errors import BadLetter
from kamergraaf.source import Limits, SourceFile
from kamergraaf.text.read import sources
from kamergraaf.text.readers.content import LONGEST

DUTCH = "Het kabinet heeft besloten de bijdrage aan deze missie met een jaar te verlengen."
ENGLISH = "The government has decided to extend its contribution to this mission by one year."


def refused(path: Path | str) -> BadLetter:
    (only,) = sources([path])
    assert isinstance(only, BadLetter)
    assert "\n" not in str(only)
    return only


def names(*paths: Path | str) -> list[str]:
    return [
        one.name if isinstance(one, SourceFile) else f"! {one.file}" for one in sources(list(paths))
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "onder/c.TXT", "onder/dieper/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}: {DUTCH}", encoding="utf-8")
    (tmp_path / "tabel.csv").write_text("a,b")
    (tmp_path / "README.md").write_text("Letters, with where they come from.")
    (tmp_path / ".verborgen.txt").write_text(DUTCH)
    return tmp_path


def test_a_file_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(f"{DUTCH}\r\n".encode())
    (only,) = sources([path])
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert only == SourceFile("brief.txt", digest, f"{DUTCH}\r\n")


def test_a_directory_gives_its_letters_in_order(folder: Path) -> None:
    assert names(folder) == ["a.md", "b.txt", "onder/c.TXT", "onder/dieper/d.txt"]


def test_a_file_reached_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder / "onder", folder) == [
        "b.txt",
        "c.TXT",
        "dieper/d.txt",
        "a.md",
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DUTCH.encode())))
    assert names("-") == ["-"]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(b"\xef\xbb\xbf" + DUTCH.encode())
    (only,) = sources([path])
    assert isinstance(only, SourceFile)
    assert only.text == DUTCH


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "no words"),
        (b"--- 12 ---\n***\n", "no words"),
        (b"PK\x03\x04\x14\x00", "damaged zip or Word"),
        (b"\xd0\xcf\x11\xe0", "old or encrypted Word"),
        (b"{\\rtf1 Brief}", "RTF"),
        (b"Brief\x00\x01\x02", "binary"),
        (DUTCH.encode("utf-16")[:-1], "UTF-16 that is damaged at byte 162"),
        (b"be\x81sloten", "neither UTF-8 (not at byte 2, 0x81) nor Windows-1252"),
        ("één besluit en één".encode() + b"\xe9\xe9n", "neither UTF-8 (not at byte 22, 0xe9)"),
        (ENGLISH.encode(), "not Dutch but English"),
        ("Москва и Киев ведут переговоры о прекращении огня. ".encode() * 9, "unknown language"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_content_that_is_no_letter(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "brief 1.txt"
    path.write_bytes(content)
    found = refused(path)
    assert found.file == "brief 1.txt"
    assert said in str(found)
    assert str(tmp_path) not in found.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_encodings(tmp_path: Path, encoding: str, bom: bytes) -> None:
    text = f"{DUTCH} Daarmee is € 2,5 miljoen geïnd – «één» bijdrage."
    path = tmp_path / "brief.txt"
    path.write_bytes((bom if encoding == "cp1252" else b"") + text.encode(encoding))
    (only,) = sources([path])
    assert isinstance(only, SourceFile)
    assert only.text == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE])
def test_either_order_of_utf_16(tmp_path: Path, mark: bytes) -> None:
    order = "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"
    path = tmp_path / "brief.txt"
    path.write_bytes(mark + DUTCH.encode(order))
    (only,) = sources([path])
    assert isinstance(only, SourceFile)
    assert only.text == DUTCH


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    path.write_bytes(b"Het kabinet besluit. " * 50_000)
    (only,) = sources([path], Limits(megabytes=1))
    assert isinstance(only, BadLetter)
    assert only.reason == "larger than 1 MB; raise --max-megabytes or leave it out"


def test_too_much_text(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    path.write_bytes(b"Het kabinet besluit. " * (LONGEST // 20))
    assert "more than 5 million characters" in refused(path).reason


def test_too_large_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DUTCH.encode() * 20_000)))
    (only,) = sources(["-"], Limits(megabytes=1))
    assert isinstance(only, BadLetter)
    assert "larger than" in only.reason


def test_what_is_not_there(tmp_path: Path) -> None:
    found = refused(tmp_path / "weg.txt")
    assert (found.file, found.reason) == ("weg.txt", "does not exist; check the name")


def test_another_kind_of_file_is_refused_when_named(folder: Path) -> None:
    assert ".pdf or .zip" in refused(folder / "tabel.csv").reason


def test_a_directory_without_letters(tmp_path: Path) -> None:
    found = refused(tmp_path)
    assert found.file == tmp_path.name
    assert "no letters in it" in found.reason


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    assert "not a regular file" in refused(tmp_path / "pijp.txt").reason


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dicht.txt"
    path.write_text(DUTCH)

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    found = refused(path)
    assert found.reason == "no permission to read it; allow it first"
    assert f"chmod +r {path}" in str(found)


def test_no_permission_for_a_directory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.listdir

    def closed(path: Path) -> list[str]:
        if Path(path).name == "onder":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", closed)
    assert names(folder) == ["a.md", "b.txt", "! onder"]


def test_links_that_go_round(folder: Path) -> None:
    (folder / "onder" / "terug").symlink_to(folder, target_is_directory=True)
    (folder / "zelf.txt").symlink_to(folder / "zelf.txt")
    found = names(folder)
    assert [name for name in found if name.startswith("!")] == ["! onder/terug", "! zelf.txt"]
    assert len(found) == 6


def test_the_others_go_on(folder: Path) -> None:
    (folder / "aa.txt").write_text(ENGLISH)
    (folder / "onder" / "bb.txt").write_bytes(b"\x81")
    assert names(folder) == [
        "a.md",
        "! aa.txt",
        "b.txt",
        "! onder/bb.txt",
        "onder/c.TXT",
        "onder/dieper/d.txt",
    ]
