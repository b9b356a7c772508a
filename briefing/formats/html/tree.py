"""A page as a light tree: what is read, how much of it is prose, and how much of it is links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.document.text import clean_text

# Never read on the page itself: code, drawings, controls, and what a browser shows instead.
UNREAD = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas"),
        *("audio", "video", "select", "option", "textarea", "input", "datalist", "map"),
        *("head", "meta", "link", "base", "title", "annotation", "annotation-xml", "rt", "rp"),
    )
)
CONTROLS = frozenset({"mw-editsection", "headerlink", "anchorjs-link", "hash-link", "anchor-link"})
"""Classes of the small links by which a heading is edited or quoted."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    (
        *("body", "article", "main", "section", "div", "header", "footer", "aside", "nav"),
        *("figure", "figcaption", "picture", "p", "ul", "ol", "li", "dl", "dt", "dd", "menu"),
        *("blockquote", "pre", "hr", "details", "summary", "form", "fieldset", "address"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *("center", "hgroup", "button"),
        *HEADINGS,
    )
)
"""What begins and ends a piece of text of its own."""
NAMES = ("class", "id", "role", "data-component", "data-testid")
PARAGRAPHS = frozenset({"p", "dd", "li", "blockquote", "td"})
PROSE = 80
"""Letters from which a paragraph counts as prose; teasers, captions and bylines stay below it."""
SPACE = re.compile(r"\s+")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a word begins in a name such as `relatedArticles`."""
HEADLINE = 15
"""Letters from which a linked heading is the headline of something else."""
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:top|left|text-indent)\s*:\s*-\d{3,}", re.I
)
STYLED = re.compile(r"(?:^|\s)h([1-4])(?:\s|$)")
"""A class that makes what is no heading look like one of that level, as style sheets name it."""
LONGEST_STYLED = 120
KICKER_TAGS = frozenset({"span", "small", "time"})
KICKER = re.compile(
    r"(?<![a-z])(?:date|kicker|topline|top-line|overline|eyebrow|dachzeile|roofline)(?![a-z])"
)
"""Classes of what stands in a headline over its words."""
NEW_LINE = "\0"
"""A sign that no page's text holds, as the parser reads it."""


@dataclass(slots=True, eq=False)
class Node:
    """An element: its children are elements and texts, in order."""

    tag: str
    attributes: Mapping[str, str | None]
    parent: Node | None
    children: list[Node | str] = field(default_factory=list)
    letters: int = 0
    """Characters of text in it, space folded."""
    linked: int = 0
    """How many of `letters` stand in links."""
    prose: int = 0
    """How many of `letters` stand in paragraphs long enough to be prose, links not counted."""
    own: int = 0
    """How many of `prose` are the article's, as far as tags, names and shapes tell."""
    holds_block: bool = False
    """Whether a block is in it, as in `<span><div>` and `<a><h3>`."""
    holds_table: bool = False
    holds_form: bool = False
    holds_heading: bool = False
    leads: bool = False
    """Whether a link in it leads to another page."""
    holds_headline: bool = False
    """Whether a heading in it is a link, or in one: the headline of something else."""
    marker: str = ""
    """Of an item: the number that its list gives it."""
    _names: str | None = None

    def get(self, name: str) -> str:
        """An attribute, or the empty string."""
        return self.attributes.get(name) or ""

    @property
    def names(self) -> str:
        """What its author called it: classes, id, role and test hooks, in words of lower case.

        The id of a heading is made of its own words, so that links can lead to it.
        """
        if self._names is None:
            keys = NAMES if self.tag not in HEADINGS else NAMES[:1]
            given = " ".join([self.get(key) for key in keys]) if self.attributes else ""
            self._names = HUMP.sub("-", given).lower() if given.strip() else ""
        return self._names

    @property
    def hidden(self) -> bool:
        """Whether the page says that it is not shown."""
        return "hidden" in self.attributes or bool(HIDDEN.search(self.get("style")))

    @property
    def leads_away(self) -> bool:
        """Whether, as a link, it leads to another page and not to a place on its own."""
        target = self.get("href")
        return bool(target) and not target.startswith(("#", "javascript:"))

    @property
    def link_share(self) -> float:
        """Share of its letters that stand in links, 0 to 1."""
        return self.linked / self.letters if self.letters else 0.0

    def elements(self) -> Iterator[Node]:
        """It and everything under it, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in node.children[::-1] if isinstance(child, Node)]

    def text(self) -> str:
        """All its text on one line."""
        return " ".join(self.lines())

    def lines(self) -> list[str]:
        """Its text, cut where a page begins a new line."""
        pieces: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                pieces.append(item)
                continue
            apart = item.tag == "br" or item.tag in BLOCKS
            if apart:
                pieces.append(NEW_LINE)
                waiting.append(NEW_LINE)
            waiting.extend(reversed(item.children))
        lines = (" ".join(line.split()) for line in "".join(pieces).split(NEW_LINE))
        return [line for line in lines if line]


def heading_level(node: Node) -> int:
    """The level of a heading by its tag, or by a class that makes it look like one; 0 if none."""
    if level := HEADINGS.get(node.tag):
        return level
    if node.tag not in {"div", "p"} or not 0 < node.letters <= LONGEST_STYLED or node.holds_block:
        return 0
    styled = STYLED.search(node.get("class"))
    return int(styled[1]) if styled and any(char.isalpha() for char in node.text()) else 0


def grow(page: LexborHTMLParser) -> Node:
    """The body of a parsed page as a `Node`; an empty one for a page without a body."""
    root = Node("body", {}, None)
    if page.body is None:
        return root
    order = [root]
    waiting: list[tuple[LexborNode, Node]] = [(page.body, root)]
    while waiting:
        source, parent = waiting.pop()
        found = source.child
        while found is not None:
            tag = found.tag
            if tag == "-text":
                if text := found.text_content:
                    # Entities are decoded by now, so this is where a page's text becomes safe.
                    parent.children.append(clean_text(text))
            elif tag and tag[0] not in "-_!" and tag not in UNREAD:
                given = found.attributes
                if tag in {"span", "a"} and (given.get("class") or "") in CONTROLS:
                    found = found.next
                    continue
                node = Node(tag, given, parent)
                parent.children.append(node)
                order.append(node)
                waiting.append((found, node))
            found = found.next
    for node in order:
        if node.tag in HEADINGS:
            _take_kicker(node)
    _weigh(order)
    return root


def _take_kicker(heading: Node) -> None:
    """Put a date or a kicker that stands in a heading before its words below it, on its own."""
    inside = [child for child in heading.children if isinstance(child, Node) or child.strip()]
    first = inside[0] if len(inside) > 1 else None
    if not isinstance(first, Node) or first.tag not in KICKER_TAGS or heading.parent is None:
        return
    if KICKER.search(first.get("class").lower()):
        heading.children.remove(first)
        around = heading.parent.children
        around.insert(next(n for n, node in enumerate(around) if node is heading) + 1, first)
        first.tag, first.parent = "p", heading.parent


def _weigh(order: list[Node]) -> None:
    """Count letters, links and prose, and look for blocks, children before their parents."""
    for node in reversed(order):
        for child in node.children:
            if isinstance(child, str):
                node.letters += len(" ".join(child.split()))
            else:
                node.letters += child.letters
                node.linked += child.letters if child.tag == "a" else child.linked
                node.prose += child.prose
                node.holds_block |= child.holds_block or child.tag in BLOCKS
                node.holds_table |= child.holds_table or child.tag == "table"
                node.holds_form |= child.holds_form or child.tag == "form"
                node.holds_heading |= child.holds_heading or child.tag in HEADINGS
                node.leads |= child.leads or (child.tag == "a" and child.leads_away)
                node.holds_headline |= child.holds_headline
        if node.tag in HEADINGS or node.tag == "a":
            node.holds_headline |= _is_headline(node)
        own = node.letters - node.linked
        if node.prose == 0 and own >= PROSE and (node.tag in PARAGRAPHS or _is_text(node)):
            node.prose = own


def _is_text(node: Node) -> bool:
    """Whether a `div` is used as a paragraph: text of its own, long enough to be prose."""
    own = sum(len(child.strip()) for child in node.children if isinstance(child, str))
    return own >= PROSE


def _is_headline(node: Node) -> bool:
    """Whether a heading is a link to elsewhere, or a link holds a heading."""
    if node.letters < HEADLINE:
        return False
    if node.tag == "a":
        return node.leads_away and node.holds_heading
    return node.linked >= 0.8 * node.letters and node.leads
