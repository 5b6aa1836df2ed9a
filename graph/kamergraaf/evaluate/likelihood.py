"""Learn ``statements/commitments/{likely,calibration}.csv`` from annotated letters.

``python -m kamergraaf.evaluate.likelihood CORPUS FOLDER`` over the letters for training and
development writes the tables again (``make learn``); ``--validate`` instead of a folder prints
what each threshold would take and drop when each ninth of the letters is judged by the others,
``--curve`` what more letters to learn from are worth.  A clause is a
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
from kamergraaf.iris import sha
from kamergraaf.model import AnnotatedLetter
from kamergraaf.statements.commitments.calibration import MEETING, band, group
from kamergraaf.statements.commitments.likely import DOUBT, LEARNED, LEAST, PLAIN

STRENGTH = 0.1
FEWEST = 3
FOLDS = 9
SIZES = (5, 10, 20, 30, 40, 55, 75, 100)


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
            if gold.get("split") != "test":
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


def judged(found: Sequence[Example], most: int | None = None) -> list[tuple[float, Example]]:
    """Return each clause with its likelihood by weights learned from the other ninths of the letters,
    or from ``most`` letters of these."""
    letters = sorted({each.letter for each in found}, key=sha)
    result: list[tuple[float, Example]] = []
    for fold in (set(letters[first::FOLDS]) for first in range(min(FOLDS, len(letters)))):
        others = set([each for each in letters if each not in fold][:most])
        weights = learn([each for each in found if each.letter in others])
        for each in (each for each in found if each.letter in fold):
            score = weights[""] + sum(weights.get(name, 0.0) for name in sorted(each.features))
            result.append((1 / (1 + exp(-score)), each))
    return result


def counts(judgements: Sequence[tuple[float, Example]]) -> dict[tuple[str, float], tuple[int, int]]:
    """Return for each group of rules and band of likelihood how many clauses are right, and how many
    there are; of the clauses that no rule claims, those likely enough to be taken."""
    found: Counter[tuple[str, float]] = Counter()
    right: Counter[tuple[str, float]] = Counter()
    for likelihood, each in judgements:
        if each.rule in {"", LEARNED} and likelihood < LEAST:
            continue
        key = (group(each.rule or LEARNED), band(likelihood))
        found[key] += 1
        right[key] += each.says
    return {key: (right[key], found[key]) for key in sorted(found)}


def validate(judgements: Sequence[tuple[float, Example]]) -> Iterator[str]:
    """Yield, per threshold, what it takes of the clauses that no rule claims and drops of the plain
    statements that a rule does."""
    for least in (0.1, 0.2, 0.3, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9):
        taken = [e for p, e in judgements if p >= least and e.rule in {"", LEARNED}]
        dropped = [e for p, e in judgements if p < least and e.rule in PLAIN]
        yield (
            f"{least:.2f}  takes {len(taken)}, right {sum(e.says for e in taken)}; "
            f"drops {len(dropped)}, right {sum(e.says for e in dropped)}"
        )


def curve(found: Sequence[Example]) -> Iterator[str]:
    """Yield precision, recall and F1 over clauses, and the share of clauses without a rule that are
    ordered rightly (area under the ROC curve), for a growing number of letters to learn from."""
    from sklearn.metrics import roc_auc_score

    said = sum(each.says for each in found)
    for most in SIZES:
        judgements = judged(found, most)
        kept = [
            each.says
            for likelihood, each in judgements
            if likelihood >= (LEAST if each.rule in {"", LEARNED} else DOUBT.get(each.rule, 0.0))
        ]
        precision, recall = sum(kept) / len(kept), sum(kept) / said
        unclaimed = [(each.says, p) for p, each in judgements if each.rule in {"", LEARNED}]
        area = roc_auc_score(*zip(*unclaimed, strict=True))
        f1 = 2 * precision * recall / (precision + recall)
        yield f"{most} letters: P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  area {area:.3f}"


def calibrate(judgements: Sequence[tuple[float, Example]], path: Path) -> None:
    """Write the counts of clauses to ``calibration.csv``; its rows of meetings stay."""
    with path.open(encoding="utf-8", newline="") as file:
        meetings = [row for row in csv.DictReader(file) if row["group"].startswith(MEETING)]
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["group", "likelihood", "right", "found"])
        rows.writerows([*key, *count] for key, count in counts(judgements).items())
        rows.writerows(row.values() for row in meetings)


def main(corpus: Path, target: str) -> None:
    """Learn from the letters under ``corpus`` and write the tables, or tell what they are worth."""
    found = corpus_examples(corpus)
    if target == "--curve":
        print("\n".join(curve(found)))
        return
    judgements = judged(found)
    if target == "--validate":
        print("\n".join(validate(judgements)))
        return
    write(learn(found), Path(target) / "likely.csv")
    calibrate(judgements, Path(target) / "calibration.csv")
    said = sum(each.says for each in found)
    print(f"{len(found)} clauses of {len({e.letter for e in found})} letters, {said} commitments")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
