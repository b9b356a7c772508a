"""What a query that is being typed may go on with: fields, what they take, names of the library.

Pure: what the library holds comes as `Sources`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.record import record
from briefing.search import dates
from briefing.search.fold import terms
from briefing.search.lexer import Token, plain, tokens
from briefing.search.query import parse
from briefing.search.tree import FIELDS, Field, FieldName

MOST = 12
"""Completions that are offered, if not told otherwise."""
_SAMPLES = {"in:": "faq ", "is:": "unread ", "after:": "2025 ", "before:": "2025 "}
"""What a field takes, to try whether it may stand somewhere."""
_LEAST = 2
"""Letters of a bare word from which names of the library are offered for it."""
MEANINGS: dict[FieldName, str] = {
    "in": "one kind of part",
    "doc": "one briefing",
    "by": "one author",
    "tag": "one tag",
    "after": "that day or later",
    "before": "earlier than that day",
    "is": "what you did with it",
}
_VALUES: dict[FieldName, dict[str, str]] = {
    "in": {
        "sections": "the text under the headings",
        "trends": "key trends",
        "faq": "questions and answers",
        "tips": "tips, notes and warnings",
        "title": "titles, headings, labels and questions",
    },
    "is": {
        "bookmarked": "briefings with a bookmark",
        "unread": "briefings with parts not read",
        "changed": "briefings that changed since you opened them",
    },
    "after": dict.fromkeys(dates.EXAMPLES, ""),
    "before": dict.fromkeys(dates.EXAMPLES, ""),
}


@record
class Name:
    """A value that the library knows: `text` goes into the query, `folded` is what finds it."""

    text: str
    meaning: str
    folded: str
    """Its words, folded, a space before each."""


@record
class Sources:
    """What the library holds for `doc:`, `tag:` and `by:`, in the order to offer it."""

    ids: tuple[Name, ...] = ()
    tags: tuple[Name, ...] = ()
    bylines: tuple[Name, ...] = ()

    @classmethod
    def of(cls, heads: Iterable[tuple[str, str, str, Sequence[str]]]) -> Sources:
        """From the id, title, byline and tags of each document, those to offer first coming first.

        Tags and bylines are offered by how many documents have them.
        """
        ids: list[Name] = []
        tags: Counter[str] = Counter()
        bylines: Counter[str] = Counter()
        for each, title, byline, tagged in heads:
            ids.append(Name(each, title, _folded(f"{each} {title}")))
            tags.update(tagged)
            if byline:
                bylines[byline] += 1
        return cls(tuple(ids), _counted(tags), _counted(bylines))


@record
class Completion:
    """One way to go on: `text` in the place of `query[start:end]`."""

    text: str
    meaning: str
    """In a few words, for the reader; may be empty."""
    start: int
    end: int
    whole: bool
    """Whether that is all; a field's name still waits for its value."""

    def applied(self, query: str) -> tuple[str, int]:
        """The query with it, and where the cursor then stands."""
        rest = query[self.end :]
        space = " " if self.whole and not rest.startswith((" ", ")", "|", ",")) else ""
        begun = query[: self.start] + self.text + space
        return begun + rest, len(begun) + (self.whole and not space and rest.startswith(" "))


def completions(
    query: str, cursor: int, sources: Sources, most: int = MOST
) -> tuple[Completion, ...]:
    """What the word at `cursor` may go on with, likeliest first; without a word, the fields.

    Each, when it is applied, is a field that the query then asks for.
    """
    cursor = max(0, min(cursor, len(query)))
    found: list[Completion] = []
    for completion in _offered(query, cursor, sources):
        if _fits(completion, query):
            found.append(completion)
        elif not found:
            return ()  # what hinders one, as a quote around it, hinders all
        if len(found) == most:
            break
    return tuple(found)


def _offered(query: str, cursor: int, sources: Sources) -> Iterator[Completion]:
    token = next((each for each in tokens(query) if each.start < cursor <= each.end), None)
    if token is None or token.kind in {"open", "minus"}:
        following = plain(query[cursor : cursor + 1])
        if following in {"", ")"} or following.isspace():
            yield from _names_of_fields("", cursor, cursor)
    elif token.kind == "field":
        yield from _values_of(token, query, cursor, sources)
    elif token.kind != "close":
        start = token.start + token.minus
        begun = plain(query[start:cursor])
        if '"' not in begun:
            yield from _names_of_fields(begun.lower(), start, token.end)
            yield from _named(begun, start, token.end, sources)


def _names_of_fields(begun: str, start: int, end: int) -> Iterator[Completion]:
    for name in FIELDS:
        if name.startswith(begun):
            yield Completion(f"{name}:", MEANINGS[name], start, end, whole=False)


def _named(begun: str, start: int, end: int, sources: Sources) -> Iterator[Completion]:
    """Fields by what they take: `unread` is offered as `is:unread`."""
    if len(begun) < _LEAST:
        return
    for name in ("in", "is", "tag", "by"):
        for value, meaning in _taken(name, begun, sources):
            yield Completion(f"{name}:{_quoted(value)}", meaning, start, end, whole=True)


def _values_of(token: Token, query: str, cursor: int, sources: Sources) -> Iterator[Completion]:
    name = next(each for each in FIELDS if each == token.field)
    if cursor <= token.start + token.minus + len(name):
        return  # within the field's name
    value = next((each for each in token.values if each.start < cursor <= each.end), None)
    start, end = (value.start, value.end) if value else (cursor, cursor)
    begun = plain(query[start:cursor]).replace('"', "")
    for taken, meaning in _taken(name, begun, sources):
        yield Completion(_quoted(taken), meaning, start, end, whole=True)


def _taken(name: FieldName, begun: str, sources: Sources) -> Iterator[tuple[str, str]]:
    """What the field `name` takes that begins so, or has a word that does."""
    if name in _VALUES:
        begun = begun.strip().lower()
        yield from (each for each in _VALUES[name].items() if each[0].startswith(begun))
        return
    names = {"doc": sources.ids, "tag": sources.tags, "by": sources.bylines}[name]
    wanted = _folded(begun)
    held = [each for each in names if wanted in each.folded]
    held.sort(key=lambda each: not each.folded.startswith(wanted))
    yield from ((each.text, each.meaning) for each in held)


def _fits(completion: Completion, query: str) -> bool:
    """Whether the query with `completion` asks for its field, at its place."""
    end = completion.start + len(completion.text)
    sample = "" if completion.whole else _SAMPLES.get(completion.text, "x ")
    applied, _ = completion.applied(query)
    return any(
        isinstance(node, Field) and node.start <= completion.start and end <= node.end
        for node in parse(applied[:end] + sample + applied[end:]).walk()
    )


def _folded(text: str) -> str:
    return "".join(f" {word}" for word in terms(text))


def _quoted(value: str) -> str:
    inner = value.replace('"', " ")
    return f'"{inner}"' if any(char in ' |,()"' or char.isspace() for char in inner) else inner


def _counted(names: Counter[str]) -> tuple[Name, ...]:
    return tuple(
        Name(name, "1 briefing" if count == 1 else f"{count:,} briefings", _folded(name))
        for name, count in names.most_common()
        if _folded(name)
    )
