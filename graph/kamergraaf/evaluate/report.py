"""The figures as a table for people and as JSON for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import PurePath
from typing import Any, Literal

from kamergraaf.evaluate.figures import Figures, Tally, interval
from kamergraaf.evaluate.phenomena import by_phenomenon
from kamergraaf.evaluate.scoring import Scores


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a title and the counts and measure that make its figure."""

    title: str
    field: str
    measure: Literal["precision", "recall", "f1"] = "f1"

    def tally(self, figures: Figures) -> Tally:
        """Return the counts behind the line."""
        tally: Tally = getattr(figures, self.field)
        return tally

    def figure(self, figures: Figures) -> float | None:
        """Return the figure of the line."""
        value: float | None = getattr(self.tally(figures), self.measure)
        return value

    def n(self, figures: Figures) -> int:
        """Return what the figure is a share of: the found for a precision, else the expected."""
        tally = self.tally(figures)
        return tally.found if self.measure == "precision" else tally.expected


ROWS = (
    Row("commitments: precision", "commitments", "precision"),
    Row("commitments: recall of core", "commitments", "recall"),
    Row("commitments: F1", "commitments"),
    Row("full fact: F1", "full_facts"),
    Row("hard negatives taken", "traps"),
    Row("of matched: actor right", "actor"),
    Row("of matched: kind right", "kind"),
    Row("of matched: status right", "status"),
    Row("of matched: change right", "change"),
    Row("of matched: missions F1", "missions"),
    Row("of matched: countries F1", "countries"),
    Row("of matched: amounts F1", "amounts"),
    Row("of matched: people F1", "people"),
    Row("of matched: dates F1", "dates"),
    Row("of matched: conditions F1", "conditions"),
    Row("links: precision", "links", "precision"),
    Row("links: recall", "links", "recall"),
    Row("of links: relation right", "link_relations"),
    Row("letter: date", "date"),
    Row("letter: chamber", "chamber"),
    Row("letter: dossiers", "dossiers"),
    Row("letter: number", "number"),
    Row("letter: signatories", "signatories"),
    Row("references F1", "references"),
    Row("missions named F1", "letter_missions"),
    Row("countries named F1", "letter_countries"),
    Row("organisations: recall", "organisations", "recall"),
    Row("persons: recall", "persons", "recall"),
    Row("meetings F1", "meetings"),
    Row("of matched: who right", "meeting_who"),
    Row("of matched: date right", "meeting_date"),
    Row("full meeting: F1", "full_meetings"),
    Row("quotes at their offsets", "quotes"),
)


_NAMED_COLUMNS = 4


def table(scores: Scores) -> str:
    """Return the figures as aligned text: a column a letter, the total and its 95 % interval.

    The column ``n`` is what the total is a share of: what was found for a precision, what gold has
    for all others.  Columns of many letters have numbers, with the names below.
    """
    names = [letter.file.rpartition("/")[2].rpartition(".")[0] for letter in scores.letters]
    numbers = [str(place) for place in range(1, len(names) + 1)]
    many = len(names) > _NAMED_COLUMNS
    legend = [" ".join(pair) for pair in zip(numbers, names, strict=True)] if many else []
    lines = [["", *(numbers if many else names), "total", "95 %", "n"]]
    each = [letter.figures for letter in scores.letters]
    for row in ROWS:
        bounds = interval(each, row.figure)
        lines.append(
            [
                row.title,
                *(number(row.figure(figures)) for figures in each),
                number(row.figure(scores.total)),
                "–".join(number(bound) for bound in bounds) if bounds else "",
                str(row.n(scores.total)),
            ]
        )
    return "\n".join([*aligned(lines), *legend, "", *_calibration(scores)])


def number(value: float | None) -> str:
    """Return a figure with two decimals, ``-`` when there is none."""
    return "-" if value is None else f"{value:.2f}"


def aligned(lines: list[list[str]]) -> list[str]:
    """Return rows of cells as lines of text: titles on the left, figures on the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(
            [line[0].ljust(widths[0])]
            + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        ).rstrip()
        for line in lines
    ]


def _calibration(scores: Scores) -> list[str]:
    calibration = scores.calibration
    head = [["confidence", "n", "mean", "share right"]]
    bins = [
        [
            f"{each.low:.1f}–{each.high:.1f}",
            str(each.n),
            f"{each.mean_confidence:.2f}",
            f"{each.share_right:.2f}",
        ]
        for each in calibration.bins
    ]
    return [*aligned(head + bins), f"expected calibration error: {number(calibration.error)}"]


def as_json(scores: Scores) -> dict[str, Any]:
    """Return counts and figures of each letter, phenomenon and the total, with their intervals."""
    each = [letter.figures for letter in scores.letters]
    return {
        "letters": {letter.file: _figures(letter.figures) for letter in scores.letters},
        "total": _figures(scores.total),
        "interval_95": {
            field.name: interval(each, Row(field.name, field.name).figure)
            for field in fields(Figures)
        },
        "phenomena": {
            line.name: {
                "items": line.items,
                "found": line.found,
                "full": line.full,
                "letters": line.letters,
                "f1_of_letters": line.commitments.f1,
            }
            for line in by_phenomenon(scores)
        },
        "calibration": asdict(scores.calibration),
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        field.name: {
            **asdict(tally),
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
        }
        for field in fields(Figures)
        for tally in [getattr(figures, field.name)]
    }


def letter_table(scores: Scores) -> str:
    """Return the main figures with a line a letter, the total last."""
    titles = ["precision", "recall", "F1", "full fact", "traps taken", "meetings", "links", "core"]
    measured = [Row("", "commitments", "precision"), Row("", "commitments", "recall")]
    measured += [Row("", name) for name in ("commitments", "full_facts", "traps", "meetings")]
    measured.append(Row("", "links", "recall"))
    named = [(PurePath(letter.file).stem, letter.figures) for letter in scores.letters]
    lines = [
        [name, *(number(row.figure(each)) for row in measured), str(each.commitments.expected)]
        for name, each in [*named, ("total", scores.total)]
    ]
    return "\n".join(aligned([["", *titles], *lines]))


def phenomenon_table(scores: Scores) -> str:
    """Return a line for each group of phenomena: its items found, and the letters that have it.

    ``items`` are core commitments of gold; F1 is that of all commitments of the letters that exercise
    it.  An item or a letter may stand in several lines.
    """
    lines = [["", "items", "recall", "full fact", "letters", "F1 of these"]]
    for each in by_phenomenon(scores):
        items = Tally(each.found, each.items, each.items), Tally(each.full, each.items, each.items)
        lines.append(
            [
                each.name,
                str(each.items),
                *(number(tally.recall) for tally in items),
                str(each.letters),
                number(each.commitments.f1),
            ]
        )
    return "\n".join(aligned(lines))
