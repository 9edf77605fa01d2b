"""The form at the post's head: one field per key, each a view of the header that answers with an edit."""
