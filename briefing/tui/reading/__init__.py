"""The reading pane: slabs of text in, rows on the screen out, on Textual's line API."""
