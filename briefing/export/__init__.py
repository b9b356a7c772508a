"""A briefing as text, Markdown, HTML. Pure."""
