"""Dutch dates: every word and form of dates.toml with its example, other letters, and laws."""

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.model import Moment
from kamergraaf.text.dates import find_times
from kamergraaf.text.moments import between, day_moment, from_to, month_moment

DATA: dict[str, Any] = tomllib.loads((files("kamergraaf.text") / "dates.toml").read_text("utf-8"))
ENTRIES = [entry for table in ("form", "head", "vague") for entry in DATA[table]]
MONTHS = [DATA["months"][str(number)][0] for number in range(1, 13)]


def read(sentence: str, letter: str | None = "2022-11-25") -> list[tuple[str, str, str]]:
    """Return quote, EDTF and function of every date in a sentence."""
    anchor = day_moment(date.fromisoformat(letter)) if letter else None
    found = find_times(sentence, anchor=anchor)
    return [(one.quote, one.moment.edtf if one.moment else "", one.function) for one in found]


def test_the_data_is_all_there() -> None:
    assert len(ENTRIES) >= 55


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["finds"])
def test_every_form_and_word_is_found_in_its_example(entry: dict[str, Any]) -> None:
    expected = (entry["finds"], entry["gives"], entry.get("function", "point"))
    assert expected in read(entry["example"], entry.get("letter", "2022-11-25"))


NO_DATES = [*DATA["not-after"]["examples"], *DATA["not-before"]["examples"]]


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_that_are_no_years_are_left_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("side", ["future", "past"])
def test_the_sentence_says_which_way_a_date_without_year_lies(side: str) -> None:
    cues = DATA["cues"]
    found = read(cues[f"example_{side}"])
    assert (cues[f"finds_{side}"], cues[f"gives_{side}"]) in [one[:2] for one in found]


# Letters of other years and ministries: what is found, in order.
@pytest.mark.parametrize(
    ("letter", "sentence", "expected"),
    [
        ("2011-01-07", "De politietrainingsmissie in Kunduz duurt tot medio 2014.", "tot medio 2014=2014/end"),
        ("2014-09-24", "De inzet tegen ISIS is voorzien voor maximaal twaalf maanden vanaf begin oktober a.s.", "voor maximaal twaalf maanden=/span; vanaf begin oktober a.s.=2014-10/start"),
        ("1999-03-30", "Op 24 maart jl. zijn de luchtacties begonnen.", "Op 24 maart jl.=1999-03-24/point"),
        ("2007-11-30", "De missie in Uruzgan wordt verlengd van 1 augustus 2008 tot 1 december 2010.", "1 augustus 2008 tot 1 december 2010=2008-08-01/2010-12-01/span"),
        ("2024-01-10", "Het mandaat, dat op 31 december 2023 afliep, wordt verlengd tot en met 31 december 2024.", "op 31 december 2023=2023-12-31/point; tot en met 31 december 2024=2024-12-31/end"),
        ("2023-12-20", "Uw Kamer ontvangt de evaluatie vóór het zomerreces van 2024.", "vóór het zomerreces van 2024=2024-06/2024-07/deadline"),
        ("2021-02-03", "Ik informeer u na het voorjaarsreces.", "na het voorjaarsreces=2021-02/2021-03/start"),
        ("2019-06-11", "De wet treedt naar verwachting per 1 januari 2020 in werking.", "per 1 januari 2020=2020-01-01/start"),
        ("2019-06-11", "De Staatssecretaris stuurt dit voor de zomer.", "voor de zomer=2019-06/2019-07/deadline"),
        ("2019-06-11", "Na de zomer volgt een nadere brief.", "Na de zomer=2019-08/2019-09/start"),
        ("2022-03-04", "De bijdrage loopt van 4 tot 7 maart 2022.", "4 tot 7 maart 2022=2022-03-04/2022-03-07/span"),
        ("2022-03-04", "Op 28 januari en 3 februari jl. sprak ik met hem.", "Op 28 januari=2022-01-28/point; 3 februari jl.=2022-02-03/point"),
        ("2022-03-04", "De inzet duurde van december 2020 t/m maart 2021.", "december 2020 t/m maart 2021=2020-12/2021-03/span"),
        ("2022-03-04", "Dit betrof de winter en de periode oktober tot en met januari 2021.", "periode oktober tot en met januari 2021=2020-10/2021-01/span"),
        ("2020-04-28", "Het OMT adviseerde gisteren en vandaag.", "gisteren=2020-04-27/point; vandaag=2020-04-28/point"),
        ("2020-04-28", "Aanstaande donderdag en afgelopen vrijdag.", "Aanstaande donderdag=2020-04-30/point; afgelopen vrijdag=2020-04-24/point"),
        ("2020-04-28", "De Europese Raad van 23 april jl. en die van 18/19 juni a.s.", "23 april jl.=2020-04-23/point; 18/19 juni a.s.=2020-06-18/2020-06-19/span"),
        ("2015-12-18", "In de eerste week van januari volgt een besluit.", "In de eerste week van januari=2016-01/point"),
        ("2015-12-18", "De eerste F-16's vertrekken begin volgend jaar.", "begin volgend jaar=2016/point"),
        ("2015-12-18", "Dit is later dit jaar of volgend kwartaal bekend.", "later dit jaar=2015/point; volgend kwartaal=2016-01/2016-03/point"),
        ("2015-12-18", "Dit wordt binnen 3 maanden geregeld.", "binnen 3 maanden=2015-12-18/2016-03-18/deadline"),
        ("2015-12-18", "Uw brief d.d. 3 december 2015, ontvangen 4-12-2015.", "d.d. 3 december 2015=2015-12-03/point; 4-12-2015=2015-12-04/point"),
        ("2015-12-18", "Over twee weken, over drie maanden en vijf jaar geleden.", "Over twee weken=2015-12-28/2016-01-03/point; over drie maanden=2016-03/point; vijf jaar geleden=2010/point"),
        ("2025-05-01", "Met ingang van 2026 en uiterlijk Q3 2027.", "Met ingang van 2026=2026/start; uiterlijk Q3 2027=2027-07/2027-09/deadline"),
        ("2025-05-01", "Op Prinsjesdag presenteert het kabinet de begroting.", "Op Prinsjesdag=2025-09-15/2025-09-21/point"),
        ("2025-05-01", "De Defensienota 2022 en de begroting 2026.", "2022=2022/point; 2026=2026/point"),
        ("2025-05-01", "Vóór 2030 groeit de krijgsmacht naar 2% bbp.", "Vóór 2030=2030/deadline"),
        ("2025-05-01", "De helikopters worden in de loop van 2026, dan wel halverwege 2027 geleverd.", "in de loop van 2026=2026/point; halverwege 2027=2027/point"),
        ("2025-05-01", "Tussen 1 mei 2020 en 3 juni 2021 lag de missie stil.", "Tussen 1 mei 2020 en 3 juni 2021=2020-05-01/2021-06-03/span"),
        ("2025-05-01", "Sinds 29 februari ligt er een bestand.", "Sinds 29 februari=2024-02-29/start"),
        ("2022-11-25", "De brief van 3 maart (Kamerstuk 29 521, nr. 3) ging daarover.", "3 maart=2022-03-03/point"),
        ("2022-11-25", "Binnen drie tot zes maanden, uiterlijk na afloop van het zomerreces.", "Binnen drie tot zes maanden=2022-11-25/2023-05-25/deadline; na afloop van het zomerreces=2022-08/2022-09/start"),
        ("2022-11-25", "Tot op heden is dit in het begrotingsjaar 2021 niet gebeurd.", "Tot op heden=2022-11-25/end; 2021=2021/point"),
        ("2022-11-25", "In december 2021 en januari 2022, en van 2019 tot 2021.", "In december 2021=2021-12/point; januari 2022=2022-01/point; 2019 tot 2021=2019/2021/span"),
        ("2025-05-19", "Begin mei a.s. vindt het overleg plaats.", "Begin mei a.s.=2025-05/point"),
    ],
)  # fmt: skip
def test_dates_in_letters_of_other_years(letter: str, sentence: str, expected: str) -> None:
    found = "; ".join(
        f"{quote}={edtf}/{function}" for quote, edtf, function in read(sentence, letter)
    )
    assert found == expected


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("begin 2023", "2023-01-01", "2023-03-31"),
        ("eind juni 2024", "2024-06-21", "2024-06-30"),
        ("medio januari 2023", "2023-01-11", "2023-01-20"),
        ("voor juli 2024", "2024-07-01", "2024-07-01"),
        ("voor het einde van 2023", "2023-12-31", "2023-12-31"),
        ("na 2022", "2022-12-31", "2022-12-31"),
        ("tot eind 2018", "2018-10-01", "2018-12-31"),
        ("in het voorjaar van 2020", "2020-03-01", "2020-06-20"),
        ("in de winter van 2020", "2020-12-01", "2021-03-20"),
        ("de tweede helft van februari 2024", "2024-02-16", "2024-02-29"),
        ("de laatste week van april 2024", "2024-04-24", "2024-04-30"),
    ],
)
def test_the_days_that_words_leave_open(words: str, earliest: str, latest: str) -> None:
    moment = find_times(words)[0].moment
    assert moment is not None
    assert (moment.earliest.isoformat(), moment.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    "words", ["5 maart jl.", "in april", "vorig jaar", "binnenkort", "vrijdag jl."]
)
def test_without_the_letters_date_words_are_found_but_not_dated(words: str) -> None:
    assert [(quote, edtf) for quote, edtf, _ in read(words, None)] == [(words, "")]


def test_a_date_that_does_not_exist_has_no_moment() -> None:
    assert read("op 31 juni 2020") == [("op 31 juni 2020", "", "point")]


def test_an_anchor_may_be_a_stretch_of_days() -> None:
    anchor = between(date(2021, 3, 10), date(2021, 3, 31))
    moments = [
        one.moment for one in find_times("10 maart jl., november jl. en dit jaar", 0, anchor)
    ]
    assert [one and one.edtf for one in moments] == ["2021-03-10", "2020-11", "2021"]


# -------------------------------------------------------------------------------------- laws
DAYS = st.dates(date(1950, 1, 1), date(2080, 12, 31))


@given(DAYS)
def test_a_day_written_out_reads_back(day: date) -> None:
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert [one.moment for one in find_times(text)] == [day_moment(day)]
    assert [one.moment for one in find_times(f"{day:%d-%m-%Y}")] == [day_moment(day)]


@given(DAYS)
def test_a_month_written_out_reads_back(day: date) -> None:
    text = f"in {MONTHS[day.month - 1]} {day.year}"
    assert [one.moment for one in find_times(text)] == [month_moment(day.year, day.month)]


@given(DAYS, st.integers(1, 5000))
def test_a_stretch_written_out_reads_back(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    ends = [f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    expected = from_to(day_moment(first), day_moment(last))
    assert [one.moment for one in find_times(f"van {ends[0]} tot en met {ends[1]}")] == [expected]


@given(DAYS, st.integers(1, 330))
def test_jl_and_as_read_back_from_the_letters_date(letter: date, days: int) -> None:
    for day, tail in ((letter - timedelta(days), "jl."), (letter + timedelta(days), "a.s.")):
        text = f"{day.day} {MONTHS[day.month - 1]} {tail}"
        if (day.month, day.day) != (2, 29):
            assert [one.moment for one in find_times(text, 0, day_moment(letter))] == [
                day_moment(day)
            ]


WORDS = sorted(
    {
        word
        for table in ("form", "head", "vague")
        for entry in DATA[table]
        for word in entry["example"].split()
    }
)


@given(
    st.lists(
        st.sampled_from([*WORDS, "\n", "nr.", "29 521,", "–", "2024", "(", "mei"]), max_size=25
    ),
    DAYS,
)
def test_offsets_quotes_and_moments_hold_on_any_text(words: list[str], letter: date) -> None:
    text = " ".join(words)
    end = 7
    for one in find_times(text, 7, day_moment(letter)):
        assert end <= one.start < one.end
        assert text[one.start - 7 : one.end - 7] == one.quote
        assert "\n" not in one.quote
        assert one.moment is None or holds(one.moment)
        end = one.end


def holds(moment: Moment) -> bool:
    """Tell whether a moment is in order and its EDTF is level 0 and says no less than its days."""
    first, last = moment.edtf.split("/")[0], moment.edtf.split("/")[-1]
    in_order = moment.earliest <= moment.latest
    return (
        in_order
        and moment.earliest.isoformat() >= first
        and moment.latest.isoformat()[: len(last)] <= last
    )
