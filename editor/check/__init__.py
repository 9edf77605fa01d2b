"""What is wrong with a post, as a list of problems: for the window, the command line and a blog's CI."""
