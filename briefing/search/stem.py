"""English stems, by the Snowball English algorithm (Porter 2): `strikes`, `striking` -> `strike`.

Our own and not FTS5's `porter`, so that the search in a briefing and its marks use the very same
stems as the index. Words of other scripts, with digits or with accents left, are their own stem.
Source: https://snowballstem.org/algorithms/english/stemmer.html
"""

from __future__ import annotations

from briefing.document.pattern import pattern

_EXCEPTIONS = {
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie",
    "idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli",
    "singly": "singl",
    # Not in Snowball: pairs that a reader would not take for one word.
    "international": "internation", "internationally": "internation",
    "university": "universiti", "universities": "universiti",
    **{
        f"organi{letter}{end}": "organiz"
        for letter in "sz"
        for end in ("e", "es", "ed", "er", "ers", "ing", "ation", "ations", "ational")
    },
}  # fmt: skip
_UNCHANGED = frozenset(["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"])
_UNCHANGED_AFTER_1A = frozenset(
    ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]
)
_R1 = pattern("^(?:gener|commun|arsen)|^.*?[aeiouy][^aeiouy]")
_SHORT_SYLLABLE = pattern("(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$")
_VOWEL = pattern("[aeiouy]")
_VOWEL_AND_OTHER = pattern("[aeiouy][^aeiouy]")
_CONSONANT_Y = pattern("(?:^|(?<=[aeiouy]))y")
# Endings are tried longest first.
_STEP_1B = ("eedly", "ingly", "edly", "eed", "ing", "ed")
_DOUBLE = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")
_STEP_2 = {
    "tional": "tion", "enci": "ence", "anci": "ance", "abli": "able", "entli": "ent",
    "izer": "ize", "ization": "ize", "ational": "ate", "ation": "ate", "ator": "ate",
    "alism": "al", "aliti": "al", "alli": "al", "fulness": "ful", "ousli": "ous",
    "ousness": "ous", "iveness": "ive", "iviti": "ive", "biliti": "ble", "bli": "ble",
    "ogi": "og", "fulli": "ful", "lessli": "less", "li": "",
}  # fmt: skip
_STEP_3 = {
    "tional": "tion", "ational": "ate", "alize": "al", "icate": "ic", "iciti": "ic",
    "ical": "ic", "ful": "", "ness": "", "ative": "",
}  # fmt: skip
_STEP_4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "ion", "al", "er", "ic",
)  # fmt: skip
_STEP_2_ENDS = tuple(sorted(_STEP_2, key=len, reverse=True))
_STEP_3_ENDS = tuple(sorted(_STEP_3, key=len, reverse=True))
_STEMS_KEPT = 200_000


class Stems(dict[str, str]):
    """`STEMS[word]`, worked out once a word."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _STEMS_KEPT:
            self.clear()
        stem = self[word] = _stem(word)
        return stem


STEMS = Stems()


def _stem(word: str) -> str:
    if len(word) <= 2 or not word.isascii() or not word.isalpha() or word in _UNCHANGED:
        return word
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    if "y" in word:
        word = _CONSONANT_Y.sub("Y", word)
    found = _R1.match(word)
    r1 = found.end() if found else len(word)
    found = _VOWEL_AND_OTHER.search(word, r1)
    r2 = found.end() if found else len(word)
    word = _plural(word)
    if word in _UNCHANGED_AFTER_1A:
        return word
    word = _past(word, r1)
    if len(word) > 2 and word[-1] in "yY" and word[-2] not in "aeiouy":
        word = word[:-1] + "i"
    word = _step_2(word, r1)
    word = _step_3(word, r1, r2)
    word = _step_4(word, r2)
    return _step_5(word, r1, r2).replace("Y", "y")


def _cut(word: str, endings: tuple[str, ...]) -> tuple[str, str]:
    """`word` without the longest of `endings` that it has, and that ending."""
    if word.endswith(endings):
        for ending in endings:
            if word.endswith(ending):
                return word[: -len(ending)], ending
    return word, ""


def _plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")) and _VOWEL.search(word[:-2]):
        return word[:-1]
    return word


def _past(word: str, r1: int) -> str:
    base, ending = _cut(word, _STEP_1B)
    if not ending:
        return word
    if ending.startswith("eed"):
        return base + "ee" if len(base) >= r1 else word
    if not _VOWEL.search(base):
        return word
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if base.endswith(_DOUBLE):
        return base[:-1]
    return base + "e" if r1 >= len(base) and _SHORT_SYLLABLE.search(base) else base


def _step_2(word: str, r1: int) -> str:
    base, ending = _cut(word, _STEP_2_ENDS)
    if not ending or len(base) < r1:
        return word
    if (ending == "ogi" and not base.endswith("l")) or (
        ending == "li" and not base.endswith(tuple("cdeghkmnrt"))
    ):
        return word
    return base + _STEP_2[ending]


def _step_3(word: str, r1: int, r2: int) -> str:
    base, ending = _cut(word, _STEP_3_ENDS)
    if not ending or len(base) < (r2 if ending == "ative" else r1):
        return word
    return base + _STEP_3[ending]


def _step_4(word: str, r2: int) -> str:
    base, ending = _cut(word, _STEP_4)
    if not ending or len(base) < r2:
        return word
    return word if ending == "ion" and not base.endswith(("s", "t")) else base


def _step_5(word: str, r1: int, r2: int) -> str:
    base = word[:-1]
    if word.endswith("e"):
        in_r1 = len(base) >= r1 and not _SHORT_SYLLABLE.search(base)
        return base if len(base) >= r2 or in_r1 else word
    return base if word.endswith("ll") and len(base) >= r2 else word
