"""What can go wrong, as one line for the reader.

BriefingError
├── Closed             it is over, and a thread was late
├── UsageError         the words of the call are off
└── DocumentError      a document cannot be opened
    ├── UnknownDocument    no file, no id in the library
    └── UnreadableDocument it is there and is not a text we can read
"""

from __future__ import annotations


class BriefingError(Exception):
    """An expected failure: its text is one line that names the thing and says what to do."""


class Closed(BriefingError):  # noqa: N818 - reads as what it is
    """The end has come: a thread that was late finds nothing open, and opens nothing anew."""


class UsageError(BriefingError):
    """A wrong argument, or arguments that do not go together."""


class DocumentError(BriefingError):
    """A document cannot be opened."""


class UnknownDocument(DocumentError):  # noqa: N818 - reads as what it is
    """Neither a file nor the id of a briefing in the library."""


class UnreadableDocument(DocumentError):  # noqa: N818 - reads as what it is
    """A directory, a device, a binary, or a file that may not be read."""
