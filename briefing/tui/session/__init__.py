"""What the reader does with library and state, without a screen: open, keep, undo, come back."""

from briefing.tui.session.ahead import ReadAhead
from briefing.tui.session.bookmarks import Bookmarks, Placed
from briefing.tui.session.places import PlaceKeeper
from briefing.tui.session.reading import STDIN, Session
from briefing.tui.session.ready import Opened, Ready
from briefing.tui.session.trail import Trail
from briefing.tui.session.unread import Unread

__all__ = [
    "STDIN",
    "Bookmarks",
    "Opened",
    "PlaceKeeper",
    "Placed",
    "ReadAhead",
    "Ready",
    "Session",
    "Trail",
    "Unread",
]
