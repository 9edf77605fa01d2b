"""How a blog's posts are written, learnt from the posts that are there: front matter, file names, places."""
