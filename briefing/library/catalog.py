"""Which documents there are: the bundled ones, the reader's own folder, and the folders named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.document.slug import Ids, slug
from briefing.library.files import documents, stamp


@dataclass(frozen=True, slots=True)
class Item:
    """A document that is there, not yet read."""

    id: str
    """Unique in the library: a slug of the file's name, with `-2`, `-3` where it is taken."""
    path: Path
    """Absolute."""
    bundled: bool
    mtime_ns: int
    """Of its file, and that of its sidecar added: another one when either changes."""
    size: int


@dataclass(frozen=True, slots=True)
class Catalog:
    """The documents of the library: bundled ones first, then folder by folder, by name."""

    items: tuple[Item, ...]

    def at(self, path: Path) -> Item | None:
        """The document at the absolute `path`."""
        return next((item for item in self.items if item.path == path), None)

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
    items: dict[Path, Item] = {}
    for number, root in enumerate((bundled, *folders)):
        for path, status in documents(root):
            if path not in items:
                name = ids.take("", path.stem)
                changed = status.st_mtime_ns + stamp(path)
                items[path] = Item(name, path, not number, changed, status.st_size)
    return Catalog(tuple(items.values()))
