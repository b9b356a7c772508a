"""HTML elements within Markdown, read as what they are: lists, headings, tables, boxes, styles."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.document.model import Block, SpanStyle
from briefing.document.pattern import pattern
from briefing.formats.markdown.boxes import box_kind, is_quote, label_of
from briefing.formats.markdown.builder import BlockBuilder
from briefing.formats.markdown.place import Place
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
        *("figure", "figcaption", "center", "form", "fieldset", "legend", "details", "dl"),
        *("tbody", "thead", "tfoot", "caption", "button", "label", "video", "audio", "iframe"),
    )
)
_LISTS = frozenset(("ul", "ol", "menu"))
_HOLDERS = frozenset(("div", "section", "aside", "details", "p", "blockquote", "li", *_LISTS))
_UNSEEN = ("script", "style", "template", "svg", "noscript", "head")
_TITLES = pattern(
    r"\b(?:admonition|callout|alert|markdown-alert|box|note|tip)[-_]*(?:title|heading)\b"
)
_BLANKS = pattern(r"\s+")
DEEPEST = 200
"""Elements open at a time that are kept track of; those below are read as text."""


@dataclass(slots=True)
class _Holder:
    """An element that holds others, and what its end undoes."""

    name: str
    box: int = 0
    lists: int = 0
    quotes: int = 0
    label: bool = False


@dataclass(slots=True)
class Elements:
    """Reads tags into a place and its builder."""

    place: Place
    comment: Callable[[str], object]
    """What is done with a comment."""
    in_label: bool = False
    """Whether we are in a `<summary>` or in the title of an admonition."""
    _holders: list[_Holder] = field(default_factory=list)
    _cells: int = 0

    @property
    def builder(self) -> BlockBuilder:
        """What gathers the blocks."""
        return self.place.builder

    def feed(self, source: str, line: int, last: int) -> None:
        """Read a stretch of HTML that begins on `line` and ends on `last`."""
        self.place.line = line
        counted = 0
        for at, token in tokens(source, _UNSEEN):
            self.place.line = min(last, self.place.line + source.count("\n", counted, at))
            counted = at
            if isinstance(token, str):
                self._text(token)
            elif token.name == "!--":
                self.comment(token.written)
            else:
                self._tag(token)

    def _text(self, written: str) -> None:
        """Text of HTML: entities read, space collapsed."""
        text = html.unescape(written)
        if not self.place.in_pre:
            text = _BLANKS.sub(" ", text)
            if self.builder.ends_with_space:
                text = text.lstrip()
        if text:
            if self.place.in_pre and self.builder.empty:
                self.builder.begin("code", self.place.line, len(self.place.lists))
            self.place.start()
            self.builder.text(text)

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if style := _STYLES.get(name):
            self._style(style, closing=tag.closing)
        elif name == "a":
            self._link(tag)
        elif name == "br":
            self.place.break_line()
        elif name == "pre" and not self.place.in_table:
            self._pre(closing=tag.closing)
        elif self.place.in_pre:
            return
        elif name in ("table", "tr", "td", "th"):
            self._table(name, closing=tag.closing)
        elif self.place.in_table or (self.in_label and not (tag.closing or name == "summary")):
            if name in _BOUNDARIES or name in _HOLDERS or name in _HEADINGS:
                self.builder.space()
        elif name == "img":
            self._image(tag)
        elif tag.closing:
            self._close(name)
        else:
            self._open(tag)

    def _style(self, style: SpanStyle, *, closing: bool) -> None:
        if closing:
            self.builder.close(style)
        else:
            self.place.start()
            self.builder.open(style)

    def _link(self, tag: Tag) -> None:
        if tag.closing:
            self.builder.close("link")
        elif target := tag.attributes().get("href"):
            self.place.start()
            self.builder.open("link", target)

    def _image(self, tag: Tag) -> None:
        named = tag.attributes()
        if text := _BLANKS.sub(" ", named.get("alt") or named.get("title") or "").strip():
            self.place.picture(text, named.get("src", ""))

    def _pre(self, *, closing: bool) -> None:
        if closing:
            self.builder.end()
        elif not self.place.in_pre:
            self.builder.begin("code", self.place.line, len(self.place.lists))
        self.place.in_pre = not closing

    def _table(self, name: str, *, closing: bool) -> None:
        place, builder = self.place, self.builder
        if name == "table":
            if closing or not place.in_table:
                builder.end()
                builder.drop_styles()
            if not closing and not place.in_table:
                builder.begin("table", place.line, len(place.lists))
            place.in_table, self._cells = not closing, 0
        elif not place.in_table:
            builder.end()
        elif not closing:
            if name == "tr":
                builder.text("" if builder.empty else "\n")
                self._cells = 0
            else:
                builder.text("\t" if self._cells else "")
                self._cells += 1

    def _open(self, tag: Tag) -> None:
        name, place = tag.name, self.place
        if level := _HEADINGS.get(name):
            place.begin_heading(level)
        elif name in ("dt", "dd"):
            self.builder.begin("term" if name == "dt" else "definition", place.line)
        elif name == "hr":
            self.builder.add(Block("rule", "", place.line))
        elif name == "summary":
            self.builder.begin("paragraph", place.line)
            self.in_label = True
        elif name in _BOUNDARIES or name in _HOLDERS:
            # `<li><p>`: the paragraph is the item's text.
            if not (self.builder.ready and self.builder.empty):
                self.builder.end()
            if name in _HOLDERS and len(self._holders) < DEEPEST:
                self._hold(tag)

    def _hold(self, tag: Tag) -> None:
        """Enter an element that holds others."""
        holder, place = _Holder(tag.name), self.place
        if tag.name in _LISTS:
            start = tag.attributes().get("start", "1") if tag.name == "ol" else ""
            place.lists.append(int(start) if start.isdecimal() and len(start) < 10 else None)
            holder.lists = 1
        elif tag.name == "li":
            self._hold_item(holder)
        elif tag.name == "blockquote":
            holder.quotes = 1
        elif tag.name == "details":
            # `<details class="warning">` is an admonition that is folded.
            names = tag.attributes().get("class", "").casefold().split()
            kinds = [kind for name in names if (kind := box_kind(name))]
            holder.box = self.builder.open_box(kinds[0] if kinds else "details", "")
        else:
            self._hold_box(tag, holder)
        place.quotes += holder.quotes
        self._holders.append(holder)

    def _hold_item(self, holder: _Holder) -> None:
        """An item; it ends the one before, and stands in a list even where none is open."""
        for at in range(len(self._holders) - 1, -1, -1):
            if self._holders[at].name in _LISTS:
                break
            if self._holders[at].name == "li":
                self._leave_to(at)
                break
        if not self.place.lists:
            self.place.lists.append(None)
            holder.lists = 1
        self.place.begin_item()

    def _hold_box(self, tag: Tag, holder: _Holder) -> None:
        """A box by its class, or the title of one."""
        classes = tag.attributes().get("class", "") if "class" in tag.written else ""
        names = classes.casefold().split()
        kinds = [(name, kind) for name in names if (kind := box_kind(name))]
        if classes and _TITLES.search(classes):
            holder.label = self.in_label = True
            self.builder.begin("paragraph", self.place.line)
        elif any(is_quote(name) for name in names):
            holder.quotes = 1
        elif kinds and tag.name != "p":
            # Of `alert alert-warning` the second says which.
            name, kind = next((pair for pair in kinds if pair[1] != "note"), kinds[-1])
            if kind not in ("details", "question"):
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
        if name in _HOLDERS:
            for at in range(len(self._holders) - 1, -1, -1):
                if self._holders[at].name == name or {name, self._holders[at].name} <= _LISTS:
                    self._leave_to(at)
                    return

    def leave_lists(self) -> None:
        """A heading ends lists that were left open."""
        for at, holder in enumerate(self._holders):
            if holder.name in _LISTS or holder.name == "li":
                self._leave_to(at)
                return

    def _leave_to(self, at: int) -> None:
        """Leave the holders from `at` inwards."""
        for holder in reversed(self._holders[at:]):
            if holder.label:
                self._take_label()
            self.builder.end()
            if holder.lists and self.place.lists:
                self.place.lists.pop()
            if holder.lists or holder.name == "li":
                self.place.item = None
            self.place.quotes -= holder.quotes
            if holder.box:
                self.builder.close_box(holder.box)
            self.builder.drop_styles()
        del self._holders[at:]

    def _take_label(self) -> None:
        """What was gathered names the box, or is a text of its own where there is none."""
        self.in_label = False
        label = self.builder.take_text()
        if label.strip() and not self.builder.label_box(label):
            self.place.start()
            self.builder.text(label)
            self.builder.end()
