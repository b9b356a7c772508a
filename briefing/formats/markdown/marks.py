"""The comments that the preparation left, acted upon where the parser meets them."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.document.model import Block, BoxKind
from briefing.formats.markdown.place import Place
from briefing.formats.markdown.preparation import MARK, SIGN


@dataclass(slots=True)
class Marks:
    """Opens and closes the boxes that containers stand for."""

    place: Place
    boxes: list[tuple[BoxKind | None, str]]
    asides: list[str]
    _opened: dict[int, int] = field(default_factory=dict)
    """The builder's number of each open box of ours; 0 for a pull quote."""
    _quotes: list[int] = field(default_factory=list)
    """For each open block quote, the box that it is, or 0."""

    def act(self, source: str) -> bool:
        """Whether `source` is one of our comments, which is then obeyed."""
        found = MARK.fullmatch(source)
        if not found:
            return False
        sign, number = found[1], int(found[2])
        if sign == "~":
            if number < len(self.asides):
                self.aside(number)
        elif sign == "/":
            self._close(number)
        elif number < len(self.boxes):
            self._open(sign, number)
        return True

    def restored(self, text: str) -> str:
        """Text in which a comment of ours turned out to be no comment: it is what it stood for."""
        return MARK.sub(
            lambda found: (
                self.asides[int(found[2])]
                if found[1] == "~" and int(found[2]) < len(self.asides)
                else ""
            ),
            text,
        ).replace(SIGN, "")

    def aside(self, number: int) -> None:
        """Markup that means nothing here is kept outside the text."""
        line = self.place.builder.line
        block = Block("paragraph", self.asides[number], line, furniture="markup")
        self.place.builder.follow(block)

    def enter_quote(self) -> None:
        """A block quote begins."""
        self.place.builder.end()
        self.place.quotes += 1
        self._quotes.append(0)

    def leave_quote(self) -> None:
        """A block quote ends, and with it the box that it was."""
        self.place.builder.end()
        if box := self._quotes.pop():
            self.place.builder.close_box(box)
        else:
            self.place.quotes -= 1

    def _open(self, sign: str, number: int) -> None:
        kind, label = self.boxes[number]
        builder = self.place.builder
        if sign == ">" and kind:
            # The quote is a box and no quotation.
            if self._quotes and not self._quotes[-1]:
                self._quotes[-1] = builder.open_box(kind, label)
                self.place.quotes -= 1
        elif kind:
            self._opened[number] = builder.open_box(kind, label)
        else:
            builder.end()
            if sign == "+":
                self._opened[number] = 0
                self.place.quotes += 1
            if label:
                self.place.begin(builder.line)
                builder.text(label)
                builder.end()

    def _close(self, number: int) -> None:
        box = self._opened.pop(number, None)
        if box:
            self.place.builder.close_box(box)
        elif box == 0:
            self.place.builder.end()
            self.place.quotes -= 1
