"""Posts that get another name, day or state: which files move, which bytes of which posts change, all of it undone."""

import re
from datetime import date, datetime, timedelta, timezone
from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.moves.carry import carry_back, carry_out
from editor.blog.moves.place import Wish, is_draft, named, path_after
from editor.blog.moves.plan import links_to, plan_move
from editor.blog.site import blog_of
from editor.header import Generator, Refused, read_header
from editor.post.files import FileError
from tests.blog.real_sites import build_with_hugo, build_with_jekyll, needs
from tests.files import write

NOW = datetime(2026, 3, 4, 9, 30, 15, tzinfo=timezone(timedelta(hours=9)))

JEKYLL = {
    "_config.yml": "url: https://ex.org\nbaseurl: /b\nplugins: [jekyll-redirect-from]\n",
    "_posts/2026-01-02-old.md": (
        "---\ntitle:  'Old' # kept\ndate: 2026-01-02 10:00:00 +0900\nimage: /assets/2026-01-02-old/a.png\n---\n"
        "![a](/b/assets/2026-01-02-old/a.png) [self]({% post_url 2026-01-02-old %})\n"
    ),
    "_posts/2026-01-03-other.md": (
        "---\r\ntitle: o\r\n---\r\n[1]({% post_url 2026-01-02-old %})\r\n"
        "[2](/b/2026/01/02/old.html#part) [3]({{ site.baseurl }}/2026/01/02/old) [4](https://ex.org/b/2026/01/02/old.html)"
        "\r\n`/b/2026/01/02/old.html` ![x](/b/assets/2026-01-02-old/a.png)\r\n"
        "[5]({% link _posts/2026-01-02-old.md %}) <a href='/b/2026/01/02/old.html?x=1'>6</a>\r\n"
        '\r\n[7]: {{ "/2026/01/02/old.html" | relative_url }}\r\n[8](https://other.org/b/2026/01/02/old.html)'
    ),
    "_posts/2026-01-04-none.md": "---\ntitle: older\n---\n[no](/b/2026/01/02/older.html) old\n",
    "assets/2026-01-02-old/a.png": "png",
    "assets/2026-01-02-old/b/c.png": "png too",
}


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in root.rglob("*") if path.is_file()}


def plan(root, name, wish, **more):
    path = root / name
    return plan_move(BlogFolder(blog_of(path)), path, wish, NOW, **more)


def test_a_rename_in_jekyll_rewrites_each_link_as_it_was_written(tmp_path):
    root = write(tmp_path, JEKYLL)
    move = plan(root, "_posts/2026-01-02-old.md", Wish(slug="new", day=date(2026, 2, 5)), redirect=True)
    assert (move.address, move.new_address) == ("/2026/01/02/old.html", "/2026/02/05/new.html")
    assert files(root) == JEKYLL, "a plan writes nothing"
    moved = carry_out(move)
    assert not moved.outcome.left
    after = files(root)
    assert after.keys() - JEKYLL.keys() == {
        "_posts/2026-02-05-new.md",
        "assets/2026-02-05-new/a.png",
        "assets/2026-02-05-new/b/c.png",
    }
    assert after["_posts/2026-02-05-new.md"] == (
        "---\ntitle:  'Old' # kept\ndate: 2026-02-05 10:00:00 +0900\nimage: /assets/2026-02-05-new/a.png\n"
        "redirect_from: [/2026/01/02/old.html]\n---\n"
        "![a](/b/assets/2026-02-05-new/a.png) [self]({% post_url 2026-02-05-new %})\n"
    )
    assert after["_posts/2026-01-03-other.md"] == (
        "---\r\ntitle: o\r\n---\r\n[1]({% post_url 2026-02-05-new %})\r\n"
        "[2](/b/2026/02/05/new.html#part) [3]({{ site.baseurl }}/2026/02/05/new) [4](https://ex.org/b/2026/02/05/new.html)"
        "\r\n`/b/2026/01/02/old.html` ![x](/b/assets/2026-02-05-new/a.png)\r\n"
        "[5]({% link _posts/2026-02-05-new.md %}) <a href='/b/2026/02/05/new.html?x=1'>6</a>\r\n"
        '\r\n[7]: {{ "/2026/02/05/new.html" | relative_url }}\r\n[8](https://other.org/b/2026/01/02/old.html)'
    )
    assert after["_posts/2026-01-04-none.md"] == JEKYLL["_posts/2026-01-04-none.md"]
    assert not carry_back(moved).outcome.left
    assert files(root) == JEKYLL


def test_a_rename_follows_links_over_two_lines_and_addresses_that_stand_alone(tmp_path):
    """Each is renamed in its own place; the code span is not."""
    old, new = "/2026/01/02/old.html", "/2026/01/02/new.html"
    body = (
        "[two\nlines]({0}) [a](\n{0}) <a\nhref='{0}'>x</a>\n\n[ref]:\n  {0}\n\n> [in a\n> quote]({0})\n\n"
        "<https://ex.org{0}> https://ex.org{0}. http://ex.org{0} [x](//ex.org{0}) （https://ex.org{0}）\n\n"
    )
    write(
        tmp_path,
        {
            "_config.yml": "url: https://ex.org\n",
            "_posts/2026-01-02-old.md": "---\ntitle: o\n---\n",
            "_posts/2026-01-03-b.md": "---\ntitle: b\n---\n" + body.format(old) + f"`{old}`\n",
        },
    )
    carry_out(plan(tmp_path, "_posts/2026-01-02-old.md", Wish(slug="new")))
    after = (tmp_path / "_posts/2026-01-03-b.md").read_text(encoding="utf-8")
    assert after == "---\ntitle: b\n---\n" + body.format(new) + f"`{old}`\n"


def test_links_may_be_left_alone(tmp_path):
    root = write(tmp_path, JEKYLL)
    carry_out(plan(root, "_posts/2026-01-02-old.md", Wish(slug="new")), links=False)
    assert files(root)["_posts/2026-01-03-other.md"] == JEKYLL["_posts/2026-01-03-other.md"]


def test_a_post_with_changes_in_a_tab_is_left_and_told_of(tmp_path):
    root = write(tmp_path, JEKYLL)
    other = root / "_posts/2026-01-03-other.md"
    moved = carry_out(plan(root, "_posts/2026-01-02-old.md", Wish(slug="new")), waiting=[other])
    assert moved.outcome.left == ("2026-01-03-other.md: has changes that are not saved",)
    assert other.read_bytes().decode() == JEKYLL["_posts/2026-01-03-other.md"]


def test_japanese_addresses_stay_encoded_or_plain(tmp_path):
    root = write(
        tmp_path,
        {
            "_config.yml": "permalink: /:title/\n",
            "_posts/2026-01-02-朝の散歩.md": "---\ntitle: 朝\n---\n",
            "_posts/2026-01-03-b.md": "[1](/朝の散歩/) [2](/%E6%9C%9D%E3%81%AE%E6%95%A3%E6%AD%A9/) [3](/朝の散歩)",
        },
    )
    carry_out(plan(root, "_posts/2026-01-02-朝の散歩.md", Wish(slug="夜")))
    assert files(root)["_posts/2026-01-03-b.md"] == "[1](/夜/) [2](/%E5%A4%9C/) [3](/夜)"


def test_a_bundle_moves_with_its_pictures(tmp_path):
    before = {
        "hugo.toml": 'baseURL = "https://ex.org/"\n',
        "content/posts/old/index.md": "+++\ntitle = 'a' # b\nslug = \"old\"\n+++\n![p](a.png)\n[up](../b/)\n",
        "content/posts/old/a.png": "png",
        "content/posts/b.md": (
            '---\ntitle: b\n---\n[1]({{< relref "/posts/old" >}}) [2]({{< ref "old" >}}) [3](/posts/old/)'
            ' [4]({{< relref "posts/old/index.md#x" >}}) ![q](/posts/old/a.png)\n'
        ),
    }
    root = write(tmp_path, before)
    moved = carry_out(plan(root, "content/posts/old/index.md", Wish(slug="new"), redirect=True))
    after = files(root)
    assert after["content/posts/new/index.md"] == (
        "+++\ntitle = 'a' # b\nslug = \"new\"\naliases = ['/posts/old/']\n+++\n![p](a.png)\n[up](../b/)\n"
    )
    assert after["content/posts/new/a.png"] == "png"
    assert after["content/posts/b.md"] == (
        '---\ntitle: b\n---\n[1]({{< relref "/posts/new" >}}) [2]({{< ref "new" >}}) [3](/posts/new/)'
        ' [4]({{< relref "posts/new/index.md#x" >}}) ![q](/posts/new/a.png)\n'
    )
    carry_back(moved)
    assert files(root) == before


def test_hexo_moves_the_folder_of_a_post(tmp_path):
    root = write(
        tmp_path,
        {
            "_config.yml": "post_asset_folder: true\nurl: https://ex.org\n",
            "source/_posts/old.md": "---\ntitle: a\ndate: 2026-01-02 10:00:00\n---\n![p](a.png)\n",
            "source/_posts/old/a.png": "png",
            "source/_posts/b.md": "[1]({% post_path old %}) {% post_link old Old %} [2](/2026/01/02/old/)\n",
        },
    )
    carry_out(plan(root, "source/_posts/old.md", Wish(slug="new")))
    after = files(root)
    assert after["source/_posts/new/a.png"] == "png"
    assert after["source/_posts/new.md"].endswith("![p](a.png)\n")
    assert after["source/_posts/b.md"] == "[1]({% post_path new %}) {% post_link new Old %} [2](/2026/01/02/new/)\n"


def test_pelican_and_plain_folders_name_files(tmp_path):
    root = write(
        tmp_path / "p",
        {
            "pelicanconf.py": "",
            "content/old.md": "Title: a\n\nx\n",
            "content/sub/b.md": "[1]({filename}/old.md) [2]({filename}../old.md#x)",
        },
    )
    carry_out(plan(root, "content/old.md", Wish(slug="new")))
    assert files(root)["content/sub/b.md"] == "[1]({filename}/new.md) [2]({filename}../new.md#x)"
    root = write(tmp_path / "n", {"old.md": "[me](old.md)", "b.md": "[1](./old.md) [2](old.md#x) [3]: old.md\n"})
    carry_out(plan(root, "old.md", Wish(slug="new name")))
    assert files(root) == {
        "new name.md": "[me](new name.md)",
        "b.md": "[1](./new name.md) [2](new name.md#x) [3]: old.md\n",
    }


def test_a_draft_is_published_and_taken_back(tmp_path):
    before = {
        "_config.yml": "title: x\ntimezone: Asia/Tokyo\n",
        "_drafts/idea.md": "---\ntitle: idea\n---\n[o](../_posts/2026-01-03-o.md)\n",
        "_posts/2026-01-03-o.md": "---\ntitle: o\ndate: 2026-01-03 08:00\n---\n[1]({% link _drafts/idea.md %})\n",
    }
    root = write(tmp_path, before)
    move = plan(root, "_drafts/idea.md", Wish(day=NOW.date(), draft=False))
    assert (move.address, move.new_address, move.redirect_key) == ("", "/2026/03/04/idea.html", "")
    moved = carry_out(move)
    after = files(root)
    assert after["_posts/2026-03-04-idea.md"] == (
        "---\ntitle: idea\ndate: 2026-03-04 09:30\n---\n[o](2026-01-03-o.md)\n"
    )
    assert after["_posts/2026-01-03-o.md"].endswith("[1]({% link _posts/2026-03-04-idea.md %})\n")
    carry_back(moved)
    assert files(root) == before


def test_a_post_becomes_a_draft(tmp_path):
    root = write(tmp_path, {"_config.yml": "", "_posts/2026-01-03-o.md": "---\ntitle: o\n---\n"})
    carry_out(plan(root, "_posts/2026-01-03-o.md", Wish(draft=True)))
    assert files(root) == {"_config.yml": "", "_drafts/o.md": "---\ntitle: o\n---\n"}


def test_hugo_says_it_in_the_front_matter(tmp_path):
    root = write(tmp_path, {"hugo.toml": "", "content/a.md": "---\ndraft:  true # yet\ndate: 2026-01-01\n---\n"})
    carry_out(plan(root, "content/a.md", Wish(draft=False, day=NOW.date())))
    assert files(root)["content/a.md"] == "---\ndraft:  false # yet\ndate: 2026-03-04\n---\n"


def test_no_file_is_written_over(tmp_path):
    root = write(tmp_path, {**JEKYLL, "_posts/2026-01-02-new.md": "mine"})
    with pytest.raises(Refused, match="is there already"):
        plan(root, "_posts/2026-01-02-old.md", Wish(slug="new"))
    move = plan(root, "_posts/2026-01-02-old.md", Wish(slug="newer"))
    (root / "_posts/2026-01-02-newer.md").write_text("came meanwhile")
    with pytest.raises(FileError, match="is there already"):
        carry_out(move)
    assert (root / "_posts/2026-01-02-old.md").exists()


def test_when_the_pictures_cannot_move_the_post_does_not(tmp_path):
    root = write(tmp_path, JEKYLL)
    move = plan(root, "_posts/2026-01-02-old.md", Wish(slug="new"))
    (root / "assets/2026-01-02-new").mkdir()
    with pytest.raises(FileError):
        carry_out(move)
    assert files(root) == JEKYLL


def test_what_cannot_be_moved_back_is_left_as_a_whole(tmp_path):
    root = write(tmp_path, JEKYLL)
    moved = carry_out(plan(root, "_posts/2026-01-02-old.md", Wish(slug="new")))
    (root / "_posts/2026-01-02-old.md").write_text("somebody's")
    before = files(root)
    with pytest.raises(FileError, match="is there already"):
        carry_back(moved)
    assert files(root) == before


@pytest.mark.parametrize("slug", ["", "..", "a/b", "a\\b", "x" * 300])
def test_names_that_lead_elsewhere_are_refused(tmp_path, slug):
    root = write(tmp_path, JEKYLL)
    with pytest.raises(Refused):
        plan(root, "_posts/2026-01-02-old.md", Wish(slug=slug))


@pytest.mark.parametrize(
    ("generator", "path", "wish", "then"),
    [
        (Generator.JEKYLL, "_posts/2026-01-02-a.md", Wish(slug="b"), "_posts/2026-01-02-b.md"),
        (Generator.JEKYLL, "_posts/x/2026-01-02-a.markdown", Wish(draft=True), "_drafts/x/a.markdown"),
        (Generator.JEKYLL, "_drafts/a.md", Wish(draft=False, day=date(2026, 5, 6)), "_posts/2026-05-06-a.md"),
        (
            Generator.HUGO,
            "content/post/2026/01/a.ja.md",
            Wish(slug="b", day=date(2026, 2, 9)),
            "content/post/2026/02/b.ja.md",
        ),
        (Generator.HUGO, "content/2026-01-02-a/index.md", Wish(day=date(2026, 2, 9)), "content/2026-02-09-a/index.md"),
        (Generator.HEXO, "source/_drafts/a.md", Wish(draft=False, day=date(2026, 5, 6)), "source/_posts/a.md"),
        (Generator.PLAIN, "a.md", Wish(), "a.md"),
        (
            Generator.JEKYLL,
            "_posts/2026-05-06-a.md",
            Wish(slug="b"),
            "_posts/2026-05-06-b.md",
        ),  # whatever its date says
        (Generator.JEKYLL, "_posts/2026-1-7-a.md", Wish(slug="b"), "_posts/2026-1-7-b.md"),
        (Generator.JEKYLL, "_posts/2026-1-7-a.md", Wish(day=date(2026, 2, 9)), "_posts/2026-02-09-a.md"),
    ],
)
def test_the_pattern_of_a_name_stays(generator, path, wish, then):
    header = read_header("---\ndate: 2026-01-02\n---\n")
    assert path_after(generator, PurePosixPath(path), header, wish) == PurePosixPath(then)


def test_names_are_taken_apart():
    assert named(PurePosixPath("a/2026-01-02-x/index.ja.md")).rest == "/index.ja.md"
    assert named(PurePosixPath("a/x.ja.md")).slug == "x"
    assert is_draft(Generator.PELICAN, PurePosixPath("a.md"), read_header("---\nstatus: draft\n---\n"))


def test_what_links_to_a_post(tmp_path):
    root = write(tmp_path, JEKYLL)
    path = root / "_posts/2026-01-02-old.md"
    found = [(one.name, line) for one, line, _ in links_to(BlogFolder(blog_of(path)), path)]
    assert sorted(found) == [("2026-01-03-other.md", line) for line in (4, 5, 5, 5, 7, 7, 9)]


@needs("jekyll")
def test_jekyll_builds_what_was_renamed_and_its_links_lead_there(tmp_path):
    site = {name: text for name, text in JEKYLL.items() if not name.startswith("assets")}
    root = write(tmp_path / "site", {**site, "_config.yml": "url: https://ex.org\nbaseurl: /b\n"})
    carry_out(plan(root, "_posts/2026-01-02-old.md", Wish(slug="朝 walk", day=date(2026, 2, 5))))
    built = build_with_jekyll(root)
    assert built is not None, "post_url and link name a post that is there"
    address = built["_posts/2026-02-05-朝 walk.md"]
    page = next((tmp_path / "built").rglob("other.html")).read_text(encoding="utf-8")
    wanted = {unquote(address), unquote(address).removesuffix(".html")}
    targets = {unquote(one).partition("#")[0].partition("?")[0] for one in re.findall(r"href=[\"']([^\"']+)", page)}
    own = {one.removeprefix("https://ex.org").removeprefix("/b") for one in targets if "other.org" not in one}
    assert own == wanted, "with and without .html, as they were written"


@needs("hugo")
def test_hugo_builds_what_was_renamed_and_its_references_resolve(tmp_path):
    link = '[1]({{< relref "/posts/old" >}}) [2]({{< ref "old" >}}) [3]({{< relref "posts/old/index.md#x" >}})\n'
    files = {
        "hugo.toml": 'baseURL = "https://ex.org/"\n',
        "content/posts/old/index.md": "---\ntitle: a\n---\ntext\n",
        "content/posts/b.md": f"---\ntitle: b\n---\n{link}",
    }
    root = write(tmp_path / "site", files)
    carry_out(plan(root, "content/posts/old/index.md", Wish(slug="新しい")))
    built = build_with_hugo(root)  # a reference to nothing would stop it
    assert unquote(built["content/posts/新しい/index.md"]) == "/posts/新しい/"
