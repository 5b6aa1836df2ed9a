"""From ``DATA`` to a pipeline: check the data, make documents, train, measure, package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from kamergraaf.errors import KamergraafError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

HERE = Path(__file__).parent
WHEEL = "nl_kamerbrief_sm-0.1.0-py3-none-any.whl"
VERSION = "0.2.0"
TEXTS = ("LICENSE", "LICENSES_SOURCES", "DATASHEET.md")
"""What a reader of the weights needs besides them, and does not come out of a training."""


def check(data: Path) -> None:
    """Raise ``KamergraafError`` when a file of ``data`` is not the one in ``data.sha256``."""
    for line in (HERE / "data.sha256").read_text("utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        path = data / name
        if not path.is_file():
            raise KamergraafError(f"{path}: missing; DATA needs every file of training/data.sha256")
        if sha256(path.read_bytes()).hexdigest() != wanted:
            raise KamergraafError(f"{path}: not the file of training/data.sha256")


def unpacked(data: Path, out: Path) -> Path:
    """Return the folder of the pipeline to start from, unpacked from its wheel in ``data``."""
    with ZipFile(data / WHEEL) as wheel:
        wheel.extractall(out)
    (config,) = out.glob("*/*/config.cfg")
    return config.parent


def documents(data: Path, sample: Path, base: Path, out: Path) -> None:
    """Write ``train.spacy`` and ``dev.spacy`` to ``out``."""
    from kamergraaf.annotations.language import pipeline
    from kamergraaf.training.documents import Builder

    builder = Builder(pipeline(str(base)), data, sample)
    _save(builder.dev(), out / "dev.spacy")
    _save(builder.train(), out / "train.spacy")


def _save(docs: Iterable[Doc], path: Path) -> None:
    from spacy.tokens import DocBin

    binary = DocBin()
    for doc in docs:
        binary.add(doc)
    binary.to_disk(path)


def train(base: Path, out: Path) -> Path:
    """Train by ``train.cfg`` and return the folder of the last, averaged weights."""
    from spacy.cli.train import train as spacy_train

    paths = {"base": base, "train": out / "train.spacy", "dev": out / "dev.spacy"}
    overrides = {f"paths.{name}": str(path) for name, path in paths.items()}
    spacy_train(HERE / "train.cfg", out / "training", overrides=overrides)
    return out / "training" / "model-last"


def package(model: Path, old: Path, target: Path, figures: dict[str, float]) -> None:
    """Write the pipeline to ``target`` with the texts of ``old``: licences, sources, data sheet."""
    import spacy

    nlp: Language = spacy.load(model)
    nlp.meta["version"] = VERSION
    nlp.meta["name"] = "kamerbrief_sm"
    nlp.meta["license"] = "CC BY-SA 4.0 and LGPL-2.1-or-later data; see LICENSES_SOURCES"
    nlp.meta["description"] = (
        "Dutch pipeline for ministers' letters: tags, features, Universal Dependencies, lemmas and"
        " names (PER, LOC, ORG, MISSION, MISC) on one tok2vec"
    )
    nlp.meta["sources"] = _meta(old)["sources"]
    nlp.meta["performance"] = {name: round(value, 4) for name, value in figures.items()}
    # The paths of the machine that trained are of no use to others.
    nlp.config["paths"] = {name: None for name in nlp.config["paths"]}
    if target.exists():
        rmtree(target)
    nlp.to_disk(target)
    for name in TEXTS:
        (target / name).write_bytes((old / name).read_bytes())


def _meta(folder: Path) -> dict[str, Any]:
    meta: dict[str, Any] = json.loads((folder / "meta.json").read_text("utf-8"))
    return meta
