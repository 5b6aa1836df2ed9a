"""What holds now, what changes and how firmly it is said."""

from kamergraaf.model import Change, Modality, Status
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.phrases import search
from kamergraaf.statements.commitments.senses import GIVING

DONE: dict[str, tuple[Status, Change]] = {
    "extend": ("active", "extended"), "expand": ("active", "expanded"),
    "reduce": ("active", "reduced"), "suspend": ("suspended", "suspended"),
    "resume": ("active", "resumed"), "end": ("ended", "ended"), "abstain": ("withdrawn", "ended"),
}  # fmt: skip
FIRM: frozenset[Modality] = frozenset({"reported", "decided"})
PUNCTUAL = frozenset(DONE) | {"act"}


def state(
    candidate: Candidate, *, conditional: bool, upcoming: bool
) -> tuple[Status, Change, Modality]:
    """Return status, change and modality of a commitment.

    ``conditional`` tells that the passage makes it depend on something, ``upcoming`` that it names a
    day after the letter's.
    """
    modality = _modality(candidate, upcoming)
    past = _is_past(candidate)
    if modality == "exploratory":
        if past:
            return "fulfilled", "fulfilled", "reported"
        if candidate.negated:
            return "announced", "new", "decided"
        return "under-consideration", "new", modality
    status, change = _course(candidate, modality, past)
    if conditional and modality in {"intended", "promised"}:
        modality = "conditional"
    if search("herhaald", candidate.text) and change == "new":
        change = "restated"
    return status, change, modality


def _is_past(candidate: Candidate) -> bool:
    """Is it told as done?  «Zijn thans gestationeerd» is a state that lasts, «is voorzien» a plan."""
    told = candidate.lead.perfect or candidate.lead.past
    return told and not _lasts(candidate) and not _foreseen(candidate)


def _lasts(candidate: Candidate) -> bool:
    """Does the clause itself say that it goes on?  A clause inside it («die sinds april …») does not."""
    return search("lopend", " ".join(t.text for t in candidate.lead.tokens)) is not None


def _foreseen(candidate: Candidate) -> bool:
    """Is its verb the word that looks ahead, which stands at one end of what the pattern finds?"""
    found = search("vooruitziend", candidate.lead.head.sent.text)
    words = found[0].split() if found is not None else []
    return candidate.lead.head.lower_ in (words[:1] + words[-1:])


def _modality(candidate: Candidate, upcoming: bool) -> Modality:
    """How firmly it is said.  A change or a gift told in the present tense for later is a decision
    («wordt met ingang van volgend jaar gehalveerd»), and so are «zal niet worden verlengd» and
    «verbindt zich daar niet toe»."""
    modality, sense = candidate.modality, candidate.sense
    past = _is_past(candidate)
    if modality == "promised":
        pledged = candidate.rule == "promise" and past and sense != "inform"
        changed = candidate.rule in {"zal", "bijdrage", "lijdend"} and sense in DONE
        refused = candidate.negated and (candidate.rule == "promise" or sense in GIVING)
        return "decided" if pledged or changed or refused else modality
    if modality == "reported" and _foreseen(candidate):
        return "decided"
    if (
        modality != "reported"
        or past
        or _lasts(candidate)
        or candidate.rule in {"deelwoord", "op-verzoek", "aim"}
    ):
        return modality
    listed = candidate.rule in {"opsomming", "cijfers"}
    refused = candidate.negated and sense in PUNCTUAL | GIVING
    changed = sense in DONE or sense in {"give", "deploy"} and candidate.lead.passive
    return "decided" if listed or refused or changed or upcoming else modality


def _course(candidate: Candidate, modality: Modality, past: bool) -> tuple[Status, Change]:
    sense = candidate.sense
    if candidate.negated and sense in {"extend", "resume", "expand"}:
        return "ended" if past else "announced", "not-renewed"
    if sense in DONE and not candidate.negated:
        status, change = DONE[sense]
        told = candidate.lead.perfect or candidate.lead.past or _lasts(candidate)
        spoken = candidate.rule == "decide" or told
        return (status, change) if modality in FIRM and spoken else ("announced", change)
    if candidate.rule == "nagekomen":
        return "fulfilled", "fulfilled"
    if modality == "reported":
        if past or candidate.rule in {"deelwoord", "op-verzoek"}:
            return "fulfilled", "fulfilled"
        return "active", "restated"
    if candidate.rule in {"aim", "effort"} or modality == "advocated":
        return "active", "restated"
    return "announced", "new"
