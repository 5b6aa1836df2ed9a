"""The Dutch pipeline, and one spaCy Doc per letter whose offsets are the offsets of the letter.

Every paragraph is parsed on its own, without newline tokens, and the results are joined.  Measured
on the five letters against one Doc with newlines as tokens: there 17 sentences had their root hung
on a newline, here none, and it runs a tenth faster.

Where the treebanks of its training know no official spelling, the pipeline is shown another: straight
apostrophes, and «€» for every currency («f 25 miljoen»).  The Doc keeps the words of the letter.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamergraaf.errors import ResourceMissing
from kamergraaf.model import Letter, Sentence
from kamergraaf.resources import resource

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

_MOST = 20_000
"""Characters of a line that are read as one.  A longer one, which is no paragraph of a letter, is read in
parts: the memory that parsing takes grows by some 3 kB with each character that is read at once."""
_BATCH = 150_000
"""Characters that are read at once; 256 paragraphs of a letter have fewer."""
_DOTTED = re.compile(r"(?:[a-zà-ÿ]{1,3}\.){2,}$")
# The pipeline was trained on text with straight apostrophes and plain hyphens.
_AS_TRAINED = str.maketrans({"’": "'", "‘": "'", "‑": "-"})


def pipeline(name: str | None = None) -> Language:
    """Return the Dutch pipeline that travels with the package, or an installed one by name.

    It is loaded once (about a second) and knows the words of ``tokens.toml``.
    Raises ``ResourceMissing`` when there is no such pipeline.
    """
    return _load(name)


@lru_cache(maxsize=2)
def _load(name: str | None) -> Language:
    import spacy

    try:
        nlp = spacy.load(resource("corpus/pipeline") if name is None else name)
    except OSError:
        raise ResourceMissing(f"{name}: no such spaCy pipeline; install it with pip") from None
    _teach_tokens(nlp)
    return nlp


def parse(letter: Letter, name: str | None = None) -> Doc:
    """Return the parse of a letter as one Doc; ``name`` chooses an installed pipeline.

    ``doc.text`` equals ``letter.text``, so the offsets of the Doc are those of the letter; the
    sentences are the letter's own, and each starts and ends with a token.
    """
    return parse_text(letter.text, letter.sentences, name)


def parse_text(text: str, sentences: tuple[Sentence, ...] = (), name: str | None = None) -> Doc:
    """Return the parse of a text with one paragraph a line; without sentences each line is one."""
    nlp = pipeline(name)
    lines = [list(_parts(line, cuts)) for line, cuts in _lines(text, sentences)]
    batches = _batches(part for parts in lines for part in parts)
    drafts = chain.from_iterable(
        nlp.pipe([_draft(nlp, *part) for part in batch], as_tuples=True) for batch in batches
    )
    columns = _Columns()
    for number, parts in enumerate(lines):
        if number:
            columns.add_newline()
        for _ in parts:
            columns.add(*next(drafts))
    return columns.join(nlp)


def read_as(text: str) -> str:
    """Return a text as the pipeline should see it, of the same length.

    >>> read_as("zo’n")
    "zo'n"
    """
    return text.translate(_AS_TRAINED)


def name_label(label: str) -> str:
    """Return our label for a name that any pipeline found, empty when it is no name to us.

    >>> name_label("GPE"), name_label("MISSION"), name_label("CARDINAL")
    ('LOC', 'MISSION', '')
    """
    return _name_labels().get(label, "")


def sentence_span(doc: Doc, sentence: Sentence) -> Span:
    """Return the part of a Doc that is this sentence of its letter.

    Raises ``ValueError`` when the Doc is of another letter.
    """
    span = doc.char_span(sentence.start, sentence.end)
    if span is None:
        raise ValueError(f"no sentence at {sentence.start}-{sentence.end}: Doc of another letter?")
    return span


@lru_cache(maxsize=1)
def _words() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(Path(__file__).with_name("tokens.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _stand_ins() -> dict[str, str]:
    return {entry["token"]: entry["reads"] for entry in _words()["stand_in"]}


@lru_cache(maxsize=1)
def _name_labels() -> dict[str, str]:
    return {theirs: entry["ours"] for entry in _words()["name_label"] for theirs in entry["labels"]}


@lru_cache(maxsize=1)
def _lemmas() -> dict[str, str]:
    return {entry["form"]: entry["lemma"] for entry in _words()["lemma"]}


def _teach_tokens(nlp: Language) -> None:
    from spacy.util import compile_prefix_regex

    tokenizer: Any = nlp.tokenizer  # a compiled class without types
    glued = [re.escape(entry["token"]) + r"(?=\d)" for entry in _words()["before_digit"]]
    prefixes = [*glued, *(nlp.Defaults.prefixes or ())]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.token_match = _DOTTED.match
    for entry in _words()["whole"]:
        tokenizer.add_special_case(entry["token"], [{"ORTH": entry["token"]}])


def _lines(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, list[int]]]:
    """Yield every line with the offsets in it where a sentence starts or ends."""
    borders = sorted({s.start for s in sentences} | {s.end for s in sentences})
    begin, seen = 0, 0
    for line in text.split("\n"):
        end = begin + len(line)
        cuts = []
        while seen < len(borders) and borders[seen] <= end:
            if begin < borders[seen] < end:
                cuts.append(borders[seen] - begin)
            seen += 1
        yield line, cuts
        begin = end + 1


def _parts(line: str, cuts: list[int]) -> Iterator[tuple[str, list[int]]]:
    """Yield a line, or parts of a very long one, which end where a sentence does or else a word."""
    begin = 0
    while begin < len(line):
        end = begin + _MOST
        if end < len(line):
            fits = bisect_right(cuts, end)
            end = cuts[fits - 1] if fits and cuts[fits - 1] > begin else line.rfind(" ", begin, end)
            end = end if end > begin else begin + _MOST
            end += line[end : end + 1] == " "
        inside = cuts[bisect_right(cuts, begin) : bisect_left(cuts, end)]
        yield line[begin:end], [cut - begin for cut in inside]
        begin = end


def _batches(parts: Iterable[tuple[str, list[int]]]) -> Iterator[list[tuple[str, list[int]]]]:
    """Yield the parts in lists that are read at once."""
    batch: list[tuple[str, list[int]]] = []
    size = 0
    for part in parts:
        if batch and size + len(part[0]) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(part)
        size += len(part[0])
    if batch:
        yield batch


def _draft(nlp: Language, line: str, cuts: list[int]) -> tuple[Doc, list[str]]:
    """Return a line as the pipeline should read it, its sentences fixed, and its own words."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    plain = read_as(line)
    for begin, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        if words and plain[begin:end] == " ":
            spaces[-1] = True
            continue
        for token in nlp.tokenizer(plain[begin:end]):
            place = begin + token.idx
            words.append(line[place : place + len(token)])
            spaces.append(bool(token.whitespace_))
            starts.append(token.i == 0)
    read = [read_as(word) for word in words]
    for i in range(len(words) - 1):
        if words[i] in _stand_ins() and words[i + 1][0].isdigit():
            read[i] = _stand_ins()[words[i]]
    return Doc(nlp.vocab, words=read, spaces=spaces, sent_starts=starts), words


def read_lemma(token: Token) -> str:
    """Return the lemma without the treebanks' mark between its parts («toe_zeggen»).

    A separable verb gets the particle that the parser found («zegde … toe»: toezeggen); one that
    the lemmatizer only guessed from the form goes («stelt»: «vast_stellen»).
    """
    first, mark, rest = token.lemma_.partition("_")
    within = mark and token.lower_.startswith(first.lower())
    if within or token.pos_ not in ("VERB", "AUX"):
        return token.lemma_.replace("_", "-" if "-" in token.text else "")
    particles = [child.lower_ for child in token.children if child.dep_ == "compound:prt"]
    return "".join(particles[-1:]) + _lemmas().get(token.lower_, rest or first)


@dataclass
class _Columns:
    """The columns of the Doc under construction, one value a token."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)

    def add(self, draft: Doc, words: list[str]) -> None:
        """Append a parsed line with its words as they are written."""
        offset = len(self.words)
        for token, word in zip(draft, words, strict=True):
            # A currency sign was read as another word; of that word only the place in the tree holds.
            sign = _stand_ins().get(word) == token.text
            self.words.append(word)
            self.spaces.append(bool(token.whitespace_))
            self.tags.append("SPEC|symb" if sign else token.tag_)
            self.pos.append("SYM" if sign else token.pos_)
            self.morphs.append("" if sign else str(token.morph))
            self.lemmas.append(word if sign else read_lemma(token))
            self.heads.append(offset + token.head.i)
            self.deps.append(token.dep_)
            label = name_label(token.ent_type_)
            self.ents.append(f"{token.ent_iob_}-{label}" if label else "O")

    def add_newline(self) -> None:
        """Append a newline, hung on the word before it: it belongs to the sentence it ends."""
        first = not self.words
        self.heads.append(0 if first else len(self.words) - 1)
        self.deps.append("ROOT" if first else "dep")
        self.words.append("\n")
        self.spaces.append(False)
        self.tags.append("_SP")
        self.pos.append("SPACE")
        self.morphs.append("")
        self.lemmas.append("\n")
        self.ents.append("O")

    def join(self, nlp: Language) -> Doc:
        """Return the Doc; its sentences follow from the heads."""
        from spacy.tokens import Doc

        return Doc(
            nlp.vocab,
            words=self.words,
            spaces=self.spaces,
            tags=self.tags,
            pos=self.pos,
            morphs=self.morphs,
            lemmas=self.lemmas,
            heads=self.heads,
            deps=self.deps,
            ents=self.ents,
        )
