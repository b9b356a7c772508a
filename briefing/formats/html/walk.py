"""A page's tree to blocks, in reading order: the article's, and what stands round it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.document.model import Block, BlockKind, Box, BoxKind, Span
from briefing.document.text import clean_line
from briefing.formats.html.inline import Run
from briefing.formats.html.region import CALLOUT, article, furniture
from briefing.formats.html.tree import Node

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    [
        "body",
        "article",
        "main",
        "section",
        "div",
        "header",
        "footer",
        "aside",
        "nav",
        "figure",
        "figcaption",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "hr",
        "details",
        "summary",
        "form",
        "fieldset",
        "address",
        "center",
        "menu",
        "hgroup",
        "button",
        "img",
        "picture",
    ]
) | frozenset(HEADINGS)
KINDS: dict[str, BlockKind] = {"li": "item", "dt": "term", "dd": "definition"}
OUTSIDE = "outside-article"
BOXES: tuple[tuple[str, BoxKind], ...] = (
    ("warning|alert|danger|caution", "warning"),
    ("tip|hint", "tip"),
    ("callout|admonition|note|notice|info-?box|highlight-box|fact-?box", "note"),
)
LONGEST_BOLD_HEADING = 90
"""Characters of an all-bold paragraph that is still taken for a heading."""


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
    reason: str = OUTSIDE
    heading_level: int = 1

    def flush(self) -> None:
        """End the block being gathered."""
        text, spans = self.run.take()
        if not text:
            return
        kind, level = self.kind, self.level
        if kind == "paragraph" and not self.reason and _all_bold(text, spans):
            kind, level, spans = "heading", min(6, self.heading_level + 1), ()
        elif kind == "heading":
            self.heading_level = level
        self.put(kind, text, spans, level)

    def put(self, kind: BlockKind, text: str, spans: tuple[Span, ...] = (), level: int = 0) -> None:
        """Add a block as it stands."""
        marker = self.marker if kind == "item" else ""
        self.blocks.append(
            Block(
                kind, text, 0, level, marker=marker, spans=spans, box=self.box,
                furniture=self.reason,
            )
        )  # fmt: skip
        if kind == "item":
            # A second paragraph of the same item carries no bullet of its own.
            self.marker = ""


def blocks_of(body: Node) -> list[Block]:
    """Every block of the page; `line` is not known yet and stands at 0."""
    regions = article(body)
    walk = Walk(regions, max(1, sum(region.prose for region in regions)))
    _descend(walk, body)
    return walk.blocks


def _descend(walk: Walk, root: Node) -> None:
    """Walk with a stack of our own: pages nest deeper than Python may recurse."""
    waiting: list[tuple[Node | str, tuple[object, ...] | None]] = [(root, None)]
    while waiting:
        item, restore = waiting.pop()
        if isinstance(item, str):
            walk.run.add(item)
        elif restore is not None:
            walk.flush()
            (walk.kind, walk.level, walk.marker, walk.box, walk.reason, walk.depth) = restore  # type: ignore[assignment]  # saved from the same fields below
        elif item.tag not in BLOCKS and not _holds_block(item):
            walk.run.add_element(item)
        else:
            walk.flush()
            saved = (walk.kind, walk.level, walk.marker, walk.box, walk.reason, walk.depth)
            if _enter(walk, item):
                waiting.append((item, saved))
                waiting.extend((child, None) for child in reversed(item.children))


def _enter(walk: Walk, node: Node) -> bool:
    """Set what `node` says of the blocks in it; false where it was dealt with whole."""
    if any(node is region for region in walk.regions):
        walk.reason = ""
    elif not walk.reason and (reason := furniture(node, walk.whole)):
        walk.reason = reason
    tag = node.tag
    if tag in HEADINGS:
        walk.kind, walk.level = "heading", HEADINGS[tag]
    elif tag in {"ul", "ol", "menu"}:
        walk.depth += 1
        _number(node)
    elif tag in KINDS:
        walk.kind, walk.level = KINDS[tag], max(0, walk.depth - 1)
        walk.marker = node.get("data-marker") or "•"
    elif tag == "blockquote":
        walk.kind, walk.level = "quote", 0
    elif tag in {"details", "summary"} or _is_callout(node):
        _open_box(walk, node)
    elif tag in {"pre", "table", "hr", "img"}:
        _leaf(walk, node)
        return False
    elif tag == "figcaption":
        walk.kind = "image"
    return tag != "summary"


def _leaf(walk: Walk, node: Node) -> None:
    """A block whose inside is not walked."""
    if node.tag == "hr":
        walk.put("rule", "")
    elif node.tag == "img":
        alternative = clean_line(node.get("alt"))
        if " " in alternative:  # one word is a file's name or a drawn line, not a description
            walk.put("image", alternative)
    elif node.tag == "pre":
        text = "".join(_raw(node)).strip("\n")
        if text.strip():
            walk.put("code", text)
    else:
        _table(walk, node)


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


def _table(walk: Walk, table: Node) -> None:
    """A table of figures becomes a table; one that only lays out the page is walked as a page."""
    rows = [node for node in table.elements() if node.tag == "tr"]
    cells = [
        [c for c in row.children if isinstance(c, Node) and c.tag in {"td", "th"}] for row in rows
    ]
    nested = any(node.tag == "table" for node in table.elements() if node is not table)
    if nested or max((len(row) for row in cells), default=0) < 2 or table.prose > table.letters / 2:
        for row in cells:
            for cell in row:
                cell.parent = None
                _descend(walk, cell)
                walk.flush()
        return
    lines = ["\t".join(cell.text() for cell in row) for row in cells if row]
    if text := "\n".join(line for line in lines if line.strip()):
        walk.put("table", text)


def _open_box(walk: Walk, node: Node) -> None:
    if node.tag == "summary":
        return
    walk.boxes += 1
    if node.tag == "details":
        summary = next(
            (c for c in node.children if isinstance(c, Node) and c.tag == "summary"), None
        )
        walk.box = Box("details", summary.text() if summary else "", walk.boxes)
        return
    kind: BoxKind = "note"
    for words, meant in BOXES:
        if re.search(words, node.names):
            kind = meant
            break
    walk.box = Box(kind, "", walk.boxes)


def _is_callout(node: Node) -> bool:
    found = CALLOUT.search(node.names) if node.tag in {"div", "aside", "section"} else None
    return (
        bool(found)
        and bool(node.letters)
        and bool(re.search("|".join(words for words, _ in BOXES), found[0] if found else ""))
    )


def _number(node: Node) -> None:
    """Give the items of a numbered list their numbers."""
    if node.tag != "ol":
        return
    start = node.get("start")
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
    for child in node.children:
        if isinstance(child, Node) and child.tag == "li":
            child.attributes = {**child.attributes, "data-marker": f"{number}."}
            number += 1


def _holds_block(node: Node) -> bool:
    """Whether an inline element has a block in it, as `<span><div>` and `<a><h3>` do."""
    return any(child.tag in BLOCKS for child in node.elements() if child is not node)


def _all_bold(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether a paragraph is one short bold line without a full stop: a heading by looks."""
    if len(text) > LONGEST_BOLD_HEADING or text[-1] in ".,;:!…”\"'":
        return False
    return any(s.style == "strong" and s.start == 0 and s.end >= len(text) for s in spans)
