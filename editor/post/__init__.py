"""A post: its text, header and body as one thing to edit, its typed fields, and its file on disk."""
