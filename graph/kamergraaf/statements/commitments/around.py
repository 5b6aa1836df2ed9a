"""Where a commitment is for that names no country: its towns, what it points at, its surroundings."""

import re

from kamergraaf.model import Entity, Link, Sentence
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.country_roles import lies, text_before
from kamergraaf.statements.commitments.missions import links
from kamergraaf.statements.commitments.place_words import data, pattern
from kamergraaf.statements.context import Context
from kamergraaf.statements.towns import country_link, country_of_region, towns_in

HOME = ("/nld", "/bes")
"""Countries that are the Netherlands: the public bodies in the Caribbean too."""
ROW = re.compile(r",? (?:en|alsmede|alsook) (?:de |het )?|, (?:de |het )?")
"""What stands between the names of a row."""


def around(
    candidate: Candidate, mission: bool, dealt_with: tuple[Link, ...], context: Context
) -> tuple[Link, ...]:
    """Return the countries that are pointed at, else those of the head of the table, of the section,
    of the letter, those that it is agreed with, else the only one of the paragraph before.

    ``mission`` tells that it is about a mission in several countries: then no section decides.
    """
    sentence = context.letter.sentences[candidate.sentence]
    if there := _group(candidate, context) or _head_row(sentence, context):
        return there
    section = not mission and candidate.sense != "inform"
    if section:
        if before := _one(context, sentence.start, candidate.start):
            return before
        for heading in context.headings(sentence):
            if named := _abroad(context, heading.start, heading.end):
                return named if len(named) == 1 else ()
    if main := context.main_country:
        return (main,)
    if dealt_with:
        return dealt_with
    passage = context.letter.text[candidate.start : candidate.end].lower()
    if section and pattern("wijzend").search(passage):
        return _one(context, context.paragraph(sentence).start, sentence.start)
    return ()


def of_towns(candidate: Candidate, context: Context) -> tuple[Link, ...]:
    """Return the countries of the capitals, towns and regions of a passage, save the seats of
    organisations, governments called by their capital and places where a meeting is held."""
    start, end = candidate.start, candidate.end
    found: dict[str, Link] = {}
    for entity in context.entities(start, end, "country", "region"):
        if entity.kind == "region" and (code := country_of_region(entity)):
            found.setdefault(code, country_link(code))
        capital = entity.form == "capital" and len(entity.links) == 1
        if capital and lies(entity, candidate, context):
            found.setdefault(entity.links[0].id.rsplit("/", 1)[-1].upper(), entity.links[0])
    for place, code in towns_in(context.letter.text[start:end]):
        if not pattern("elders").search(text_before(start + place, candidate, context)):
            found.setdefault(code, country_link(code))
    return tuple(link for link in found.values() if not link.id.endswith(HOME))


def _one(context: Context, start: int, end: int) -> tuple[Link, ...]:
    named = _abroad(context, start, end)
    return named if len(named) == 1 else ()


def _abroad(context: Context, start: int, end: int) -> tuple[Link, ...]:
    named = [e for e in context.entities(start, end, "country") if e.form in {"noun", "anaphor"}]
    return tuple(link for link in links(named) if not link.id.endswith(HOME))


def _group(candidate: Candidate, context: Context) -> tuple[Link, ...]:
    """«De drie landen», «beide eilanden»: the last row of so many countries before."""
    text = context.letter.text
    match = pattern("groepen").search(text[candidate.start : candidate.end].lower())
    if match is None:
        return ()
    size = data()["groepen"]["getallen"][match["getal"]]
    row: list[Entity] = []
    last: tuple[Link, ...] = ()
    for entity in context.entities(0, candidate.start, "country"):
        if entity.form == "capital" or len(entity.links) != 1:
            continue
        if row and not ROW.fullmatch(text[row[-1].end : entity.start]):
            row = []
        row.append(entity)
        if len(named := links(row)) == size:
            last = named
    return last


def _head_row(sentence: Sentence, context: Context) -> tuple[Link, ...]:
    """The countries in the first row of the table of a row."""
    rows, number = context.letter.paragraphs, sentence.paragraph
    if rows[number].kind != "table-row":
        return ()
    while number and rows[number - 1].kind == "table-row":
        number -= 1
    return _abroad(context, rows[number].start, rows[number].end)
