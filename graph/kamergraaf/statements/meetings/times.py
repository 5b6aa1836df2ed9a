"""When a contact was: a date in its words that is no term and does not lie ahead."""

from kamergraaf.model import TimeExpression
from kamergraaf.statements.context import Context, within

LONGEST = 100
"""So many days at most does a date leave open that tells when somebody met."""
YEAR = 366
"""So many where a verb tells of a visit or a talk: «in 2015 bezocht de Minister Mali»."""


def told_time(
    start: int, end: int, context: Context, longest: int = LONGEST
) -> TimeExpression | None:
    """Return the first date between two offsets that tells when something was, to ``longest`` days."""
    fitting = [t for t in within(context.annotated.times, start, end) if was(t, context, longest)]
    return next(iter(fitting), None)


def was(time: TimeExpression, context: Context, longest: int = LONGEST) -> bool:
    """Tell whether a date leaves at most ``longest`` days open and is not after the letter."""
    moment, day = time.moment, context.letter.facts.date
    if time.function in {"deadline", "end"}:
        return False
    if moment is None:
        return day is None
    if (moment.latest - moment.earliest).days > longest:
        return False
    return day is None or moment.earliest <= day.latest


def planned_time(start: int, end: int, context: Context) -> TimeExpression | None:
    """Return the first day or month between two offsets that lies after the letter."""
    day = context.letter.facts.date
    ahead = [
        t
        for t in within(context.annotated.times, start, end)
        if t.moment is not None
        and day is not None
        and t.function in {"point", "span"}
        and t.moment.earliest > day.latest
        and (t.moment.latest - t.moment.earliest).days < 31
    ]
    return next(iter(ahead), None)
