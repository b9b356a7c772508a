"""Commands of the library and of the trend board."""

from __future__ import annotations

from briefing.tui.commands.command import Command


def _library(name: str, keys: str, label: str, title: str, words: str, action: str) -> Command:
    return Command(f"library.{name}", keys, label, title, words, action, "library")


LISTING = (
    _library(
        "filter",
        "slash",
        "filter",
        "Filter the list",
        "Show only what holds the words that you type; Esc clears them.",
        "filter",
    ),
    _library(
        "sort",
        "s",
        "sort",
        "Sort by something else",
        "Sort by date, title, length, what is unread or what you read last, one after the other.",
        "sort",
    ),
    _library("reverse", "r", "reverse", "Turn the order round", "Turn the order round.", "reverse"),
    _library(
        "group",
        "v",
        "group",
        "Group by something else",
        "Part the list by source, month or tag, one after the other, then not at all.",
        "group",
    ),
)
