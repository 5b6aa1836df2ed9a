import tomllib
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamergraaf.annotations import language
from kamergraaf.annotations.language import parse, parse_text, pipeline, sentence_span
from kamergraaf.errors import ResourceMissing
from kamergraaf.model import Letter, LetterFacts, Sentence

WORDS = tomllib.loads(Path(language.__file__).with_name("tokens.toml").read_text("utf-8"))
ONE_TOKEN = [e for group in ("whole", "dotted", "before_digit", "apostrophe") for e in WORDS[group]]

TEXT = (
    "Nederlandse bijdrage\n"
    "Het kabinet verlengt het mandaat voor zo’n 15 personen. De Kamer wordt d.d. 3 mei a.s.\n"
    "geïnformeerd (zie nr. 403). Nederland stelt € 25 mln. beschikbaar."
)


@given(
    st.text("ab .", max_size=120).map(lambda text: " ".join(text.split())),
    st.lists(st.integers(1, 119), max_size=9, unique=True).map(sorted),
)
def test_a_very_long_line_is_read_in_parts_that_lose_nothing(line: str, cuts: list[int]) -> None:
    cuts = [cut for cut in cuts if cut < len(line)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "_MOST", 20)
        parts = list(language._parts(line, cuts))
    assert "".join(text for text, _ in parts) == line
    assert all(0 < len(text) <= 21 for text, _ in parts)
    assert not any(text.startswith(" ") for text, _ in parts[1:])
    begins = [0, *accumulate(len(text) for text, _ in parts)]
    again = [
        begin + cut for begin, (_, inside) in zip(begins, parts, strict=False) for cut in inside
    ]
    assert set(again) <= set(cuts)
    assert set(cuts) <= {*again, *begins, *(begin - 1 for begin in begins)}


def test_a_line_of_many_pages_is_parsed_with_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_MOST", 200)
    monkeypatch.setattr(language, "_BATCH", 500)
    said = [f"Het kabinet stelt {n} miljoen euro beschikbaar." for n in range(40)]
    text = " ".join(said)
    doc = parse_text(text, sentences(text, *said))
    assert doc.text == text
    assert [each.text for each in doc.sents] == said


def sentences(text: str, *quotes: str) -> tuple[Sentence, ...]:
    found = []
    for quote in quotes:
        start = text.index(quote)
        found.append(Sentence(start, start + len(quote), text.count("\n", 0, start)))
    return tuple(found)


def letter(text: str, *quotes: str) -> Letter:
    found = sentences(text, *quotes)
    return Letter("x", "x.txt", "0", text, "0", (), (), found, LetterFacts())


def test_the_data_file_holds_what_the_tests_run_over() -> None:
    assert len(ONE_TOKEN) >= 30
    assert len(WORDS["stand_in"]) >= 10


@pytest.mark.parametrize("entry", ONE_TOKEN, ids=lambda e: e["token"])
def test_official_words_are_one_token(entry: dict[str, str]) -> None:
    assert entry["token"] in [t.text for t in parse_text(entry["example"])]


@pytest.mark.parametrize("entry", WORDS["stand_in"], ids=lambda e: e["token"])
def test_an_amount_is_the_object_and_not_its_currency_sign(entry: dict[str, str]) -> None:
    doc = parse_text(entry["example"])
    sign = next(t for t in doc if t.text == entry["token"])
    amount = next(t for t in doc if t.text == "miljoen")
    assert (sign.head, sign.pos_, sign.lemma_) == (amount, "SYM", entry["token"])
    assert amount.dep_ == "obj"
    assert amount.head.lemma_ in ("beschikbaarstellen", "stellen", "uittrekken")


def test_offsets_of_the_doc_are_offsets_of_the_letter() -> None:
    doc = parse(letter(TEXT, "Het kabinet verlengt het mandaat voor zo’n 15 personen."))
    assert doc.text == TEXT
    assert all(TEXT[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_sentences_are_those_of_the_letter() -> None:
    quotes = (
        "Nederlandse bijdrage",
        "Het kabinet verlengt het mandaat voor zo’n 15 personen.",
        "De Kamer wordt d.d. 3 mei a.s.",
        "geïnformeerd (zie nr. 403).",
        "Nederland stelt € 25 mln. beschikbaar.",
    )
    doc = parse(letter(TEXT, *quotes))
    assert tuple(s.text.strip() for s in doc.sents) == quotes
    found = sentences(TEXT, *quotes)
    assert tuple(sentence_span(doc, s).text for s in found) == quotes
    assert len([t for t in doc if t.dep_ == "ROOT"]) == len(quotes)
    assert not [t for t in doc if t.head.is_space]


def test_a_sentence_may_start_within_what_the_tokenizer_sees_as_a_word() -> None:
    text = "Dat is klaar.Het kabinet besluit."
    doc = parse(letter(text, "Dat is klaar.", "Het kabinet besluit."))
    assert [s.text for s in doc.sents] == ["Dat is klaar.", "Het kabinet besluit."]


def test_a_sentence_of_another_letter_is_refused() -> None:
    doc = parse(letter(TEXT, "Nederlandse bijdrage"))
    with pytest.raises(ValueError, match="another letter"):
        sentence_span(doc, Sentence(2, 7, 0))


def test_the_same_text_gives_the_same_doc() -> None:
    one, two = (parse_text(TEXT).to_bytes() for _ in range(2))
    assert one == two


def test_a_paragraph_parses_the_same_wherever_it_stands() -> None:
    alone = parse_text("Nederland levert drie stafofficieren aan de missie.")
    among = parse_text("Inleiding\nNederland levert drie stafofficieren aan de missie.\nSlot")
    assert [(t.text, t.dep_) for t in among][2:-2] == [(t.text, t.dep_) for t in alone]


def test_the_pipeline_is_loaded_once() -> None:
    assert pipeline() is pipeline(None)


@pytest.mark.parametrize("entry", WORDS["name_label"], ids=lambda entry: entry["ours"])
def test_names_of_any_pipeline_have_our_labels(entry: dict[str, Any]) -> None:
    assert {language.name_label(label) for label in entry["labels"]} == {entry["ours"]}


def test_numbers_and_dates_are_no_names() -> None:
    assert {language.name_label(label) for label in ("", "CARDINAL", "DATE", "MONEY")} == {""}


def test_every_name_label_of_our_pipeline_is_known() -> None:
    names: Any = pipeline().get_pipe("ner")
    assert {language.name_label(label) for label in names.labels} == set(names.labels)


def test_an_unknown_pipeline_is_one_line() -> None:
    with pytest.raises(ResourceMissing, match="nl_no_such: no such spaCy pipeline"):
        pipeline("nl_no_such")


def test_subjects_objects_and_particles_of_a_decision() -> None:
    doc = parse_text("Daarnaast zegde Nederland in 2022 steun toe aan de academie in Ivoorkust.")
    verb = next(doc.sents).root
    parts = {t.dep_: t.text for t in verb.children}
    assert verb.text == "zegde"
    assert parts["nsubj"] == "Nederland"
    assert parts["obj"] == "steun"
    assert parts["compound:prt"] == "toe"


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("Nederland draagt bij aan de missie.", "draagt", "bijdragen"),
        ("Nederland heeft bijgedragen aan de missie.", "bijgedragen", "bijdragen"),
        ("De voorbereidingen vonden plaats in Mali.", "vonden", "plaatsvinden"),
        ("Nederland levert drie officieren.", "levert", "leveren"),
        ("Het mandaat wordt uitgevoerd.", "uitgevoerd", "uitvoeren"),
        ("Het kabinet is bereid om bij te dragen.", "dragen", "bijdragen"),
    ],
)
def test_a_verb_has_its_particle_in_its_lemma(text: str, verb: str, lemma: str) -> None:
    assert next(t for t in parse_text(text) if t.text == verb).lemma_ == lemma


@pytest.mark.parametrize("entry", WORDS["lemma"], ids=lambda e: e["form"])
def test_forms_with_a_lemma_of_their_own(entry: dict[str, str]) -> None:
    verb = next(t for t in parse_text(entry["example"]) if t.text == entry["form"])
    assert verb.lemma_.endswith(entry["lemma"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text("aé’ .\n\t€1-«»)A,", max_size=30).map(lambda s: s.replace("\n\n", "\n")), max_size=3
    ).map("\n".join),
    st.data(),
)
def test_any_text_and_any_sentences_keep_their_offsets(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [
        Sentence(a, b, 0)
        for a, b in pairwise(cuts)
        if text[a:b].strip() == text[a:b] and "\n" not in text[a:b]
    ]
    doc = parse_text(text, tuple(spans))
    assert doc.text == text
    assert [sentence_span(doc, s).text for s in spans] == [text[s.start : s.end] for s in spans]
