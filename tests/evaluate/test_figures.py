"""Counts, calibration and intervals, against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.evaluate.figures import Figures, Tally, calibrate, interval

COUNTS = st.integers(0, 50)


@given(COUNTS, COUNTS, COUNTS)
def test_f1_is_the_harmonic_mean(right: int, wrong: int, missed: int) -> None:
    tally = Tally(right, right + wrong, right + missed)
    if right:
        assert tally.precision and tally.recall and tally.f1
        mean = 2 * tally.precision * tally.recall / (tally.precision + tally.recall)
        assert tally.f1 == pytest.approx(mean)
    else:
        assert tally.f1 in (0.0, None)


def test_a_figure_of_nothing_is_none() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)
    assert (Tally(0, 2, 0).precision, Tally(0, 2, 0).recall, Tally(0, 2, 0).f1) == (0.0, None, 0.0)


def test_totals_are_micro_averages() -> None:
    small, large = Figures(kind=Tally(0, 1, 1)), Figures(kind=Tally(9, 9, 9))
    assert (small + large).kind == Tally(9, 10, 10)
    assert (small + large).status == Tally()


def test_calibration_bins_and_error() -> None:
    judged = [(0.95, True), (0.95, True), (0.95, False), (1.0, True), (0.2, False), (0.29, False)]
    found = calibrate(judged)
    assert [(each.low, each.high, each.n) for each in found.bins] == [(0.2, 0.3, 2), (0.9, 1.0, 4)]
    assert [each.share_right for each in found.bins] == [0.0, 0.75]
    assert found.bins[1].mean_confidence == pytest.approx(0.9625)
    # 2/6 of 0.245 and 4/6 of 0.2125
    assert found.error == pytest.approx(0.223333, abs=1e-6)


def test_a_bin_starts_at_its_lower_bound_despite_binary_fractions() -> None:
    assert [each.low for each in calibrate([(0.29, True), (0.3, True), (0.7, True)]).bins] == [
        0.2,
        0.3,
        0.7,
    ]


def test_calibration_of_nothing() -> None:
    assert calibrate([]).bins == ()
    assert calibrate([]).error is None


def test_interval_is_the_same_in_every_run_and_holds_the_total() -> None:
    letters = [Figures(kind=Tally(n, 10, 10)) for n in (4, 6, 8, 10)]
    bounds = interval(letters, lambda figures: figures.kind.f1)
    assert bounds == interval(letters, lambda figures: figures.kind.f1)
    assert bounds is not None
    assert 0.4 <= bounds[0] < 0.7 < bounds[1] <= 1.0


def test_interval_of_equal_letters_is_a_point_and_of_one_letter_unknown() -> None:
    letter = Figures(kind=Tally(1, 2, 2))
    assert interval([letter, letter], lambda figures: figures.kind.f1) == (0.5, 0.5)
    assert interval([letter], lambda figures: figures.kind.f1) is None
    assert interval([letter, letter], lambda figures: figures.status.f1) is None
