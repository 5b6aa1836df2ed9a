"""What the README shows is what happens."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from kamergraaf.cli import main
from tests.readme import README, ROOT, said, shown

TEXT = README.read_text("utf-8")
# The build comes before the questions, wherever the README shows them.
SHOWN = sorted(shown(TEXT), key=lambda each: not each[0].startswith("kamergraaf build"))


def test_commands_were_found() -> None:
    """The README shows commands with their output, a build first."""
    assert len(SHOWN) >= 6
    assert SHOWN[0][0].startswith("kamergraaf build")
    assert all(printed for _, printed in SHOWN)


@pytest.mark.parametrize(("command", "printed"), SHOWN, ids=[command for command, _ in SHOWN])
def test_command_prints_what_is_shown(five_letters: Path, command: str, printed: str) -> None:
    """Each command prints what stands below it (make readme); a last line … stands for more."""
    now = said(command, five_letters)
    if printed.endswith("\n…"):
        assert now.startswith(printed.removesuffix("…"))
    else:
        assert now == printed


def test_every_verb_is_named() -> None:
    """A reader meets every verb."""
    assert isinstance(main, click.Group)
    assert not [verb for verb in main.commands if f"kamergraaf {verb}" not in TEXT]


def test_make_targets_exist() -> None:
    """What the documents tell people to make can be made."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    documents = TEXT + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"(?:`|\$ |^ {4})make ([a-z-]+)", documents, re.MULTILINE))
    assert len(named) >= 5
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_python_version_agrees() -> None:
    """README and package metadata ask for the same Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"Python {project['requires-python'].removeprefix('>=')} or newer" in TEXT


def test_links_lead_somewhere() -> None:
    """Links to files of the repository are not broken."""
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", TEXT)
    assert len(links) >= 5
    assert not [link for link in links if not (ROOT / link).exists()]
