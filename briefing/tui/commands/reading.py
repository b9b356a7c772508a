"""Commands of the reader: panes, finding, keeping, taking along, looking."""

from __future__ import annotations

from briefing.tui.commands.command import Command


def _reader(
    name: str, keys: str, label: str, title: str, words: str, action: str, *, palette: bool = True
) -> Command:
    return Command(name, keys, label, title, words, action, "reader", palette)


PANES = (
    _reader(
        "pane.sections",
        "1",
        "sections",
        "Sections",
        "Show the whole briefing in its own order.",
        "show_pane('sections')",
    ),
    _reader(
        "pane.trends",
        "2",
        "trends",
        "Key trends",
        "Show the key trends alone.",
        "show_pane('trends')",
    ),
    _reader(
        "pane.faq",
        "3",
        "FAQ",
        "FAQ",
        "Show the questions and answers alone.",
        "show_pane('faq')",
    ),
    _reader(
        "pane.tips",
        "4",
        "tips",
        "Tips",
        "Show tips, facts, notes and warnings alone.",
        "show_pane('tips')",
    ),
    _reader(
        "pane.bookmarks",
        "5,apostrophe,B",
        "bookmarks",
        "Bookmarks",
        "Show what you bookmarked in this briefing, with your notes.",
        "show_pane('bookmarks')",
    ),
    _reader("pane.next", "tab", "next", "Next pane", "Go to the next pane.", "cycle_pane(1)"),
    _reader(
        "pane.previous",
        "shift+tab",
        "previous",
        "Previous pane",
        "Go to the pane before.",
        "cycle_pane(-1)",
    ),
    _reader(
        "contents.focus",
        "t",
        "contents",
        "Go to the contents",
        "Move to the contents tree; Enter goes to a part.",
        "focus_contents",
    ),
    _reader(
        "contents.toggle",
        "z",
        "hide",
        "Show or hide the contents",
        "Show or hide the contents tree.",
        "toggle_contents",
    ),
    _reader(
        "back",
        "backspace,ctrl+o",
        "back",
        "Back",
        "Return to where you were before the last jump.",
        "go_back",
    ),
)

FINDING = (
    _reader(
        "find",
        "slash",
        "search",
        "Search in this briefing",
        "Search as you type in the open briefing.",
        "find",
    ),
    _reader(
        "find.next",
        "n",
        "next",
        "Next hit",
        "Go to the next hit; behind the last, after a library search, on to the next briefing.",
        "find_next",
        palette=False,
    ),
    _reader(
        "find.previous",
        "N",
        "previous",
        "Previous hit",
        "Go to the hit before.",
        "find_previous",
        palette=False,
    ),
    _reader(
        "result.next",
        "right_square_bracket",
        "next result",
        "Next result of the library search",
        "Go to the next result of the library search, in the next briefing as well.",
        "step_result(1)",
    ),
    _reader(
        "result.previous",
        "left_square_bracket",
        "previous result",
        "Result before, of the library search",
        "Go to the result before, in the briefing before as well.",
        "step_result(-1)",
    ),
)

KEEPING = (
    _reader(
        "bookmark.toggle",
        "m",
        "mark",
        "Bookmark this passage",
        "Bookmark the passage under the cursor, or take its bookmark away.",
        "toggle_bookmark",
    ),
    _reader(
        "bookmark.note",
        "a",
        "note",
        "Write a note here",
        "Write a note on the passage under the cursor; it is bookmarked with it.",
        "note",
    ),
    _reader(
        "bookmark.undo",
        "u",
        "undo",
        "Undo",
        "Undo the last change to bookmarks and notes, or the last correction.",
        "undo",
    ),
)

TAKING = (
    _reader(
        "copy",
        "y",
        "copy",
        "Copy the paragraph",
        "Copy the paragraph under the cursor as one line.",
        "copy",
    ),
    _reader(
        "copy.citation",
        "Y",
        "cite",
        "Copy with its citation",
        "Copy the paragraph with title, section, date and source.",
        "copy_citation",
    ),
    _reader(
        "link.open",
        "o",
        "link",
        "Open a link",
        "Open a link of this passage, after showing its full address.",
        "open_link",
    ),
)

LOOKING = (
    _reader(
        "omitted.toggle",
        "x",
        "left out",
        "Show or hide what was left out",
        "Show or hide the text that was left out, each piece with the reason.",
        "toggle_omitted",
    ),
    _reader(
        "explain",
        "e",
        "explain",
        "Explain this part",
        "Say which rule made this what it is, and what else it might have been.",
        "explain",
    ),
    _reader(
        "correct",
        "c",
        "correct",
        "Correct this passage",
        "Say what this passage is, where the split has it wrong.",
        "correct",
    ),
    _reader(
        "measure.wider",
        "plus,equals_sign",
        "wider",
        "Wider lines",
        "Make the lines longer.",
        "widen(4)",
    ),
    _reader(
        "measure.narrower",
        "minus",
        "narrower",
        "Narrower lines",
        "Make the lines shorter.",
        "widen(-4)",
    ),
    _reader(
        "justify",
        "f",
        "justify",
        "Justify the lines, or stop",
        "Make the right edge straight, or leave it ragged.",
        "toggle_justify",
    ),
)
