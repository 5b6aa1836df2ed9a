"""When a contact was: a date in its words that is no term and does not lie ahead."""

from kamergraaf.model import TimeExpression
from kamergraaf.statements.context import Context, within

LONGEST = 100
"""So many days at most does a date leave open that tells when somebody met."""


def told_time(start: int, end: int, context: Context) -> TimeExpression | None:
    """Return the first date between two offsets that tells when something was."""
    fitting = [t for t in within(context.annotated.times, start, end) if was(t, context)]
    return next(iter(fitting), None)


def was(time: TimeExpression, context: Context) -> bool:
    """Tell whether a date is a day, week, month or quarter that is not after the letter."""
    moment, day = time.moment, context.letter.facts.date
    if time.function in {"deadline", "end"}:
        return False
    if moment is None:
        return day is None
    if (moment.latest - moment.earliest).days > LONGEST:
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
