"""Items that follow each other, as the lists of an HTML page."""

from __future__ import annotations

from briefing.document.model import Block
from briefing.record import record


@record
class _List:
    level: int
    tag: str


class Lists:
    """Opens and closes lists as items come; a deeper item's list stands in the item above it."""

    def __init__(self, lines: list[str]) -> None:
        """`lines` are the page so far, which items are added to."""
        self._lines = lines
        self._open: list[_List] = []

    def put(self, block: Block, text: str) -> None:
        """Add an item that holds the markup `text`, in a list of its level and kind."""
        number = block.marker.strip("().: ")
        numbered = number.isascii() and number.isdecimal()
        asked = _List(block.level, "ol" if numbered else "ul")
        while self._open and self._open[-1].level >= asked.level and self._open[-1] != asked:
            self._close()
        if self._open and self._open[-1] == asked:
            self._lines[-1] += "</li>"
        else:
            self._lines.append(f"<{asked.tag}>")
            self._open.append(asked)
        value = f' value="{number}"' if numbered else ""
        self._lines.append(f"<li{value}>{text}")

    def end(self) -> None:
        """Close what is open: something else follows."""
        while self._open:
            self._close()

    def _close(self) -> None:
        self._lines[-1] += "</li>"
        self._lines.append(f"</{self._open.pop().tag}>")
