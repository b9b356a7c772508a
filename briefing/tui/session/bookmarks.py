"""The bookmarks of the open briefing: toggled, noted, undone, and found again after a revision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefing.document.locator import Locator, Place, Placer, locate
from briefing.document.model import Briefing
from briefing.document.position import LOST, heading_path
from briefing.record import record
from briefing.store.bookmarks import Bookmark
from briefing.store.errors import NotSaved
from briefing.store.state import State

LABEL = 60
"""Characters of a bookmark's label where the passage has no heading above it."""


@record
class Placed:
    """A bookmark, and where it leads in the briefing as it is now."""

    bookmark: Bookmark
    place: Place


class Bookmarks:
    """Bookmarks of one document. Every change is committed when its method returns.

    Methods that change something return the sentence to show; they raise `NotSaved` when the
    change could not be saved, and then nothing is changed.
    """

    def __init__(
        self, state: State, document: int, briefing: Briefing, *, whole: bool = True
    ) -> None:
        """Of a beginning, which is not `whole`, only the bookmarks that stand in it are placed."""
        self._state = state
        self._document = document
        self._briefing = briefing
        self._whole = whole
        self._undo: list[Callable[[], str]] = []
        self.placed: tuple[Placed, ...] = ()
        self.beyond = 0
        """How many stand behind the beginning that is there, or nowhere."""
        self.refresh()

    def refresh(self) -> None:
        """Read them again; in the order of the text, the lost ones last."""
        placer = Placer(self._briefing)
        found = [
            Placed(bookmark, place_in(placer, self._briefing, bookmark.locator, whole=self._whole))
            for bookmark in self._state.bookmarks(self._document)
        ]
        count = len(found)
        if not self._whole:
            found = [it for it in found if it.place.status != "lost"]
        self.beyond = count - len(found)
        found.sort(key=lambda it: (it.place.status == "lost", it.place.passage, it.place.offset))
        self.placed = tuple(found)

    def go_on(self, before: Bookmarks) -> None:
        """These are of the whole of what `before` is the beginning of; its changes are undone."""
        self._undo = before._undo

    @property
    def passages(self) -> frozenset[int]:
        """Passages that carry a bookmark."""
        return frozenset(it.place.passage for it in self.placed if it.place.status != "lost")

    def at(self, passage: int) -> Placed | None:
        """The bookmark on a passage."""
        return next(
            (it for it in self.placed if it.place.status != "lost" and it.place.passage == passage),
            None,
        )

    def with_id(self, bookmark_id: int) -> Placed | None:
        """The bookmark with this id."""
        return next((it for it in self.placed if it.bookmark.id == bookmark_id), None)

    def toggle(self, passage: int) -> str:
        """Bookmark a passage, or take its bookmark away."""
        found = self.at(passage)
        if found is not None:
            return self.remove(found.bookmark.id)
        return self.add(passage)

    def add(self, passage: int, note: str = "") -> str:
        """Bookmark a passage."""
        with self._kept():
            added = self._state.add_bookmark(
                self._document,
                locate(self._briefing, passage),
                label=self._label(passage),
                note=note,
            )

        def undo() -> str:
            self._state.remove_bookmark(added.id)
            return "The bookmark is taken away again"

        self._changed(undo)
        return "Saved with your note" if note else "Saved"

    def remove(self, bookmark_id: int) -> str:
        """Take a bookmark away."""
        with self._kept():
            removed = self._state.remove_bookmark(bookmark_id)

        def undo() -> str:
            self._state.restore_bookmark(removed)
            return "The bookmark is back"

        self._changed(undo)
        return "Bookmark removed"

    def write_note(self, passage: int, note: str) -> str:
        """Put a note on a passage; it is bookmarked with it where it is not yet."""
        found = self.at(passage)
        return self.add(passage, note) if found is None else self.set_note(found, note)

    def set_note(self, found: Placed, note: str) -> str:
        """Change the note of a bookmark."""
        before = found.bookmark.note
        if note == before:
            return "The note is as it was"
        with self._kept():
            self._state.set_note(found.bookmark.id, note)

        def undo() -> str:
            self._state.set_note(found.bookmark.id, before)
            return "The note is as it was before"

        self._changed(undo)
        return "Note saved" if note else "Note removed; the bookmark stays"

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return bool(self._undo)

    def undo(self) -> str:
        """Undo the newest change of this sitting."""
        if not self._undo:
            return "Nothing to undo"
        with self._kept():
            said = self._undo[-1]()
        self._undo.pop()
        self.refresh()
        return said

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """What is not saved may still be kept until the end: shown, and said."""
        try:
            yield
        except NotSaved:
            self.refresh()
            raise

    def _changed(self, undo: Callable[[], str]) -> None:
        self._undo.append(undo)
        self.refresh()

    def _label(self, passage: int) -> str:
        held = self._briefing.passages[passage]
        part = self._briefing.part(held.part) if held.part else None
        if part is not None and part.title:
            return part.title
        path = heading_path(self._briefing, held.part)
        if path:
            return path[-1]
        text = " ".join(held.block.text.split())
        return text if len(text) <= LABEL else text[: LABEL - 1].rstrip() + "…"


def place_in(placer: Placer, briefing: Briefing, locator: Locator, *, whole: bool) -> Place:
    """Where `locator` leads.

    One that was made behind the end of a beginning leads nowhere in it, though the same words may
    stand there.
    """
    behind = locator.passage >= len(briefing.passages) and locator.digest == briefing.digest
    return LOST if behind and not whole else placer.place(locator)
