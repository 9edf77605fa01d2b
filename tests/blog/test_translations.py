"""Posts in several languages: pairs by each generator's rule, and where a new translation lies."""

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.site import blog_of
from editor.blog.translations import Translations
from editor.header import Refused, Rules
from editor.post.post import Post
from tests.files import write

HUGO = {
    "hugo.toml": 'defaultContentLanguage = "en"\n[languages.en]\n[languages.ja]\n[languages.fr]\n',
    "content/a.md": "---\ntitle: A\n---\nText\n",
    "content/a.ja.md": "---\ntitle: あ\n---\n",
    "content/b.md": "---\ntitle: B\ntranslationKey: k\n---\n",
    "content/c.ja.md": "---\ntitle: び\ntranslationKey: k\n---\n",
    "content/go/d.md": "---\ntitle: Go is no language here\n---\n",
    "content/cs/d.md": "---\ntitle: nor is cs\n---\n",
}
POLYGLOT = {
    "_config.yml": "languages: [en, ja]\ndefault_lang: en\n",
    "_posts/2026-01-02-a.md": "---\ntitle: A\nlang: en\n---\n",
    "_posts/ja/2026-01-02-a.md": "---\ntitle: あ\nlang: ja\n---\n",
    "_posts/2026-01-03-b.md": "---\ntitle: B\npermalink: /b/\n---\n",
    "_posts/2026-01-04-other.md": "---\ntitle: び\nlang: ja\npermalink: /b/\n---\n",
}
FOLDERS = {
    "astro.config.mjs": "",
    "src/content/blog/en/x.md": "---\ntitle: X\n---\n",
    "src/content/blog/ja/x.md": "---\ntitle: エ\n---\n",
    "src/content/blog/en/only.md": "---\ntitle: only\n---\n",
}
PELICAN = {
    "pelicanconf.py": "",
    "content/x.md": "Title: X\nSlug: x\nLang: en\n\ntext\n",
    "content/jp.md": "Title: エ\nSlug: x\nLang: ja\n\ntext\n",
}


def blog(root, files):
    write(root, files)
    return BlogFolder(blog_of(root / list(files)[1]))


def post(folder, name):
    return Post.from_bytes((folder.blog.root / name).read_bytes(), Rules(folder.blog.generator))


@pytest.mark.parametrize(
    ("files", "name", "others"),
    [
        (HUGO, "content/a.md", [("content/a.ja.md", "ja")]),
        (HUGO, "content/a.ja.md", [("content/a.md", "en")]),
        (HUGO, "content/b.md", [("content/c.ja.md", "ja")]),
        (HUGO, "content/go/d.md", []),
        (POLYGLOT, "_posts/2026-01-02-a.md", [("_posts/ja/2026-01-02-a.md", "ja")]),
        (POLYGLOT, "_posts/2026-01-03-b.md", [("_posts/2026-01-04-other.md", "ja")]),
        (FOLDERS, "src/content/blog/en/x.md", [("src/content/blog/ja/x.md", "ja")]),
        (FOLDERS, "src/content/blog/en/only.md", []),
        (PELICAN, "content/x.md", [("content/jp.md", "ja")]),
    ],
)
def test_the_other_languages_of_a_post(tmp_path, files, name, others):
    folder = blog(tmp_path, files)
    found = Translations(folder).others(name, post(folder, name).header)
    assert [(one.relative, one.language) for one in found] == others


@pytest.mark.parametrize(
    ("files", "name", "language", "path", "text"),
    [
        (HUGO, "content/a.md", "fr", "content/a.fr.md", "---\ntitle: A\n---\nText\n"),
        (HUGO, "content/a.ja.md", "fr", "content/a.fr.md", "---\ntitle: あ\n---\n"),
        (
            POLYGLOT,
            "_posts/2026-01-03-b.md",
            "fr",
            "_posts/fr/2026-01-03-b.md",
            "---\ntitle: B\npermalink: /b/\nlang: fr\n---\n",
        ),
        (POLYGLOT, "_posts/2026-01-02-a.md", "fr", "_posts/fr/2026-01-02-a.md", "---\ntitle: A\nlang: fr\n---\n"),
        (
            FOLDERS,
            "src/content/blog/en/only.md",
            "ja",
            "src/content/blog/ja/only.md",
            "---\ntitle: only\n---\n",
        ),
        (PELICAN, "content/x.md", "fr", "content/x.fr.md", "Title: X\nSlug: x\nLang: fr\n\ntext\n"),
    ],
)
def test_a_new_translation_lies_where_the_blog_has_them(tmp_path, files, name, language, path, text):
    folder = blog(tmp_path, files)
    made = Translations(folder).begun(name, post(folder, name), language)
    assert made == (path, text.encode())
    assert not (tmp_path / path).exists()


def test_what_is_begun_is_found_as_a_translation(tmp_path):
    for number, (files, name) in enumerate(
        ((HUGO, "content/a.md"), (POLYGLOT, "_posts/2026-01-03-b.md"), (PELICAN, "content/x.md"))
    ):
        folder = blog(tmp_path / str(number), files)
        path, data = Translations(folder).begun(name, post(folder, name), "fr")
        (folder.blog.root / path).parent.mkdir(parents=True, exist_ok=True)
        (folder.blog.root / path).write_bytes(data)
        others = Translations(BlogFolder(folder.blog)).others(name, post(folder, name).header)
        assert ("fr", path) in [(one.language, one.relative) for one in others]


def test_the_languages_that_are_proposed(tmp_path):
    folder = blog(tmp_path, HUGO)
    assert Translations(folder).proposed("content/a.md", post(folder, "content/a.md").header) == ["fr"]


def test_what_is_refused(tmp_path):
    folder = blog(tmp_path, HUGO)
    translations = Translations(folder)
    with pytest.raises(Refused, match="no language"):
        translations.begun("content/a.md", post(folder, "content/a.md"), "../x")
    with pytest.raises(Refused, match="is there already"):
        translations.begun("content/a.md", post(folder, "content/a.md"), "ja")
