"""The same document as text, Markdown and HTML: how far the three outlines agree."""
