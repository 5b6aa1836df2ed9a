"""Learn the weights of ``statements/commitments/likely.csv`` from annotated letters.

``python -m kamergraaf.evaluate.likelihood CORPUS TARGET`` over the letters for training and
development writes the table again (``make learn``); ``--validate`` instead of a target prints
what each threshold would take and drop when each letter is judged by the others.  A clause is a
positive example when it overlaps a core commitment of gold as ``matching`` has it; one that overlaps a
minor commitment, or says one again, is left out.  Needs scikit-learn (the extra ``train``): logistic
regression, L2, features seen in three clauses or more.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

from kamergraaf import pipeline
from kamergraaf.errors import BadLetter
from kamergraaf.evaluate.matching import overlap, words
from kamergraaf.model import AnnotatedLetter

STRENGTH = 0.1
FEWEST = 3
HELD_OUT = frozenset({"inzet-sahel", "minusma-voortgang"})
"""Real letters kept to measure on."""


@dataclass(frozen=True, slots=True)
class Example:
    """A clause; ``says`` tells whether gold has a core commitment in it, ``rule`` which rule took it."""

    letter: str
    quote: str
    features: frozenset[str]
    says: bool
    rule: str = ""


def examples(gold: dict[str, Any], path: Path) -> Iterator[Example]:
    """Yield the clauses of one annotated letter."""
    from kamergraaf.statements.commitments.build import read
    from kamergraaf.statements.context import Context

    annotated = annotated_letter(path)
    core = [words(each["quote"]) for each in gold["commitments"] if each["core"]]
    other = [words(each["quote"]) for each in gold["commitments"] if not each["core"]]
    again = ("other_quotes", "restated_in")
    other += [words(q) for each in gold["commitments"] for key in again for q in each.get(key, [])]
    found, units = read(Context(annotated))
    rules = {c.start: c for c in found if not c.vague}
    for unit in units:
        quote = annotated.letter.text[unit.start : unit.end]
        said = words(quote)
        says = any(overlap(each, said) for each in core)
        if says or not any(overlap(each, said) for each in other):
            taken = [c.rule for c in rules.values() if c.start < unit.end and c.end > unit.start]
            yield Example(path.name, quote, unit.features, says, next(iter(taken), ""))


def learn(found: Sequence[Example], strength: float = STRENGTH) -> dict[str, float]:
    """Return the weight of each feature; the empty name is the intercept."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for each in found for name in each.features)
    rows = [{n: 1 for n in sorted(each.features) if seen[n] >= FEWEST} for each in found]
    vectors = DictVectorizer(sort=True)
    model = LogisticRegression(C=strength, max_iter=2000, tol=1e-6)
    model.fit(vectors.fit_transform(rows), [each.says for each in found])
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    return {"": float(model.intercept_[0])} | {n: float(w) for n, w in sorted(weights.items())}


def write(weights: dict[str, float], path: Path) -> None:
    """Write the weights with three decimals, the largest ones only."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["feature", "weight"])
        rows.writerows([n, f"{w:.3f}"] for n, w in weights.items() if not n or abs(w) >= 0.005)


def golds(corpus: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    """Yield gold and letter file of all letters under ``corpus`` that are not for testing."""
    for folder, letters in (("gold", "letters"), ("written/gold", "written/letters")):
        for path in sorted((corpus / folder).glob("*.json")):
            gold = json.loads(path.read_text("utf-8"))
            if gold.get("split") != "test" and path.stem not in HELD_OUT:
                yield gold, corpus / letters / gold["letter"]["file"]


def annotated_letter(path: Path) -> AnnotatedLetter:
    """Return a letter with its annotations; raises ``BadLetter`` when it cannot be read."""
    from kamergraaf.annotations import annotate
    from kamergraaf.text import letter

    (source,) = pipeline.read([path])
    if isinstance(source, BadLetter):
        raise source
    return annotate(letter(source))


def corpus_examples(corpus: Path) -> list[Example]:
    """Return the clauses of all letters under ``corpus`` that are not for testing."""
    return [each for gold, path in golds(corpus) for each in examples(gold, path)]


def validate(found: Sequence[Example]) -> Iterator[str]:
    """Yield, per threshold, what it takes of the unclaimed clauses and drops of the passives, each
    letter judged by weights learned from the others."""
    judged: list[tuple[float, Example]] = []
    for letter in sorted({each.letter for each in found}):
        weights = learn([each for each in found if each.letter != letter])
        for each in found:
            if each.letter == letter:
                score = weights[""] + sum(weights.get(name, 0.0) for name in each.features)
                judged.append((1 / (1 + exp(-score)), each))
    for least in (0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8):
        open_ones = [e for p, e in judged if p >= least and e.rule in ("", "waarschijnlijk")]
        passives = [e for p, e in judged if p < least and e.rule == "lijdend"]
        yield (
            f"{least:.2f}  takes {len(open_ones)}, right {sum(e.says for e in open_ones)}; "
            f"drops {len(passives)} passives, right {sum(e.says for e in passives)}"
        )


def main(corpus: Path, target: str) -> None:
    """Learn from the letters under ``corpus`` and write the table, or validate."""
    found = corpus_examples(corpus)
    if target == "--validate":
        print("\n".join(validate(found)))
        return
    write(learn(found), Path(target))
    said = sum(each.says for each in found)
    print(f"{len(found)} clauses of {len({e.letter for e in found})} letters, {said} commitments")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
