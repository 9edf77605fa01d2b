"""The pane with all posts of the blog."""
