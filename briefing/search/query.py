"""From a query string to its tree, in one pass, without recursion and without ever raising.

    query  = { term | term "OR" term | "(" query ")" | "-" term | "NOT" term }
    term   = word | word "*" | '"' words '"' | field ":" value { "|" value }

Words side by side must all be there, and AND between them changes nothing; OR, or a bar, joins its
two neighbours only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.search.fields import field as read_field
from briefing.search.fold import terms
from briefing.search.lexer import Token, tokens
from briefing.search.tree import And, Field, Ignored, Node, Not, Or, Query, Text

MOST_TERMS = 64
"""Words and fields that are looked at; what comes after is named as ignored."""
DEEPEST = 24
"""Brackets within brackets."""
LONGEST_WORD = 200
"""Characters of one word or phrase that are looked at."""


NO_SIDE = "OR needs a word on both sides"
"""Why an OR is ignored."""


@dataclass(slots=True)
class _Group:
    start: int
    minus: bool = False
    nodes: list[Node] = field(default_factory=list)
    joining: Token | None = None
    """An OR that waits for its right side."""
    denying: Token | None = None
    """A NOT that waits for what it leaves out."""


class _Parser:
    def __init__(self, query: str, *, typing: bool) -> None:
        self.query = query
        self.typing = typing
        self.groups = [_Group(0)]
        self.ignored: dict[str, Ignored] = {}
        """By the reason, each once, where it first is."""
        self.too_deep = 0
        self.count = 0

    def run(self) -> Query:
        for token in tokens(self.query):
            if self.count >= MOST_TERMS:
                end = len(self.query)
                self.ignore(f"only the first {MOST_TERMS} words are looked for", token.start, end)
                break
            self.take(token)
        while len(self.groups) > 1:
            self.close(len(self.query))
        self.dangling()
        nodes = tuple(self.settle(self.groups[0].nodes))
        return Query(self.query, And(nodes, 0, len(self.query)), tuple(self.ignored.values()))

    def ignore(self, why: str, start: int, end: int) -> None:
        self.ignored.setdefault(why, Ignored(why, start, end))

    def unfinished(self, why: str, token: Token) -> None:
        """Leave out what more letters may make good: while they are being typed, without a word."""
        if not (self.typing and token.end == len(self.query)):
            self.ignore(why, token.start, token.end)

    def dangling(self) -> None:
        """Say which words of the innermost group wait for another in vain."""
        group = self.groups[-1]
        if group.joining:
            self.unfinished(NO_SIDE, group.joining)
        if group.denying:
            self.unfinished("NOT needs a word after it", group.denying)
        group.joining = group.denying = None

    def take(self, token: Token) -> None:
        group = self.groups[-1]
        if token.kind == "open":
            self.open(token)
        elif token.kind == "close":
            if self.too_deep:
                self.too_deep -= 1
            elif len(self.groups) > 1:
                self.close(token.end)
            else:
                self.ignore("“)” closes no bracket", token.start, token.end)
        elif token.kind == "or":
            self.dangling()
            if group.nodes:
                group.joining = token
            else:
                self.ignore(NO_SIDE, token.start, token.end)
        elif token.kind == "not":
            if group.denying:
                self.ignore("NOT needs a word after it", group.denying.start, group.denying.end)
            group.denying = token
        elif token.kind == "minus":
            self.unfinished("a “-” by itself leaves nothing out", token)
        else:
            self.term(token)

    def denied(self, token: Token) -> bool:
        """Whether what `token` begins is to be left out."""
        group = self.groups[-1]
        denied = token.minus != (group.denying is not None)
        group.denying = None
        return denied

    def open(self, token: Token) -> None:
        if len(self.groups) > DEEPEST:
            self.too_deep += 1
            self.ignore(f"brackets deeper than {DEEPEST}", token.start, token.end)
        else:
            self.groups.append(_Group(token.start, self.denied(token)))

    def close(self, end: int) -> None:
        self.dangling()
        group = self.groups.pop()
        if not group.nodes:
            return
        node: Node = group.nodes[0] if len(group.nodes) == 1 else _and(group, end)
        if group.minus:
            node = _opposite(node, group.start, end)
        self.add(node)

    def term(self, token: Token) -> None:
        node = self.field(token) if token.kind == "field" else self.text(token)
        if node is None:
            return
        self.count += 1
        self.add(Not(node, token.start, token.end) if self.denied(token) else node)

    def field(self, token: Token) -> Node | None:
        found, ignored = read_field(token)
        for each in ignored:
            if not (self.typing and each.end == len(self.query)):
                self.ignored.setdefault(each.why, each)
        return found

    def text(self, token: Token) -> Node | None:
        words = tuple(terms(token.value[:LONGEST_WORD]))
        if not words:
            shown = "".join(char if char.isprintable() else "�" for char in token.value[:20])
            if shown.strip("*"):
                why = f"“{shown}” holds no letter and no digit"
                self.ignore(why, token.start, token.end)
            return None
        # A last word that is spelt out before the cut is not the beginning of another.
        return Text(
            words, token.prefix and len(token.value) <= LONGEST_WORD, token.start, token.end
        )

    def add(self, node: Node) -> None:
        group = self.groups[-1]
        if group.joining:
            group.joining = None
            left = group.nodes.pop()
            sides = (*(left.nodes if isinstance(left, Or) else (left,)), node)
            node = Or(sides, sides[0].start, node.end)
        group.nodes.append(node)

    def settle(self, nodes: list[Node]) -> list[Node]:
        """`nodes` such that below the root no OR and no bracket mixes texts, fields and NOTs."""
        settled: list[Node] = []
        waiting = list(reversed(nodes))
        while waiting:
            node = waiting.pop()
            if isinstance(node, And):
                waiting.extend(reversed(node.nodes))
            elif isinstance(node, (Text, Field)):
                settled.append(node)
            elif (kept := self.purify(node)) is not None:
                settled.append(kept)
        return settled

    def purify(self, node: Node) -> Node | None:
        """`node` with its texts alone or, where it has none, with its fields."""
        return self.keep(node, fields=not _has_text(node), inside=False)

    def keep(self, node: Node, *, fields: bool, inside: bool) -> Node | None:
        if isinstance(node, (Text, Field)):
            if isinstance(node, Field) == fields:
                return node
            self.beside(node, "beside OR or in brackets with words")
            return None
        if isinstance(node, Not):
            if inside and not fields:
                self.beside(node, "beside OR or in brackets")
                return None
            kept = self.keep(node.node, fields=fields, inside=True)
            return None if kept is None else Not(kept, node.start, node.end)
        found = [self.keep(inner, fields=fields, inside=True) for inner in node.nodes]
        nodes = tuple(inner for inner in found if inner is not None)
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return type(node)(nodes, node.start, node.end)

    def beside(self, node: Node, where: str) -> None:
        spelt = self.query[node.start : node.end]
        self.ignore(f"{spelt} {where}", node.start, node.end)


def parse(query: str, *, typing: bool = False) -> Query:
    """The query that `query` spells; positions are code points of it.

    While it is being `typing`-ed, a last word that nothing follows is the beginning of one, except
    a single letter, which begins too many; and what is not finished is not named as ignored.
    """
    parsed = _Parser(query, typing=typing).run()
    if not typing or not parsed.root.nodes:
        return parsed
    *before, last = parsed.root.nodes
    root = And((*before, _open_ended(last, query)), 0, len(query))
    return Query(query, root, parsed.ignored)


def _open_ended(node: Node, query: str) -> Node:
    if isinstance(node, Or):
        return Or((*node.nodes[:-1], _open_ended(node.nodes[-1], query)), node.start, node.end)
    if not isinstance(node, Text) or node.end < len(query) or not query[-1].isalnum():
        return node
    return Text(node.words, len(node.words[-1]) > 1, node.start, node.end)


def _and(group: _Group, end: int) -> Node:
    return And(tuple(group.nodes), group.start, end)


def _opposite(node: Node, start: int, end: int) -> Node:
    return node.node if isinstance(node, Not) else Not(node, start, end)


def _has_text(node: Node) -> bool:
    if isinstance(node, Not):
        return _has_text(node.node)
    if isinstance(node, (And, Or)):
        return any(_has_text(inner) for inner in node.nodes)
    return isinstance(node, Text)
