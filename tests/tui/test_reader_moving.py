from __future__ import annotations

from pathlib import Path

from briefing.paths import Paths
from tests.tui.sitting import BUNDLED, sitting


async def test_the_contents_follow_the_scroll(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("right_curly_bracket", "right_curly_bracket", "right_curly_bracket")
        await it.until("3 of 6")
        assert it.reader.contents.cursor == 2


async def test_enter_in_the_contents_goes_to_the_heading_and_backspace_returns(
    paths: Paths,
) -> None:
    async with sitting(paths) as it:
        before = it.reader.text.position()
        await it.press("t", "G", "enter")
        assert it.reader.text.position() != before
        assert it.reader.text.has_focus
        await it.press("backspace")
        assert it.reader.text.position() == before


async def test_tab_goes_round_the_panes(paths: Paths) -> None:
    async with sitting(paths) as it:
        panes: list[str] = []
        for key in ("tab", "shift+tab", "shift+tab"):
            await it.press(key)
            panes.append(it.reader.pane)
        assert panes == ["trends", "sections", "bookmarks"]


async def test_a_pane_is_found_as_it_was_left(paths: Paths) -> None:
    async with sitting(paths, size=(40, 15)) as it:
        await it.press("space", "space")
        before = it.reader.text.position()
        await it.press("3", "1")
        assert it.reader.text.position() == before


async def test_enter_on_a_trend_goes_to_it_in_the_text(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("2", "J", "J")
        ref = it.reader.view.slabs[it.reader.text.cursor].ref
        await it.press("enter")
        assert it.reader.pane == "sections"
        assert it.reader.view.slabs[it.reader.text.cursor].ref == ref


async def test_the_palette_goes_to_a_part(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("colon")
        await it.type("Meetings in Miami")
        await it.until("section")
        await it.press("enter")
        await it.until("3 of 6")


async def test_escape_never_quits(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("escape", "escape", "escape")
        assert it.app.is_running
        assert BUNDLED.exists()


async def test_lines_grow_and_shrink(paths: Paths) -> None:
    async with sitting(paths) as it:
        before = it.reader.text.measure
        await it.press("minus", "minus", "plus")
        assert it.reader.text.measure == before - 4


async def test_in_a_pane_of_parts_a_line_down_is_the_next_part(paths: Paths) -> None:
    async with sitting(paths, size=(80, 24)) as it:
        await it.press("3")
        text = it.reader.text
        refs = [slab.ref for slab in it.reader.view.slabs if slab.ref.startswith("q:")]
        wanted = list(dict.fromkeys(refs))
        seen = []
        for _ in wanted:
            await it.press("j")
            seen.append(it.reader.view.slabs[text.cursor].ref)
        assert seen[-1] == wanted[-1]
        assert [ref for ref in wanted if ref in seen] == wanted[-len(set(seen)) :]
        for _ in wanted:
            await it.press("k")
        assert it.reader.view.slabs[text.cursor].ref in (wanted[0], it.reader.view.slabs[0].ref)


async def test_of_a_part_longer_than_the_pane_the_rest_comes_first(
    paths: Paths, tmp_path: Path
) -> None:
    document = tmp_path / "long.md"
    answer = "The small boats sail first. " * 120
    document.write_text(
        f"# Ferries\n\n## FAQ\n\n### When will they sail?\n\n{answer}\n\n### Why not?\n\nStorms.\n",
        "utf-8",
    )
    async with sitting(paths, document, size=(60, 15)) as it:
        await it.press("3", "j", "j")
        first = it.reader.view.slabs[it.reader.text.cursor].ref
        before = it.reader.text.top_row
        await it.press("j")
        assert it.reader.text.top_row == before + 1
        assert it.reader.view.slabs[it.reader.text.cursor].ref == first


async def test_rows_that_stay_on_the_screen_are_not_painted_again(paths: Paths) -> None:
    async with sitting(paths) as it:
        pane, contents = it.reader.text, it.reader.contents
        await it.press("j")
        for view, kept in ((pane, 3), (contents, contents.size.height)):
            before = view.render_lines(view.region.reset_offset)
            after = view.render_lines(view.region.reset_offset)
            same = sum(one is other for one, other in zip(before, after, strict=True))
            assert same >= kept
