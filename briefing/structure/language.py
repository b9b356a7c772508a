"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from briefing.document.pattern import pattern
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold

SAMPLE = 3000
"""Characters looked at."""
FEWEST = 3
"""Common words that must be seen before a language is named."""
_SCRIPTS = (
    ("ja", 0.08, r"[\u3040-\u30ff]"),
    ("ko", 0.3, r"[\uac00-\ud7af]"),
    ("zh", 0.3, r"[\u4e00-\u9fff]"),
    ("he", 0.3, r"[\u0590-\u05ff]"),
)
"""Languages known by their script, and the share of letters from which; few texts need them."""
_HEBREW = pattern("[\u0590-\u05ff]")
_FIRST_EASTERN = "\u3040"


def language(text: str, lexicon: Lexicon) -> str:
    """An ISO 639 code, `en`; empty when it cannot be told."""
    sample = text[:SAMPLE]
    eastern = max(sample, default="") >= _FIRST_EASTERN
    letters = sum(map(str.isalpha, sample)) if eastern or _HEBREW.search(sample) else 0
    for code, share, script in _SCRIPTS if letters else ():
        if len(re.findall(script, sample)) > share * letters:
            return code
    seen = Counter(fold(sample).split(" "))
    counts = {
        code: sum(map(seen.__getitem__, common & seen.keys()))
        for code, common in lexicon.common.items()
    }
    best = max(counts, key=lambda code: (counts[code], code), default="")
    return best if best and counts[best] >= FEWEST else ""
