"""Taking a passage along, following its links, and asking why it is what it is."""

from __future__ import annotations

from textual import on

from briefing.document.words import count_words
from briefing.tui.reading.pane import ReadingPane
from briefing.tui.screens.reader.correcting import Correcting


class Taking(Correcting):
    """`y`, `Y`, `o`, `e`."""

    def action_copy(self) -> None:
        """Copy what is selected, or the paragraph under the cursor as one line."""
        selected = self.text.selected_text
        text = selected or self.text.paragraph_text(self.text.cursor)
        if not text:
            self.say("There is nothing here to copy")
            return
        self._copy(text, "the selection" if selected else "the paragraph")

    def action_copy_citation(self) -> None:
        """Copy the paragraph with title, section, date and source."""
        from briefing.export.citation import HEAD, citation, reference

        if self.briefing is None:
            return
        passage = self.passage_here()
        if passage is None or self.briefing.passages[passage].role in HEAD:
            self._copy(reference(self.briefing), "the document's citation")
        else:
            self._copy(citation(self.briefing, passage), "the paragraph and its citation")

    def _copy(self, text: str, what: str) -> None:
        """Ask the terminal to copy; no terminal answers whether it did, so neither do we."""
        self.app.copy_to_clipboard(text)
        count = count_words(text)
        words = f"{count} word{'s' * (count != 1)}"
        self.say(f"Sent {what} ({words}) to the terminal's clipboard (OSC 52)")

    def action_open_link(self) -> None:
        """Show the addresses of the passage under the cursor; open one only when confirmed."""
        if not self.view.slabs:
            return
        slab = self.view.slabs[self.text.cursor]
        targets = [span.target for span in slab.spans if span.style == "link" and span.target]
        if not targets:
            self.say("There is no link in this passage")
            return
        self._ask(list(dict.fromkeys(targets)))

    @on(ReadingPane.LinkRequested)
    def _link(self, event: ReadingPane.LinkRequested) -> None:
        self._ask([event.target])

    def _ask(self, targets: list[str]) -> None:
        from briefing.tui.links import launch
        from briefing.tui.screens.link import LinkDialog

        def confirmed(target: str | None) -> None:
            if target is not None:
                self.say(launch(target))

        self.app.push_screen(LinkDialog(targets), confirmed)

    def action_explain(self) -> None:
        """Say which rule made this what it is, and what else it might have been."""
        from briefing.tui.screens.explain import ExplainDialog

        passage = self.passage_here()
        if self.briefing is None or passage is None:
            self.say("This line is the reader's own, not the document's")
            return
        held = self.briefing.passages[passage]
        part = self.briefing.part(held.part) if held.part else None
        self.app.push_screen(ExplainDialog(held, part))
