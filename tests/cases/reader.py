"""Reads the files of `tests/cases`: sections that begin with a line `=== name`."""


def sections(path):
    """The sections by name; `␠` stands for a space at a line's end."""
    parts, name = {}, ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("=== "):
            name = line.removeprefix("=== ")
            parts[name] = []
        else:
            parts[name].append(line.replace("␠", " "))
    # the line end before the next section belongs to the section's mark, the file's last one to the file
    return {key: "\n".join(lines[:-1] if key == name else lines) for key, lines in parts.items()}
