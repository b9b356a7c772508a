"""What opening a briefing takes, made beside the screen."""

from __future__ import annotations

from briefing.document.locator import Placer
from briefing.document.model import Briefing
from briefing.record import record
from briefing.store.state import State
from briefing.tui.session.bookmarks import Bookmarks, place_in
from briefing.tui.session.unread import Unread


@record
class Opened:
    """A briefing, and where its reader left off."""

    briefing: Briefing
    passage: int = 0
    offset: int = 0
    resumed: bool = False
    notice: str = ""
    """What the reader should know of the place; empty when it is as it was."""


@record
class Ready:
    """A briefing with what the state knows of it; `Session.take` opens it."""

    opened: Opened
    doc: str
    document: int
    bookmarks: Bookmarks
    unread: Unread
    known: bool
    """Whether its place was kept before."""
    whole: bool = True
    """Not so for the beginning of a document that is still being read."""
    beyond: bool = False
    """Whether its place is not in this beginning."""


def ready(state: State, briefing: Briefing, doc: str, path: str, *, whole: bool) -> Ready:
    """What opening takes of `briefing`, which is at `path` and was asked for by `doc`."""
    document = state.document(path, briefing.digest, briefing.title)
    bookmarks = Bookmarks(state, document, briefing, whole=whole)
    unread = Unread(state, document, briefing, whole=whole)
    if not briefing.parts or not whole:
        unread.before = state.progress().get(path, 0.0)
    kept = state.place(document)
    opened, beyond = Opened(briefing), False
    if kept is not None:
        found = place_in(Placer(briefing), briefing, kept, whole=whole)
        if found.status != "lost":
            changed = found.status == "changed"
            notice = "The text has changed since you read it" if changed else ""
            unread.go_on(found.passage)
            opened = Opened(briefing, found.passage, found.offset, True, notice)
        elif whole:
            notice = "The text has changed; the place where you left off is gone"
            opened = Opened(briefing, notice=notice)
        else:
            beyond = True
    return Ready(opened, doc, document, bookmarks, unread, kept is not None, whole, beyond)
