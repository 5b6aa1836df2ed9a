"""What the README shows is what happens."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from kamergraaf.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
COMMANDS = [part for block in BLOCKS for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
SHOWN = [part.split("\n", 1) for part in COMMANDS if part.startswith("kamergraaf ")]
# The order of the README: the build comes before the questions.
SHOWN.sort(key=lambda shown: not shown[0].startswith("kamergraaf build"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that looks like the checkout to a reader of the README."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "letters").symlink_to(ROOT / "corpus" / "letters")
    return folder


def test_commands_were_found() -> None:
    """The README shows commands with their output."""
    assert len(SHOWN) >= 5


@pytest.mark.parametrize(("command", "expected"), SHOWN, ids=[command for command, _ in SHOWN])
def test_command_prints_what_is_shown(folder: Path, command: str, expected: str) -> None:
    """Each command prints what stands below it; a line with only … stands for any lines."""
    words = shlex.split(command)
    words[0] = str(Path(sys.executable).with_name("kamergraaf"))
    said = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True).stdout
    lines = [line.rstrip() for line in said.splitlines()]
    wanted = "\n".join(line.rstrip() for line in expected.strip("\n").splitlines())
    pattern = re.escape(wanted).replace("\n…\n", "\n(?:.*\n)*").replace("…", ".*")
    assert re.fullmatch(pattern, "\n".join(lines).strip("\n")), said


def test_every_verb_is_named() -> None:
    """A reader meets every verb."""
    assert isinstance(main, click.Group)
    missing = [verb for verb in main.commands if f"kamergraaf {verb}" not in README]
    assert not missing


def test_make_targets_exist() -> None:
    """What the documents tell people to make can be made."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    documents = README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"\bmake ([a-z-]+)", documents))
    named -= {"does", "make"}
    assert len(named) >= 5
    assert not [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)]


def test_python_version_agrees() -> None:
    """README and package metadata ask for the same Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"Python {project['requires-python'].removeprefix('>=')} or newer" in README


def test_links_lead_somewhere() -> None:
    """Links to files of the repository are not broken."""
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", README)
    assert len(links) >= 5
    assert not [link for link in links if not (ROOT / link).exists()]
