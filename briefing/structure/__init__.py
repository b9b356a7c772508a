"""The splitter: a manuscript's blocks become a briefing. Pure: values in, values out."""

from __future__ import annotations

from briefing.structure.pipeline import split

__all__ = ["split"]
