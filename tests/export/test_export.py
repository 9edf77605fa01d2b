"""Drafts and other blogs' posts on their way into a blog: place, front matter, pictures, links; again, and merged."""

import os

import pytest

from editor.export.carry import carry_out, take_back
from editor.export.shown import changes_of, diff_of
from editor.header import Generator, Refused, Rules
from editor.header.values import plain
from editor.post.files import FileError
from editor.post.post import Post
from tests.export.desks import HUGO, NOW, PELICAN, Desk, picture
from tests.files import write


def values(data, generator):
    return plain(Post.from_bytes(data, Rules(generator)).header.values())


def test_a_draft_without_front_matter_becomes_a_post_of_the_blog(desk):
    draft = desk.draft("# A walk in the morning\n\ntext\n")
    plan = desk.plan(draft)
    assert not (desk.blog_root / "_posts/2026-04-12-a-walk-in-the-morning.md").exists()
    assert desk.relative(plan.path) == "_posts/2026-04-12-a-walk-in-the-morning.md"
    assert plan.url == "https://example.org/2026/04/12/a-walk-in-the-morning.html"
    assert plan.becomes.state == "visible"
    carry_out(plan, desk.memory)
    assert plan.path.read_text() == (
        "---\nlayout: post\ntitle: A walk in the morning\ndate: 2026-04-12 07:40:00 +0900\n---\n\ntext\n"
    )
    assert draft.read_text() == "# A walk in the morning\n\ntext\n"


def test_front_matter_of_the_same_kind_keeps_its_bytes(desk):
    head = "---\n# mine\ntitle:   'Odd'   # keep\nx-own: [1,  2]\ndate: '2026-04-10'\n---\r\n"
    plan = desk.export(desk.draft(f"{head}text\r\n"))
    text = plan.path.read_bytes().decode()
    assert text.startswith("---\n# mine\ntitle:   'Odd'   # keep\nx-own: [1,  2]\ndate: '2026-04-10'\n")
    assert "\nlayout: 'post'\r\n---\r\n" in text
    assert text.endswith("---\r\ntext\r\n")
    assert desk.relative(plan.path) == "_posts/2026-04-10-odd.md"


def test_pictures_come_along_and_the_text_names_their_new_places(desk):
    picture(desk.drafts / "a.png")
    picture(desk.drafts / "絵 1.png", "blue")
    picture(desk.drafts / "sub/c.png", "green")
    draft = desk.draft(
        "---\ntitle: P\nimage: sub/c.png\n---\n![a](a.png) ![b](<絵 1.png> 'title') <img src=\"sub/c.png\">\n"
        "`![no](a.png)` ![gone](gone.png) ![far](https://example.com/a.png)\n\n![r][r]\n\n[r]: a.png\n"
    )
    plan = desk.export(draft)
    text = plan.path.read_text()
    assert "![a](/assets/img/a.png)" in text
    assert "(</assets/img/絵-1.png> 'title')" in text
    assert '<img src="/assets/img/c.png">' in text
    assert "image: /assets/img/c.png\n" in text
    assert "`![no](a.png)`" in text
    assert "![gone](gone.png)" in text
    assert "![far](https://example.com/a.png)" in text
    assert "[r]: /assets/img/a.png" in text
    assert [desk.relative(path) for path in plan.belongs[1:]] == [
        "assets/img/c.png",
        "assets/img/a.png",
        "assets/img/絵-1.png",
    ]
    assert any("gone.png" in note for note in plan.notes)
    for name in ("a.png", "絵 1.png"):
        assert (desk.blog_root / "assets/img" / name.replace(" ", "-")).read_bytes() == (
            desk.drafts / name
        ).read_bytes()


def test_a_picture_of_the_same_name_is_not_overwritten(desk):
    before = (desk.blog_root / "assets/img/x.png").read_bytes()
    picture(desk.drafts / "x.png", "black")
    plan = desk.export(desk.draft("---\ntitle: P\n---\n![](x.png)\n"))
    assert "![](/assets/img/x-2.png)" in plan.path.read_text()
    assert (desk.blog_root / "assets/img/x.png").read_bytes() == before


def test_nothing_is_read_outside_of_the_drafts_folder(desk, tmp_path):
    picture(tmp_path / "secret.png")
    (desk.drafts / "link.png").symlink_to(tmp_path / "secret.png")
    plan = desk.plan(
        desk.draft(f"---\ntitle: P\n---\n![](../secret.png) ![](link.png) ![](file://{tmp_path}/secret.png)\n")
    )
    assert plan.belongs == (plan.path,)
    assert len(plan.notes) == 3


def test_exporting_again_updates_the_same_post(desk):
    picture(desk.drafts / "a.png")
    draft = desk.draft("# Title\n\n![a](a.png)\n")
    first = desk.export(draft)
    assert desk.plan(draft, now=NOW.replace(day=20)).files == ()
    draft.write_text("# Title\n\n![a](a.png)\n\nmore\n")
    later = desk.plan(draft, now=NOW.replace(day=20))
    assert later.path == first.path
    assert later.again
    assert [desk.relative(change.path) for change in later.files] == [desk.relative(first.path)]
    assert b"07:40:00" in later.post.after
    assert later.post.after.endswith(b"\nmore\n")


def test_a_key_that_left_the_draft_leaves_the_post_and_what_the_blog_added_stays(desk):
    draft = desk.draft("---\ntitle: T\ntags: [a]\nx: 1\n---\n\none\n")
    desk.export(draft)
    draft.write_text("---\ntitle: T\nx: 1\n---\n\none\n")
    plan = desk.export(draft, now=NOW.replace(day=20))
    assert changes_of(plan) == ["− tags"]
    assert b"layout: post\n" in plan.path.read_bytes()
    assert b"date: 2026-04-12 07:40:00 +0900\n" in plan.path.read_bytes()


def test_a_picture_that_was_drawn_anew_takes_the_place_of_the_old_one(desk):
    picture(desk.drafts / "a.png")
    draft = desk.draft("# Title\n\n![a](a.png)\n")
    desk.export(draft)
    there = desk.blog_root / "assets/img/a.png"
    picture(desk.drafts / "a.png", "blue")
    plan = desk.export(draft)
    assert [desk.relative(change.path) for change in plan.files] == ["assets/img/a.png"]
    assert there.read_bytes() == (desk.drafts / "a.png").read_bytes()
    picture(there, "green")  # somebody changed it in the blog: it is not ours any more
    picture(desk.drafts / "a.png", "black")
    plan = desk.export(draft)
    assert "assets/img/a-2.png" in [desk.relative(change.path) for change in plan.files]
    assert b"(/assets/img/a-2.png)" in plan.path.read_bytes()


def test_a_draft_that_was_moved_and_a_post_that_was_renamed_are_known(desk):
    draft = desk.draft("# Title\n\ntext\n")
    first = desk.export(draft)
    moved = draft.rename(desk.drafts / "other name.md")
    renamed = first.path.rename(first.path.with_name("2026-04-12-renamed.md"))
    plan = desk.plan(moved)
    assert plan.path == renamed
    assert plan.files == ()


def test_the_copy_in_the_blog_was_changed_elsewhere(desk):
    draft = desk.draft("---\ntitle: T\n---\n\none\n\ntwo\n\nthree\n")
    first = desk.export(draft)
    first.path.write_text(first.path.read_text().replace("three", "THREE"))
    draft.write_text(draft.read_text().replace("one", "ONE"))
    plan = desk.plan(draft)
    assert plan.merge is not None
    assert not plan.merge.clashes
    with pytest.raises(Refused, match="decide"):
        carry_out(plan, desk.memory)
    carry_out(plan.deciding(plan.merge.text), desk.memory)
    assert first.path.read_text().endswith("\nONE\n\ntwo\n\nTHREE\n")
    assert desk.plan(draft).files == ()
    draft.write_text(draft.read_text().replace("two", "TWO"))
    assert desk.plan(draft).merge.text.endswith(b"\nONE\n\nTWO\n\nTHREE\n")


def test_the_copy_was_changed_in_the_same_place(desk):
    draft = desk.draft("---\ntitle: T\n---\n\none\n\ntwo")
    first = desk.export(draft)
    first.path.write_text(first.path.read_text().replace("one", "theirs"))
    draft.write_text(draft.read_text().replace("one", "mine"))
    merge = desk.plan(draft).merge
    assert [(part.base, part.ours, part.theirs) for part in merge.parts if part.clashes] == [
        (b"one\n", b"mine\n", b"theirs\n")
    ]
    for choice, words in ((False, b"mine\n"), (True, b"theirs\n"), (None, b"mine\ntheirs\n")):
        assert merge.decided([choice]).endswith(b"\n\n" + words + b"\ntwo")


def test_a_post_in_the_blog_stays_where_it_is(desk):
    post = desk.blog_root / "_posts/2026-04-01-first.md"
    plan = desk.plan(post)
    assert plan.is_at_home
    assert plan.files == ()
    assert [desk.relative(path) for path in plan.belongs] == ["_posts/2026-04-01-first.md", "assets/img/x.png"]
    carry_out(plan, desk.memory)
    assert desk.memory.last(post, post.read_bytes(), desk.blog.root) is None


def test_a_taken_name_gets_a_number_and_says_so(desk):
    plan = desk.plan(desk.draft("---\ntitle: First\ndate: 2026-04-01\n---\nx\n"))
    assert desk.relative(plan.path) == "_posts/2026-04-01-first-2.md"
    assert any("is there already" in note for note in plan.notes)


def test_links_to_other_drafts_lead_to_their_posts(desk):
    other = desk.draft("# Other\n\nx\n", "other.md")
    draft = desk.draft("# Title\n\n[other](other.md#part) [not yet](third.md)\n")
    desk.draft("# Third\n", "third.md")
    assert any("other.md" in note for note in desk.plan(draft).notes)
    desk.export(other)
    plan = desk.plan(draft)
    assert b"[other]({% post_url 2026-04-12-other %}#part)" in plan.post.after
    assert b"[not yet](third.md)" in plan.post.after
    assert [note for note in plan.notes if "third.md" in note]


def test_from_hugo_to_jekyll(tmp_path, desk):
    hugo = tmp_path / "hugo"
    write(hugo, HUGO)
    text = (
        '+++\ntitle = "三つ目"\ndate = 2026-03-03T08:00:00+09:00\ntags = ["a b", "c"]\ndraft = true\naliases = ["/old/"]\n'
        "weight = 3\n[params]\nx = 1\n+++\n\n"
        '{{< figure src="/img/p.png" alt="words" >}} [one]({{< relref "/posts/one.md" >}}) {{< tweet 1 >}} {{ x }}\n'
        '\n{{< highlight python >}}\nprint("{{ y }}")\n{{< /highlight >}}\n'
    )
    write(hugo, {"content/posts/three.md": text})
    picture(hugo / "static/img/p.png")
    plan = desk.plan(hugo / "content/posts/three.md")
    assert desk.relative(plan.path) == "_posts/2026-03-03-three.md"
    body = plan.post.after.decode()
    assert values(plan.post.after, desk.blog.generator) == {
        "layout": "post",
        "title": "三つ目",
        "date": "2026-03-03 08:00:00 +0900",
        "tags": ["a b", "c"],
        "published": False,
        "redirect_from": ["/old/"],
        "weight": 3,
        "params": {"x": 1},
    }
    assert "![words](/assets/img/p.png)" in body
    assert "[one](https://hugo.example/posts/one/)" in body
    assert "{% raw %}{{< tweet 1 >}}{% endraw %} {% raw %}{{ x }}{% endraw %}" in body
    assert '```python\nprint("{% raw %}{{ y }}{% endraw %}")\n```' in body
    assert plan.becomes.state == "hidden"


def test_from_jekyll_to_hugo(tmp_path, desk):
    hugo = Desk(tmp_path / "other", HUGO) if (tmp_path / "other").mkdir() is None else None
    text = (
        "---\nlayout: post\ntitle: Third\ncategories: one two\nredirect_from: /old/\n# note\npermalink: /x/y/\n---\n"
        "![p]({{ site.baseurl }}/assets/img/x.png) [first]({% post_url 2026-04-01-first %}#a)\n"
        "{% raw %}{{ kept }}{% endraw %} {{< not a shortcode >}}\n\n{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n"
        "\n{% include note.html %}\n"
    )
    write(desk.blog_root, {"_posts/2026-04-03-third.md": text, "_includes/note.html": "x"})
    plan = hugo.plan(desk.blog_root / "_posts/2026-04-03-third.md")
    assert hugo.relative(plan.path) == "content/posts/third.md"
    assert values(plan.post.after, hugo.blog.generator) == {
        "layout": "post",
        "title": "Third",
        "date": "2026-04-03",
        "categories": ["one", "two"],
        "aliases": ["/old/"],
        "url": "/x/y/",
        "author": "ペン",
    }
    body = plan.post.after.decode()
    assert "![p](/images/x.png) [first](https://example.org/2026/04/01/first.html#a)" in body
    assert "{{ kept }} {{</* not a shortcode */>}}" in body
    assert "```ruby\nputs 1\n```" in body
    assert "{% include note.html %}" in body
    assert any("include" in note for note in plan.notes)
    assert any("comments" in note for note in plan.notes)


def test_to_pelican(tmp_path, desk):
    (tmp_path / "p").mkdir()
    pelican = Desk(tmp_path / "p", PELICAN)
    text = "---\ntitle: Third\ncategories: [one, two]\ntags: [x, y]\nimage: {path: /a.png}\ndate: 2026-04-03 08:00:30 +0900\n---\nx\n"
    write(desk.blog_root, {"_posts/2026-04-03-third.md": text})
    plan = pelican.plan(desk.blog_root / "_posts/2026-04-03-third.md")
    found = values(plan.post.after, pelican.blog.generator)
    assert found["title"] == "Third"
    assert found["tags"] == ["x", "y"]
    assert found["category"] == "one, two"
    assert found["image"] == '{"path": "/a.png"}'
    assert found["date"].startswith("2026-04-0")
    assert plan.post.after.endswith(b"\n\nx\n")


def test_a_tag_that_the_blog_does_not_know_is_kept_from_stopping_its_build(desk):
    plan = desk.plan(desk.draft('---\ntitle: T\n---\n{% youtube x %} {{ site.title }} {% include "a.html" %}\n'))
    assert "{% raw %}{% youtube x %}{% endraw %} {{ site.title }} {% raw %}{% include" in plan.post.after.decode()
    assert len([note for note in plan.notes if "does not know the tag" in note]) == 2


def test_a_draft_in_another_encoding_becomes_utf_8(desk):
    plan = desk.export(desk.draft("---\ntitle: 朝\n---\r\n本文です。今日は港まで歩いた。\r\n".encode("cp932")))
    assert "本文です。今日は港まで歩いた。\r\n" in plan.path.read_bytes().decode("utf-8")
    assert any("UTF-8" in note for note in plan.notes)


@pytest.mark.parametrize("text", ["---\ntitle: 'x\n---\nbody\n", "---js\nmodule.exports = {}\n---\nx\n"])
def test_front_matter_that_can_not_be_read_is_refused(desk, text):
    with pytest.raises(Refused) as refusal:
        desk.plan(desk.draft(text))
    assert refusal.value.line is not None


def test_a_title_can_not_lead_out_of_the_blog(desk):
    plan = desk.plan(desk.draft("---\ntitle: ../../../etc/passwd\n---\nx\n"))
    assert plan.path.parent == desk.blog_root / "_posts"
    with pytest.raises(Refused):
        desk.plan(desk.draft("---\ntitle: T\n---\nx\n"), slug="../../x")


def test_a_file_that_came_meanwhile_stops_everything(desk):
    picture(desk.drafts / "a.png")
    plan = desk.plan(desk.draft("# Title\n\n![a](a.png)\n"))
    plan.path.write_text("somebody else's")
    before = {path: path.read_bytes() for path in desk.blog_root.rglob("*") if path.is_file()}
    with pytest.raises(FileError):
        carry_out(plan, desk.memory)
    assert {path: path.read_bytes() for path in desk.blog_root.rglob("*") if path.is_file()} == before


def test_taken_back(desk):
    picture(desk.drafts / "a.png")
    before = sorted(path for path in desk.blog_root.rglob("*"))
    draft = desk.draft("# Title\n\n![a](a.png)\n")
    done = carry_out(desk.plan(draft, pattern="_posts/{year}/{year}-{month}-{day}-{slug}.md"), desk.memory)
    assert done.plan.path.is_file()
    assert take_back(done) == ()
    assert sorted(path for path in desk.blog_root.rglob("*")) == before


def test_what_changes_is_told_for_people(desk):
    draft = desk.draft("---\ntitle: T\ntags: [a, b]\n---\n\none\n")
    desk.export(draft)
    draft.write_text("---\ntitle: U\ntags: [b, AI]\nx: 1\n---\n\ntwo\n")
    plan = desk.plan(draft)
    assert changes_of(plan) == ["title: T → U", "tags: + AI, − a", "+ x: 1"]
    diff = diff_of(plan.post, "x.md")
    assert "-title: T\n-tags: [a, b]\n+title: U\n" in diff
    assert "-one\n+two\n" in diff


def test_the_memory_survives_damage(desk):
    draft = desk.draft("# Title\n\nx\n")
    desk.export(draft)
    state = desk.memory._folder
    assert oct(os.stat(state / "exports.json").st_mode)[-3:] == "600"
    (state / "exports.json").write_text('[{"source": 1')
    assert desk.memory.last(draft, draft.read_bytes(), desk.blog.root) is None


@pytest.mark.parametrize(
    "head",
    [
        "\n\n---\ntitle: Odd\n---\n",
        "--- # note\ntitle: Odd\n---\n",
        "---\ntitle: Odd\n-----\n",
        "-----\ntitle: Odd\ndate: 2020-01-02\n-----\n",
    ],
)
def test_fences_that_the_blog_does_not_know_become_its_own(desk, head):
    plan = desk.export(desk.draft(f"{head}text\n"))
    post = Post.from_bytes(plan.path.read_bytes(), Rules(Generator.JEKYLL))
    assert post.header.error is None
    assert post.header.field("title").value == "Odd"
    assert post.body.strip("\n") == "text"
    assert post.text.count("title:") == 1
