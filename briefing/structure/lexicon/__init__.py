"""What the splitter knows of languages. The phrases are data: one TOML file a language, here."""

from __future__ import annotations

from briefing.structure.lexicon.model import Furniture, Lexicon, from_tables

__all__ = ["Furniture", "Lexicon", "from_tables"]
