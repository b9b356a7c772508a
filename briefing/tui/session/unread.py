"""Which parts of the open briefing were not read yet, are new, or have changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.document.glance import owners
from briefing.document.model import Briefing, Part
from briefing.store.state import State

Sign = str
"""`new` for a part that was not read, `changed` for one whose text is another than was read."""


class Unread:
    """A part is read once each passage of its own was looked at; `take` gives those to be kept."""

    def __init__(
        self, state: State, document: int, briefing: Briefing, *, whole: bool = True
    ) -> None:
        """Of a beginning, which is not `whole`, the last part goes on and is never read."""
        self._state = state
        self._document = document
        self._briefing = briefing
        self._whole = whole
        end = len(briefing.passages)
        seen = state.seen(document)
        texts = {
            part.id: _text(part) for part in briefing.parts_called(seen) if whole or part.end < end
        }
        changed = {part for part, news in state.news(document, texts).items() if news == "changed"}
        self.signs: dict[str, Sign] = {
            part: "changed" if part in changed else "new"
            for part in briefing.part_ids
            if part not in seen or part in changed
        }
        self._parts = len(briefing.parts)
        self._new = sum(sign == "new" for sign in self.signs.values())
        self._seen = 0
        self._waiting: dict[str, str] = {}
        self._owners = owners(briefing.passages)
        self._left = Counter(self._owners)
        if not whole:
            self._left.update(part.id for part in briefing.parts if part.end >= end)
        self._looked_at = bytearray(end)
        self.before = 0.0
        """How much was read in earlier sittings; needed where there are no parts, or not all."""

    @property
    def progress(self) -> float:
        """The share of the parts that was read, 0 to 1; of the passages where there are no parts.

        A part that changed since it was read counts as read, as it does in the library.
        """
        if not self._whole:
            return self.before
        if self._parts:
            return 1 - self._new / self._parts
        share = self._seen / len(self._looked_at) if self._looked_at else 1.0
        return max(share, self.before)

    @property
    def waits(self) -> bool:
        """Whether something was read that is not written down."""
        return bool(self._waiting)

    @property
    def looked_at(self) -> list[int]:
        """The passages that were looked at."""
        return [passage for passage, looked in enumerate(self._looked_at) if looked]

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
                part = self._briefing.part(owner)
                self._waiting[owner] = _text(part) if part is not None else ""
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
