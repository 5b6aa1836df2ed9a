"""What a country beside an undertaking is to it: where it is for, who acts along, where it comes from."""

import re
from typing import Literal

from spacy.tokens import Token

from kamergraaf.model import Entity
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.place_words import pattern, words
from kamergraaf.statements.context import Context

REQUESTED = re.compile(r"\bop (?:[a-z]+ )?verzoek van (?:de |het )?$")
TALKS = frozenset(
    {"consult", "inform", "urge", "raise", "emphasise", "request", "condemn", "support"}
)
BEFORE = 60
"""So many characters before a country tell what it is."""
Role = Literal["place", "partner", "origin"]


def role(entity: Entity, candidate: Candidate, own: set[str], context: Context) -> Role:
    """Return whether a country is where it is for, acts along, or is where something comes from.

    ``own`` are the countries of the missions named: an adjective of another country tells whose unit
    it is («de Duitse taakgroep»).
    """
    span = context.doc.char_span(entity.start, entity.end, alignment_mode="expand")
    if span is None:
        return "place"
    token = _first_of_row(span.root)
    before = text_before(min(token.idx, entity.start), candidate, context)
    if pattern("samen").search(before):
        return "partner"
    talk = candidate.sense in TALKS
    if entity.form == "adjective":
        if span.root.head.lower_.endswith(words("gevluchten")):
            return "origin"
        if own and not talk:
            return "place" if entity.links[0].id in own else "partner"
        serves = span.root.head.lower_.endswith(words("diensten"))
        return "partner" if serves and not talk else "place"
    if (not talk or REQUESTED.search(before)) and pattern("verzoek").search(before):
        return "partner"
    if pattern("herkomst").search(before):
        return "origin"
    if own and entity.links[0].id not in own and _acts_elsewhere(token, candidate):
        return "partner"
    return _with(token, candidate)


def lies(capital: Entity, candidate: Candidate, context: Context) -> bool:
    """Return whether a capital is a place here: no seat of an organisation, no name for a government
    («Kopenhagen stemt in»), not where a meeting is held."""
    if capital.quote in words("zetels"):
        return False
    before = text_before(capital.start, candidate, context)
    if pattern("elders").search(before) or pattern("herkomst").search(before):
        return False
    span = context.doc.char_span(capital.start, capital.end, alignment_mode="expand")
    token = _first_of_row(span.root) if span is not None else None
    if token is None:
        return True
    return token.dep_ != "nsubj" and (_case(token) != "met" or candidate.sense in TALKS)


def text_before(place: int, candidate: Candidate, context: Context) -> str:
    """Return the words of the passage right before a place, in lower case."""
    return context.letter.text[max(candidate.start, place - BEFORE) : place].lower()


def _with(token: Token, candidate: Candidate) -> Role:
    case = _case(token)
    if case in {"door", "naast"}:
        return "partner"
    about = token.dep_ == "nmod" and token.head.lower_.endswith(words("betrekkingen"))
    along = case == "met" and not about and candidate.sense not in {"consult", "inform"}
    return "partner" if along else "place"


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _first_of_row(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def _acts_elsewhere(token: Token, candidate: Candidate) -> bool:
    """Is the country the subject of a clause that is not the commitment's («waarover Italië …»)?"""
    acting = token.dep_ in {"nsubj", "nsubj:pass", "obl:agent"}
    return acting and token.head not in {candidate.lead.head, candidate.content.head}
