"""How much and how many: the sums of money and the numbers of people of a commitment."""

from kamergraaf.model import Amount, MoneyTerm, PersonnelTerm, Scope
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.context import Context


def money(candidate: Candidate, context: Context) -> tuple[MoneyTerm, ...]:
    """Return the amounts in the passage with their scope."""
    found = [
        a for a in context.amounts(candidate.start, candidate.end)
        if not candidate.foreign & set(range(a.start, a.end))
    ]  # fmt: skip
    return tuple(
        MoneyTerm(a.value, a.currency, _scope(n, a, found, candidate), a.per, a.qualifier)
        for n, a in enumerate(found)
    )


def _scope(number: int, amount: Amount, found: list[Amount], candidate: Candidate) -> Scope:
    if candidate.extra.get("part") == "waarvan":
        return "earmarked-part"
    text = candidate.text.lower()
    offset = amount.start - candidate.start
    before = text[max(0, offset - 60) : offset]
    after = text[offset : offset + 120]
    later_share = any(
        "waarvan" in text[: f.start - candidate.start] and "nederland" in text[f.start - candidate.start - 20 :]
        for f in found[number + 1 :]
    )  # fmt: skip
    if later_share or any(w in before for w in ("gezamenlijk", "samen een totaal")):
        return "joint-total"
    if any(w in before for w in ("geraamd", "raming", "naar schatting", "geschat")):
        return "estimate"
    if "benelux" in text and "nederlandse" not in after:
        return "joint-total"
    return "dutch-share"


def people(
    candidate: Candidate, context: Context, sharing: tuple[str, ...]
) -> tuple[PersonnelTerm, ...]:
    """Return the head counts in the passage; of «van 6 naar 15» the new one."""
    found = [
        h for h in context.headcounts(candidate.start, candidate.end)
        if not candidate.foreign & set(range(h.start, h.end))
    ]  # fmt: skip
    if len(found) == 2 and " naar " in context.letter.text[found[0].end : found[1].start + 1]:
        found = found[1:]
    return tuple(PersonnelTerm(h.value, h.qualifier, h.role, sharing) for h in found)
