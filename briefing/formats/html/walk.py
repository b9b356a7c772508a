"""A page's tree to blocks, in reading order: the article's, and what stands round it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.document.model import Block, BlockKind, Box, BoxKind, Span
from briefing.formats.html.inline import Run
from briefing.formats.html.region import CALLOUT, WHOLE, article, furniture
from briefing.formats.html.tables import caption, is_layout, rows
from briefing.formats.html.tree import BLOCKS, HEADINGS, Node, heading_level

KINDS: dict[str, BlockKind] = {"li": "item", "dt": "term", "dd": "definition"}
OUTSIDE = "outside-article"
BOXES: tuple[tuple[str, BoxKind], ...] = (
    ("warning|alert|danger|caution", "warning"),
    ("tip|hint", "tip"),
    ("callout|admonition|note|notice|info-?box|highlight-box|fact-?box", "note"),
)
_BOX = re.compile("|".join(words for words, _ in BOXES))
POINTERS = frozenset({"paragraph", "quote"})
LONGEST_LABEL = 30
"""Characters of `Read also:` before the headline of another article."""
SHORTEST_HEADLINE = 25
_TITLE = re.compile(
    r"\b(?:admonition|callout|alert|box|note|tip)[-_]*(?:title|heading)\b", re.IGNORECASE
)
MOST_BEFORE_TITLE = 4
"""Children of a box among which the element with its title is looked for."""
LONGEST_BOLD_HEADING = 90
"""Characters of an all-bold paragraph that is still taken for a heading."""


class Here(NamedTuple):
    """What holds of the blocks at one place, to come back to when an element ends."""

    kind: BlockKind
    level: int
    marker: str
    box: Box | None
    reason: str
    depth: int


@dataclass(slots=True)
class Walk:
    """Gathers the blocks of a page. `whole` is the article's prose in letters."""

    regions: tuple[Node, ...]
    whole: int
    blocks: list[Block] = field(default_factory=list)
    run: Run = field(default_factory=Run)
    depth: int = 0
    """Lists open round the place we are at."""
    marker: str = ""
    kind: BlockKind = "paragraph"
    level: int = 0
    box: Box | None = None
    boxes: int = 0
    labelled: set[int] = field(default_factory=set)
    """The boxes that a block carries, and with them their labels."""
    shown: set[str] = field(default_factory=set)
    """What pictures are said to show, and headings: a picture need not say it again."""
    reason: str = OUTSIDE
    heading_level: int = 1

    def flush(self) -> None:
        """End the block being gathered."""
        if self.run.empty:
            return
        paid = self.run.paid
        text, spans, images = self.run.take()
        if text:
            self._put_text(text, spans, self.reason or self._own_reason(text, spans, paid))
        for shown in images:
            if shown not in self.shown:
                self.put("image", shown)

    def _own_reason(self, text: str, spans: tuple[Span, ...], paid: int) -> str:
        """Why a block of the article is furniture for what it says itself."""
        if self.kind == "paragraph" and paid >= len(text):
            return "advertisement"
        return "related-links" if self.kind in POINTERS and _points_away(text, spans) else ""

    def _put_text(self, text: str, spans: tuple[Span, ...], reason: str) -> None:
        kind, level = self.kind, self.level
        if kind == "paragraph" and not reason and _all_bold(text, spans):
            kind, level, spans = "heading", min(6, self.heading_level + 1), ()
        elif kind == "heading":
            self.heading_level = level
        self.put(kind, text, spans, level, reason)

    def put(
        self,
        kind: BlockKind,
        text: str,
        spans: tuple[Span, ...] = (),
        level: int = 0,
        reason: str | None = None,
    ) -> None:
        """Add a block as it stands; `reason` where it is furniture for one of its own."""
        furniture = self.reason if reason is None else reason
        if kind in {"image", "heading"}:
            last = self.blocks[-1] if self.blocks else None
            if kind == "image" and last and last.kind == "image" and last.text in text:
                # A caption that says what its picture is said to show.
                self.blocks.pop()
            self.shown.add(text)
        if self.box:
            self.labelled.add(self.box.ordinal)
        marker = self.marker if kind == "item" else ""
        self.blocks.append(
            Block(
                kind, text, 0, level, marker=marker, spans=spans, box=self.box,
                furniture=furniture,
            )
        )  # fmt: skip
        if kind == "item":
            # A second paragraph of the same item carries no bullet of its own.
            self.marker = ""

    def open_box(self, kind: BoxKind, label: str) -> None:
        """Begin a box; one that has nothing but its label before it is read first."""
        self._read_label()
        self.boxes += 1
        self.box = Box(kind, label, self.boxes)

    def leave(self, here: Here) -> None:
        """End an element, and go on as before it."""
        self.flush()
        ended = self.box
        if ended != here.box:
            self._read_label()
        self.kind, self.level, self.marker, self.box, self.reason, self.depth = here
        if ended != self.box and self.box and self.box.ordinal in self.labelled:
            # What follows is the same container, but its label has been said.
            self.boxes += 1
            self.box = Box(self.box.kind, "", self.boxes)

    def _read_label(self) -> None:
        """A label whose box has nothing of its own is text."""
        if self.box and self.box.label and self.box.ordinal not in self.labelled:
            self.labelled.add(self.box.ordinal)
            label, self.box = self.box.label, None
            self.put("paragraph", label)


def blocks_of(body: Node) -> list[Block]:
    """Every block of the page; `line` is not known yet and stands at 0."""
    regions = article(body)
    walk = Walk(regions, max(1, sum(region.prose for region in regions)))
    _descend(walk, body)
    return walk.blocks


def _descend(walk: Walk, root: Node) -> None:
    """Walk with a stack of our own: pages nest deeper than Python may recurse."""
    waiting: list[tuple[Node | str, Here | None]] = [(root, None)]
    while waiting:
        item, restore = waiting.pop()
        if isinstance(item, str):
            walk.run.add(item)
        elif restore is not None:
            walk.leave(restore)
        elif item.tag not in BLOCKS and not item.holds_block:
            walk.run.add_element(item)
        else:
            walk.flush()
            here = Here(walk.kind, walk.level, walk.marker, walk.box, walk.reason, walk.depth)
            if _enter(walk, item):
                waiting.append((item, here))
                waiting.extend((child, None) for child in reversed(item.children))


def _enter(walk: Walk, node: Node) -> bool:
    """Set what `node` says of the blocks in it; false where it was dealt with whole."""
    if any(node is region for region in walk.regions):
        walk.reason = ""
    elif not walk.reason and (reason := furniture(node, walk.whole)):
        walk.reason = reason
    tag = node.tag
    if level := heading_level(node):
        walk.kind, walk.level = "heading", level
    elif tag in {"ul", "ol", "menu"}:
        walk.depth += 1
        _number(node)
    elif tag in KINDS:
        walk.kind, walk.level = KINDS[tag], max(0, walk.depth - 1)
        walk.marker = node.marker or "•"
    elif tag == "blockquote":
        walk.kind, walk.level = "quote", 0
    elif tag == "details":
        walk.open_box("details", _taken(node, lambda child: child.tag == "summary"))
    elif callout := _callout(node, walk.whole):
        walk.open_box(callout, _taken(node, lambda child: bool(_TITLE.search(child.names))))
    elif tag == "button" and walk.kind == "heading" and _is_control(node):
        walk.kind, walk.level, walk.reason = "paragraph", 0, walk.reason or "navigation"
    elif tag in {"pre", "hr"} or (tag == "table" and not is_layout(node)):
        _leaf(walk, node)
        return False
    elif tag == "figcaption":
        walk.kind = "image"
    return True


def _leaf(walk: Walk, node: Node) -> None:
    """A block whose inside is not walked."""
    if node.tag == "hr":
        walk.put("rule", "")
    elif node.tag == "pre":
        text = "".join(_raw(node)).strip("\n")
        if text.strip():
            walk.put("code", text)
    else:
        if said := caption(node):
            walk.put("paragraph", said)
        if text := rows(node):
            walk.put("table", text)


def _raw(node: Node) -> list[str]:
    pieces: list[str] = []
    waiting: list[Node | str] = [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            pieces.append(item)
        elif item.tag == "br":
            pieces.append("\n")
        else:
            waiting.extend(reversed(item.children))
    return pieces


def _taken(box: Node, names_it: Callable[[Node], bool]) -> str:
    """The label of a box, which is then no longer part of what it holds."""
    for child in box.children[:MOST_BEFORE_TITLE]:
        if isinstance(child, Node) and names_it(child):
            box.children.remove(child)
            return child.text()
    return ""


def _callout(node: Node, whole: int) -> BoxKind | None:
    """The kind of box that an element is by its names; none where it is no box, or all the text."""
    if (
        node.tag not in {"div", "aside", "section"}
        or not node.letters
        or node.prose > WHOLE * whole
    ):
        return None
    names = node.names.replace(node.get("role").lower(), "") if node.get("role") else node.names
    found = CALLOUT.search(names)
    if not found or not _BOX.search(found[0]):
        return None
    return next((kind for words, kind in BOXES if re.search(words, names)), "note")


def _is_control(button: Node) -> bool:
    """Whether a button in a heading is not all that the heading says, as one that opens it is."""
    node = button
    while node.parent is not None and node.tag not in HEADINGS:
        node = node.parent
    return node.letters > button.letters


def _number(node: Node) -> None:
    """Give the items of a numbered list their numbers."""
    if node.tag != "ol":
        return
    start = node.get("start")
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
    for child in node.children:
        if isinstance(child, Node) and child.tag == "li":
            child.marker = f"{number}."
            number += 1


def _all_bold(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether a paragraph is one short bold line without a full stop: a heading by looks."""
    if len(text) > LONGEST_BOLD_HEADING or text[-1] in ".,;:!…”\"'":
        return False
    return any(s.style == "strong" and s.start == 0 and s.end >= len(text) for s in spans)


def _points_away(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether a paragraph is only the headline of another article, a label before it perhaps."""
    links = [s for s in spans if s.style == "link" and not s.target.startswith("#")]
    linked = sum([link.end - link.start for link in links])
    if linked < SHORTEST_HEADLINE or len(text) - linked > LONGEST_LABEL:
        return False
    label = text[: links[0].start].strip()
    behind = text[links[-1].end :].strip(" .>»|)")
    return not behind and label[-1:] in (":", "|", "-", "–", "—")
