"""The page holds what the graph says, and nothing that reaches outside."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Dataset

from kamergraaf.errors import BadData, BadQuery
from kamergraaf.iris import thing
from kamergraaf.rdf import dataset
from kamergraaf.store import publish
from kamergraaf.store.facts import Facts
from kamergraaf.views import network_page, page, write_site
from kamergraaf.views.articles import articles
from tests.rdf.example import statements
from tests.views.conftest import ATTACK

KST = "letter/kst-29521-456"


class Seen(HTMLParser):
    """Collects the tags of a page with their attributes, and the scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note what a script or style holds."""
        if self.cdata_elem and not self.tags[-1][1].get("type"):
            self.raw.append((self.cdata_elem, data))


def test_facts_in_dutch(network: nx.MultiDiGraph, graph: Dataset) -> None:
    """Numbers, dates and conditions are told in words, as the letter has them."""
    told = {each.name: each for each in articles(network, Facts(graph))}
    minusma = dict(told["personele bijdrage: MINUSMA"].facts)
    assert minusma["Wie"] == "Kabinet-Rutte IV"
    promise = next(dict(each.facts) for name, each in told.items() if name.startswith("toezegging"))
    assert promise["Wie"] == "Kajsa Ollongren, Minister van Defensie"
    assert minusma["Mensen"] == "ten hoogste 16 personen"
    assert minusma["Einde"] == "tot en met 30 juni 2024 (2024-06-30)"
    assert minusma["Voorwaarde"] == "mits de veiligheid het toelaat"
    assert minusma["Betrouwbaarheid"] == "0,90"
    icoi = told["financiële bijdrage: ICOI"].facts
    assert ("Bedrag", "2.300.000 USD (Nederlands aandeel)") in icoi
    assert ("Samen met", "België") in icoi
    gift = dict(told["financiële bijdrage: Stichting Vredeshuis"].facts)
    assert gift["Bedrag"].startswith("ongeveer 500.000 EUR per jaar")
    shared = dict(told["personele bijdrage: EUCAP Sahel Mali"].facts)["Mensen"]
    assert shared == "ten hoogste 15 personen, samen met EUCAP Sahel Niger"
    assert "Let op" in dict(told["beleid of besluit: Sahel"].facts)


def test_every_commitment_has_its_words(network: nx.MultiDiGraph, graph: Dataset) -> None:
    """Each commitment shows its passage, its letter and its sentence, and leads to its corners."""
    told = [each for each in articles(network, Facts(graph)) if each.kind == "commitment"]
    assert len(told) == 10
    for each in told:
        assert each.quote and ", zin " in each.source and "letter" in each.links


def test_same_graph_same_bytes(graph: Dataset) -> None:
    """Two pages of one graph do not differ."""
    assert network_page(graph) == network_page(graph)


def test_page_needs_nothing_else(graph: Dataset) -> None:
    """No address of another host, no handler in an attribute, every inline part in the policy."""
    html = network_page(graph)
    seen = Seen(html)
    for tag, attributes in seen.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        for name in ("src", "href", "action", "data", "style"):
            assert (attributes.get(name) or "#").startswith("#"), (tag, attributes)
    policy = next(a["content"] for _, a in seen.tags if a.get("http-equiv")) or ""
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert len(seen.raw) == 3
    for _, content in seen.raw:
        assert f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy


def test_lines_of_single_commitments_are_quiet(graph: Dataset) -> None:
    """At first only lines between hubs are drawn."""
    edges = json.loads(re.findall(r'id="edges">(.*?)</script>', network_page(graph), re.DOTALL)[0])
    assert {edge["kind"] for edge in edges if not edge.get("hidden")} == {"bundle", "signed"}
    assert {edge["kind"] for edge in edges if edge.get("hidden")} == {
        "letter", "mission", "country", "minister",
    }  # fmt: skip


def test_focus_shows_what_lies_around(built: Path) -> None:
    """By name or IRI: the thing, its commitments and what these touch."""
    html = page(built, "MINUSMA")
    assert 'data-focus="mission/minusma"' in html
    assert f'id="{KST}"' in html and 'id="mission/blauwvoet"' not in html
    assert page(built, thing("mission", "minusma")) == html
    assert page(built) == (built / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("focus", "name"),
    [
        ("ICOI", "financiële bijdrage: ICOI"),
        ("België", "financiële bijdrage: ICOI"),
        ("Sahel", "beleid of besluit: Sahel"),
    ],
)
def test_focus_on_what_commitments_name(built: Path, focus: str, name: str) -> None:
    """Who gets something, takes part, or a region: no dot, but its commitments are drawn."""
    html = page(built, focus)
    assert f">{name}</a>" in html
    assert "personele bijdrage: Blauwvoet" not in html


@pytest.mark.parametrize("focus", ["Noorwegen", "https://example.org/x", "Bestaat niet"])
def test_focus_on_nothing_is_said(built: Path, focus: str) -> None:
    """A thing without commitments, or none at all, is an error and not an empty page."""
    with pytest.raises(BadQuery):
        page(built, focus)


def test_without_a_build(tmp_path: Path) -> None:
    """The remedy is named."""
    with pytest.raises(BadData, match="kamergraaf build"):
        page(tmp_path)


def test_hostile_text_stays_text(attacked: Path) -> None:
    """Names and sentences add no tag: the page has the tags of the template only."""
    html = (attacked / "site" / "index.html").read_text("utf-8")
    tags = [tag for tag, _ in Seen(html).tags]
    assert "img" not in tags and tags.count("script") == 5
    assert ATTACK not in html and "49" not in re.findall(r"<title>.*?</title>", html)[0]
    assert html.count("default-src") == 1


def test_letters_without_commitments_make_a_page(tmp_path: Path) -> None:
    """A graph in which nothing was found is a page too."""
    (bare,) = [replace(each, commitments=(), meetings=()) for each in statements()[:1]]
    publish(dataset((bare,)), tmp_path / "out", {}, write_site)
    html = (tmp_path / "out" / "site" / "index.html").read_text("utf-8")
    assert "0 toezeggingen en bijdragen uit 1 Kamerbrief," in html
