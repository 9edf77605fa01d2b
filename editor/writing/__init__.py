"""Markdown commands: each takes the text and a selection, and gives one edit and the selection after it. No Qt."""
