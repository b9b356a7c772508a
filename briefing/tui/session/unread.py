"""Which parts of the open briefing were not read yet, are new, or have changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.document.model import Briefing, Part
from briefing.store.state import State

Sign = str
"""`new` for a part that was not read, `changed` for one whose text is another than was read."""


class Unread:
    """A part is read once each passage of its own was looked at; `take` gives those to be kept."""

    def __init__(self, state: State, document: int, briefing: Briefing) -> None:
        self._state = state
        self._document = document
        self._parts = {part.id: part for part in briefing.parts}
        texts = {part.id: _text(part) for part in briefing.parts}
        seen = state.seen(document)
        changed = state.news(document, texts)
        self.signs: dict[str, Sign] = {
            part_id: "changed" if changed.get(part_id) == "changed" else "new"
            for part_id in texts
            if part_id not in seen or changed.get(part_id) == "changed"
        }
        self._new = sum(sign == "new" for sign in self.signs.values())
        self._seen = 0
        self._waiting: dict[str, str] = {}
        self._owners = [passage.part for passage in briefing.passages]
        self._left = Counter(self._owners)
        self._looked_at = bytearray(len(self._owners))
        self.before = 0.0
        """How much was read in earlier sittings; needed only where there are no parts."""

    @property
    def progress(self) -> float:
        """The share of the parts that was read, 0 to 1; of the passages where there are no parts.

        A part that changed since it was read counts as read, as it does in the library.
        """
        if self._parts:
            return 1 - self._new / len(self._parts)
        share = self._seen / len(self._looked_at) if self._looked_at else 1.0
        return max(share, self.before)

    @property
    def waits(self) -> bool:
        """Whether something was read that is not written down."""
        return bool(self._waiting)

    def go_on(self, passage: int) -> None:
        """The reader goes on at `passage`: the part that holds it was read up to there."""
        if not 0 <= passage < len(self._owners):
            return
        first = passage
        while first > 0 and self._owners[first - 1] == self._owners[passage]:
            first -= 1
        self.look_at(range(first, passage))

    def look_at(self, passages: Iterable[int]) -> bool:
        """These were looked at; whether a part was read by that."""
        news = False
        for passage in passages:
            if self._looked_at[passage]:
                continue
            self._looked_at[passage] = 1
            self._seen += 1
            owner = self._owners[passage]
            self._left[owner] -= 1
            if not self._left[owner] and owner in self.signs:
                self._new -= self.signs.pop(owner) == "new"
                self._waiting[owner] = _text(self._parts[owner])
                news = True
        return news

    def take(self) -> dict[str, str]:
        """The parts that were read and are not written down, with their texts; to be written."""
        waiting, self._waiting = self._waiting, {}
        return waiting

    def write(self, parts: dict[str, str]) -> None:
        """Write down what was read. Raises NotSaved."""
        if parts:
            self._state.mark_seen(self._document, parts)


def _text(part: Part) -> str:
    return f"{part.title}\n{part.text}"
