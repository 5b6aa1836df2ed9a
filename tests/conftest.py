"""What all tests share: the letters, the gold, and a browser that cannot reach the network."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.readme import look_alike, said

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_BROWSER = "no Chromium found (Debian: apt-get install chromium)"

# A slow machine is no error: seconds are for ``make bench``.
settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the gate asks for and a newcomer does not."""
    parser.addoption(
        "--require-browser", action="store_true", help="fail instead of skip without a Chromium"
    )
    parser.addoption(
        "--expect-wheel", action="store_true", help="fail when it is not the wheel that is tested"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line that browser tests did not run, and what to install."""
    skipped = [r for r in terminalreporter.getreports("skipped") if NO_BROWSER in str(r.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} browser tests skipped: {NO_BROWSER}")


@pytest.fixture(scope="session")
def letters() -> Path:
    """Return the folder of the five letters."""
    return ROOT / "corpus" / "letters"


@pytest.fixture(scope="session")
def gold() -> Path:
    """Return the folder of the annotated letters."""
    return ROOT / "corpus" / "gold"


@pytest.fixture(scope="session")
def five_letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that looks like the checkout, with the build of the five letters in ``out``."""
    folder = tmp_path_factory.mktemp("five")
    look_alike(folder)
    said("kamergraaf build corpus/letters --out out", folder)
    return folder


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator["Browser"]:
    """Yield a headless Chromium; without one skip, or fail when one is required."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        if request.config.getoption("--require-browser"):
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who runs in a container.
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: "Browser") -> Iterator["Page"]:
    """Yield a page without network; asking for anything but the file itself, or an error, fails."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    yield page
    context.close()
    assert not [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    assert not wrong
