"""Which parts of the open briefing were not read yet, are new, or have changed since."""

from __future__ import annotations

from briefing.document.model import Briefing, Part
from briefing.store.state import State

Sign = str
"""`new` for a part that was not read, `changed` for one whose text is another than was read."""


class Unread:
    """Parts are read once their last line was on the screen; written in one go by `flush`."""

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
        self._waiting: dict[str, str] = {}
        # The part that ends first is last, so that a scroll looks at one part and not at all.
        self._to_read = sorted(self.signs, key=lambda part_id: -self._parts[part_id].end)

    def read_up_to(self, passage: int) -> bool:
        """All up to and with `passage` was on the screen; whether that was news."""
        before = len(self._to_read)
        while self._to_read and self._parts[self._to_read[-1]].end <= passage + 1:
            part_id = self._to_read.pop()
            del self.signs[part_id]
            self._waiting[part_id] = _text(self._parts[part_id])
        return len(self._to_read) < before

    def flush(self) -> None:
        """Write down what was read. Raises NotSaved."""
        if self._waiting:
            waiting, self._waiting = self._waiting, {}
            self._state.mark_seen(self._document, waiting)


def _text(part: Part) -> str:
    return f"{part.title}\n{part.text}"
