"""Commands that work everywhere."""

from __future__ import annotations

from briefing.tui.commands.command import Command


def _app(name: str, keys: str, label: str, title: str, words: str, action: str) -> Command:
    return Command(name, keys, label, title, words, action, "app")


PROGRAM = (
    _app(
        "library",
        "L",
        "library",
        "Library",
        "List every briefing you have; ● is one with parts you have not read.",
        "library",
    ),
    _app(
        "library.trends",
        "W",
        "trends",
        "Trend board",
        "List the key trends of all briefings, the newest first; what to watch.",
        "trend_board",
    ),
    _app(
        "library.search",
        "S",
        "search all",
        "Search the library",
        "Search all briefings, narrowing as you type.",
        "search_library",
    ),
    _app("theme", "T", "theme", "Choose a theme", "Choose the colours, seen at once.", "themes"),
    _app(
        "palette",
        "colon,ctrl+p",
        "all",
        "All commands",
        "Find any command, section, part or briefing by its name.",
        "command_palette",
    ),
    _app("help", "question_mark,f1", "help", "Help", "Show every command and its key.", "help"),
    _app(
        "back-out",
        "escape",
        "back out",
        "Back out",
        "Close what is open; it never quits.",
        "back_out",
    ),
    _app(
        "suspend",
        "ctrl+z",
        "suspend",
        "Suspend",
        "Return to the shell for a while; `fg` brings the reader back.",
        "suspend_process",
    ),
    _app("quit", "q,ctrl+q", "quit", "Quit", "Leave the reader; your place is kept.", "quit"),
)
