"""What holds now, what changes and how firmly it is said."""

from kamergraaf.model import Change, Modality, Status
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.phrases import search

DONE: dict[str, tuple[Status, Change]] = {
    "extend": ("active", "extended"), "expand": ("active", "expanded"),
    "reduce": ("active", "reduced"), "suspend": ("suspended", "suspended"),
    "resume": ("active", "resumed"), "end": ("ended", "ended"), "abstain": ("withdrawn", "ended"),
}  # fmt: skip
FIRM: frozenset[Modality] = frozenset({"reported", "decided"})


def state(candidate: Candidate, conditional: bool) -> tuple[Status, Change, Modality]:
    """Return status, change and modality of a commitment.

    ``conditional`` tells that the passage makes it depend on something.
    """
    modality = candidate.modality
    if modality == "exploratory" and (candidate.lead.perfect or candidate.lead.past):
        return "fulfilled", "fulfilled", "reported"
    if modality == "exploratory":
        return "under-consideration", "new", modality
    if conditional and modality in {"intended", "promised"}:
        modality = "conditional"
    status, change = _course(candidate)
    if search("herhaald", candidate.text) and change == "new":
        change = "restated"
    return status, change, modality


def _course(candidate: Candidate) -> tuple[Status, Change]:
    sense, modality = candidate.sense, candidate.modality
    if candidate.negated and sense in {"extend", "resume", "expand"}:
        return "ended" if modality == "reported" else "announced", "not-renewed"
    if sense in DONE and not candidate.negated:
        status, change = DONE[sense]
        return (status, change) if modality in FIRM else ("announced", change)
    if candidate.rule == "nagekomen":
        return "fulfilled", "fulfilled"
    if modality == "reported":
        if (
            candidate.lead.perfect
            or candidate.lead.past
            or candidate.rule in {"deelwoord", "op-verzoek"}
        ):
            return "fulfilled", "fulfilled"
        return "active", "restated"
    if candidate.rule in {"aim", "effort"}:
        return "active", "restated"
    if modality == "advocated":
        return "active", "restated"
    return "announced", "new"
