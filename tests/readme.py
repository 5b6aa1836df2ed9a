"""The README's outputs and picture, made again from a build: ``python tests/readme.py`` (``make readme``)."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PICTURED = "EUCAP Sahel Niger (gecombineerd mandaat van 15 personen"


def shown(text: str) -> list[tuple[str, str]]:
    """Return the commands of ours that a README shows, with what it says they print.

    >>> shown("```console\\n$ kamergraaf --version\\n0.1\\n$ make test\\n```")
    [('kamergraaf --version', '0.1')]
    """
    parts = (part for block in _BLOCK.findall(text) for part in re.split(r"(?m)^\$ ", block)[1:])
    found = [part.partition("\n") for part in parts if part.startswith("kamergraaf ")]
    return [(command, printed.strip("\n")) for command, _, printed in found]


def look_alike(folder: Path) -> None:
    """Make a folder look like the checkout to somebody who follows the README."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "letters").symlink_to(ROOT / "corpus" / "letters")


def said(command: str, folder: Path) -> str:
    """Return what a command prints when it is given in ``folder``."""
    words = shlex.split(command)
    words[0] = str(Path(sys.executable).with_name("kamergraaf"))
    narrow = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(words, cwd=folder, env=narrow, capture_output=True, text=True, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def refresh(folder: Path) -> None:
    """Write the README again with what its commands print now; «…» after the same number of lines."""
    text = README.read_text("utf-8")
    commands = sorted(shown(text), key=lambda each: not each[0].startswith("kamergraaf build"))
    for command, printed in commands:
        now = said(command, folder)
        if "…" in printed.splitlines():
            kept = printed.splitlines().index("…")
            now = "\n".join([*now.splitlines()[:kept], "…"])
        old = f"$ {command}\n{printed}\n" if printed else f"$ {command}\n"
        text = text.replace(old, f"$ {command}\n{now}\n", 1)
    README.write_text(text, "utf-8", newline="\n")


def picture(page: Path, target: Path) -> None:
    """Save a picture of the network page with one commitment chosen."""
    from playwright.sync_api import sync_playwright

    choose = """words => kamergraaf.choose([...document.querySelectorAll("#list article")]
        .find(each => each.textContent.includes(words)).id, false)"""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        opened = browser.new_page(viewport={"width": 1400, "height": 860})
        opened.goto(page.as_uri())
        opened.wait_for_selector("html[data-ready=yes]")
        opened.evaluate(choose, _PICTURED)
        opened.wait_for_timeout(500)
        opened.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        look_alike(Path(made))
        refresh(Path(made))
        picture(Path(made).resolve() / "out" / "site" / "index.html", ROOT / "docs" / "graph.png")
