"""The index and its peers, behind one small interface."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from briefing.document.model import Briefing
from briefing.search.index import Index
from briefing.search.results import Stat

LIMIT = 50


class Engine(Protocol):
    """What can be filled with documents and asked."""

    name: str

    def add(self, documents: Sequence[Briefing]) -> None:
        """Take documents in, in one transaction."""

    def finish(self) -> None:
        """Bring the last of it to the disk."""

    def change(self, document: Briefing) -> None:
        """Take a document in again."""

    def ask(self, query: str) -> object:
        """The best parts for a query, with excerpts."""

    def close(self) -> None:
        """Let go of the files."""


class Ours:
    """The index of the reader."""

    name = "ours"

    def __init__(self, folder: Path) -> None:
        self._file = folder / self.name / "index.db"
        self.index = Index.open(self._file)

    def add(self, documents: Sequence[Briefing]) -> None:
        """Take documents in, in one transaction."""
        with self.index.writing():
            for document in documents:
                self.index.put(f"/{document.id}", Stat(1, 1), document)

    def finish(self) -> None:
        """Bring the last of it to the disk."""
        self.index.close()  # which moves the log into the file
        self.index = Index.open(self._file)

    def change(self, document: Briefing) -> None:
        """Take a document in again."""
        self.add([document])

    def ask(self, query: str) -> object:
        """The best parts for a query, with excerpts."""
        return self.index.search(query, LIMIT)

    def first(self, query: str) -> object:
        """The first answer to a key, in no order."""
        return self.index.search(query, LIMIT, ranked=False)

    def close(self) -> None:
        """Let go of the files."""
        self.index.close()


class Bare:
    """FTS5 as a newcomer would use it: default tokenizer, the text kept."""

    name = "FTS5"

    def __init__(self, folder: Path) -> None:
        (folder / self.name).mkdir(exist_ok=True)
        self.connection = sqlite3.connect(folder / self.name / "bare.db")
        self.connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS f USING fts5(document UNINDEXED, title, body)"
        )

    def add(self, documents: Sequence[Briefing]) -> None:
        """Take documents in, in one transaction."""
        with self.connection:
            for document in documents:
                self.connection.executemany(
                    "INSERT INTO f VALUES (?, ?, ?)",
                    ((document.id, part.title, part.text) for part in document.parts),
                )

    def finish(self) -> None:
        """It is on the disk."""

    def change(self, document: Briefing) -> None:
        """Take a document in again."""
        with self.connection:
            begun = "SELECT min(rowid) FROM f WHERE f MATCH ?"
            words = " ".join(document.parts[0].text.split(". ")[0].split()[:8])
            (first,) = self.connection.execute(begun, (f'"{words}"',)).fetchone()
            rows = [(first + at,) for at in range(len(document.parts))]
            self.connection.executemany("DELETE FROM f WHERE rowid = ?", rows)
        self.add([document])

    def ask(self, query: str) -> object:
        """The best parts for a query, with excerpts."""
        return self.connection.execute(
            "SELECT title, snippet(f, 2, '[', ']', '…', 20) FROM f WHERE f MATCH ?"
            " ORDER BY bm25(f, 0.0, 5.0, 1.0) LIMIT ?",
            (query.replace("in:faq ", ""), LIMIT),
        ).fetchall()

    def close(self) -> None:
        """Let go of the files."""
        self.connection.close()


class Tantivy:
    """The engine in Rust, one thread writing."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        tantivy = import_module("tantivy")
        self._made: Any = tantivy
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        for field in ("title", "body"):
            schema.add_text_field(field, stored=True)
        place = folder / self.name
        place.mkdir(exist_ok=True)
        self.index = tantivy.Index(schema.build(), path=str(place))
        self.writer: Any = None

    def add(self, documents: Sequence[Briefing]) -> None:
        """Take documents in, in one transaction."""
        self.writer = self.writer or self.index.writer(128_000_000, num_threads=1)
        for document in documents:
            for part in document.parts:
                made = self._made.Document(id=document.id, title=part.title, body=part.text)
                self.writer.add_document(made)

    def finish(self) -> None:
        """Bring the last of it to the disk."""
        if self.writer:
            self.writer.commit()
            self.writer.wait_merging_threads()
            self.writer = None
        self.index.reload()

    def change(self, document: Briefing) -> None:
        """Take a document in again."""
        writer = self.index.writer(128_000_000, num_threads=1)
        writer.delete_documents("id", document.id)
        for part in document.parts:
            made = self._made.Document(id=document.id, title=part.title, body=part.text)
            writer.add_document(made)
        writer.commit()
        self.index.reload()

    def ask(self, query: str) -> object:
        """The best parts for a query, with excerpts."""
        # It has its own sign for a beginning, inside quotes alone.
        asked = query.replace("in:faq ", "")
        words = asked.split()
        if asked.endswith("*"):
            parsed = self._made.Query.regex_query(self.index.schema, "body", asked[:-1] + ".*")
        else:
            joined = " AND ".join(words) if '"' not in asked and len(words) > 1 else asked
            parsed = self.index.parse_query(joined, ["title", "body"], {"title": 5.0})
        searcher = self.index.searcher()
        snippets = self._made.SnippetGenerator.create(searcher, parsed, self.index.schema, "body")
        hits = searcher.search(parsed, LIMIT).hits
        return [snippets.snippet_from_doc(searcher.doc(at)).to_html() for _, at in hits]

    def close(self) -> None:
        """Let go of the files."""
        self.writer = None


class Ripgrep:
    """Reading every file, without order."""

    name = "ripgrep"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / self.name
        self.folder.mkdir(exist_ok=True)

    def add(self, documents: Sequence[Briefing]) -> None:
        """Take documents in, in one transaction."""
        for document in documents:
            text = "\n".join(f"{part.title}\n{part.text}" for part in document.parts)
            (self.folder / document.id).write_text(text)

    def finish(self) -> None:
        """It is on the disk."""

    def change(self, document: Briefing) -> None:
        """Take a document in again."""
        self.add([document])

    def ask(self, query: str) -> object:
        """The best parts for a query, with excerpts."""
        asked = query.replace("in:faq ", "").replace('"', "")
        pattern = rf"\b{asked[:-1]}" if asked.endswith("*") else rf"\b{asked}\b"
        if " " in asked and '"' not in query:
            pattern = r"\b" + asked.replace(" ", r"\b.*\b") + r"\b"
        command = ["rg", "--ignore-case", "--max-count=1", "--", pattern, str(self.folder)]
        return subprocess.run(command, capture_output=True, check=False).stdout

    def close(self) -> None:
        """Nothing is open."""


def engines(folder: Path, parts: int) -> list[Engine]:
    """The index, and the peers that are installed."""
    found: list[Engine] = [Ours(folder), Bare(folder)]
    with contextlib.suppress(ImportError):
        found.append(Tantivy(folder))
    if shutil.which("rg") and parts <= 100_000:  # beyond, one query takes seconds
        found.append(Ripgrep(folder))
    return found
