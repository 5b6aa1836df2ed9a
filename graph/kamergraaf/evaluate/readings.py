"""Learn the weights of ``statements/commitments/{kinds,statuses}.csv`` from annotated letters.

``python -m kamergraaf.evaluate.readings CORPUS FOLDER`` over the letters for training and development
writes the tables again (``make learn``, after the likelihoods); ``--validate`` instead of a folder
prints how often kind and status are right when each ninth of the letters is judged by the others.  A commitment that
gold has too is an example of gold's type and status.  Needs scikit-learn (the extra ``train``):
multinomial logistic regression, L2, features seen in ``FEWEST`` commitments or more.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path
from typing import Any

from kamergraaf import extract
from kamergraaf.evaluate.attributes import readings as accepted
from kamergraaf.evaluate.attributes import status_agrees, type_agrees
from kamergraaf.evaluate.likelihood import annotated_letter, golds
from kamergraaf.evaluate.scoring import Json, commitment_pairs
from kamergraaf.statements.commitments.reread import MARGIN, Table

STRENGTH = 0.1
FEWEST = 3
FOLDS = 9
LEAST = 0.01
"""Smaller weights are not written."""
Weights = dict[str, dict[str, float]]
NEIGHBOURS = ("kind before=", "kind after=")
"""What tells of the kind and, by validation, not of the status."""
KEYS: dict[Table, str] = {"kinds": "type", "statuses": "status"}
AGREES: dict[Table, Callable[[str, Any], bool]] = {"kinds": type_agrees, "statuses": status_agrees}


@dataclass(frozen=True, slots=True)
class Example:
    """A commitment as the rules have it (``found``) and as gold has it."""

    letter: str
    gold: Json
    found: Json
    features: frozenset[str]
    open_to_doubt: Mapping[Table, bool]


def examples(gold: dict[str, Any], path: Path) -> Iterator[Example]:
    """Yield the commitments of one letter that gold has as well."""
    from kamergraaf.statements import find
    from kamergraaf.statements.commitments.build import read
    from kamergraaf.statements.commitments.reread import open_to_doubt, readings
    from kamergraaf.statements.context import Context

    annotated = annotated_letter(path)
    found, units = read(Context(annotated))
    features = list(readings(found, units))
    numbered = tuple(replace(each, id=str(n)) for n, each in enumerate(found))
    said = extract.as_json(replace(find(annotated), commitments=numbered))
    for its_gold, each in commitment_pairs(gold, said):
        number = int(each["id"])
        doubt = {table: open_to_doubt(table, found[number]) for table in KEYS}
        yield Example(path.name, its_gold, each, features[number], doubt)


def learn(table: Table, found: Sequence[Example], strength: float = STRENGTH) -> Weights:
    """Return for each feature the weight of each label; the empty name is the intercept."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for each in found for name in each.features)
    left_out = NEIGHBOURS if table == "statuses" else ()
    kept = {
        name for name, times in seen.items() if times >= FEWEST and not name.startswith(left_out)
    }
    rows = [{name: 1 for name in sorted(each.features & kept)} for each in found]
    vectors = DictVectorizer(sort=True)
    model = LogisticRegression(C=strength, max_iter=3000, tol=1e-4)
    model.fit(vectors.fit_transform(rows), [each.gold[KEYS[table]] for each in found])
    labels = [str(label) for label in model.classes_]
    weights = {"": dict(zip(labels, map(float, model.intercept_), strict=True))}
    columns = zip(vectors.get_feature_names_out(), model.coef_.T, strict=True)
    return weights | {
        name: dict(zip(labels, map(float, column), strict=True)) for name, column in columns
    }


def write(weights: Weights, path: Path) -> None:
    """Write the weights with two decimals, a row for each feature and a column for each label."""
    labels = list(weights[""])
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["feature", *labels])
        for name, row in sorted(weights.items()):
            cells = [f"{row[label]:.2f}" if abs(row[label]) >= LEAST else "" for label in labels]
            if not name or any(cells):
                rows.writerow([name, *cells])


def corpus_examples(corpus: Path) -> list[Example]:
    """Return the matched commitments of all letters under ``corpus`` that are not for testing."""
    return [each for gold, path in golds(corpus) for each in examples(gold, path)]


def validate(table: Table, found: Sequence[Example]) -> str:
    """Return how often the rules are right and how often they are when overruled, each ninth
    of the letters judged by weights learned from the others."""
    before = after = overruled = 0
    letters = sorted({each.letter for each in found})
    for fold in (set(letters[first::FOLDS]) for first in range(min(FOLDS, len(letters)))):
        weights = learn(table, [each for each in found if each.letter not in fold])
        for each in (each for each in found if each.letter in fold):
            said = accepted(each.gold, KEYS[table])
            right = any(AGREES[table](label, each.found) for label in said)
            best = _overrules(table, each, weights) if each.open_to_doubt[table] else None
            before += right
            after += right if best is None else best in said
            overruled += best is not None
    return (
        f"{table}: {before / len(found):.3f} right by the rules, {after / len(found):.3f} with "
        f"{overruled} of {len(found)} overruled"
    )


def _overrules(table: Table, example: Example, weights: Weights) -> str | None:
    rows = [weights[""], *(weights[n] for n in sorted(example.features) if n in weights)]
    sums = {label: exp(sum(row[label] for row in rows)) for label in weights[""]}
    agreeing = {label for label in sums if AGREES[table](label, example.found)}
    best = max(sums, key=lambda label: sums[label])
    own = sum(sums[label] for label in agreeing)
    clear = sums[best] - own >= MARGIN * sum(sums.values())
    return best if best not in agreeing and clear else None


def main(corpus: Path, target: str) -> None:
    """Learn from the letters under ``corpus`` and write both tables, or validate."""
    found = corpus_examples(corpus)
    for table in KEYS:
        if target == "--validate":
            print(validate(table, found))
        else:
            write(learn(table, found), Path(target) / f"{table}.csv")
    print(f"{len(found)} commitments of {len({each.letter for each in found})} letters")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
