"""What the splitter knows of languages. The phrases are data: one TOML file a language, here."""

from __future__ import annotations

from briefing.structure.lexicon.model import Furniture, Lexicon, from_tables
from briefing.structure.lexicon.ready import from_plain, plain

__all__ = ["Furniture", "Lexicon", "from_plain", "from_tables", "plain"]
