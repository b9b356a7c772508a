"""Palettes as Textual themes, and the variables that our style sheets may use.

Style sheets name these and Textual's own `$background $surface $panel $foreground $accent $error`,
never a colour:

    $muted              text of second rank: byline, counts, what was omitted
    $line               lines between panes, rules in the text
    $accent-text        text upon $accent
    $reading-heading    headings and the title in the text
    $label              labels of trends; questions
    $link               links in the text
    $tip $fact $note $warning-bar $update $quote-box
                        the bar and the label of a tip, by its kind
    $code               code in the text
    $hit $hit-text $hit-style
                        behind, and upon, a found word; how it is set
    $current-hit $current-hit-text $current-hit-style
                        the same for the found word at which the reader stands
    $selection $selection-text $selection-style
                        selected text
    $cursor $cursor-text $cursor-style
                        the row under the cursor in a list that has the focus
    $cursor-blurred $cursor-blurred-text $cursor-blurred-style
                        the same in a list that has not
    $bookmark $new      signs at the edge of the text

A `…-style` is a text style (`none`, `bold`, `reverse`). Without colour it carries the whole
meaning, so a rule that sets one of the colours above sets its style too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

from briefing.theme import Palette

DEFAULT = "evening"
"""The theme of a reader who has chosen none."""
TERMINAL = "terminal"
"""The theme of the terminal's own colours, and the only one without colour."""


def without_colour(environ: Mapping[str, str]) -> bool:
    """Whether colour is unwanted: NO_COLOR is set and not empty, as no-color.org says.

    The app then starts with `ansi_color=True`, or Textual would answer with shades of grey.
    """
    return bool(environ.get("NO_COLOR"))


def register(
    app: App[Any], palettes: Iterable[Palette], chosen: str = "", *, colour: bool = True
) -> str:
    """Give `app` these themes in place of Textual's own, set the `chosen` one, and say which it is.

    A theme that is not there gives way to `DEFAULT`. Without `colour` there is one theme only.
    """
    themes = {palette.id: theme(palette, colour=colour) for palette in palettes}
    if not colour:
        themes = {TERMINAL: themes[TERMINAL]}
    for each in themes.values():
        app.register_theme(each)
    first = next((name for name in (chosen, DEFAULT) if name in themes), next(iter(themes)))
    app.theme = first
    for name in BUILTIN_THEMES.keys() - themes.keys():
        app.unregister_theme(name)
    return first


def theme(palette: Palette, *, colour: bool = True) -> Theme:
    """`palette` as Textual wants it, with every variable of this module's list."""
    return Theme(
        name=palette.id,
        primary=palette.accent,
        secondary=palette.heading,
        accent=palette.accent,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        warning=palette.warning,
        error=palette.error,
        success=palette.tip,
        dark=palette.dark,
        ansi=palette.ansi,
        variables=variables(palette, colour=colour),
    )


def variables(palette: Palette, *, colour: bool = True) -> dict[str, str]:
    """The variables of this module's list, and those by which Textual colours its own widgets."""
    own = {
        "muted": palette.muted,
        "line": palette.line,
        "accent-text": palette.accent_text,
        "reading-heading": palette.heading,
        "label": palette.label,
        "link": palette.link,
        "tip": palette.tip,
        "fact": palette.fact,
        "note": palette.note,
        "warning-bar": palette.warning,
        "update": palette.note,
        "quote-box": palette.muted,
        "code": palette.label,
        "hit": palette.hit,
        "hit-text": palette.hit_text,
        "hit-style": "none" if colour else "reverse",
        "current-hit": palette.current_hit,
        "current-hit-text": palette.current_hit_text,
        "current-hit-style": "bold" if colour else "bold reverse underline",
        "selection": palette.selection,
        "selection-text": palette.selection_text,
        "selection-style": "none" if colour else "reverse",
        "cursor": palette.accent,
        "cursor-text": palette.accent_text,
        "cursor-style": "none" if colour else "reverse",
        "cursor-blurred": palette.panel,
        "cursor-blurred-text": palette.foreground,
        "cursor-blurred-style": "bold" if palette.ansi else "none",
        "bookmark": palette.bookmark,
        "new": palette.new,
    }
    return {**own, **_widgets(own, palette)}


def _widgets(own: Mapping[str, str], palette: Palette) -> dict[str, str]:
    """What Textual would otherwise mix by itself, from colours of ours that were checked."""
    # Textual paints over an ansi theme's own surfaces unless it is told again.
    ansi = {
        "ansi-background": palette.background,
        "ansi-foreground": palette.foreground,
        "surface": palette.surface,
        "panel": palette.panel,
    }
    return {
        **(ansi if palette.ansi else {}),
        "scrollbar": palette.line,
        "scrollbar-background": palette.surface,
        "scrollbar-background-hover": palette.surface,
        "scrollbar-background-active": palette.surface,
        "scrollbar-hover": palette.muted,
        "scrollbar-active": palette.accent,
        "scrollbar-corner-color": palette.surface,
        "text": palette.foreground,
        "text-muted": palette.muted,
        "text-disabled": palette.muted,
        "foreground-muted": palette.muted,
        "border": palette.accent,
        "border-blurred": palette.line,
        "block-cursor-background": own["cursor"],
        "block-cursor-foreground": own["cursor-text"],
        "block-cursor-text-style": own["cursor-style"],
        "block-cursor-blurred-background": own["cursor-blurred"],
        "block-cursor-blurred-foreground": own["cursor-blurred-text"],
        "block-cursor-blurred-text-style": own["cursor-blurred-style"],
        "footer-background": palette.panel,
        "footer-foreground": palette.foreground,
        "footer-key-foreground": palette.accent,
        "footer-description-foreground": palette.foreground,
        "input-cursor-background": palette.foreground,
        "input-cursor-foreground": palette.background,
        "input-cursor-text-style": "reverse" if palette.ansi else "none",
        "input-selection-background": palette.selection,
        "input-selection-foreground": palette.selection_text,
        "screen-selection-background": palette.selection,
        "screen-selection-foreground": palette.selection_text,
        "link-color": palette.link,
        "link-color-hover": palette.accent_text,
        "link-background-hover": palette.accent,
        "button-color-foreground": palette.accent_text,
    }
