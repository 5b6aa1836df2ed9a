"""Quotes are matched by their words: 60 % of the shorter, 20 % of all, best overlap first."""

from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.evaluate.matching import match, overlap, traps_taken, words

TEN = "een twee drie vier vijf zes zeven acht negen tien"
LETTERS = st.text("abcdeé «»-\n", max_size=30)


def test_words_do_not_depend_on_spelling_of_spaces_quotes_and_composition() -> None:
    assert words("«EU-missies»\nin  Mali") == words('"eu-missies" in Mali')
    assert words("Tsjechie\u0308") == words("Tsjechië")
    assert words("schrifte\u00adlijk") == words("schriftelijk")


def test_words_are_counted() -> None:
    assert words("de missie en de brief")["de"] == 2
    assert overlap(words("de de de de"), words("de")) == 0.25
    assert overlap(words("de de de de de de"), words("de")) == 0.0


def test_sixty_percent_of_the_shorter_is_enough_and_less_is_not() -> None:
    six_of_ten = "een twee drie vier vijf zes a b c d"
    five_of_ten = "een twee drie vier vijf v a b c d"
    assert overlap(words(TEN), words(six_of_ten)) == 6 / 14
    assert overlap(words(TEN), words(five_of_ten)) == 0.0


def test_a_fifth_of_all_words_is_enough_and_less_is_not() -> None:
    assert overlap(words(TEN), words("een twee")) == 0.2
    assert overlap(words(f"{TEN} elf"), words("een twee")) == 0.0


@given(LETTERS, LETTERS)
def test_overlap_is_symmetric_and_whole_for_the_same_words(one: str, other: str) -> None:
    assert overlap(words(one), words(other)) == overlap(words(other), words(one))
    assert overlap(words(one), words(one)) == (1.0 if words(one) else 0.0)


@given(st.lists(LETTERS, max_size=5), st.lists(LETTERS, max_size=5))
def test_every_found_quote_has_exactly_one_fate(gold: list[str], found: list[str]) -> None:
    matching = match([(quote,) for quote in gold], found)
    matched = [f for _, f in matching.pairs]
    assert sorted([*matched, *matching.again, *matching.rest]) == list(range(len(found)))
    assert len({g for g, _ in matching.pairs}) == len(matching.pairs)


def test_best_overlap_goes_first() -> None:
    gold = [("een twee drie vier vijf",), ("een twee drie vier vijf zes zeven",)]
    found = ["een twee drie vier vijf zes zeven", "een twee drie vier vijf zes"]
    assert match(gold, found).pairs == ((0, 1), (1, 0))


def test_agreement_decides_between_two_commitments_in_one_sentence() -> None:
    gold, found = [(TEN,), (TEN,)], [TEN, TEN]
    assert match(gold, found).pairs == ((0, 0), (1, 1))
    assert match(gold, found, lambda g, f: int(g != f)).pairs == ((0, 1), (1, 0))


def test_a_second_hit_and_a_restatement_say_it_again() -> None:
    restated = "zo is het nog eens gezegd"
    matching = match([(TEN, restated)], [TEN, TEN, restated, "iets heel anders"])
    assert matching.pairs == ((0, 0),)
    assert matching.again == {1, 2}
    assert matching.rest == (3,)


def test_a_restatement_alone_fills_no_item() -> None:
    assert match([(TEN, "nog eens gezegd")], ["nog eens gezegd"]).pairs == ()


def test_a_trap_is_taken_by_an_unmatched_quote_only() -> None:
    sentence, clause = TEN, "zes zeven acht negen tien"
    matched = match([(sentence,)], [sentence])
    assert traps_taken([clause], [sentence], matched) == ()
    alone = match([], [clause])
    assert traps_taken([clause], [clause], alone) == ((0, 0),)


def test_a_second_hit_takes_a_trap_only_when_it_lies_nearer_to_it() -> None:
    clause = "zes zeven acht negen tien"
    again = match([(TEN,)], [TEN, TEN, clause])
    assert again.again == {1, 2}
    assert traps_taken([clause], [TEN, TEN, clause], again) == ((0, 2),)
    assert traps_taken([clause], [TEN, TEN], match([(TEN,)], [TEN, TEN])) == ()
