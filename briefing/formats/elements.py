"""HTML elements within Markdown, read as what they are: lists, headings, tables, boxes, styles."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from briefing.document.model import Block, Span, SpanStyle
from briefing.formats.boxes import QUOTES, box_kind, label_of
from briefing.formats.builder import BlockBuilder
from briefing.formats.tags import Tag, tokens

_STYLES: dict[str, SpanStyle] = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("s", "del", "strike"), "strike"),
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOUNDARIES = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "address"),
        *("figure", "figcaption", "center", "form", "fieldset", "legend", "details", "summary"),
        *("tbody", "thead", "tfoot", "caption", "button", "label", "video", "audio", "iframe"),
    )
)
_UNSEEN = ("script", "style", "template", "svg", "noscript", "head")
_HOLDERS = frozenset(("div", "section", "aside", "details", "p", "blockquote", "ul", "ol", "menu"))
_TITLES = re.compile(
    r"\b(?:admonition|callout|alert|markdown-alert|box|note|tip)[-_]*(?:title|heading)\b"
)
_LABELS = frozenset(("summary", "p", "div"))
_BLANKS = re.compile(r"\s+")
DEEPEST = 200
"""Elements open at a time that are kept track of; those below are read as text."""


@dataclass(slots=True)
class _Holder:
    """An element that holds others, and what its end undoes."""

    name: str
    box: int = 0
    is_list: bool = False
    is_quote: bool = False
    is_label: bool = False


@dataclass(slots=True)
class Elements:
    """Where we are among lists, quotes and boxes, for Markdown and its raw HTML alike."""

    builder: BlockBuilder
    lists: list[int | None] = field(default_factory=list)
    """The open lists: the next number of an ordered one."""
    quotes: int = 0
    item: str | None = None
    """The marker of an item that has begun and has no text yet."""
    line: int = 1
    in_table: bool = False
    in_pre: bool = False
    in_label: bool = False
    _holders: list[_Holder] = field(default_factory=list)
    _cells: int = 0

    def begin(self, line: int) -> None:
        """Begin what text is here: an item, a quote, a paragraph."""
        if self.item is not None:
            self.builder.begin("item", line, max(0, len(self.lists) - 1), self.item)
            self.item = None
        elif self.quotes:
            self.builder.begin("quote", line, self.quotes - 1)
        else:
            self.builder.begin("paragraph", line, len(self.lists))

    def start(self) -> None:
        """Begin what text is here, unless it has begun."""
        if self.builder.empty and not self.builder.ready:
            self.begin(self.line)

    def break_line(self) -> None:
        """A line break that the author wants: the rest is a paragraph of its own."""
        builder = self.builder
        if self.in_pre:
            builder.text("\n")
        elif self.in_table or builder.kind == "heading":
            builder.space()
        elif builder.kind in ("term", "definition"):
            builder.begin(builder.kind, self.line, builder.level)
        elif not builder.empty:
            self.begin(self.line)

    def feed(self, source: str, line: int) -> None:
        """Read a stretch of HTML that begins on `line`."""
        self.line = line
        counted = 0
        unseen = ""
        for at, token in tokens(source):
            if unseen:
                if isinstance(token, Tag) and token.closing and token.name == unseen:
                    unseen = ""
                continue
            self.line += source.count("\n", counted, at)
            counted = at
            if isinstance(token, str):
                self.text(token)
            elif token.name in _UNSEEN and not token.closing:
                closing = f"</{token.name}"
                unseen = token.name if closing in source[at:].casefold() else ""
            else:
                self.tag(token)

    def text(self, written: str) -> None:
        """Text of HTML: entities read, space collapsed."""
        text = html.unescape(written)
        if self.in_pre:
            self.builder.text(text)
            return
        text = _BLANKS.sub(" ", text)
        if self.builder.ends_with_space:
            text = text.lstrip()
            if not text:
                return
        self.start()
        self.builder.text(text)

    def tag(self, tag: Tag) -> None:
        """One tag."""
        name = tag.name
        if style := _STYLES.get(name):
            self._style(style, closing=tag.closing)
        elif name == "a":
            self._link(tag)
        elif name == "br":
            self.break_line()
        elif self.in_table and name not in ("table", "tr", "td", "th"):
            if name in _BOUNDARIES or name == "li":
                self.builder.space()
        elif name in ("table", "tr", "td", "th"):
            self._table(name, closing=tag.closing)
        elif self.in_label and name in _BOUNDARIES | _HEADINGS.keys() and name not in _LABELS:
            self.builder.space()
        elif name == "img":
            self._image(tag)
        elif name == "pre":
            self._pre(closing=tag.closing)
        elif tag.closing:
            self._close(name)
        else:
            self._open(tag)

    def _style(self, style: SpanStyle, *, closing: bool) -> None:
        if closing:
            self.builder.close(style)
        else:
            self.start()
            self.builder.open(style)

    def _link(self, tag: Tag) -> None:
        if tag.closing:
            self.builder.close("link")
        elif target := tag.attributes().get("href"):
            self.start()
            self.builder.open("link", target)

    def _image(self, tag: Tag) -> None:
        named = tag.attributes()
        if text := _BLANKS.sub(" ", named.get("alt") or named.get("title") or "").strip():
            self.picture(text, named.get("src", ""))

    def picture(self, text: str, target: str) -> None:
        """An image, as its caption."""
        if self.in_table:
            self.builder.text(text)
            return
        spans = (Span(0, len(text), "link", target),) if target else ()
        self.builder.picture(Block("image", text, self.line, len(self.lists), spans=spans))

    def _pre(self, *, closing: bool) -> None:
        if closing:
            self.builder.end()
        elif not self.in_pre:
            self.builder.begin("code", self.line, len(self.lists))
        self.in_pre = not closing

    def _table(self, name: str, *, closing: bool) -> None:
        if name == "table":
            if closing or not self.in_table:
                self.builder.end()
                self.builder.drop_styles()
            if not closing and not self.in_table:
                self.builder.begin("table", self.line, len(self.lists))
            self.in_table, self._cells = not closing, 0
        elif self.in_table and not closing:
            if name == "tr":
                if not self.builder.empty:
                    self.builder.text("\n")
                self._cells = 0
            else:
                if self._cells:
                    self.builder.text("\t")
                self._cells += 1
        elif not self.in_table:
            self.builder.end()

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if level := _HEADINGS.get(name):
            self._begin_heading(level)
            return
        if name == "li":
            self.begin_item()
        elif name in ("dt", "dd"):
            self.builder.begin("term" if name == "dt" else "definition", self.line)
        elif name == "hr":
            self.builder.add(Block("rule", "", self.line))
        elif name == "summary":
            self.builder.begin("paragraph", self.line)
            self.in_label = True
        elif name in _BOUNDARIES or name in _HOLDERS:
            self.builder.end()
            if name in _HOLDERS and len(self._holders) < DEEPEST:
                self._hold(tag)

    def _begin_heading(self, level: int) -> None:
        if self.quotes:
            self.builder.begin("quote", self.line, self.quotes - 1)
            self.builder.open("strong")
        else:
            self.builder.begin("heading", self.line, level)

    def begin_item(self, marker: str = "") -> None:
        """Begin an item of the innermost list."""
        self.builder.end()
        number = self.lists[-1] if self.lists else None
        if number is not None:
            self.lists[-1] = number + 1
        self.item = marker or ("•" if number is None else f"{number}.")

    def _hold(self, tag: Tag) -> None:
        """Enter an element that holds others."""
        holder = _Holder(tag.name)
        if tag.name in ("ul", "ol", "menu"):
            holder.is_list = True
            start = tag.attributes().get("start", "1") if tag.name == "ol" else ""
            self.lists.append(int(start) if start.isdecimal() and len(start) < 10 else None)
        elif tag.name == "blockquote":
            holder.is_quote = True
            self.quotes += 1
        elif tag.name == "details":
            holder.box = self.builder.open_box("details", "")
        else:
            self._hold_box(tag, holder)
        self._holders.append(holder)

    def _hold_box(self, tag: Tag, holder: _Holder) -> None:
        """A box by its class, or the title of one."""
        classes = tag.attributes().get("class", "") if "class" in tag.written else ""
        if classes and _TITLES.search(classes):
            holder.is_label = self.in_label = True
            self.builder.begin("paragraph", self.line)
        elif classes or tag.name == "aside":
            names = [name.casefold() for name in classes.split()]
            kinds = [(name, kind) for name in names if (kind := box_kind(name))]
            if QUOTES & set(names):
                holder.is_quote = True
                self.quotes += 1
            elif kinds and tag.name != "p":
                # Of `alert alert-warning` the second says which.
                name, kind = next((pair for pair in kinds if pair[1] != "note"), kinds[-1])
                if kind != "details":
                    holder.box = self.builder.open_box(kind, "", label_of(name, kind))
            elif tag.name == "aside":
                holder.box = self.builder.open_box("note", "")

    def _close(self, name: str) -> None:
        if name == "summary":
            self._take_label()
            return
        if not self.in_label:
            self.builder.end()
        if name in _HEADINGS:
            self.builder.drop_styles()
        if name not in _HOLDERS:
            return
        for at in range(len(self._holders) - 1, -1, -1):
            if self._holders[at].name == name:
                for holder in reversed(self._holders[at:]):
                    self._leave(holder)
                del self._holders[at:]
                return

    def _leave(self, holder: _Holder) -> None:
        if holder.is_label:
            self._take_label()
        if holder.is_list and self.lists:
            self.lists.pop()
            self.item = None
        if holder.is_quote:
            self.quotes -= 1
        if holder.box:
            self.builder.close_box(holder.box)
        self.builder.drop_styles()

    def _take_label(self) -> None:
        """What was gathered is the label of the box, or a text of its own where there is none."""
        self.in_label = False
        label = self.builder.take_text()
        if label.strip() and not self.builder.label_box(label):
            self.start()
            self.builder.text(label)
            self.builder.end()
