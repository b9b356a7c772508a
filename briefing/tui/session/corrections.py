"""Correcting the open briefing, and undoing that, newest first."""

from __future__ import annotations

from briefing.document.correction import Correction
from briefing.document.model import Briefing
from briefing.library import Library
from briefing.record import record


@record
class Change:
    """A correction that was made, and those of the same line that gave way to it."""

    doc: str
    correction: Correction
    before: tuple[Correction, ...]


class Corrections:
    """The corrections of this sitting. Its methods split again, and are fit for a thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: list[Change] = []

    def newest(self, doc: str) -> Change | None:
        """The newest correction of a document, which is the one to undo."""
        return next((change for change in reversed(self._made) if change.doc == doc), None)

    def correct(self, doc: str, correction: Correction) -> Briefing:
        """Keep a correction. Raises BriefingError where it cannot be kept or followed."""
        known = self._library.corrections(doc)
        before = tuple(each for each in known if each.same_line(correction))
        briefing = self._library.correct(doc, correction)
        self._made.append(Change(doc, correction, before))
        return briefing

    def undo(self, change: Change) -> Briefing:
        """Take a correction back. Raises BriefingError where that cannot be kept."""
        briefing = self._library.uncorrect(change.doc, change.correction)
        for earlier in change.before:
            briefing = self._library.correct(change.doc, earlier)
        self._made.remove(change)
        return briefing
