"""The real readers of front matter: how they are installed and asked, and what their answers are compared with."""
