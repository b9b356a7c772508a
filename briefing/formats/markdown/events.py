"""The parser's events to blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyromark

from briefing.document.model import Block, SpanStyle
from briefing.document.pattern import pattern
from briefing.formats.markdown.builder import BlockBuilder
from briefing.formats.markdown.elements import Elements
from briefing.formats.markdown.entities import has_odd_entity
from briefing.formats.markdown.lines import Lines
from briefing.formats.markdown.marks import Marks
from briefing.formats.markdown.merging import events_of
from briefing.formats.markdown.place import Place
from briefing.formats.markdown.preparation import MARK, SIGN, Prepared

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
_STYLES: dict[str, SpanStyle] = {
    "Emphasis": "emphasis",
    "Strong": "strong",
    "Strikethrough": "strike",
}
_MARKER = pattern(rb"[-+*]|\d{1,9}[.)]")
_SPACES = pattern("  +")
LONGEST_UNDERLINED = 150  # characters; a longer one is a paragraph over a rule


def walk(prepared: Prepared) -> tuple[Block, ...]:
    """The blocks of a prepared text."""
    return _Walk(prepared).run()


class _Walk:
    """One pass over the events."""

    def __init__(self, prepared: Prepared) -> None:
        self.source = prepared.text.encode("utf-8", "replace")
        self.text = self.source.decode()
        self.lines = Lines(self.source, prepared.lines)
        self.line = self.lines.of
        self.builder = BlockBuilder(decoded=has_odd_entity(self.text))
        self.place = Place(self.builder)
        self.marks = Marks(self.place, prepared.boxes, prepared.asides)
        self.elements = Elements(self.place, self.marks.act)
        self.html: list[str] = []
        self.html_line = self.html_last = 1
        self.image: list[str] | None = None
        self.image_target = self.image_title = ""
        self.link_target = ""
        self.image_depth = 0
        self.underlined = False
        self.footnote = ""
        self.cells = 0

    def run(self) -> tuple[Block, ...]:
        """All the blocks."""
        events = events_of(self.text, _OPTIONS)
        for event, where in events:
            if isinstance(event, str):
                self.sign(event, where["start"])
                continue
            name: str
            value: Any
            for name, value in event.items():
                if name == "Text":
                    self.words(value, where["start"])
                elif name == "Start":
                    self.start(value, where["start"])
                elif name == "End":
                    self.end(value)
                else:
                    self.other(name, value, where["start"])
        return self.builder.finish()

    def sign(self, name: str, offset: int) -> None:
        if name == "SoftBreak":
            self.words(" ", offset)
        elif name == "HardBreak":
            self.place.line = self.lines.after(offset)
            self.place.break_line()
        else:
            self.builder.add(Block("rule", "", self.line(offset)))

    def words(self, text: str, offset: int) -> None:
        if self.image is not None:
            self.image.append(text)
            return
        if self.builder.empty and not self.builder.ready:
            self.place.line = self.line(offset)
            self.place.begin(self.place.line)
        if SIGN in text:
            text = self.marks.restored(text)
        if "  " in text and self.builder.kind != "code":
            text = _SPACES.sub(" ", text)
        if text[:1] == " " and self.builder.ends_with_space and self.builder.kind != "code":
            text = text[1:]
        self.builder.text(text)

    def other(self, name: str, value: Any, offset: int) -> None:
        if name == "Code":
            self.words("", offset)
            self.builder.open("code")
            self.words(value, offset)
            self.builder.close("code")
        elif name == "Html":
            self.html.append(value)
            self.html_last = self.line(offset)
        elif name == "InlineHtml":
            if self.image is None:
                self.elements.feed(value, self.line(offset), self.line(offset))
        elif name == "FootnoteReference":
            self.words(f"[{value}]", offset)
        elif name == "TaskListMarker":
            self.words("[x] " if value else "[ ] ", offset)

    def start(self, tag: Any, offset: int) -> None:
        name, value = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        if style := _STYLES.get(name):
            self.words("", offset)
            self.builder.open(style)
        elif begin := _STARTS.get(name):
            self.place.in_table = self.place.in_table and name in _WITHIN_TABLES
            begin(self, value, offset)

    def end(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if style := _STYLES.get(name):
            self.builder.close(style)
        elif finish := _ENDS.get(name):
            finish(self)

    def start_paragraph(self, _: Any, offset: int) -> None:
        if self.place.in_table:
            return
        line = self.line(offset)
        if self.footnote:
            self.builder.begin("paragraph", line, len(self.place.lists), f"[{self.footnote}]")
            self.footnote = ""
        elif not (self.builder.ready and self.builder.kind in ("term", "definition")):
            self.place.begin(line)

    def end_block(self) -> None:
        self.builder.end()
        self.builder.drop_styles()

    def start_heading(self, value: Any, offset: int) -> None:
        self.elements.leave_lists()
        self.place.line = self.line(offset)
        self.underlined = not self.source.startswith(b"#", offset)
        self.place.begin_heading(int(value["level"][1]))

    def end_heading(self) -> None:
        if self.underlined and self.builder.length > LONGEST_UNDERLINED:
            # A paragraph, and a rule that was meant to stand below it.
            self.builder.kind, self.builder.level = "paragraph", len(self.place.lists)
            self.end_block()
            self.builder.add(Block("rule", "", self.place.line))
        self.end_block()

    def start_quote(self, _: Any, __: int) -> None:
        self.marks.enter_quote()

    def end_quote(self) -> None:
        self.marks.leave_quote()

    def start_code(self, _: Any, offset: int) -> None:
        self.place.item = None
        self.builder.begin("code", self.line(offset), len(self.place.lists))

    def start_list(self, _: Any, __: int) -> None:
        self.builder.end()
        self.place.item = None
        self.place.lists.append(None)

    def end_list(self) -> None:
        self.builder.end()
        self.place.item = None
        if self.place.lists:
            self.place.lists.pop()

    def start_item(self, _: Any, offset: int) -> None:
        marker = _MARKER.match(self.source, offset)
        self.place.begin_item(marker[0].decode() if marker else "-")

    def end_item(self) -> None:
        self.end_block()
        self.place.item = None

    def start_footnote(self, value: Any, _: int) -> None:
        self.builder.end()
        self.footnote = str(value)

    def start_table(self, value: Any, offset: int) -> None:
        self.place.begin_table(self.line(offset), value)

    def end_table(self) -> None:
        self.place.in_table = False
        self.end_block()

    def start_row(self, _: Any, __: int) -> None:
        if not self.builder.empty:
            self.builder.text("\n")
        self.cells = 0

    def start_cell(self, _: Any, __: int) -> None:
        if self.cells:
            self.builder.text("\t")
        self.cells += 1

    def start_html(self, _: Any, offset: int) -> None:
        self.html, self.html_line = [], self.line(offset)

    def end_html(self) -> None:
        source, self.html = "".join(self.html), []
        self.elements.feed(source, self.html_line, self.html_last)
        self.place.in_pre = False
        if not (self.elements.in_label or self.place.in_table):
            self.end_block()

    def start_link(self, value: Any, offset: int) -> None:
        target = str(value["dest_url"])
        if found := MARK.fullmatch(f"<{target}>"):
            self.marks.aside(int(found[2]))
            target = ""
        self.link_target = target
        self.words("", offset)
        self.builder.open("link", self.link_target)

    def end_link(self) -> None:
        self.builder.close("link")
        self.link_target = ""

    def start_image(self, value: Any, offset: int) -> None:
        if self.image is None:
            self.image = []
            self.image_target = self.link_target or value["dest_url"]
            self.image_title = " ".join(str(value["title"]).split())
            self.place.line = self.line(offset)
        self.image_depth += 1

    def end_image(self) -> None:
        self.image_depth -= 1
        if not self.image_depth and self.image is not None:
            alt, self.image = "".join(self.image).strip(), None
            self.place.picture(alt, self.image_target, self.image_title)


# What may stand in a cell of a table that raw HTML began.
_WITHIN_TABLES = frozenset(
    ("Paragraph", "TableHead", "TableRow", "TableCell", "HtmlBlock", "Link", "Image")
)


_STARTS: dict[str, Callable[[_Walk, Any, int], None]] = {
    "Paragraph": _Walk.start_paragraph,
    "Heading": _Walk.start_heading,
    "BlockQuote": _Walk.start_quote,
    "CodeBlock": _Walk.start_code,
    "List": _Walk.start_list,
    "Item": _Walk.start_item,
    "FootnoteDefinition": _Walk.start_footnote,
    "DefinitionListTitle": lambda walk, _, at: walk.builder.begin("term", walk.line(at)),
    "DefinitionListDefinition": lambda walk, _, at: walk.builder.begin("definition", walk.line(at)),
    "Table": _Walk.start_table,
    "TableHead": _Walk.start_row,
    "TableRow": _Walk.start_row,
    "TableCell": _Walk.start_cell,
    "HtmlBlock": _Walk.start_html,
    "Link": _Walk.start_link,
    "Image": _Walk.start_image,
}
_ENDS: dict[str, Callable[[_Walk], None]] = {
    "Paragraph": _Walk.end_block,
    "Heading": _Walk.end_heading,
    "BlockQuote": _Walk.end_quote,
    "CodeBlock": _Walk.end_block,
    "List": _Walk.end_list,
    "Item": _Walk.end_item,
    "FootnoteDefinition": _Walk.end_block,
    "DefinitionListTitle": _Walk.end_block,
    "DefinitionListDefinition": _Walk.end_block,
    "Table": _Walk.end_table,
    "HtmlBlock": _Walk.end_html,
    "Link": _Walk.end_link,
    "Image": _Walk.end_image,
}
