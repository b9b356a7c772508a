"""Which text of a palette is hard to read, by the contrast that WCAG 2.2 asks for."""

from __future__ import annotations

from briefing.theme.colour import contrast
from briefing.theme.palette import Palette

ENOUGH = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""
PAIRS = (
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "panel"),
    ("accent", "background"),
    ("accent", "panel"),
    ("accent_text", "accent"),
    ("heading", "background"),
    ("label", "background"),
    ("link", "background"),
    ("tip", "background"),
    ("fact", "background"),
    ("note", "background"),
    ("warning", "background"),
    ("error", "background"),
    ("hit_text", "hit"),
    ("current_hit_text", "current_hit"),
    ("selection_text", "selection"),
    ("bookmark", "background"),
    ("new", "background"),
)
"""Which colour is written upon which."""


def contrasts(palette: Palette) -> dict[tuple[str, str], float]:
    """The contrast of each pair; none for the terminal's own colours, which nobody here knows."""
    if palette.ansi:
        return {}
    return {
        (text, behind): contrast(getattr(palette, text), getattr(palette, behind))
        for text, behind in PAIRS
    }


def faint(palette: Palette) -> tuple[str, ...]:
    """What to say of each pair that falls short of `ENOUGH`."""
    return tuple(
        f"{text.replace('_', '-')} on {behind.replace('_', '-')} has contrast {ratio:.1f}; "
        f"{ENOUGH} is the least that reads well"
        for (text, behind), ratio in contrasts(palette).items()
        if ratio < ENOUGH
    )
