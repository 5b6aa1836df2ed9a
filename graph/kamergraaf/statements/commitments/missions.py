"""Which mission a commitment is about: named in the passage, or the one that is being spoken of."""

import re

from kamergraaf.annotations.names.resolve import succeeded
from kamergraaf.model import Entity, Kind, Link, Sentence
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.focus import Focus, Place
from kamergraaf.statements.commitments.words import speaks_of
from kamergraaf.statements.context import Context
from kamergraaf.statements.towns import countries_of_mission

JOINT = ("gecombineerd", "gezamenlijk", "gedeeld", "samen met", "inclusief")
DEPLOYED: frozenset[Kind] = frozenset({"personnel", "training", "exercise", "materiel"})
CHANGED = frozenset({"extend", "end", "suspend", "resume", "reduce", "expand"})
BOTH = re.compile(r"\bbeide (?:bijdragen|missies|operaties|mandaten|deelnemingen)\b")
PLURAL = re.compile(r"(?:missies|operaties)\b")
"""«Deze missies» are all of them, unless they are more than three: then it is said of missions in general."""


def links(entities: list[Entity]) -> tuple[Link, ...]:
    """Return the resolved links of entities, each once, in text order."""
    found: dict[str, Link] = {}
    for entity in entities:
        if len(entity.links) == 1:
            found.setdefault(entity.links[0].id, entity.links[0])
    return tuple(found.values())


def missions(
    candidate: Candidate, kind: Kind, sentence: Sentence, context: Context
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the missions named in the passage, else the one that is being spoken of; and those that
    share its ceiling («gecombineerd mandaat van 15 personen met …»)."""
    entities = [
        e for e in context.entities(candidate.start, candidate.end, "mission")
        if not (_elsewhere(e, context) or succeeded(e, context.letter.text))
    ]  # fmt: skip
    reasons = [e for e in entities if _for_a_reason(e, candidate, context)]
    entities = [e for e in entities if e not in reasons]
    aside = [e for e in entities if _in_brackets(e, candidate, context)]
    outside = _meant([e for e in entities if e not in aside])
    if outside:
        return outside, links(aside)
    named = _meant(entities)
    if named:
        return named, ()
    place = Place(sentence, candidate.start, candidate.end)
    return spoken_of(Focus(context), place, kind, candidate.sense) or _meant(reasons), ()


def _for_a_reason(entity: Entity, candidate: Candidate, context: Context) -> bool:
    """Whether a clause at the end that gives a reason names it: «…, omdat de eenheid bij SFOR dient»."""
    return speaks_of("reden", context.letter.text[candidate.start : entity.start])


def _meant(entities: list[Entity]) -> tuple[Link, ...]:
    """The missions of resolved names, and up to three of a plural («de EU-missies»)."""
    found: dict[str, Link] = {}
    for entity in entities:
        both = BOTH.search(entity.quote.lower())
        if len(entity.links) == 1 or (
            len(entity.links) <= 3 and not both and PLURAL.search(entity.quote)
        ):
            found.update((link.id, link) for link in entity.links if link.id not in found)
    return tuple(found.values())


def _elsewhere(entity: Entity, context: Context) -> bool:
    """«De operaties in Irak», in a letter whose missions are in Bosnia."""
    behind = context.letter.text[entity.end : entity.end + 4]
    if len(entity.links) == 1 or behind not in {" in ", " bij"}:
        return False
    there = context.entities(entity.end, entity.end + 40, "country")[:1]
    codes = {code for link in entity.links for code in countries_of_mission(link)}
    return any(link.id.rsplit("/", 1)[-1].upper() not in codes for e in there for link in e.links)


def _in_brackets(entity: Entity, candidate: Candidate, context: Context) -> bool:
    before = context.letter.text[candidate.start : entity.start]
    return before.count("(") > before.count(")") and any(w in before for w in JOINT)


def spoken_of(focus: Focus, place: Place, kind: Kind, sense: str) -> tuple[Link, ...]:
    """Return the mission that a passage without one belongs to, when its kind and words ask for one."""
    text, _ = focus.words(place)
    deployed = kind in DEPLOYED or sense in CHANGED or sense == "refuse" and "verzoek" in text
    sending = speaks_of("uitzending", text) or focus.reports(place) or focus.counted(place)
    costs = kind == "financial" and focus.costs(place)
    given = kind == "financial" and not costs or kind == "programme" and not sending
    pointed = focus.just_named(place) if speaks_of("terugwijzing", text) else ()
    if given or speaks_of("hulp", text):
        return pointed
    if not (deployed or costs or sending or kind == "inform-parliament"):
        return pointed
    if BOTH.search(text):
        return focus.both()
    if kind == "inform-parliament" and (own := focus.report(place)):
        return own
    if found := focus.listed(place) or focus.led(place) or focus.near(place):
        return found
    if (sending or kind != "inform-parliament") and (found := focus.there(place)):
        return found
    return focus.above(place) or focus.whole(place) or focus.again(place)
