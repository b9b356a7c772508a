"""One sitting: the library, the state, and the briefing that is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from briefing.document.errors import BriefingError
from briefing.document.locator import locate
from briefing.document.model import Briefing
from briefing.library import Library
from briefing.library.beginning import beginning
from briefing.library.entry import Entry
from briefing.store.errors import NotSaved
from briefing.store.state import State
from briefing.tui.session.ahead import AT_ONCE, ReadAhead
from briefing.tui.session.bookmarks import Bookmarks
from briefing.tui.session.hunt import Hunts
from briefing.tui.session.places import PlaceKeeper, Position
from briefing.tui.session.ready import Opened, Ready, ready
from briefing.tui.session.trail import Trail
from briefing.tui.session.unread import Unread
from briefing.tui.session.writer import Work, Writer

STDIN = "-"
"""The name of what came by standard input; the state knows each such text by its digest."""
THEME = "theme"
"""The preference that keeps the theme chosen inside the reader."""


def _at_once(work: Work) -> None:
    work()


class Session:
    """Joins library and state for the screens; knows nothing of them."""

    def __init__(
        self, library: Library, faults: tuple[str, ...] = (), ahead: ReadAhead | None = None
    ) -> None:
        """`faults` are what was wrong with settings, keys and themes, one line each.

        `ahead` is what is being read already.
        """
        self.library = library
        self._ahead = ahead
        self._faults = faults
        self.state: State = library.state
        self.briefing: Briefing | None = None
        self.document = 0
        self.doc = ""
        """What the open briefing was asked for by: a path, an id, `-`."""
        self.bookmarks: Bookmarks | None = None
        self.unread: Unread | None = None
        self.whole = True
        """Whether what is open is all of its document, and not the beginning alone."""
        self.beyond = False
        """Whether the reader left off behind the beginning that is open."""
        self.places = PlaceKeeper()
        self.trail = Trail()
        self.hunts = Hunts()
        self.writer = Writer()
        self.drafts: dict[tuple[int, int], str] = {}
        """Notes typed and not saved, by document and passage; below -1 for a lost bookmark."""
        self.fault = ""
        """Why a place could not be saved; empty while all is well."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the state, one line each, for as long as it is."""
        fault = (self.fault,) if self.fault else ()
        return tuple(
            dict.fromkeys((*self.state.problems, *fault, *self.writer.faults, *self._faults))
        )

    def first(self) -> str | None:
        """What to open when nothing is named; None means the library.

        The briefing read last; on the first run the bundled one that stands first. Where a folder
        was named for this time, its library.
        """
        if self.library.named_folders:
            return None
        last = self.state.last_document()
        if last is not None:
            return last if Path(last).is_file() else None
        bundled = sorted(
            (entry for entry in self.library.entries() if entry.bundled),
            key=lambda entry: (not entry.trends, entry.id),
        )
        return bundled[0].path if bundled else None

    def read(self, doc: str) -> Briefing:
        """Read and split a document; the slow half of opening, fit for a thread."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.doc == doc:
            return ahead.briefing()
        return self.library.read(doc)

    def beginning(self, doc: str) -> Briefing | None:
        """The beginning of a large document, to be shown while `read` takes its time."""
        ahead = self._ahead_of(doc)
        return beginning(self.library, doc) if ahead is None else ahead.beginning()

    def has_begun(self, doc: str) -> bool:
        """Whether `beginning` answers at once, and there is one."""
        ahead = self._ahead_of(doc)
        return ahead is not None and ahead.has_begun

    def _ahead_of(self, doc: str) -> ReadAhead | None:
        return self._ahead if self._ahead is not None and self._ahead.doc == doc else None

    def is_read(self, doc: str) -> bool:
        """Whether `read` answers at once, and with what can be shown at once."""
        ahead = self._ahead_of(doc)
        if ahead is None or not ahead.is_read:
            return False
        try:
            return len(ahead.briefing().passages) <= AT_ONCE
        except BriefingError:
            return False  # told where reading fails in any case

    def ready(self, briefing: Briefing, doc: str, *, whole: bool = True) -> Ready:
        """What opening `briefing` takes, once all that waits is written; fit for a thread.

        Not `whole` is the beginning of a document that is still being read.
        """
        self.writer.finish()
        path = self.library.path(doc)
        if path == STDIN:
            path = f"{STDIN}{briefing.digest}"
        return ready(self.state, briefing, doc, path, whole=whole)

    def take(self, ready: Ready) -> Opened:
        """Make a briefing the open one, with its bookmarks and the place where it was left."""
        self._open(ready)
        self.places = PlaceKeeper()
        self.trail.clear()
        if not ready.known:
            # Kept at once: the briefing read last is this one, even if it is never scrolled.
            self.places.moved(Position(0, 0, 0.0))
        return ready.opened

    def go_on(self, ready: Ready, passages: Sequence[int]) -> Opened:
        """Make the whole the open one where its beginning was, which the reader goes on in.

        `passages` are those of the whole that were looked at in the beginning.
        """
        if self.bookmarks is not None:
            ready.bookmarks.go_on(self.bookmarks)
        ready.unread.look_at(passages)
        self._open(ready)
        return ready.opened

    def _open(self, ready: Ready) -> None:
        self.document, self.briefing, self.doc = ready.document, ready.opened.briefing, ready.doc
        self.bookmarks, self.unread = ready.bookmarks, ready.unread
        self.whole, self.beyond = ready.whole, ready.beyond

    def leave(self) -> None:
        """Have none open; what waits of the one that was is to be saved before."""
        self.briefing = self.bookmarks = self.unread = None
        self.whole, self.beyond = True, False
        self.places = PlaceKeeper()
        self.trail.clear()

    def entries(self) -> tuple[Entry, ...]:
        """The library's briefings."""
        return self.library.entries()

    def keep_theme(self, name: str) -> None:
        """Keep the theme chosen in the reader. Raises NotSaved."""
        self.state.set_preference(THEME, name)

    def theme(self) -> str | None:
        """The theme chosen in the reader."""
        return self.state.preference(THEME)

    def close(self) -> None:
        """Save the place where the reader is, and what was read; it is on disk after this.

        What is being read is given up.
        """
        self.library.stop()
        self.save(monotonic(), self.writer.do)
        self.writer.finish()

    def due(self, now: float) -> bool:
        """Whether something waits to be saved, and long enough since the last time."""
        return self.places.due(now, also=self.unread is not None and self.unread.waits)

    def save(self, now: float, do: Callable[[Work], object] = _at_once) -> None:
        """Save the place and what was read, by `do`; what cannot be is said in `problems`."""
        briefing, document, unread = self.briefing, self.document, self.unread
        position = self.places.take(now)
        read = unread.take() if unread is not None else {}

        def write() -> None:
            try:
                if briefing is not None and position is not None:
                    locator = locate(briefing, position.passage, position.offset)
                    self.state.set_place(document, locator, position.progress)
                    self.fault = ""
                if unread is not None:
                    unread.write(read)
            except NotSaved as error:
                self.fault = str(error)

        if position is not None or read:
            do(write)
