"""Stage: a letter with its parse and all that is named, counted, paid and dated in it."""

from kamergraaf.annotations.headcounts import find_headcounts
from kamergraaf.annotations.language import parse
from kamergraaf.annotations.money import find_amounts
from kamergraaf.annotations.names import find_entities
from kamergraaf.model import AnnotatedLetter, Letter
from kamergraaf.text.dates import find_times


def annotate(letter: Letter) -> AnnotatedLetter:
    """Return a letter with its parse, entities, amounts, headcounts and times, in text order.

    Everything found stands in the text: ``letter.text[x.start:x.end] == x.quote``.
    """
    doc = parse(letter)
    return AnnotatedLetter(
        letter=letter,
        doc=doc,
        entities=find_entities(letter, doc),
        amounts=find_amounts(letter.text),
        headcounts=find_headcounts(doc),
        times=find_times(letter.text, anchor=letter.facts.date),
    )
