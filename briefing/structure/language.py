"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold

SAMPLE = 6000
"""Characters looked at."""
FEWEST = 3
"""Common words that must be seen before a language is named."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
)
_LETTERS = re.compile(r"[^\W\d_]")


def language(text: str, lexicon: Lexicon) -> str:
    """An ISO 639 code, `en`; empty when it cannot be told."""
    sample = text[:SAMPLE]
    letters = len(_LETTERS.findall(sample)) or 1
    for code, script in _SCRIPTS:
        share = len(script.findall(sample)) / letters
        if share > (0.08 if code == "ja" else 0.3):
            return code
    seen = Counter(_WORD.findall(fold(sample)))
    counts = {code: sum(seen[word] for word in common) for code, common in lexicon.common.items()}
    best = max(counts, key=lambda code: (counts[code], code), default="")
    return best if best and counts[best] >= FEWEST else ""
