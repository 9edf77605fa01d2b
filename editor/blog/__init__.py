"""A folder of posts: which generator builds it, where its root is, which words its posts use."""
