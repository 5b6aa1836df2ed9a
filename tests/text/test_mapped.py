"""Text keeps the way back to its source through every edit."""

from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.model import Piece
from kamergraaf.text.mapped import Mapped, source_span


def test_a_replacement_stands_for_all_it_replaces() -> None:
    text = Mapped.of("een schrifte-\nlijke reactie").edit([(12, 14, "")])
    assert text.text == "een schriftelijke reactie"
    assert text.pieces() == (Piece(0, 0, 12), Piece(12, 14, 27))
    assert source_span(text.pieces(), 4, 17) == (4, 19)


def test_decomposed_letters_become_one() -> None:
    text = Mapped.of("Yes\u0327ilgo\u0308z en cafe\u0301").composed()
    assert text.text == "Yeşilgöz en café"
    assert source_span(text.pieces(), 0, 8) == (0, 10)


def test_a_ligature_becomes_letters() -> None:
    text = Mapped.of("eﬃciënt").edit([(1, 2, "ffi")])
    assert source_span(text.pieces(), 1, 4) == (1, 2)
    assert source_span(text.pieces(), 4, 8) == (2, 6)


def test_a_span_over_a_gap_covers_the_gap() -> None:
    source = Mapped.of("worden [kop] aangewakkerd")
    text = Mapped.joined([source.part(0, 7), source.part(13, 25)])
    assert text.text == "worden aangewakkerd"
    assert source_span(text.pieces(), 0, 19) == (0, 25)


@given(st.text(), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5), st.text(max_size=3))))
def test_untouched_letters_map_to_themselves(
    source: str, wishes: list[tuple[int, int, str]]
) -> None:
    edits: list[tuple[int, int, str]] = []
    for start, length, new in sorted(wishes):
        if start + length <= len(source) and (not edits or start > edits[-1][1]):
            edits.append((start, start + length, new))
    text = Mapped.of(source).edit(edits)
    kept = [(at, low) for at, low in enumerate(text.starts) if text.ends[at] - low == 1]
    touched = {at for start, end, _ in edits for at in range(start, end)}
    assert all(text.text[at] == source[low] for at, low in kept if low not in touched)
    assert [piece.start for piece in text.pieces()] == sorted(
        {piece.start for piece in text.pieces()}
    )
