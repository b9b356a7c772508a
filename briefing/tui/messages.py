"""What a widget or a screen asks of the app. What a widget reports is nested in the widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from briefing.search.results import Match


@dataclass(eq=False, repr=False)
class OpenDocument(Message):
    """Open a briefing."""

    doc: str
    """A path or an id of the library."""
    part: str = ""
    """Go to this part; empty for the place where the reader left off."""
    passage: int = -1
    """Go to this passage, if not negative; it goes before `part`."""
    find: str = ""
    """Mark these words in the text."""

    @classmethod
    def at(cls, match: Match, query: str) -> OpenDocument:
        """A briefing, at what a search for `query` found in it."""
        return cls(match.path, match.part, match.passage, query)


@dataclass(eq=False, repr=False)
class Say(Message):
    """Show one line for a moment."""

    text: str
    grave: bool = False
    """Whether something went wrong."""


@dataclass(eq=False, repr=False)
class Progress(Message):
    """How far some long work is; nothing is shown once it is done."""

    what: str
    done: int
    total: int

    def can_replace(self, message: Message) -> bool:
        """Only the newest counts."""
        return isinstance(message, Progress)
