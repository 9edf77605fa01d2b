"""From a draft to its place in a blog's repository."""
