"""Which words of a query a part must hold: the telling ones, and where that is too much, any. Pure.

A question in other words than the text's shares few words with its answer; `rerank` then knows
which of the parts with some of them are the likeliest.
"""

from __future__ import annotations

from collections.abc import Collection

from briefing.record import replace
from briefing.search.stopwords import ASKING_WORDS, QUESTION_WORDS, STOP_WORDS
from briefing.search.tree import And, Node, Or, Query, Text

FEW = 3
"""Where fewer parts hold all of the words, those with some of them follow."""
_LONG, _LEAST, _MOST_OTHER = 5, 4, 3
"""Letters of a word that may end otherwise, those that stay at least, and those that may differ."""


def telling(query: Query) -> Query:
    """`query` without the words that say nothing, unless it has no others."""
    kept = tuple(node for node in query.root.nodes if not _says_nothing(node, query))
    if len(kept) == len(query.root.nodes) or not any(isinstance(node, Text) for node in kept):
        return query
    return replace(query, root=replace(query.root, nodes=kept))


def any_word(query: Query) -> Query | None:
    """`query` with its words and phrases as alternatives; None where it has no two."""
    words = tuple(node for node in query.root.nodes if isinstance(node, Text))
    if len(words) < 2:
        return None
    others = tuple(node for node in query.root.nodes if not isinstance(node, Text))
    return replace(query, root=And((Or(words, 0, 0), *others), 0, len(query.text)))


def loosened(query: Query, unknown: Collection[Text]) -> Query:
    """`query` with the beginnings of words that no part holds: `vacant` finds `vacancy` so."""
    nodes = tuple(_begun(node) if node in unknown else node for node in query.root.nodes)
    return replace(query, root=replace(query.root, nodes=nodes))


def _begun(node: Node) -> Node:
    if not isinstance(node, Text) or len(node.words[-1]) < _LONG:
        return node
    word = node.words[-1]
    return replace(node, words=(word[: max(_LEAST, len(word) - _MOST_OTHER)],), prefix=True)


def asking(query: Query) -> Text | None:
    """The word that `query` asks with, `who`, `where`; None where there is none."""
    first = next(iter(query.root.nodes), None)
    return first if isinstance(first, Text) and first.words[0] in ASKING_WORDS else None


def is_question(query: Query) -> bool:
    """Whether `query` is put as a question."""
    first = next(iter(query.root.nodes), None)
    asks = isinstance(first, Text) and first.words[0] in QUESTION_WORDS and len(query.wanted) > 2
    return asks or query.text.rstrip().endswith(("?", "？", "؟"))


def _says_nothing(node: Node, query: Query) -> bool:
    if not isinstance(node, Text) or node.prefix or node.words[1:]:
        return False
    spelt = query.text[node.start : node.end]
    # `WHO` is not `who`, unless everything is in capitals, or it stands in quotes.
    emphatic = spelt.startswith('"') or (
        len(spelt) > 1 and spelt.isupper() and not query.text.isupper()
    )
    return node.words[0] in STOP_WORDS and not emphatic
