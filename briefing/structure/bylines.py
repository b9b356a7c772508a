"""Who wrote it: lines that name an author and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold, key

LONGEST_LINE = 140
MOST_WORDS = 14
NEWSROOM_WORDS = 6
NEARBY, LONGEST_TEXT, FEWEST_HEARD = 80, 4000, 50
"""Pieces, their characters, and different words that tell whether a name is spoken of."""
_SIGNS = ".,;:!?…\"'“”‘’()[]"
_TOKEN = pattern(r"[^\W_]+(?:['’.-]+[^\W_]+)*\.?")
_GLUED = pattern(r"[A-Z][a-z]{1,4}(?=[^\W\d_][^\W\d_]+\s[^\W\d_])(?=[A-ZÀ-ÞŁŚŻ])")
_HAN_NAME = pattern(r"[\u4e00-\u9fff]{2,4}")
SIGNS = frozenset(":：/／|｜=＝")
"""What may stand between a label and a name: `記者/王小明`, `文＝山田太郎`."""
_BEAT = pattern(
    r"[〔【（(\[]?\S{0,4}?(?:記者|记者|編輯|编辑)\s?(?=[\u4e00-\u9fff]{2,4}(?:[、，,][\u4e00-\u9fff]{2,4})*"
    r"\s?[／/｜|]\s?[\u4e00-\u9fff]{0,8}(?:報導|报道|報道|專訪|专访|特稿|電|电)[〕】）)\]]?$)"
)
"""`記者王小明／台北報導`: who reported it, and from where."""
_ARTICLE = "ال"
"""Where no capital tells: what no Arabic name begins with, and most nouns of a heading do."""
_PARTICLES = frozenset(
    (
        *("von", "van", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "le"),
        *("la", "el", "al", "bin", "ben", "ibn", "ter", "ten", "zu", "y", "e", "and", "et", "i"),
        *("und", "en", "ve", "com", "con", "avec", "mit", "met", "with", "и", "та", "і", "for"),
        *("staff", "the", "of", "in", "at", "jr", "sr", "colleagues", "co-workers", "others"),
    )
)


def marked(text: str, lexicon: Lexicon) -> int:
    """Characters before the name in a line such as `by Ann Lee` or `Author: Ann Lee`; 0 if none."""
    if len(text) > LONGEST_LINE:
        return 0
    if beat := _BEAT.match(text):
        return beat.end()
    folded = fold(text)
    word = lexicon.byline.opening(folded)
    label = lexicon.byline_labels.opening(folded)
    size = 0
    if label and text[len(label) : len(label) + 2].lstrip()[:1] in SIGNS:
        size = len(label) + text[len(label) :].index(text[len(label) :].lstrip()[0]) + 1
    elif word and len(text) > len(word):
        size = len(word)
        if text[size] in SIGNS:
            size += 1
        elif not text[size].isspace() or text[size:].lstrip().startswith(_ARTICLE):
            return 0
    elif label and bare_name(text[len(label) :].strip(), lexicon):
        size = len(label)  # `Author Ann Lee`
    elif glued := _GLUED.match(text):  # `ByAnn Lee`, as pages glue it
        size = glued.end() if fold(glued[0]) in lexicon.byline else 0
    if not size:
        return 0
    return size if is_name(text[size:].strip(), lexicon) else 0


def is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` can be a name, or names, a role perhaps behind them."""
    body = text.strip().rstrip(".,;|")
    folded = fold(body)
    if newsroom(body, lexicon):
        return True
    if not body or len(body.split()) > MOST_WORDS or lexicon.not_names.opening(folded):
        return False
    if body[-1] in "?!:" or any(char.isdigit() for char in body):
        return False
    if names := _HAN_NAME.match(body):
        return bool(names)
    words = _TOKEN.findall(re.split(r"[,(|–—/]", body, maxsplit=1)[0])
    cased = [word for word in words if word.lower() not in _PARTICLES]
    if not cased or len(words) > 8:
        return False
    return all(word[0].isupper() or word[0].lower() == word[0].upper() for word in cased)


def newsroom(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` names who writes and is no person: `the Associated Press`, `Staff Writer`."""
    return len(text.split()) <= NEWSROOM_WORDS and bool(lexicon.newsrooms.closing(key(text)))


def professional(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is a name with a reporter's title behind it, as `김민수 기자` has."""
    folded = key(text)
    title = lexicon.professions.closing(folded)
    return bool(title) and 2 <= len(folded.split()) <= 4 and not any(map(str.isdigit, text))


def bare_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a line with no mark looks like one person's name: two to four capitalised words."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not all(
        re.fullmatch(r"[^\W\d_][^\W\d_'’.-]*[.]?(?:['’-][^\W\d_]+)*", w) for w in words
    ):
        return False
    if text.isupper() or key(text) in lexicon.known_headings or key(text) in lexicon.faq:
        return False
    return all(word[0].isupper() or fold(word) in _PARTICLES for word in words)


def unheard(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """Whether the piece at `at` is a person's name that the text does not speak of.

    A heading's words come again under it in small letters; a writer's hardly do.
    """
    piece = pieces[at]
    if not piece.free or piece.block.kind != "paragraph" or not bare_name(piece.text, lexicon):
        return False
    folded = fold(piece.text)
    if lexicon.places.opening(folded) or lexicon.not_names.opening(folded):
        return False
    others = [p.text[:LONGEST_TEXT] for n, p in enumerate(pieces[:NEARBY]) if n != at]
    words = {word.strip(_SIGNS) for text in others for word in text.split()}
    if len(words) < FEWEST_HEARD:
        return False
    whole = any(piece.text in text for text in others)
    for word in map(str.casefold, piece.text.split()):
        forms = {word, word.removesuffix("s"), f"{word}s"}
        if forms & words or (not whole and forms & {heard.casefold() for heard in words}):
            return False
    return True


def han_names(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is two or more Chinese names, parted by spaces."""
    names = text.split()
    return len(names) > 1 and all(
        _HAN_NAME.fullmatch(name) and (name[0] in lexicon.surnames or name[:2] in lexicon.surnames)
        for name in names
    )
