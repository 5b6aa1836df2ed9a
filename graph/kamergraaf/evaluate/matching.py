"""Which found quote is which gold quote: overlap of words, best overlap first.

Two quotes are the same statement when at least 60 % of the words of the shorter one are in the longer
one and at least 20 % of all their words are shared (``corpus/gold/SCHEMA.md``).  A word is a run of
letters or digits, without regard to case, white space or the shape of quotation marks.  Words are
counted as often as they occur: «shared» is the multiset intersection, «all» the multiset union.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SHORTER_SHARE = 0.60
ALL_SHARE = 0.20


def words(quote: str) -> Counter[str]:
    """Return how often each word occurs in ``quote``.

    >>> sorted(words("De «EU-missies»,  de\\nmissies"))
    ['de', 'eu', 'missies']
    """
    plain = unicodedata.normalize("NFKC", quote).replace("\u00ad", "").casefold()
    return Counter(re.findall(r"[^\W_]+", plain))


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of all words that is shared, 0.0 when the two are not the same statement.

    >>> overlap(words("Nederland levert zes militairen"), words("levert zes militairen"))
    0.75
    >>> overlap(words("Nederland levert zes militairen"), words("Mali levert niets"))
    0.0
    """
    shared = (one & other).total()
    shorter = min(one.total(), other.total())
    if not shorter or shared / shorter < SHORTER_SHARE:
        return 0.0
    share = shared / (one | other).total()
    return share if share >= ALL_SHARE else 0.0


@dataclass(frozen=True, slots=True)
class Matching:
    """``pairs`` of (gold, found) indices; ``again`` and ``rest`` are the found ones left over.

    Those in ``again`` say a gold statement once more; those in ``rest`` say none.  ``nearest`` holds
    for each found one its best overlap with any gold quote.
    """

    pairs: tuple[tuple[int, int], ...]
    again: frozenset[int]
    rest: tuple[int, ...]
    nearest: tuple[float, ...]


def match(
    gold: Sequence[Sequence[str]],
    found: Sequence[str],
    agreement: Callable[[int, int], int] = lambda gold, found: 0,
) -> Matching:
    """Pair each gold statement with at most one found quote, best overlap first.

    A gold statement is its own quote and after it the quotes that say it again, which take any number
    of found ones out of the count.  Of equal overlaps the pair with the greater ``agreement`` goes
    first (two commitments in one sentence have one quote), then the earlier one.
    """
    found_words = [words(quote) for quote in found]
    candidates: list[tuple[float, int, int, int, bool]] = []
    nearest = [0.0] * len(found)
    for g, quotes in enumerate(gold):
        for place, quote in enumerate(quotes):
            quote_words = words(quote)
            for f, other in enumerate(found_words):
                if share := overlap(quote_words, other):
                    candidates.append((-share, -agreement(g, f), g, f, place > 0))
                    nearest[f] = max(nearest[f], share)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    again: set[int] = set()
    for _, _, g, f, repeats in sorted(candidates):
        if f in taken or f in again:
            continue
        if repeats:
            again.add(f)
        elif g not in pairs:
            pairs[g] = f
            taken.add(f)
    again |= {f for f, share in enumerate(nearest) if share and f not in taken}
    rest = tuple(f for f, share in enumerate(nearest) if not share)
    return Matching(tuple(sorted(pairs.items())), frozenset(again), rest, tuple(nearest))


def traps_taken(
    traps: Sequence[str], found: Sequence[str], matching: Matching
) -> tuple[tuple[int, int], ...]:
    """Return (trap, found) for each trap that an unmatched found quote overlaps.

    A quote that lies nearer to a gold statement than to the trap says that statement again and takes
    no trap: a trap is often a clause of a sentence that holds a commitment too.
    """
    matched = {f for _, f in matching.pairs}
    open_words = [(f, words(quote)) for f, quote in enumerate(found) if f not in matched]
    taken = []
    for t, trap in enumerate(traps):
        trap_words = words(trap)
        shares = [(overlap(trap_words, quote_words), -f) for f, quote_words in open_words]
        nearer = [(share, f) for share, f in shares if share > matching.nearest[-f]]
        if nearer:
            taken.append((t, -max(nearer)[1]))
    return tuple(taken)
