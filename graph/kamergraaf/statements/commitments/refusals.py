"""Not doing as a decision: requests turned down, measures held back, plans without a verb of deciding.

Officials seldom write that they refuse.  They see no ground, do not think it wise, or say of the
request that it cannot be met; the ways to say so are the patterns «weigering» of ``phrases.toml``.
"""

from kamergraaf.statements.actors import Actor, actor
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.discourse import Discourse
from kamergraaf.statements.commitments.phrases import search
from kamergraaf.statements.commitments.senses import (
    CHANGE,
    GIVING,
    NOT,
    content_of,
    deed_of,
    is_concrete,
    sense_of,
)
from kamergraaf.statements.context import Context
from kamergraaf.statements.predication import Predication

INTENTIONS = frozenset({"voornemen", "bedoeling", "intentie", "streven", "plan"})


def refused(lead: Predication, who: Actor, discourse: Discourse) -> Candidate | None:
    """Return a refusal: the Netherlands sees no ground for it, or a request to it is not met."""
    if lead.form not in {"main", "complement", "adverbial"} or who.party == "foreign":
        return None
    text = " ".join(t.text for t in lead.tokens)
    if who.party == "dutch" and search("weigering", text):
        return Candidate(
            lead, content_of(lead, ""), who, "weigering", "refuse", "decided", negated=True
        )
    unable = lead.modals == ("kunnen",) and bool(lead.words & NOT)
    if who.party == "dutch" and unable and sense_of(lead) in GIVING | CHANGE:
        return Candidate(lead, lead, who, "weigering", "refuse", "decided", negated=True)
    if lead.agent is None and _turned_down(lead):
        speaker = Actor("dutch", discourse.label)
        return Candidate(lead, lead, speaker, "weigering", "refuse", "decided", negated=True)
    return None


def _turned_down(lead: Predication) -> bool:
    """Does the sentence turn a request down, with the last of these words in this clause?"""
    sentence = lead.head.sent
    found = search("verzoek-afgewezen", sentence.text)
    last = sentence.start_char + found.end() - 1 if found is not None else -1
    return any(t.idx <= last < t.idx + len(t) for t in lead.tokens)


def planned(lead: Predication, context: Context) -> Candidate | None:
    """«Het is het voornemen van de regering om …»: an intention told by a noun."""
    head = lead.head
    if head.lower_ not in INTENTIONS or lead.finite is None or lead.form != "main":
        return None
    owners = [actor(child, context) for child in head.children if child.dep_ == "nmod"]
    mine = {c.lower_ for c in head.children} & {"mijn", "ons", "onze"}
    who = next((owner for owner in owners if owner.party == "dutch"), None)
    if who is None and not mine:
        return None
    content = lead.governor or content_of(lead, "intend")
    deed = deed_of(lead, content, "intend")
    vague = not is_concrete(lead, context) and content is lead
    return Candidate(
        lead, content, who or Actor("dutch", "kabinet"), "intend", deed, "intended", vague
    )
