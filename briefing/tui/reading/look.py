"""How each kind of text looks: component classes, theme variables only, and their Rich styles."""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style

STRONG, EMPHASIS, CODE, STRIKE, LINK, HIT, CURRENT, SELECTED = (1 << bit for bit in range(8))
FLAGS = {"strong": STRONG, "emphasis": EMPHASIS, "code": CODE, "strike": STRIKE, "link": LINK}

NAMES = (
    "title", "subtitle", "heading", "heading-low", "meta", "quote", "quote-bar", "code",
    "code-sign", "link", "hit", "hit-bar", "current-hit", "label", "question", "marker", "tip",
    "fact", "aside",
    "note", "warning", "tip-label", "fact-label", "note-label", "warning-label", "quote-label",
    "bar", "muted", "omitted", "image", "trend", "cursor", "bookmark",
)  # fmt: skip
CLASSES = {f"reading--{name}" for name in NAMES}

CSS = """
ReadingPane {
    overflow: hidden scroll;
    scrollbar-size-vertical: 1;
    background: $background;
    color: $foreground;

    & > .reading--title { color: $primary; text-style: bold; }
    & > .reading--subtitle { text-style: italic; }
    & > .reading--heading { color: $primary; text-style: bold; }
    & > .reading--heading-low { color: $primary; text-style: bold italic; }
    & > .reading--meta, & > .reading--muted, & > .reading--image { color: $text-muted; }
    & > .reading--omitted, & > .reading--code-sign { color: $text-muted; }
    & > .reading--aside { color: $text-muted; text-style: italic; }
    & > .reading--quote { color: $foreground; text-style: italic; }
    & > .reading--quote-bar { color: $text-secondary; }
    & > .reading--quote-label { color: $text-secondary; text-style: bold; }
    & > .reading--code, & > .reading--code-sign { background: $surface; }
    & > .reading--link { color: $text-accent; text-style: underline; }
    & > .reading--hit { background: $warning-muted; color: $text-warning; }
    & > .reading--current-hit { background: $warning; color: $background; text-style: bold; }
    & > .reading--hit-bar { color: $warning; text-style: bold; }
    & > .reading--label { color: $text-secondary; text-style: bold; }
    & > .reading--question { text-style: bold; }
    & > .reading--marker { color: $text-secondary; }
    & > .reading--tip { color: $success; }
    & > .reading--fact { color: $accent; }
    & > .reading--note { color: $text-secondary; }
    & > .reading--warning { color: $warning; }
    & > .reading--tip-label { color: $success; text-style: bold; }
    & > .reading--fact-label { color: $accent; text-style: bold; }
    & > .reading--note-label { color: $text-secondary; text-style: bold; }
    & > .reading--warning-label { color: $warning; text-style: bold; }
    & > .reading--bar { color: $foreground 30%; }
    & > .reading--cursor { color: $primary; }
    & > .reading--bookmark { color: $accent; text-style: bold; }
}
"""


class Look:
    """The Rich styles of the pane under its present theme, made once each."""

    def __init__(self, component: Callable[[str, bool], Style], selection: Style) -> None:
        """`component(name, partial)` gives the style of a component class, empty for the pane's."""
        self._component = component
        self._selection = selection
        self._made: dict[tuple[str, int], Style] = {}

    def style(self, name: str, flags: int = 0) -> Style:
        """The style of text of one kind under some flags."""
        key = (name, flags)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(name, flags)
        return made

    def _make(self, name: str, flags: int) -> Style:
        if flags & STRONG and name == "trend":
            name = "label"
        style = self._component("" if name == "trend" else name, False)
        if flags & CODE:
            style += self._component("code", False)
        if flags & LINK:
            style += self._component("link", True)
        style += Style(
            bold=True if flags & STRONG else None,
            italic=True if flags & EMPHASIS else None,
            strike=True if flags & STRIKE else None,
        )
        if flags & (HIT | CURRENT):
            style += self._component("current-hit" if flags & CURRENT else "hit", True)
        if flags & SELECTED:
            style += self._selection
        return style
