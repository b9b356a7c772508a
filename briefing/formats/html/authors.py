"""Who wrote a page: names where authors stand on it, or that its head gives."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.formats.html.linked_data import Witness
from briefing.formats.html.region import named
from briefing.formats.html.tree import Node

NAME = re.compile(r"[^\W\d_][\w.'’\-]*(?: [^\W\d_][\w.'’\-]*){1,4}")
BY = re.compile(
    r"^(?:(?:(?:written|story|text|words|published|posted) )?"
    r"(?:by|von|par|por|di|da|od|door|przez|от|yazan)\b"
    r"|(?:author|autor|auteur|autore|yazar|автор|über|about)\b):?\s*",
    re.I,
)
NOT_A_NAME = re.compile(
    r"\b(?:staff|editor|editors|team|redaktion|admin|desk|newsroom|correspondent|reporter|news|"
    r"writer|contributor|contributors|online|magazine|media|https?|www|facebook|twitter)\b",
    re.I,
)
AUTHOR = re.compile(
    r"(?<![a-z])(?:byline|author|autor|auteur|autore)(?:s|-?name|__name|_name)?(?![a-z])"
)
BETWEEN = re.compile(r",\s*|\s[|•·–—&]\s|\s(?:and|und|et|y|e|en|i|та|и)\s")
FIRST_NAME = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_A-Z]{2,14}")
NICKNAME = re.compile(r"[^\W\d_]\w{1,19}")
PARTICLES = re.compile(r"by|v[oa]n|de[rnl]?|d[aiu]|dos|l[ae]|p[ao]r|and|und|et?|y")
IN_HEAD = 1
"""The last of the places looked at that is in the page's head, which its readers do not see."""
MOST_AUTHORS = 4
ELSEWHERE = frozenset({"comments", "related-links", "notice", "advertisement"})
NEAR = 12
"""Elements round a name that are looked at: a page may nest without end."""
WHOLE_PAGE = 5_000
"""Letters from which an element is no box of the page."""


def byline(body: Node, tags: dict[str, str], data: Witness) -> str:
    """Names that stand on the page where authors stand, or that the page's head gives."""
    claims: list[Callable[[], list[str]]] = [
        lambda: list(data.authors),
        lambda: [
            tags.get("author", "") or tags.get("article:author", "") or tags.get("dc.creator", "")
        ],
        lambda: _first_text(body, lambda node: "author" in node.get("rel").split()),
        lambda: _first_text(body, _is_author),
    ]
    sites = {folded(tags.get("og:site_name", "")), *map(folded, [*data.publishers, data.title])}
    said: list[str] = []
    for place, claim in enumerate(claims):
        texts = claim()
        names: list[str] = []
        for text in texts:
            names += [name for name in _names(text) if folded(name) not in sites]
        names = list(dict.fromkeys(names))
        if names and len(names) <= MOST_AUTHORS:
            return ", ".join(names)
        # One word is a name if two places where authors stand say it, one of them to readers.
        for nick in [BY.sub("", text) for text in texts]:
            if nick in said and place > IN_HEAD and folded(nick) not in sites:
                return nick
            if NICKNAME.fullmatch(nick) and not NOT_A_NAME.search(nick):
                said.append(nick)
    return ""


def _first_text(body: Node, wanted: Callable[[Node], bool]) -> list[str]:
    """The first line with a name in the first element that is wanted, or the whole of it."""
    for node in body.elements():
        if wanted(node) and not elsewhere(node, body.prose):
            lines = node.lines()
            inside = [child.text() for child in node.children if isinstance(child, Node)]
            named = (
                line
                for line in [*lines[:2], *filter(None, inside[:2])]
                if NAME.fullmatch(BY.sub("", line)) and _is_cased(line)
            )
            return [next(named, "") or " ".join(lines)]
    return []


def _is_cased(line: str) -> bool:
    """Whether a line can be a name: no word in it begins small but for those that names hold."""
    *words, last = line.split()
    return not last[0].islower() and all(
        not word[0].islower() or PARTICLES.fullmatch(word) for word in words
    )


def elsewhere(node: Node, whole: int) -> bool:
    """Whether `node` stands in a comment, a teaser or another box that is not the article's."""
    for _ in range(NEAR):
        if node.parent is None:
            break
        node = node.parent
        if node.letters < WHOLE_PAGE and named(node, whole) in ELSEWHERE:
            return True
    return False


def _is_author(node: Node) -> bool:
    if node.get("itemprop") == "author":
        return True
    return 0 < node.letters < 80 and bool(AUTHOR.search(node.names))


def _names(text: str) -> list[str]:
    """The names of persons that `text` begins with; a role behind a name is left off."""
    text = BY.sub("", " ".join(text.split())).strip(" ,.;:|")
    names: list[str] = []
    for piece in BETWEEN.split(text):
        if not NAME.fullmatch(piece) or NOT_A_NAME.search(piece):
            break
        names.append(piece)
    if not names and FIRST_NAME.fullmatch(text) and not NOT_A_NAME.search(text):
        return [text]
    return names


def folded(text: str) -> str:
    """Its letters and digits alone, to compare what pages write in several ways."""
    return "".join(char for char in text.casefold() if char.isalnum())
