"""Reading gold files and the extractor's output, and saying plainly when one has another form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kamergraaf.errors import BadData
from kamergraaf.evaluate.attributes import STATUSES, TYPES, readings

Json = Mapping[str, Any]

LETTER_KEYS = ("file", "dossiers", "number", "date", "chamber", "signatories", "references")
LISTS = (
    "missions", "countries", "organisations", "persons", "commitments", "meetings",
    "not_commitments",
)  # fmt: skip
COMMITMENT_KEYS = (
    "id", "quote", "type", "status", "missions", "countries", "amounts", "personnel", "core",
)  # fmt: skip
FOUND_LISTS = ("missions", "countries", "organisations", "persons", "commitments", "meetings")


def read(paths: Iterable[Path]) -> list[Json]:
    """Return the gold of all files and of all ``*.json`` in folders, in their order.

    Raises ``BadData`` with file, place and what is missing.
    """
    return [_read(file) for file in _files(paths)]


def files(paths: Iterable[Path], split: str | None = None) -> list[Path]:
    """Return the gold files of paths; with ``split`` only those of that part (key ``split``).

    Raises ``BadData`` when nothing is left.
    """
    found = _files(paths)
    if split is None:
        return found
    chosen = [file for file in found if _read(file).get("split") == split]
    if not chosen:
        raise BadData(f"no gold file has «split»: {split!r}; leave --split out to score all")
    return chosen


def letter_files(paths: Iterable[Path], letters: Path | None = None) -> list[Path]:
    """Return the letters of gold files: in ``letters``, else in ``../letters`` seen from the gold.

    Raises ``BadData`` when one is not there.
    """
    found = []
    for file in _files(paths):
        folder = letters or file.parent.parent / "letters"
        letter = folder / _read(file)["letter"]["file"]
        if not letter.is_file():
            raise BadData(f"{letter}: no such letter; say where it is with --letters DIR")
        found.append(letter)
    return found


def _files(paths: Iterable[Path]) -> list[Path]:
    files = [
        file
        for path in paths
        for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])
    ]
    if not files:
        raise BadData("no gold files: name a file or a folder with *.json (corpus/gold)")
    return files


def _read(file: Path) -> Json:
    try:
        gold = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BadData(f"{file}: no gold file: {error}; see corpus/gold/SCHEMA.md") from error
    if not isinstance(gold, dict):
        raise BadData(f"{file}: no gold file: not a JSON object; see corpus/gold/SCHEMA.md")
    check(gold, str(file))
    return gold


def check(gold: Json, where: str) -> None:
    """Raise ``BadData`` unless ``gold`` has the form of ``corpus/gold/SCHEMA.md``."""
    _need(gold, ("letter", *LISTS), where)
    _need(gold["letter"], LETTER_KEYS, f"{where}: letter")
    for each in gold["commitments"]:
        place = f"{where}: commitment {each.get('id')}"
        _need(each, COMMITMENT_KEYS, place)
        for key, codes in (("type", TYPES), ("status", STATUSES)):
            for code in readings(each, key):
                if code not in codes:
                    known = ", ".join(sorted(codes))
                    raise BadData(f"{place}: unknown {key} {code!r}; one of {known}")
    for key in ("meetings", "not_commitments"):
        for number, each in enumerate(gold[key], 1):
            needs = ("quote", "who", "date") if key == "meetings" else ("quote",)
            _need(each, needs, f"{where}: {key} {number}")


def check_found(found: Json) -> None:
    """Raise ``BadData`` unless ``found`` is an object as ``kamergraaf extract`` prints it."""
    _need(found, ("letter", *FOUND_LISTS), "extract output")


def nothing_found(gold: Json) -> Json:
    """Return what an extractor prints that finds nothing in the letter of ``gold``."""
    letter = {
        "file": gold["letter"]["file"], "text": "", "dossiers": [], "number": None, "date": None,
        "date_earliest": None, "date_latest": None, "date_source": None, "chamber": None,
        "chamber_source": None, "signatories": [], "references": [],
    }  # fmt: skip
    return {"letter": letter, **{name: [] for name in FOUND_LISTS}}


def _need(part: Any, keys: tuple[str, ...], where: str) -> None:
    missing = [key for key in keys if not isinstance(part, dict) or key not in part]
    if missing:
        raise BadData(f"{where}: lacks {', '.join(missing)}; see corpus/gold/SCHEMA.md")
