"""Dutch numbers in digits and in words, as decimals with their place in the text.

No library reads Dutch as officials write it: text2num knows whole numbers, but not «anderhalf»,
«tweeëneenhalf», «een twintigtal» or a spelling without diaeresis.  The words are in
``numbers.toml``; ordinals («tweede», «46e») are no numbers.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

_PLAIN = str.maketrans("éèëÉÈË", "eeeEEE")
_DIGITS = (
    r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3}){2,}|\d+(?:,\d+|\.\d{1,2})?"
)
# A digit may follow a currency without a space, but no other letter («G5», «F-16») and no digits
# of a longer number («1.2.3»).
_BEFORE_DIGIT = r"(?:(?<![\w.,])|(?<=\W[.,])|(?<=\b(?:EUR|USD))|(?<=\bf)|(?<=[ƒ$]))(?<![^\W\d]-)"
_AFTER_DIGIT = r"(?![.,]?\d| \d{3}\b(?!\.\d))"
_END = r"(?!\w|-[^\W\d])"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; ``scale`` is the million of «3 miljoen», else 1.

    ``approx``: it is a round number by its form («een twintigtal»).  ``bound``: it is one end of a
    range («3 tot 4 miljoen» is 3,000,000 and 4,000,000).
    """

    start: int
    end: int
    quote: str
    value: Decimal
    scale: int = 1
    approx: bool = False
    bound: Literal["low", "high"] | None = None


@lru_cache(maxsize=4096)
def read_number(words: str) -> Decimal | None:
    """Return the value of words that are a number from first to last letter, else None.

    >>> read_number("anderhalf miljoen"), read_number("1.500"), read_number("tweede")
    (Decimal('1500000'), Decimal('1500'), None)
    """
    if words.lower() == "een":
        return Decimal(1)
    found = find_numbers(words)
    return found[0].value if len(found) == 1 and found[0].quote == words else None


def find_numbers(text: str, start: int = 0) -> tuple[Number, ...]:
    """Return the numbers of a text in order, offsets counted from ``start``.

    The article «een» is no number, nor is a vague one («enkele honderden»).

    >>> [(n.quote, int(n.value), n.bound) for n in find_numbers("tien tot 15 man")]
    [('tien', 10, 'low'), ('15', 15, 'high')]
    """
    found = _found(text)
    return (
        tuple(replace(n, start=n.start + start, end=n.end + start) for n in found)
        if start
        else found
    )


@lru_cache(maxsize=4)
def _found(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text, which sums and headcounts both look for."""
    return tuple(_ranges(text, _plain(text)))


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("numbers.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _small() -> dict[str, int]:
    """Return the words of 1 to 99."""
    data = _data()
    units = {e["form"]: e["value"] for e in data["units"]}
    tens = {e["form"]: e["value"] for e in data["tens"]}
    both = {f"{u}en{t}": n + m for u, n in units.items() for t, m in tens.items()}
    return units | {e["form"]: e["value"] for e in data["teens"]} | tens | both


def _either(forms: list[str]) -> str:
    return "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))


@lru_cache(maxsize=1)
def _cardinal() -> str:
    small = f"(?:{_either(list(_small()))})"
    below = f"(?:{small}?honderd(?:en)?{small}|{small}?honderd|{small})"
    apart = f"{below}?duizend {below}|{small}?honderd {small}"
    return f"(?:{apart}|{below}?duizend(?:en)?{below}|{below}?duizend|{below})"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    data = _data()
    word = _cardinal()
    whole = [e["form"] for e in data["fractions"] if not e.get("needs_scale")]
    scaled = [e["form"] for e in data["fractions"] if e.get("needs_scale")]
    scale = _either([e["form"] for e in data["scales"] if e.get("after")])
    # Nearly every word fails on its first letters; trying all forms there is five times slower.
    first = {form[:3] for form in [*_small(), *whole, *scaled, "honderd", "duizend"]}
    first |= {e["form"][:3] for e in data["others"]}
    return re.compile(
        rf"(?=\d|{_either(sorted(first))})(?:{_BEFORE_DIGIT}(?P<digits>{_DIGITS}){_AFTER_DIGIT}(?P<half_sign> ?[½¼¾])?"
        rf"(?P<digit_tal>-tal\b)?"
        rf"|(?<![\w-])(?:(?P<other>{_either([e['form'] for e in data['others']])})\b"
        rf"|(?:een )?(?P<tal>{word})tal\b"
        rf"|(?P<fraction>{_either(whole)})|(?P<scaled>{_either(scaled)})(?= (?:{scale}))"
        rf"|(?P<and_half>{word})eneenhal(?:f|ve)"
        rf"|(?P<word>{word})))"
        rf"(?P<half> en een hal(?:f|ve))?(?: ?(?P<scale>{scale}))?{_END}",
        re.IGNORECASE,
    )


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


def _numbers(text: str, plain: str) -> Iterator[Number]:
    vague = {e["form"] for e in _data()["vague"]}
    for match in _pattern().finditer(plain):
        begin, end = match.span()
        quote = text[begin:end]
        before = plain[max(begin - 20, 0) : begin].split()
        if before and before[-1].lower() in vague and quote.lower() in ("honderd", "duizend"):
            continue
        if quote.lower() == "een":
            continue
        value = _value(match)
        scale = _scale(match["scale"])
        tal = bool(match["tal"] or match["digit_tal"])
        approx = tal and value >= _data()["approximate_from"]
        yield Number(begin, end, quote, _tidy(value * scale), scale, approx)


def _scale(word: str | None) -> int:
    if word is None:
        return 1
    return next(int(e["value"]) for e in _data()["scales"] if e["form"] == word.lower())


def _value(match: re.Match[str]) -> Decimal:
    """Return the value without its scale."""
    data = _data()
    forms = {e["form"]: Decimal(e["value"]) for e in (*data["fractions"], *data["others"])}
    extra = Decimal("0.5") if match["half"] or match["and_half"] else Decimal(0)
    if match["digits"]:
        sign = (match["half_sign"] or "").strip()
        return _of_digits(match["digits"]) + (forms[sign] if sign else 0) + extra
    named = match["other"] or match["fraction"] or match["scaled"]
    if named:
        return forms[named.lower()] + extra
    words: str = match["tal"] or match["and_half"] or match["word"]
    return sum((Decimal(_of_word(word)) for word in words.lower().split()), extra)


def rescale(number: Number, scale: int) -> Number:
    """Return a number without scale as so many of ``scale`` («3» of «3 tot 4 miljoen»)."""
    return replace(number, value=_tidy(number.value * scale), scale=scale)


def _tidy(value: Decimal) -> Decimal:
    """Return 1500000 for 1500000.0, so that equal values are written alike."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _of_digits(digits: str) -> Decimal:
    if digits.count(",") > 1:
        return Decimal(digits.replace(",", ""))
    if re.fullmatch(r"\d+\.\d{1,2}", digits):
        return Decimal(digits)
    return Decimal(re.sub("[. ]", "", digits).replace(",", "."))


def _of_word(word: str) -> int:
    """Return the value of one compound («tweehonderdvijftigduizend»)."""
    for form, size in (("duizend", 1000), ("honderd", 100)):
        left, found, right = word.partition(form)
        if found:
            rest = right.removeprefix("en") if right not in _small() else right
            return (_of_word(left) if left else 1) * size + (_of_word(rest) if rest else 0)
    return _small()[word]


def _ranges(text: str, plain: str) -> Iterator[Number]:
    """Yield the numbers, two joined by «tot» or the like as the ends of a range."""
    joiners = {e["form"]: e.get("opener") for e in _data()["ranges"]}
    low: Number | None = None
    for high in _numbers(text, plain):
        if low is not None:
            between = re.sub(r"[€$£ƒ]|EUR|USD", "", text[low.end : high.start]).strip().lower()
            between = re.sub(r"\s+", " ", between)
            opener = joiners.get(between, "")
            if between in joiners and (opener is None or _opened(plain, low.start, opener)):
                low, high = _as_range(low, high)
            yield low
        low = high
    if low is not None:
        yield low


def _opened(plain: str, start: int, opener: str) -> bool:
    return bool(re.search(rf"\b{opener}(?: de)?\W*(?:EUR|USD)?\W*$", plain[:start], re.IGNORECASE))


def _as_range(low: Number, high: Number) -> tuple[Number, Number]:
    spread = low
    if low.scale == 1 and low.value < 1000:
        spread = rescale(low, high.scale)
    if low.bound or spread.value >= high.value:
        return low, high
    return replace(spread, bound="low"), replace(high, bound="high")
