"""Commands of the library search, and of stepping through what it found."""

from __future__ import annotations

from briefing.tui.commands.command import Command


def _search(
    name: str, keys: str, label: str, title: str, words: str, action: str, *, palette: bool = True
) -> Command:
    return Command(f"search.{name}", keys, label, title, words, action, "search", palette)


SEARCHING = (
    _search("down", "down", "down", "Down", "Next result.", "move('cursor_down')", palette=False),
    _search("up", "up", "up", "Up", "Result before.", "move('cursor_up')", palette=False),
    _search(
        "page-down", "pagedown", "page", "Page", "A page on.", "move('page_down')", palette=False
    ),
    _search(
        "page-up", "pageup", "back", "Page back", "A page back.", "move('page_up')", palette=False
    ),
    _search(
        "complete",
        "tab",
        "complete",
        "Complete, or go to the results",
        "Take what is offered behind the word; else go to the results, and back to the field.",
        "complete",
        palette=False,
    ),
    _search(
        "field",
        "shift+tab,slash",
        "field",
        "Back to the field",
        "Type in the field again.",
        "to_field",
        palette=False,
    ),
    _search(
        "kind",
        "ctrl+t",
        "kind",
        "Only one kind of part",
        "Search sections, trends, questions or tips alone, one after the other.",
        "next_kind",
    ),
    _search(
        "earlier",
        "left",
        "earlier",
        "Only an earlier time",
        "In the results: only those of the time before in which something was found.",
        "narrow_time(-1)",
        palette=False,
    ),
    _search(
        "later",
        "right",
        "later",
        "Only a later time",
        "In the results: only those of the time after in which something was found.",
        "narrow_time(1)",
        palette=False,
    ),
    _search(
        "back",
        "alt+left,backspace",
        "before",
        "Results before",
        "Return to the results that you had before; Backspace does so in an empty field.",
        "go_back(-1)",
    ),
    _search(
        "forward",
        "alt+right",
        "forward",
        "Results after",
        "Go on again to the results that you came back from.",
        "go_back(1)",
    ),
    _search(
        "save",
        "ctrl+s",
        "save",
        "Save this search",
        "Keep the search under a name; it then says what is new since you last looked.",
        "save",
    ),
    _search(
        "forget",
        "delete",
        "forget",
        "Forget a saved search",
        "In an empty field: take away the saved search, or the query of late, under the cursor.",
        "forget",
    ),
)
