"""The page in a real browser, without network."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

MINUSMA = "personele bijdrage: MINUSMA"
SENTENCE = (
    "Het kabinet besluit het mandaat van maximaal 16 personen voor MINUSMA te verlengen tot en met "
    "30 juni 2024, mits de veiligheid het toelaat."
)
WHERE = """name => {
  const id = [...document.querySelectorAll('#list h3 a')].find(a => a.textContent === name)
    .closest('article').id;
  const { network } = window.kamergraaf;
  const at = network.canvasToDOM(network.getPositions([id])[id]);
  const box = document.getElementById('mynetwork').getBoundingClientRect();
  return [box.x + at.x, box.y + at.y];
}"""
pytestmark = pytest.mark.browser


def opened(page: Page, build: Path) -> Page:
    """Open the page of a build and wait until it is drawn."""
    page.goto((build / "site" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready=yes]")
    return page


def test_click_shows_the_sentence(page: Page, built: Path) -> None:
    """A click on a commitment shows its name, its sentence, the letter and its date."""
    opened(page, built)
    page.mouse.click(*page.evaluate(WHERE, MINUSMA))
    panel = page.locator("#panel")
    expect(panel.locator("h3 a")).to_have_text(MINUSMA)
    expect(panel.locator("blockquote")).to_have_text(SENTENCE)
    expect(panel.locator(".source")).to_have_text("Kamerstuk 29521, nr. 456 (2022-11-25), zin 3")
    expect(panel).to_contain_text("ten hoogste 16 personen")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_click_on_a_hub_leads_on(page: Page, built: Path) -> None:
    """A mission shows its commitments; following one shows its sentence."""
    opened(page, built)
    page.mouse.click(*page.evaluate(WHERE, "MINUSMA"))
    page.locator("#panel").get_by_role("link", name=MINUSMA).click()
    expect(page.locator("#panel blockquote")).to_have_text(SENTENCE)
    assert page.url.endswith("#" + page.locator("#panel h3 a").get_attribute("href").lstrip("#"))  # type: ignore[union-attr]


def test_keyboard_alone(page: Page, built: Path) -> None:
    """Search, Enter, read, Escape: no mouse is needed, and the focus goes with it."""
    opened(page, built)
    page.keyboard.press("Tab")
    page.keyboard.type("veiligheid 16 personen")
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote")).to_have_text(SENTENCE)
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search"


def test_search_and_filters_narrow_list_and_drawing(page: Page, built: Path) -> None:
    """Words without accents, a mission, a status and a kind leave what fits; the button brings all."""
    opened(page, built)
    shown = page.locator("#list article[data-kind=commitment]:not([hidden])")
    drawn = "kamergraaf.network.body.data.nodes.get({filter: n => !n.hidden && n.kind == 'commitment'}).length"
    everything = shown.count()
    assert everything == 10 == page.evaluate(drawn)
    page.fill("#search", "financiele")
    expect(shown).to_have_count(2)
    assert page.evaluate(drawn) == 2
    page.fill("#search", "")
    page.select_option("#mission", label="EUCAP Sahel Niger")
    expect(shown).to_have_count(2)
    page.select_option("#status", label="opgeschort")
    expect(shown).to_have_count(1)
    page.uncheck("#legend input[value=commitment]")
    expect(shown).to_have_count(0)
    page.click("#reset")
    expect(shown).to_have_count(everything)
    assert page.evaluate(drawn) == everything


@pytest.mark.parametrize(
    ("words", "found"),
    [("16 personen", 1), ("6 personen", 0), ("bewindspersonen", 0), ("rsonen", 3)],
)
def test_search_reads_what_an_article_tells(
    words: str, found: int, page: Page, built: Path
) -> None:
    """Parts of words and whole numbers, not the titles that every article has."""
    opened(page, built)
    page.fill("#search", words)
    expect(page.locator("#list article[data-kind=commitment]:not([hidden])")).to_have_count(found)


def test_address_of_a_thing_opens_it(page: Page, built: Path) -> None:
    """The part after # is a lasting address of a thing in the page."""
    page.goto((built / "site" / "index.html").as_uri() + "#mission/minusma")
    expect(page.locator("#panel h3 a")).to_have_text("MINUSMA")


def test_without_javascript_the_list_says_all(chromium: Browser, built: Path) -> None:
    """Reader without JavaScript: every sentence is there, and its facts."""
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((built / "site" / "index.html").as_uri())
    expect(page.locator("#list blockquote")).to_have_count(10)
    expect(page.get_by_text(SENTENCE)).to_be_visible()
    expect(page.locator("#drawing")).to_be_hidden()
    expect(page.get_by_text("Zonder JavaScript")).to_be_visible()
    context.close()


def test_hostile_text_never_runs(page: Page, attacked: Path) -> None:
    """Markup in letters and names is shown as text: in the list, the panel and the tooltip."""
    opened(page, attacked)
    for word in ("Missie CONTENT", "Minister van CONTENT", "A. CONTENT", "Over CONTENT"):
        page.fill("#search", word)
        page.keyboard.press("Enter")
        if page.locator("#panel").is_visible():
            page.keyboard.press("Escape")
    page.fill("#search", "Nederland levert CONTENT")
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote")).to_contain_text("<img src=x onerror='window.hit=1'>")
    expect(page.locator("#panel dl")).to_contain_text("{{7*7}}")
    for link in page.locator("#panel .links a").all():
        name = link.inner_text()
        page.mouse.move(*page.evaluate(WHERE, name))
        page.wait_for_timeout(300)
    assert page.evaluate("window.hit") is None
    assert page.locator("img, svg[onload]").count() == 0


def test_an_intruder_would_be_stopped(chromium: Browser, attacked: Path, tmp_path: Path) -> None:
    """Were a script to get in, the policy keeps it from running."""
    html = (attacked / "site" / "index.html").read_text("utf-8")
    planted = tmp_path / "planted.html"
    evil = "<script>window.hit=1</script><img src=x onerror='window.hit=1'>"
    planted.write_text(html.replace("<body", f"{evil}<body", 1), "utf-8")
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(planted.as_uri())
    page.wait_for_selector("html[data-ready=yes]")
    assert page.evaluate("window.hit") is None
    context.close()
