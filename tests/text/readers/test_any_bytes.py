"""For any bytes a reader gives either text whose map leads back or a line that says why not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamergraaf.errors import BadLetter
from kamergraaf.source import Form
from kamergraaf.text.readers import READERS
from tests.text.readers.law import hold, mutated, samples
from tests.text.readers.test_same_letter import LETTER, SITE, TXT, XML

FORMS = {"txt": [TXT], "md": [TXT], "html": [LETTER, SITE], "xml": [XML]}
SEEDS = {
    form: [text.encode() for text in FORMS.get(form, [])] or samples(f".{form}") for form in READERS
}
READ = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("form", READERS)
@given(data=st.data())
@READ
def test_any_bytes(form: Form, data: st.DataObject) -> None:
    hold(f"brief.{form}", data.draw(st.binary(max_size=300)))


@pytest.mark.parametrize("form", READERS)
@given(data=st.data())
@READ
def test_any_text(form: Form, data: st.DataObject) -> None:
    encoding = data.draw(st.sampled_from(["utf-8", "utf-16"]))
    text = data.draw(st.text(st.characters(codec="utf-8"), max_size=300))
    hold(f"brief.{form}", text.encode(encoding))


@pytest.mark.parametrize("form", READERS)
@given(data=st.data())
@READ
def test_any_letter_with_changes(form: Form, data: st.DataObject) -> None:
    hold(f"brief.{form}", data.draw(mutated(SEEDS[form])))


@pytest.mark.parametrize("form", READERS)
def test_the_letters_themselves_are_read(form: Form) -> None:
    assert SEEDS[form]
    for seed in SEEDS[form]:
        assert not isinstance(hold(f"brief.{form}", seed), BadLetter)
