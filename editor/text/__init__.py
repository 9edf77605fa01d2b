"""Text as the file has it: edits on it, its bytes, and its positions. Knows nothing of posts or Qt."""
