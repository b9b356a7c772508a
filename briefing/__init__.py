"""A terminal reader that sees what a briefing is made of."""

__version__ = "0.1.0"
