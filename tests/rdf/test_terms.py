"""Laws of the small makers of terms and of the passages."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kamergraaf.errors import BadData
from kamergraaf.iris import ID
from kamergraaf.model import Letter, LetterFacts
from kamergraaf.rdf.mentions import Passage, annotation
from kamergraaf.rdf.terms import OA, decimal, kind_of, whole
from kamergraaf.rdf.trig import to_oxigraph, trig

NODE, OTHER, GRAPH = (URIRef(f"{ID}letter/{name}") for name in "abc")


def stored(quad: ox.Quad) -> set[ox.Quad]:
    """Return what a store gives back for a quad."""
    store = ox.Store()
    store.add(quad)
    return set(store)


@given(st.decimals(min_value=0, max_value=10**15, places=2))
def test_decimals_keep_their_value_and_survive_a_store(number: Decimal) -> None:
    """The canonical form is the one that Oxigraph gives back."""
    literal = decimal(number)
    assert Decimal(str(literal)) == number
    [quad] = to_oxigraph([(NODE, OTHER, literal, GRAPH)])
    assert stored(quad) == {quad}


@given(st.integers(min_value=-(2**63), max_value=2**63 - 1))
def test_integers_survive_a_store(number: int) -> None:
    """Every 64-bit integer is given back as it was."""
    [quad] = to_oxigraph([(NODE, OTHER, whole(number), GRAPH)])
    assert stored(quad) == {quad}


@given(st.text(min_size=1), st.data())
def test_any_stretch_of_any_text_is_quoted_exactly(text: str, data: st.DataObject) -> None:
    """Quotes and offsets survive TriG whatever the text holds: quotes, emoji, control signs."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    letter = Letter(str(NODE), "a.txt", "0" * 64, text, "1" * 64, (), (), (), LetterFacts())
    passage = Passage(letter, start, end, text[start:end])
    triples = list(annotation(URIRef(f"{NODE}/m"), OTHER, passage, OA.identifying))
    written = trig((s, p, o, GRAPH) for s, p, o in triples)
    read = {
        quad.predicate.value: quad.object for quad in ox.parse(written, format=ox.RdfFormat.TRIG)
    }
    exact, first = read[str(OA.exact)], read[str(OA.start)]
    assert isinstance(exact, ox.Literal) and isinstance(first, ox.Literal)
    assert text[int(first.value) :].startswith(exact.value)
    assert exact.value == text[start:end]


def test_empty_passages_are_refused() -> None:
    """A passage without signs quotes nothing."""
    letter = Letter(str(NODE), "a.txt", "0" * 64, "tekst", "1" * 64, (), (), (), LetterFacts())
    with pytest.raises(BadData, match=r"a\.txt"):
        list(annotation(NODE, OTHER, Passage(letter, 2, 2, ""), OA.identifying))


@pytest.mark.parametrize(
    "wrong", ["mission/minusma", f"{ID}mission", f"{ID}mission/", "https://x.nl/a/b"]
)
def test_only_iris_of_things_have_a_kind(wrong: str) -> None:
    """A bare key or a foreign IRI is an error, not a guess."""
    with pytest.raises(BadData, match="no IRI of a thing"):
        kind_of(wrong)
