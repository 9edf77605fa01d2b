"""What a blog's configuration, folders and posts say of a new post's place never leads out of it."""

import os
from datetime import UTC, datetime

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.moves.copy import copy_of
from editor.blog.permalink import url_of
from editor.blog.picture_habit import habit_of, variables
from editor.blog.site import Blog, blog_of
from editor.blog.sites import site_in
from editor.blog.style.house import HouseStyle
from editor.blog.translations import Translations
from editor.cli import main
from editor.export.carry import carry_out
from editor.export.memory import ExportMemory
from editor.export.plan import plan_export
from editor.header import Generator, Refused
from editor.post.post import Post
from tests import files
from tests.security.test_outside import everything

POST = "---\ntitle: A\ndate: 2026-01-01 10:00:00\ncategories: [{0}]\nlang: en\n---\n\n![a](/a.png)\n"
GOOD = {".md", ".markdown", ".mdx", ".html", ".rst"}
BLOGS = {
    "hexo name": {"_config.yml": "source_dir: source\nnew_post_name: ../../../../out/:title.desktop\n"},
    "hexo name .md": {"_config.yml": "source_dir: source\nnew_post_name: ../../../../out/:title.md\n"},
    "hexo suffix": {"_config.yml": "source_dir: source\nnew_post_name: :title.desktop\n"},
    "hexo no suffix": {"_config.yml": "source_dir: source\nnew_post_name: :title\n"},
    "hexo hook": {"_config.yml": "source_dir: source\nnew_post_name: ../../.git/hooks/:title.md\n"},
    "hexo form": {"_config.yml": "source_dir: source\nnew_post_name: ':title-{slug:99999999}{0.__class__}.md'\n"},
    "hexo absolute": {"_config.yml": "source_dir: source\nnew_post_name: '@OUT@/:title.md'\n"},
    "hexo source": {"_config.yml": "source_dir: ../out\nnew_post_name: :title.md\n"},
    "jekyll collections": {"_config.yml": "collections_dir: ../../out\nbaseurl: ''\n"},
    "jekyll collections absolute": {"_config.yml": "collections_dir: '@OUT@'\nbaseurl: ''\n"},
    "jekyll source": {"_config.yml": "source: ../out\nbaseurl: ''\n"},
    "jekyll source deep": {"_config.yml": "source: a/../../out\nbaseurl: ''\n"},
    "hugo content": {"hugo.toml": 'contentDir = "../.."\n'},
    "hugo content absolute": {"hugo.toml": 'contentDir = "@OUT@"\n'},
    "hugo content drive": {"hugo.toml": "contentDir = 'C:\\out'\n"},
    "hugo archetype": {"hugo.toml": "", "archetypes/default.md": "LINK @OUT@/secret.md"},
    "pelican path": {"pelicanconf.py": "PATH = '../out'\nARTICLE_PATHS = ['../../out']\n"},
    "zola": {"zola.toml": 'base_url = "/"\n', "content": "LINK @OUT@"},
    "astro": {"astro.config.mjs": "", "src/content": "LINK @OUT@"},
    "eleventy": {"eleventy.config.js": "", "posts": "LINK @OUT@"},
    "jekyll posts": {"_config.yml": "baseurl: ''\n", "_posts": "LINK @OUT@"},
    "jekyll posts relative": {"_config.yml": "baseurl: ''\n", "_posts": "LINK ../out"},
    "jekyll posts to come": {"_config.yml": "baseurl: ''\n", "_posts": "LINK @OUT@/not/there"},
    "jekyll drafts": {
        "_config.yml": "baseurl: ''\n",
        "_drafts": "LINK @OUT@",
        "_posts/2026-01-01-a.md": POST.format("x"),
    },
    "hexo drafts": {
        "_config.yml": "source_dir: source\nnew_post_name: :title.md\n",
        "source/_drafts": "LINK @OUT@",
        "source/_posts/a.md": POST.format("x"),
    },
    "categories": {
        "_config.yml": "baseurl: ''\n",
        "x/_posts/2026-01-01-a.md": POST.format("x"),
        "../out/_posts/keep.md": "",
    },
    "hugo posts": {"hugo.toml": "", "content/posts": "LINK @OUT@"},
    "hugo content link": {"hugo.toml": "", "content": "LINK @OUT@"},
}


@pytest.fixture(params=BLOGS)
def blog(request, tmp_path):
    root, out = tmp_path / "blog", tmp_path / "out"
    files.write(tmp_path, {"out/secret.md": "---\ntitle: CANARY-7d1f0c\n---\n"})
    for name, content in BLOGS[request.param].items():
        content = content.replace("@OUT@", str(out))
        if content.startswith("LINK "):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).symlink_to(content.removeprefix("LINK "))
        else:
            files.write(root, {name: content})
    return root


@pytest.mark.parametrize("more", [[], ["--draft"], ['categories:=["../../out"]'], ["--dry-run"], ["--slug", ".."]])
def test_a_new_post_lies_in_the_blog_and_is_a_post(blog, more, capsys):
    ground = blog.parent
    before = everything(ground)
    status = main(["new", "A title", *more, "--blog", str(blog)])
    out, err = capsys.readouterr()
    made = {name for name in everything(ground) if name not in before and not (ground / name).is_dir()}
    assert all(name.startswith("blog/") for name in made)
    assert {os.path.splitext(name)[1] for name in made} <= GOOD
    assert not [name for name in made if ".git" in name]
    assert {name: was for name, was in everything(ground).items() if name in before} == before
    assert len(made) == (0 if status or "--dry-run" in more else 1)
    assert "CANARY" not in out + err
    if status:
        assert [line for line in err.splitlines() if line], "the reason is told"


def test_translations_and_copies_lie_in_the_blog(tmp_path):
    root = files.write(tmp_path / "blog", {"_config.yml": "baseurl: ''\n", "_posts/2026-01-01-a.md": POST.format("x")})
    files.write(root, {"_posts/fr/2026-01-01-b.md": POST.format("x").replace("lang: en", "lang: fr")})
    (tmp_path / "out").mkdir()
    (root / "_posts/ja").symlink_to(tmp_path / "out")
    blog = blog_of(root / "_posts/2026-01-01-a.md")
    post = Post.from_bytes(POST.format("x").encode())
    with pytest.raises(Refused, match="leads out"):
        Translations(BlogFolder(blog)).begun("_posts/2026-01-01-a.md", post, "ja")
    for language in ("../../x", "ja/../..", "..", ""):
        with pytest.raises(Refused):
            Translations(BlogFolder(blog)).begun("_posts/2026-01-01-a.md", post, language)
    planned, _ = copy_of(blog, root / "_posts/2026-01-01-a.md", post)
    assert planned.parent == root / "_posts"


@pytest.mark.parametrize("linked", ["assets", "assets/images", "_posts"])
def test_an_export_writes_nothing_outside(tmp_path, linked):
    out = tmp_path / "out"
    out.mkdir()
    root = files.write(tmp_path / "blog", {"_config.yml": "baseurl: ''\n"})
    if linked != "_posts":
        files.write(root, {"_posts/2026-01-01-a.md": POST.format("x")})
    (root / linked).parent.mkdir(parents=True, exist_ok=True)
    (root / linked).symlink_to(out)
    draft = files.write(tmp_path / "drafts", {"b.md": "# B\n\n![b](b.png)\n", "b.png": b"\x89PNG"}) / "b.md"
    try:
        plan = plan_export(draft, site_in(root), ExportMemory(tmp_path / "state"), datetime.now(UTC))
        carry_out(plan, ExportMemory(tmp_path / "state"))
    except (Refused, OSError):
        pass
    assert everything(out) == {}


def test_a_folder_that_became_a_link_since_the_plan_gets_nothing(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    root = files.write(tmp_path / "blog", {"_config.yml": "baseurl: ''\n", "_posts/2026-01-01-a.md": POST.format("x")})
    draft = files.write(tmp_path / "drafts", {"b.md": "# B\n"}) / "b.md"
    plan = plan_export(draft, site_in(root), ExportMemory(tmp_path / "state"), datetime.now(UTC))
    os.rename(root / "_posts", root / "was")
    (root / "_posts").symlink_to(out)
    with pytest.raises(OSError, match="leads out of the blog"):
        carry_out(plan, ExportMemory(tmp_path / "state"))
    assert everything(out) == {}


def test_a_habit_of_pictures_is_followed_inside_only(tmp_path):
    root = files.write(tmp_path / "blog", {"_config.yml": "baseurl: ''\n", "_posts/2026-01-01-a.md": POST.format("x")})
    files.write(tmp_path, {"out/a.png": b"x"})
    (root / "a.png").symlink_to(tmp_path / "out/a.png")
    (root / "assets").symlink_to(tmp_path / "out")
    blog = blog_of(root / "_posts/2026-01-01-a.md")
    habit = habit_of(BlogFolder(blog), root / "_posts/2026-01-01-a.md")
    header = Post.from_bytes(POST.format("x").encode()).header
    folder = habit.folder_for(variables("_posts/2026-01-01-a.md", header, datetime.now()))
    from editor.ui.pictures import _inside

    names = variables("_posts/2026-01-01-a.md", header, datetime.now())
    chosen, _ = _inside(blog, root / "_posts/2026-01-01-a.md", habit, names)
    assert folder == "assets/images"
    assert chosen == root / "_posts"


@pytest.mark.parametrize(
    "permalink", ["/../../../out/:title/", "//evil/:title", "/:title/../../..", "file:///etc/:title"]
)
def test_a_permalink_names_no_file_outside(tmp_path, permalink):
    """An address is made of it; where a built page is looked for by it, it is looked for inside."""
    root = files.write(
        tmp_path / "blog", {"_config.yml": f"permalink: '{permalink}'\n", "_posts/2026-01-01-a.md": POST.format("x")}
    )
    files.write(tmp_path, {"out/a/index.html": "CANARY-7d1f0c", "blog/_site/index.html": ""})
    folder = BlogFolder(Blog(root, Generator.JEKYLL))
    header = Post.from_bytes(POST.format("x").encode()).header
    address = url_of(Generator.JEKYLL, folder.configuration, "_posts/2026-01-01-a.md", header, None)
    for name in (f"_site/{address}", f"_site/{address}/index.html", address):
        assert "CANARY" not in (folder.text(name) or "")


@pytest.mark.parametrize(
    "wanted", ["../out/a.md", "/etc/a.md", "a.desktop", "a.sh", "a", ".git/a.md", "_posts/../../a.md"]
)
def test_no_new_post_has_such_a_place(tmp_path, wanted):
    from pathlib import PurePosixPath

    root = files.write(tmp_path / "blog", {"_config.yml": "baseurl: ''\n"})
    with pytest.raises(Refused):
        HouseStyle.of(Blog(root, Generator.JEKYLL)).free_place(PurePosixPath(wanted))
