"""Which documents there are: the bundled ones, the reader's own folder, and the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from briefing.document.slug import Ids, slug
from briefing.library.files import documents, look
from briefing.record import record, replace


class Item(NamedTuple):
    """A document that is there, not yet read."""

    id: str
    """Unique in the library: a slug of the file's name, with `-2`, `-3` where it is taken."""
    path: str
    """Absolute."""
    bundled: bool
    mtime_ns: int
    """Of its file, and that of its sidecar added: another one when either changes."""
    size: int


@record
class Catalog:
    """The documents of the library: bundled ones first, then folder by folder, by name."""

    __slots__ = ("__dict__",)  # for what is made once
    items: tuple[Item, ...]
    folders: tuple[str, ...] = ()
    """Those that were looked into, absolute."""
    paths: tuple[str, ...] = ()
    """Of its documents; the same object while no document comes or goes."""

    @cached_property
    def by_path(self) -> Mapping[str, Item]:
        """The documents by their absolute path."""
        return {item.path: item for item in self.items}

    def at(self, path: Path) -> Item | None:
        """The document at the absolute `path`."""
        return self.by_path.get(str(path))

    def again(self, paths: Iterable[str]) -> Catalog | None:
        """With the documents at `paths` as they look now.

        None where one of them is new or gone, by which the ids of others may change.
        """
        newer: dict[str, Item] = {}
        for path in paths:
            item, found = self.by_path.get(path), look(path)
            if item is None or found is None:
                return None
            newer[path] = item._replace(mtime_ns=found.mtime_ns, size=found.size)
        return replace(self, items=tuple(newer.get(item.path, item) for item in self.items))

    def called(self, name: str) -> Item | None:
        """The document with this id, or the only one whose id begins so."""
        name = name.lower()
        exact = next((item for item in self.items if item.id == name), None)
        if exact or not name:
            return exact
        begun = [item for item in self.items if item.id.startswith(name)]
        return begun[0] if len(begun) == 1 else None

    def bundled(self) -> Catalog:
        """Those that came with the program."""
        return Catalog(tuple(item for item in self.items if item.bundled))

    def near(self, name: str, most: int = 3) -> tuple[str, ...]:
        """The ids most like `name`: those it begins, then those it resembles."""
        # Imported here: 2 ms that a document which is found need not pay.
        from difflib import get_close_matches

        ids = [item.id for item in self.items]
        wanted = slug(Path(name).stem or name)
        begun = [each for each in ids if each.startswith(name.lower() or "\0")]
        alike = get_close_matches(wanted, ids, most, 0.5)
        return tuple(dict.fromkeys((*begun, *alike)))[:most]


def catalog(bundled: Path, folders: Iterable[Path]) -> Catalog:
    """The documents under `bundled` and under `folders`, each of which may be one document."""
    ids = Ids()
    items: dict[str, Item] = {}
    entered: list[str] = []
    for number, root in enumerate((bundled, *folders)):
        for path, changed, size in documents(root, entered):
            if path not in items:
                name = ids.take("", stem(path))
                items[path] = Item(name, path, not number, changed, size)
    return Catalog(tuple(items.values()), tuple(dict.fromkeys(entered)), tuple(items))


def stem(path: str) -> str:
    """The name of the file at `path` without its suffix."""
    name = path.rpartition(os.sep)[2]
    return name.rpartition(".")[0] or name
