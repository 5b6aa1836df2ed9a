"""What an installation carries: the same in a checkout and in a wheel."""

import doctest
import importlib
import pkgutil
import re
import subprocess
import sys
from importlib.metadata import metadata, version
from importlib.resources import files
from pathlib import Path

import click
import pytest

import kamergraaf
from kamergraaf.cli import main
from kamergraaf.errors import ResourceMissing
from kamergraaf.resources import resource

MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(kamergraaf.__path__, "kamergraaf.")
    if not found.name.endswith("__main__")
)
VERBS = main.commands if isinstance(main, click.Group) else {}
DATA = [
    "ontology/kamergraaf.ttl",
    "ontology/shapes.ttl",
    "corpus/reference/missions.csv",
    "corpus/reference/tenures.csv",
    "corpus/pipeline/config.cfg",
    "corpus/pipeline/LICENSES_SOURCES",
]


def test_wheel_is_what_is_tested(request: pytest.FixtureRequest) -> None:
    """With --expect-wheel the package comes from site-packages and reads its own data."""
    if not request.config.getoption("--expect-wheel"):
        pytest.skip("only for the wheel: make wheel-test")
    assert "site-packages" in Path(kamergraaf.__file__).parts
    assert "site-packages" in resource(DATA[0]).parts


@pytest.mark.parametrize("name", DATA)
def test_data_is_readable(name: str) -> None:
    """Ontology, reference data and pipeline are there under their repository paths."""
    assert resource(name).read_bytes()


def test_missing_data_names_the_remedy() -> None:
    """What is not there is said with what to do about it."""
    with pytest.raises(ResourceMissing, match=r"corpus/none\.csv.*reinstall"):
        resource("corpus/none.csv")


def test_queries_are_readable() -> None:
    """The named questions travel inside the package."""
    found = [file for file in files("kamergraaf.queries").iterdir() if file.name.endswith(".rq")]
    assert len(found) >= 15
    assert all(file.read_text("utf-8").strip() for file in found)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_verb_has_help(verb: str) -> None:
    """Every command says what it does and shows an example of its use."""
    context = click.Context(VERBS[verb], info_name=f"kamergraaf {verb}")
    assert f"kamergraaf {verb}" in VERBS[verb].get_help(context).split("\n", 1)[1]


def test_verbs() -> None:
    """The commands of the design are all there."""
    assert {"build", "extract", "check", "query", "view", "export", "evaluate"} <= set(VERBS)


def test_console_script() -> None:
    """The installed command starts, knows its version, and loads no language model for that."""
    script = Path(sys.executable).with_name("kamergraaf")
    said = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert version("kamergraaf") in said.stdout


def test_help_does_not_load_the_heavy_libraries() -> None:
    """--help does not wait for spaCy, rdflib or pyvis."""
    code = "import sys, kamergraaf.cli; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "rdflib", "pyvis", "networkx"} & set(said.stdout.split())


def test_every_licence_has_its_text() -> None:
    """Each licence of the expression in the metadata travels with the package as a text."""
    expression = metadata("kamergraaf")["License-Expression"]
    texts = {Path(name).stem for name in metadata("kamergraaf").get_all("License-File") or []}
    assert set(re.split(r" AND | OR |[()]", expression)) <= texts


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    """What a docstring shows is what happens."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_examples_were_found() -> None:
    """The test above runs examples at all."""
    finder = doctest.DocTestFinder()
    found = (finder.find(importlib.import_module(name)) for name in MODULES)
    assert sum(bool(test.examples) for tests in found for test in tests) >= 10
