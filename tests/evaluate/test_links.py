"""Links between letters: planted in perfect output of a chain of two letters, one figure moves."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from kamergraaf.evaluate import as_html, as_text, score
from kamergraaf.evaluate.figures import Tally

Json = dict[str, Any]
Chain = tuple[list[Json], list[Json]]
SPURIOUS = "Er wordt in Brussel veel gesproken over de toekomst van de Unie"


@pytest.fixture
def chain(brief: Json, to_found: Callable[[Json], Json]) -> Chain:
    """Return gold and perfect output of two letters: three commitments of the later go back."""
    later = deepcopy(brief)
    later["letter"]["file"] = "later.txt"
    ends = {"relation": "ends_or_changes"}
    first, second, third = later["commitments"][:3]
    first["links"] = [{"to": "brief:c1", **ends}]
    second["links"] = [{"to": "brief:c2", **ends}, {"to": "brief:c5", "relation": "same_as"}]
    third["links"] = [{"to": "elders:c9", **ends}]
    gold = [brief, later]
    return gold, [to_found(each) for each in gold]


def figures(chain: Chain) -> tuple[Tally, Tally]:
    total = score(*chain).total
    return total.links, total.link_relations


def test_links_to_scored_letters_are_all_right(chain: Chain) -> None:
    assert figures(chain) == (Tally(3, 3, 3), Tally(3, 3, 3))
    scores = score(*chain)
    assert [letter.figures.links.expected for letter in scores.letters] == [0, 3]
    assert not scores.letters[1].errors.links.missed


def test_an_extractor_without_links_recalls_none(chain: Chain) -> None:
    for letter in chain[1]:
        for each in letter["commitments"]:
            del each["links"]
    assert figures(chain) == (Tally(0, 0, 3), Tally())
    assert score(*chain).total.links.recall == 0.0


def test_a_link_to_the_wrong_commitment(chain: Chain) -> None:
    chain[1][1]["commitments"][0]["links"][0]["to"] = chain[1][0]["commitments"][3]["id"]
    assert figures(chain) == (Tally(2, 3, 3), Tally(2, 2, 2))
    errors = score(*chain).letters[1].errors.links
    assert [(each["from"], each["to"]) for each in errors.missed] == [("later:c1", "brief:c1")]
    assert [(each["from"], each["to"]) for each in errors.spurious] == [("later:c1", "brief:c4")]


def test_a_link_with_the_wrong_relation(chain: Chain) -> None:
    chain[1][1]["commitments"][0]["links"][0]["relation"] = "same_as"
    assert figures(chain) == (Tally(3, 3, 3), Tally(2, 3, 3))


def test_a_link_too_many(chain: Chain) -> None:
    link = {"to": chain[1][0]["commitments"][0]["id"], "relation": "same_as"}
    chain[1][1]["commitments"][3]["links"] = [link]
    assert figures(chain) == (Tally(3, 4, 3), Tally(3, 3, 3))


def test_a_link_of_what_is_no_commitment(chain: Chain) -> None:
    letter = chain[1][1]
    link = {"to": chain[1][0]["commitments"][0]["id"], "relation": "same_as"}
    extra = {**letter["commitments"][0], "id": "x", "quote": SPURIOUS, "links": [link]}
    letter["commitments"].append(extra)
    assert figures(chain)[0] == Tally(3, 4, 3)


def test_links_of_second_hits_and_vague_ones_count_neither_way(chain: Chain) -> None:
    letter = chain[1][1]
    link = {"to": chain[1][0]["commitments"][1]["id"], "relation": "same_as"}
    again = {**letter["commitments"][0], "id": "again", "links": [link]}
    vague = {**again, "id": "vague", "quote": SPURIOUS, "vague": True}
    letter["commitments"] += [again, vague]
    assert figures(chain)[0] == Tally(3, 3, 3)


def test_a_missed_commitment_takes_its_links_along(chain: Chain) -> None:
    del chain[1][1]["commitments"][1]
    assert figures(chain)[0] == Tally(1, 1, 3)


def test_the_lists_of_errors_show_links_with_both_quotes(chain: Chain) -> None:
    chain[1][1]["commitments"][0]["links"] = []
    scores = score(*chain)
    said = chain[0][0]["commitments"][0]["quote"]
    assert f"-- link missed\n  gold: later:c1 ends_or_changes brief:c1\n    {said}" in as_text(
        scores
    )
    assert "<td>link missed</td>" in as_html(scores)
