"""Files that a test needs, written from a table of their paths and contents."""


def write(root, files):
    """Make the files below a folder (text as UTF-8, bytes as they are), and give the folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
