"""All posts of a blog, found at once: an index in the user's cache, never in the blog."""
