"""An office named in a letter is the person who held it on that day."""

import dataclasses
from collections.abc import Sequence
from datetime import date
from types import ModuleType

import pytest
from rdflib import PROV, RDF, Literal, URIRef

from kamergraaf.iris import ID, thing
from kamergraaf.model import Letter, LetterFacts, Link, Moment, Signatory
from kamergraaf.rdf.agents import acting
from kamergraaf.rdf.terms import KG, Triple

STATE = URIRef(f"{ID}letter/x/policy-00000000/state")
KOENDERS = Signatory(
    "Minister van Buitenlandse Zaken", "minister-bz", "A.G. Koenders", "stated",
    "bert-koenders", "bert-koenders_minister-bz_2014-10-17",
)  # fmt: skip
HENNIS = Signatory("Minister van Defensie", "minister-defensie")
POST_BZ = Link(thing("post", "minister-bz"), "Minister van Buitenlandse Zaken")


@pytest.fixture
def letter(example: ModuleType) -> Letter:
    """Return a letter of 19 May 2017 signed by the minister of foreign affairs."""
    facts = LetterFacts(
        date=Moment(date(2017, 5, 19), date(2017, 5, 19), "2017-05-19"), signatories=(KOENDERS,)
    )
    made: Letter = example.letter(thing("letter", "x"), "Tekst.", facts)
    return made


def agents(letter: Letter, words: str, links: Sequence[Link] = ()) -> list[str]:
    """Return the agents without the start that all share."""
    triples = acting(STATE, PROV.wasAttributedTo, letter, links, words)
    return [o.removeprefix(ID) for s, _, o in triples if s == STATE]


@pytest.mark.parametrize(
    ("words", "agent"),
    [
        ("Nederland", "country/nld"),
        ("kabinet", "cabinet/rutte-2"),
        ("Het kabinet", "cabinet/rutte-2"),
        ("de regering", "cabinet/rutte-2"),
        ("Minister van Buitenlandse Zaken", "tenure/bert-koenders_minister-bz_2014-10-17"),
        ("Minister", "tenure/bert-koenders_minister-bz_2014-10-17"),
        ("Minister van Defensie", "tenure/jeanine-hennis-plasschaert_minister-defensie_2012-11-05"),
        ("Ministerie van Defensie", "ministry/defensie"),
        ("Minister van Zeezaken", "post/minister-van-zeezaken"),
    ],
)
def test_words_of_the_letter(letter: Letter, words: str, agent: str) -> None:
    """Cabinet, signatory, holder of the day, ministry, or a post that nobody knows."""
    assert agents(letter, words) == [agent]


def test_a_minister_among_two_is_the_cabinet(letter: Letter) -> None:
    """«De minister» of a letter that two signed could be either."""
    two = dataclasses.replace(letter.facts, signatories=(KOENDERS, HENNIS))
    assert agents(dataclasses.replace(letter, facts=two), "Minister") == ["cabinet/rutte-2"]


def test_a_linked_post_is_its_holder(letter: Letter) -> None:
    """A link to an office goes the same way as its title; without a date the office remains."""
    assert agents(letter, "", [POST_BZ]) == ["tenure/bert-koenders_minister-bz_2014-10-17"]
    undated = dataclasses.replace(letter, facts=LetterFacts())
    assert agents(undated, "", [POST_BZ]) == ["post/minister-bz"]
    assert agents(undated, "kabinet") == ["country/nld"]


def test_no_holder_is_guessed_over_a_change_of_office(letter: Letter) -> None:
    """A letter of some day in October 2017 had one of three ministers of foreign affairs."""
    autumn = Moment(date(2017, 10, 1), date(2017, 10, 31), "2017-10")
    assert agents(dataclasses.replace(letter, facts=LetterFacts(date=autumn)), "", [POST_BZ]) == [
        "post/minister-bz"
    ]


def test_a_party_is_taken_by_its_name(letter: Letter) -> None:
    """Cabinet and state come as links of kind party, which are no things of the graph."""
    party = Link(thing("party", "kabinet"), "kabinet")
    assert agents(letter, "kabinet", [party]) == ["cabinet/rutte-2"]


def test_what_the_reference_data_lacks_is_described(letter: Letter) -> None:
    """Whatever the link says of itself, nothing is left without a class, and nothing gets two names."""
    ghost = Link(thing("person", "jan-jansen"), "Jan Jansen", known=True)
    triples: list[Triple] = list(acting(STATE, PROV.wasAttributedTo, letter, [ghost], ""))
    assert (URIRef(ghost.id), KG.known, Literal(False)) in [
        (s, p, Literal(str(o) == "true")) for s, p, o in triples
    ]
    blok = Link(thing("person", "stef-blok"), "Blok", known=False)
    known = list(acting(STATE, PROV.wasAttributedTo, letter, [blok], ""))
    assert not any(p == RDF.type for _, p, _ in known)
