"""Work for the window that reads what posts hold, done in processes of its own: what a post does there stops no key.

The window sends plain data (a text, where it lies) and gets plain data back. A task that takes too long, or too much
memory, ends with its process; the next one gets a new process.
"""
