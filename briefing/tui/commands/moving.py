"""Commands that move through the text, and through any list."""

from __future__ import annotations

from briefing.tui.commands.command import Command


def _text(name: str, keys: str, label: str, title: str, words: str, action: str) -> Command:
    return Command(f"text.{name}", keys, label, title, words, action, "text", palette=False)


def _list(name: str, keys: str, label: str, title: str, words: str, action: str) -> Command:
    return Command(f"list.{name}", keys, label, title, words, action, "list", palette=False)


TEXT = (
    _text(
        "line-down",
        "j,down",
        "down",
        "Line down",
        "Move down a line; among trends, questions, tips and bookmarks, to the next.",
        "line_down",
    ),
    _text(
        "line-up",
        "k,up",
        "up",
        "Line up",
        "Move up a line; among trends, questions, tips and bookmarks, to the one before.",
        "line_up",
    ),
    _text(
        "page-down",
        "space,pagedown,ctrl+f",
        "page",
        "Page down",
        "Move on a page.",
        "page_down",
    ),
    _text("page-up", "b,pageup,ctrl+b", "back", "Page up", "Move back a page.", "page_up"),
    _text(
        "half-page-down",
        "ctrl+d",
        "half page",
        "Half page down",
        "Move on half a page.",
        "half_page_down",
    ),
    _text(
        "half-page-up",
        "ctrl+u",
        "half page",
        "Half page up",
        "Move back half a page.",
        "half_page_up",
    ),
    _text("top", "g,home", "top", "Top", "Go to the beginning.", "top"),
    _text("bottom", "G,end", "end", "Bottom", "Go to the end.", "bottom"),
    _text(
        "next-heading",
        "right_curly_bracket",
        "next section",
        "Next section",
        "Go to the next heading.",
        "next_heading",
    ),
    _text(
        "previous-heading",
        "left_curly_bracket",
        "previous section",
        "Previous section",
        "Go to the heading before.",
        "previous_heading",
    ),
    _text(
        "next-paragraph",
        "J,shift+down",
        "next",
        "Next paragraph",
        "Move the cursor to the next paragraph.",
        "next_slab",
    ),
    _text(
        "previous-paragraph",
        "K,shift+up",
        "previous",
        "Previous paragraph",
        "Move the cursor to the paragraph before.",
        "previous_slab",
    ),
    _text(
        "choose",
        "enter",
        "go to",
        "Go to the part",
        "From a list of parts or bookmarks, go to the part in the text.",
        "choose",
    ),
)

LIST = (
    _list("down", "j,down", "down", "Down", "Move to the next line.", "cursor_down"),
    _list("up", "k,up", "up", "Up", "Move to the line before.", "cursor_up"),
    _list("page-down", "space,pagedown", "page", "Page down", "Move on a page.", "page_down"),
    _list("page-up", "b,pageup", "back", "Page up", "Move back a page.", "page_up"),
    _list("top", "g,home", "top", "Top", "Go to the first line.", "top"),
    _list("bottom", "G,end", "end", "Bottom", "Go to the last line.", "bottom"),
    _list("choose", "enter", "open", "Choose", "Open what the cursor is on.", "choose"),
)
