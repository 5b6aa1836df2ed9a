"""The words after a number that say which people are counted, and whether they are Dutch ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamergraaf.annotations.numbers import read_number
from kamergraaf.annotations.personnel import (
    counts_alone,
    data,
    is_other_country,
    is_other_states,
    is_people,
    is_person,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 8
_ALL = ("mannen", "en", "vrouwen")


def role_after(first: Token, person: bool) -> tuple[Token, ...]:
    """Return the tokens from ``first`` to a noun for people, when nothing else stands between.

    ``person`` asks for a singular («stafofficier»), else it is a plural.  Without such a noun the
    tuple is empty.
    """
    doc = first.doc
    is_role = is_person if person else is_people
    words: list[Token] = []
    for token in doc[first.i : first.i + _REACH]:
        words.append(token)
        # In «een militair adviseur» the first word for a person is an adjective.
        further = token.i + 1 < len(doc) and is_role(doc[token.i + 1].text)
        if not person and [t.lower_ for t in doc[token.i : token.i + 3]] == list(_ALL):
            return (*words, *doc[token.i + 1 : token.i + 3])
        if member := _member_of(token, person):
            return (*words, *member)
        if not person and token.lower_ in data()["posted"]:
            return tuple(words) if is_posted(token) or _in_team(token) else ()
        if is_role(token.text):
            if not further:
                return (*words, *_more(token, person))
        elif not _modifies(token, words[:-1]):
            break
    return ()


def _member_of(noun: Token, person: bool) -> tuple[Token, ...]:
    """Return «van de Koninklijke Marechaussee» after «leden», when it is a service that people are of."""
    if noun.lower_ != ("lid" if person else "leden"):
        return ()
    doc = noun.doc
    if [t.lower_ for t in doc[noun.i + 1 : noun.i + 3]] not in (["van", "de"], ["van", "het"]):
        return ()
    for entry in data()["members"]:
        words = entry["form"].lower().split()
        after = doc[noun.i + 3 : noun.i + 3 + len(words)]
        if [t.lower_ for t in after] == words:
            return tuple(doc[noun.i + 1 : after.end])
    return ()


def _modifies(token: Token, before: list[Token]) -> bool:
    """Whether a token can stand between a number and its noun."""
    if token.is_space or token.is_sent_start and before:
        return False
    if token.lower_ in data()["times"] or read_number(token.lower_) not in (None, 1):
        return False
    if token.pos_ == "ADV" and token.i + 1 < len(token.doc):
        following = token.nbor()
        return following.tag_.startswith(("WW|od|prenom", "WW|vd|prenom"))
    joined = bool(before) and before[-1].text.endswith("-")
    if token.lower_ in ("en", "of", "/", ","):
        return joined or bool(before) and before[-1].pos_ == "ADJ"
    if token.is_punct:
        return token.text.endswith("-")
    if token.lower_ in data()["modifiers"] or token.lower_ in data()["plain"]:
        return True
    if token.text.endswith("-") or "prenom" in token.tag_:
        return "VNW" not in token.tag_ and "LID" not in token.tag_
    return token.pos_ in ("ADJ", "PROPN", "X") or token.is_title and token.pos_ == "NOUN"


def _more(noun: Token, person: bool) -> tuple[Token, ...]:
    """Return what belongs to the role after its noun: «van justitie», «en politieagenten»."""
    doc = noun.doc
    for tail in data()["tails"]:
        words = tail.split()
        after = doc[noun.i + 1 : noun.i + 1 + len(words)]
        if [t.lower_ for t in after] == words:
            return tuple(after)
    if person or noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in ("en", "of", "/"):
        return ()
    second = doc[noun.i + 2]
    return (doc[noun.i + 1], second) if is_people(second.text) else ()


def are_ours(words: tuple[Token, ...]) -> bool:
    """Whether nothing says that these people are others', or that they undergo something."""
    if any(is_other_states(token.text) for token in words):
        return False
    last = words[-1]
    rest = [t.text for t in last.doc[last.i + 1 : last.i + 4] if not t.is_sent_start]
    if rest[:1] == ["uit"] and rest[-1] in ("landen", "lidstaten", "regio"):
        return False
    if rest and rest[0] in ("uit", "van"):
        owner = rest[1:3] if rest[1:2] in (["de"], ["het"]) else rest[1:2]
        if any(is_other_states(word) or is_other_country(word) for word in owner):
            return False
    return not any(_undergoes(token) for token in words if token.pos_ in ("NOUN", "PROPN"))


def _undergoes(noun: Token) -> bool:
    """Whether a noun is who is trained, killed or the like, and not who does it."""
    head = noun.head
    for entry in data()["undergo"]:
        forms = (entry["form"], *entry.get("also", ()))
        if head.i == noun.i or head.lemma_.lower() not in forms and head.lower_ not in forms:
            continue
        if head.tag_.startswith("N|") and not (entry.get("subject") and noun.dep_ == "nsubj"):
            cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
            return bool(cases & {"van", "voor", "aan"})
        has = any(child.lemma_ == "hebben" for child in head.children)
        passive = entry.get("subject") or head.tag_.startswith("WW|vd") and not has
        # Of two subjects in a parse the second is the object: «Nederland heeft 300 personen …».
        first = next((child for child in head.children if child.dep_ == "nsubj"), noun)
        acts = noun.dep_ == "nsubj" and noun.i == first.i and not passive
        return noun.dep_ in ("obj", "nsubj", "nsubj:pass") and not acts
    return False


def is_one(article: Token, words: tuple[Token, ...]) -> bool:
    """Whether an article makes one person of the words after it."""
    if _is_named(words[-1]):
        return False
    single = {entry["form"] for entry in data()["single"]}
    if any(token.text in single for token in words[:-1]):
        return True
    noun = next((token for token in reversed(words) if is_person(token.text)), words[-1])
    if article.lower_ != "een":
        head = noun.head.lower_
        return (
            noun.lower_ in {entry["form"] for entry in data()["posts"]} and head in data()["supply"]
        )
    return counts_alone(noun.text) or is_posted(noun)


def is_posted(noun: Token) -> bool:
    """Whether a noun is who is sent or placed: «in Benghazi is een diplomaat werkzaam»."""
    if any(child.dep_ == "case" for child in noun.children):
        return False
    around = [noun.head, *noun.head.children, *noun.children]
    return any(token.lower_ in data()["posting"] for token in around)


def _in_team(noun: Token) -> bool:
    """Whether a noun is who a team consists of or is sent with: «een team van 22 leden»."""
    case = {child.lower_ for child in noun.children if child.dep_ == "case"}
    if case == {"van"}:
        return noun.head.lower_.endswith(tuple(data()["teams"]))
    subjects = [c.lower_ for c in noun.head.children if c.dep_ in ("nsubj", "nsubj:pass")]
    return case == {"met"} and any(each.endswith(tuple(data()["teams"])) for each in subjects)


def _is_named(noun: Token) -> bool:
    """Whether a name follows: «de Nederlandse generaal-majoor b.d. Cammaert» is no count."""
    rest = noun.doc[noun.i + 1 : noun.i + 3]
    names = [t for t in rest if t.text != "b.d."][:1]
    return bool(names) and names[0].pos_ == "PROPN" and names[0].text[0].isupper()


def as_written(text: str, words: tuple[Token, ...]) -> str | None:
    """Return the role in the words of the letter, without what says nothing about it."""
    plain = set(data()["plain"])
    rest = list(words)
    while len(rest) > 1 and rest[0].lower_ in plain:
        rest.pop(0)
    if not rest:
        return None
    return text[rest[0].idx : rest[-1].idx + len(rest[-1])]
