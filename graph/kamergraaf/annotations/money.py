"""Amounts of money: what stands there, in which currency, how often and how firmly.

Names of currencies are in ``money.toml`` and, for all others, CLDR's (through babel).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from kamergraaf.annotations.numbers import Number, find_numbers, rescale
from kamergraaf.annotations.qualifiers import qualifier_of
from kamergraaf.model import Amount

_PLAIN = str.maketrans({"’": "'", "‘": "'"})
_ROUND = r"(?:,(?:-{1,2}|–|=))?"
_REACH = 40
_FAR = 300
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_END = re.compile(r"(?<!mln)(?<!mld)[.!?][»\")]*\s+(?=[A-Z«])|\n")


@dataclass(frozen=True, slots=True)
class _Money:
    """A number with the currency it has, if any, and the place of both."""

    number: Number
    start: int
    end: int
    currency: str | None = None
    per: str | None = None
    carried: bool = False


def find_amounts(text: str, start: int = 0) -> tuple[Amount, ...]:
    """Return the amounts of money in a text in order, offsets counted from ``start``.

    Values are in units of the currency.  The two ends of a range are two amounts, the lower
    ``min``, the higher ``max``.  An amount without currency gets that of an amount before it in
    its sentence, and is marked ``carried``.

    >>> [(str(a.value), a.currency, a.carried)
    ...  for a in find_amounts("vijf miljoen euro, waarvan twee miljoen voor onderwijs")]
    [('5000000', 'EUR', False), ('2000000', 'EUR', True)]
    """
    plain = text.translate(_PLAIN)
    found = [_with_period(plain, _with_currency(plain, n)) for n in find_numbers(text)]
    for share in (
        _share_in_ranges, _share_in_lists, _share_with_whole, _carry, _carry_far, _share_in_ranges, _repeat_period,
    ):  # fmt: skip
        found = share(plain, found)
    sums = _without_repetitions(plain, [money for money in found if money.currency])
    return tuple(_amount(text, plain, start, money) for money in sums)


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("money.toml").read_text("utf-8"))


@lru_cache(maxsize=2)
def _currencies(place: str) -> dict[str, tuple[str, bool]]:
    """Return, for each form before or after a number, its code and whether the sum must be large."""
    from babel import Locale
    from babel.numbers import get_currency_name

    dutch = Locale.parse("nl")
    codes = [str(code) for code in dutch.currencies]
    known = {code: (code, True) for code in codes}
    if place == "after":
        for code in codes:
            names = {get_currency_name(code, count=n, locale=dutch) for n in (1, 2)}
            known.update({n: (code, False) for n in names if " " in n and "(" not in n})
    own = {e["form"]: (e["code"], bool(e.get("large"))) for e in _data()[place]}
    return known | own


@lru_cache(maxsize=2)
def _pattern(place: str) -> re.Pattern[str]:
    forms = sorted(_currencies(place), key=len, reverse=True)
    either = "|".join(re.escape(form) for form in forms)
    if place == "before":
        return re.compile(rf"(?<![^\W_])(?P<form>{either})\s?$")
    # In «in 2024 € 3 miljoen» the sign belongs to what follows.
    return re.compile(rf"(?P<round>{_ROUND})(?:\s?(?P<form>{either})(?![\w-]|\s?\d))?")


def _with_currency(plain: str, number: Number) -> _Money:
    """Return the number with the currency directly before or after it."""
    rest = _pattern("after").match(plain, number.end)
    assert rest is not None, "the pattern matches the empty string"
    end = rest.end("round")
    large = number.scale > 1 or number.value >= 1000 or end > number.end
    left = _pattern("before").search(plain[max(number.start - _REACH, 0) : number.start])
    if left:
        code, only_large = _currencies("before")[left["form"]]
        start = number.start - len(left.group())
        if (large or not only_large) and not re.search(
            r"[x×]\s?$", plain[max(start - 2, 0) : start]
        ):
            return _Money(number, start, end, code)
    if rest["form"]:
        code, only_large = _currencies("after")[rest["form"]]
        if large or not only_large:
            return _Money(number, number.start, rest.end(), code)
    return _Money(number, number.start, number.end)


def _with_period(plain: str, money: _Money) -> _Money:
    """Return the sum with ``year`` or ``month`` when the words around it say so."""
    right = plain[money.end : money.end + _REACH]
    left = plain[max(money.start - 2 * _REACH, 0) : money.start]
    for entry in _data()["periods"]:
        words = re.escape(entry["form"]).replace("…", r"(?:[\w-]+ ){0,3}[\w-]+")
        if entry["place"] == "after":
            match = re.match(rf"\s\(?{words}\b", right, re.IGNORECASE)
        else:
            match = re.search(rf"\b{words}\s$", left, re.IGNORECASE)
        if match:
            return replace(money, per=entry["per"])
    return money


def _share_in_ranges(plain: str, found: list[_Money]) -> list[_Money]:
    """Give both ends of a range the currency and the period that stand at one of them."""
    shared = list(found)
    for i, (low, high) in enumerate(pairwise(found)):
        if low.number.bound == "low" and high.number.bound == "high":
            code, per = low.currency or high.currency, low.per or high.per
            carried = high.carried or low.carried
            shared[i] = replace(low, currency=code, per=per, carried=carried)
            shared[i + 1] = replace(
                high, currency=high.currency or code, per=per, carried=high.carried
            )
    return shared


def _share_in_lists(plain: str, found: list[_Money]) -> list[_Money]:
    """Give the members of «respectievelijk 2, 3 en 4 miljoen euro» one currency and one scale."""
    shared = list(found)
    for run in _runs(plain, found):
        members = [found[i] for i in run]
        code = next((m.currency for m in members if m.currency), None)
        left = plain[max(members[0].start - 60, 0) : members[0].start].lower()
        listed = re.search(rf"\b(?:{_either(_data()['lists'])})[^.;]*$", left)
        if code is None or not (listed or all(m.number.scale > 1 for m in members)):
            continue
        scale = members[-1].number.scale
        for i, member in zip(run, members, strict=True):
            if member.currency is None:
                number = member.number
                if number.scale == 1 and number.value < 1000:
                    number = rescale(number, scale)
                shared[i] = replace(member, number=number, currency=code, carried=True)
            elif member.number.scale == 1 and member.number.value < 1000 and listed:
                shared[i] = replace(member, number=rescale(member.number, scale))
    return shared


def _runs(plain: str, found: list[_Money]) -> Iterator[list[int]]:
    """Yield the positions of numbers that stand in a row, with commas or «en» between them."""
    run: list[int] = []
    for i, money in enumerate(found):
        if _YEAR.fullmatch(money.number.quote):
            continue
        if run:
            between = plain[found[run[-1]].end : money.start]
            if re.fullmatch(r"(?:,|,? en|,? resp\.| respectievelijk) ", between):
                run.append(i)
                continue
            if len(run) > 1:
                yield run
        run = [i]
    if len(run) > 1:
        yield run


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _share_with_whole(plain: str, found: list[_Money]) -> list[_Money]:
    """Give the whole the currency of its part: «25 miljoen, waarvan 20 miljoen euro»."""
    shared = list(found)
    for i, (whole, part) in enumerate(pairwise(found)):
        between = plain[whole.end : part.start]
        parts = rf",? (?:{_either(_data()['parts'])})(?: \w+)? "
        if whole.number.scale > 1 and whole.currency is None and re.fullmatch(parts, between):
            shared[i] = replace(whole, currency=part.currency, carried=part.currency is not None)
    return shared


def _without_repetitions(plain: str, sums: list[_Money]) -> list[_Money]:
    """Leave out what repeats the sum before it: «€ 5.000.000 (vijf miljoen euro)»."""
    kept = sums[:1]
    for before, money in pairwise(sums):
        same = (before.number.value, before.currency) == (money.number.value, money.currency)
        if not (same and re.fullmatch(r"\s?\((?:zegge:? )?", plain[before.end : money.start])):
            kept.append(money)
    return kept


def _carry(plain: str, found: list[_Money]) -> list[_Money]:
    """Carry a currency on to the numbers after it in the sentence that can only be money."""
    carried: list[_Money] = []
    last: _Money | None = None
    for money in found:
        if last is not None and _ends_between(plain, last.end, money.start):
            last = None
        if last is not None and money.currency is None:
            money = _as_part(plain, money, last)
        if money.currency is not None:
            last = money
        carried.append(money)
    return carried


def _carry_far(plain: str, found: list[_Money]) -> list[_Money]:
    """Carry a currency on from an earlier sentence to what words of giving make a sum of money."""
    carried: list[_Money] = []
    code = next((money.currency for money in found if money.currency), None)
    for money in found:
        large = money.currency is None and money.number.scale >= 1_000_000
        if large and code and _followed(plain, money.end) and _is_given(plain, money):
            money = replace(money, currency=code, carried=True)
        code = money.currency or code
        carried.append(money)
    return carried


def _is_given(plain: str, money: _Money) -> bool:
    """Whether the words around a number tell that it is money: «een bijdrage van», «overgemaakt»."""
    far = max(money.start - _FAR, 0)
    begin = max((m.end() for m in _SENTENCE_END.finditer(plain, far, money.start)), default=far)
    stop = _SENTENCE_END.search(plain, money.end)
    nouns = _either([entry["form"] for entry in _data()["nouns"]])
    verbs = _either([entry["form"] for entry in _data()["verbs"]])
    left, right = (
        plain[begin : money.start],
        plain[money.end : stop.start() if stop else None][:_FAR],
    )
    if not left.strip(" -*•–\n") and re.match(r" (?:naar|voor|aan|ten behoeve van)\b", right):
        return True  # An item of a list: «5 miljoen naar het noodhulpfonds».
    opened = rf"(?:{nouns})(?: (?:van|ad|ter grootte van|ten bedrage van))(?: \w+){{0,2}} $"
    return bool(
        re.search(opened, left, re.IGNORECASE)
        or re.search(rf"\b(?:{verbs})\b", right, re.IGNORECASE)
    )


def _repeat_period(plain: str, found: list[_Money]) -> list[_Money]:
    """Let the part of a yearly sum be yearly too: «jaarlijks 37 miljoen, waarvan 8,5 miljoen voor»."""
    parts = re.compile(rf",? (?:{_either(_data()['parts'])})(?: \w+)? $", re.IGNORECASE)
    repeated = found[:1]
    for money in found[1:]:
        whole = repeated[-1]
        part = money.currency and not money.per and parts.search(plain, whole.end, money.start)
        if part and not _ends_between(plain, whole.end, money.start):
            money = replace(money, per=whole.per)
        repeated.append(money)
    return repeated


def _ends_between(plain: str, start: int, end: int) -> bool:
    """Whether a sentence ends there; «Hiervan is …» goes on about the sum before it."""
    stop = _SENTENCE_END.search(plain, start, end)
    parts, rests = _either(_data()["parts"]), _either(_data()["rests"])
    goes_on = re.compile(rf"(?:{parts}|(?:de|het) (?:{rests}))\b", re.IGNORECASE)
    return stop is not None and not goes_on.match(plain, stop.end())


def _as_part(plain: str, money: _Money, last: _Money) -> _Money:
    """Return the number as money of the last currency where the words around it allow that."""
    number = money.number
    if not _followed(plain, money.end):
        return money
    if number.scale == 1:
        left = plain[max(money.start - _REACH, 0) : money.start]
        part = re.search(rf"\b(?:{_either(_data()['parts'])})(?: \w+)?\s$", left, re.IGNORECASE)
        grouped = number.value >= 1000 and not re.fullmatch(r"\d{4}", number.quote)
        if not part or not (grouped or "," in number.quote):
            return money
        if not grouped:
            number = rescale(number, last.number.scale)
    return replace(money, number=number, currency=last.currency, carried=True)


def _followed(plain: str, end: int) -> bool:
    """Whether what follows a number can follow money: no noun that is counted."""
    follows = _either([*_data()["follows"], *(entry["form"] for entry in _data()["verbs"])])
    return bool(re.match(rf"\s?(?:[,;:.)»]|$|(?:{follows})(?!\w))", plain[end : end + _REACH]))


def _amount(text: str, plain: str, start: int, money: _Money) -> Amount:
    assert money.currency is not None
    return Amount(
        start=start + money.start,
        end=start + money.end,
        quote=text[money.start : money.end],
        value=money.number.value,
        currency=money.currency,
        qualifier=qualifier_of(plain, money.start, money.end, money.number),
        per=money.per,
        carried=money.carried,
    )
