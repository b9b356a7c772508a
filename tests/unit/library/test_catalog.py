from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library.catalog import Catalog, catalog


@pytest.fixture
def held(tmp_path: Path) -> Catalog:
    for name in (
        "bundled/guide.md",
        "own/Ükraine Conflict.txt",
        "own/b.html",
        "own/deep/er/note.markdown",
        "more/note.md",
        "more/.hidden.md",
        "more/.git/config.md",
        "more/picture.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    (tmp_path / "more" / "again").symlink_to(tmp_path / "more")
    (tmp_path / "more" / "broken.md").symlink_to(tmp_path / "none")
    (tmp_path / "more" / "folder.md").mkdir()
    folders = (tmp_path / "own", tmp_path / "more", tmp_path / "nosuch")
    return catalog(tmp_path / "bundled", folders)


def test_documents_come_bundled_first_then_folder_by_folder(held: Catalog) -> None:
    assert [Path(item.path).name for item in held.items] == [
        "guide.md",
        "b.html",
        "Ükraine Conflict.txt",
        "note.markdown",
        "note.md",
    ]
    assert [item.bundled for item in held.items] == [True, False, False, False, False]


def test_ids_are_slugs_of_the_names_and_unique(held: Catalog) -> None:
    assert [item.id for item in held.items] == [
        "guide",
        "b",
        "ukraine-conflict",
        "note",
        "note-2",
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("guide", "guide"),
        ("ukr", "ukraine-conflict"),
        ("UKR", "ukraine-conflict"),
        ("note", "note"),
        ("not", None),
        ("nosuch", None),
        ("", None),
    ],
)
def test_a_beginning_will_do_when_only_one_id_has_it(
    held: Catalog, name: str, found: str | None
) -> None:
    item = held.called(name)
    assert (item.id if item else None) == found


def test_the_nearest_ids_are_offered(held: Catalog) -> None:
    assert held.near("not") == ("note", "note-2")
    assert held.near("ukrain-conflct") == ("ukraine-conflict",)
    assert held.near("ukrainian-conflict.md") == ("ukraine-conflict",)
    assert held.near("zzz") == ()


def test_a_document_named_by_itself_is_one_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("text")
    (item,) = catalog(tmp_path / "none", [tmp_path / "README"]).items
    assert item.id == "readme"


def test_a_document_in_two_folders_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("text")
    assert len(catalog(tmp_path / "none", [tmp_path, tmp_path, tmp_path / "a.md"]).items) == 1
