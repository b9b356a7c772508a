"""The reader's own words on disk: bookmarks, notes, places, settings."""
