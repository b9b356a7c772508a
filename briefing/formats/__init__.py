"""Bytes to a manuscript: encodings, plain text, Markdown."""
