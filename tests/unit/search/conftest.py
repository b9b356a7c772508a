from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.document.model import Block, Briefing, Part, PartKind, Passage, Role
from briefing.search.index import Index
from briefing.search.results import Stat

Put = Callable[..., None]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = Index.open(tmp_path / "cache" / "index.db")
    yield made
    made.close()


def passage(text: str, role: Role, part: str = "", line: int = 1) -> Passage:
    return Passage(Block("paragraph", text, line), role, part)


def briefing(title: str, parts: tuple[tuple[PartKind, str, str], ...], **head: str) -> Briefing:
    """A briefing with a title and `parts`: kind, title, text."""
    passages = [passage(title, "title")]
    made: list[Part] = []
    for number, (kind, name, text) in enumerate(parts, 1):
        part = f"{kind[0]}:{number}"
        start, line = len(passages), 10 * number
        if kind == "section":
            passages.append(passage(name, "heading", part, line))
            passages += [passage(each, "text", part, line + 1) for each in text.split("\n")]
        elif kind == "question":
            passages += [passage(name, "question", part, line)]
            passages += [passage(text, "answer", part, line + 1)]
        elif kind == "trend":
            passages.append(passage(f"{name}: {text}", "trend", part, line))
        else:
            passages.append(passage(text, "tip", part, line))
        made.append(Part(part, kind, name, text, line, start, len(passages)))
    tags = tuple(head.pop("tags", "").split())
    name = head.pop("id", "one")
    plain = Briefing(name, "text", tuple(passages), tuple(made), title=title, words=9, tags=tags)
    return replace(plain, byline=head.get("byline", ""), date=head.get("date", ""))


@pytest.fixture
def put(index: Index) -> Put:
    """Puts a briefing into `index`: put(path, title, (kind, title, text), ..., date=...)."""

    def into(path: str, title: str, *parts: tuple[PartKind, str, str], **head: str) -> None:
        index.put(path, Stat(1, 1, "digest"), briefing(title, parts, id=Path(path).stem, **head))

    return into
