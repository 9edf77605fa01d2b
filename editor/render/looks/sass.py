"""Sass of a blog compiled with libsass, where that is installed; nothing outside of the blog is imported."""

from __future__ import annotations

from posixpath import basename, dirname, join, normpath

from editor.blog.folder import BlogFolder


def compiled(folder: BlogFolder, text: str, path: str, sass_folder: str) -> str | None:
    """The CSS of a SCSS text; None without libsass, or when it can't be compiled.

    Args:
        path: where it lies, from the blog's root.
        sass_folder: where imports are looked for besides (`_sass`).

    """
    try:
        import sass
    except ImportError:
        return None

    def imported(name: str, parent: str) -> list[tuple[str, str]]:
        beside = dirname(path) if parent == "stdin" else dirname(parent)
        for place in (beside, sass_folder, join(sass_folder, beside)):
            for candidate in _spellings(normpath(join(place, name))):
                found = folder.text(candidate) if not candidate.startswith("..") else None
                if found is not None:
                    return [(candidate, found)]
        raise FileNotFoundError(name)

    try:
        return str(sass.compile(string=text, importers=[(0, imported)], include_paths=[], output_style="expanded"))
    except (sass.CompileError, ValueError, UnicodeError):
        return None


def _spellings(path: str) -> list[str]:
    """The files that an import may mean."""
    if path.endswith((".scss", ".css")):
        return [path, join(dirname(path), f"_{basename(path)}")]
    partial = join(dirname(path), f"_{basename(path)}")
    return [f"{path}.scss", f"{partial}.scss", join(path, "_index.scss"), f"{path}.css"]
