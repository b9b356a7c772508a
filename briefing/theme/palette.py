"""A palette: every colour that the reader uses, by what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.record import record
from briefing.theme.colour import contrast, is_ansi, luminance, mix

REQUIRED = ("background", "foreground", "accent")
"""A theme gives at least these; the others follow from them where it is silent."""


@record
class Palette:
    """One theme. A colour is `#rgb`, `#rrggbb` or `ansi_*`; the latter only all together."""

    id: str
    """A slug of the file's name without `.toml`: how a reader and the settings name it."""
    name: str
    """As the list of themes shows it."""
    about: str
    """One sentence; may be empty."""
    dark: bool
    background: str
    """The page."""
    surface: str
    """What lies beside or over the page: contents, dialogs, fields."""
    panel: str
    """Bars: title, tabs, status."""
    line: str
    """Lines between panes."""
    foreground: str
    """Body text."""
    muted: str
    """Text of second rank: byline, counts, what was omitted."""
    accent: str
    """What is active: the current tab, the cursor, the focused field."""
    accent_text: str
    """Text upon accent."""
    heading: str
    """Headings and the title in the text."""
    label: str
    """Labels of trends, and questions."""
    link: str
    tip: str
    """The bar and label of a tip; the next three likewise."""
    fact: str
    note: str
    warning: str
    error: str
    """Messages about what went wrong."""
    hit: str
    """Behind a found word."""
    hit_text: str
    current_hit: str
    """Behind the found word at which the reader stands."""
    current_hit_text: str
    selection: str
    """Behind selected text."""
    selection_text: str
    bookmark: str
    """The sign of a bookmark at the edge of the text."""
    new: str
    """The sign of what is new or changed since the last reading."""

    @property
    def ansi(self) -> bool:
        """Whether it is made of the terminal's own colours."""
        return is_ansi(self.background)


ACCENTED = ("heading", "label", "link", "tip", "fact", "note", "warning", "bookmark", "new")
"""What takes the accent's colour unless the theme says otherwise."""

# A terminal cannot be asked to mix its colours, so these are named.
ANSI_DEFAULTS = {
    "surface": "ansi_default",
    "panel": "ansi_default",
    "line": "ansi_default",
    "muted": "ansi_default",
    "accent_text": "ansi_black",
    "error": "ansi_red",
    "hit": "ansi_yellow",
    "hit_text": "ansi_black",
    "selection": "ansi_white",
    "selection_text": "ansi_black",
}


def completed(given: Mapping[str, str]) -> dict[str, str]:
    """All colours of a palette, by field, from those `given`, which hold at least `REQUIRED`."""
    background, foreground, accent = (given[key] for key in REQUIRED)
    found = dict.fromkeys(ACCENTED, accent)
    if is_ansi(background):
        found |= ANSI_DEFAULTS
    else:
        found |= {
            "surface": mix(background, foreground, 0.04),
            "panel": mix(background, foreground, 0.09),
            "line": mix(background, foreground, 0.22),
            "muted": mix(background, foreground, 0.75),
            "accent_text": readable(accent, background, foreground),
            "error": foreground,
            "hit": mix(background, accent, 0.35),
            "hit_text": foreground,
            "selection": mix(background, accent, 0.25),
            "selection_text": foreground,
        }
    found |= given
    return {"current_hit": accent, "current_hit_text": found["accent_text"], **found}


def readable(behind: str, one: str, other: str) -> str:
    """Whichever of two hex colours reads better upon `behind`."""
    return max(one, other, key=lambda colour: contrast(colour, behind))


def looks_dark(background: str) -> bool:
    """Whether light text reads better upon a hex `background` than dark text."""
    return luminance(background) < 0.18
