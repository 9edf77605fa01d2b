"""Blogs to export into, and a desk: a draft's folder, one of the blogs, and what is remembered of exports."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PIL import Image

from editor.blog.site import blog_of
from editor.export.carry import carry_out
from editor.export.memory import ExportMemory
from editor.export.plan import plan_export
from tests.files import write

NOW = datetime(2026, 4, 12, 7, 40, tzinfo=ZoneInfo("Asia/Tokyo"))
JEKYLL = {
    "_config.yml": "url: https://example.org\ntimezone: Asia/Tokyo\n",
    "_layouts/post.html": "{{ content }}",
    "_posts/2026-04-01-first.md": "---\nlayout: post\ntitle: First\ndate: 2026-04-01 08:00:00 +0900\ntags: [a]\n---\n\none ![x](/assets/img/x.png)\n",
    "_posts/2026-04-02-second.md": "---\nlayout: post\ntitle: Second\ndate: 2026-04-02 08:00:00 +0900\ntags: [b]\n---\n\n[first]({% post_url 2026-04-01-first %})\n",
}
HUGO = {
    "hugo.toml": 'baseURL = "https://hugo.example/"\n',
    "content/posts/one.md": '+++\ntitle = "One"\ndate = 2026-03-01T08:00:00+09:00\ntags = ["x"]\nauthor = "ペン"\n+++\n\none\n',
    "content/posts/two.md": '+++\ntitle = "Two"\ndate = 2026-03-02T08:00:00+09:00\ntags = ["y"]\nauthor = "ペン"\n+++\n\n[one]({{< relref "/posts/one.md" >}})\n',
}
PELICAN = {
    "pelicanconf.py": "SITENAME = 'x'\n",
    "content/one.md": "Title: One\nDate: 2026-03-01 08:00\nCategory: news\nTags: a, b\n\none\n",
    "content/two.md": "Title: Two\nDate: 2026-03-02 08:00\nCategory: news\nTags: c\n\ntwo\n",
}


def picture(path, colour="red"):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (4, 4), colour).save(path)
    return path


class Desk:
    """A draft's folder, a blog, and what is remembered."""

    def __init__(self, folder, blog=JEKYLL):
        self.blog_root = folder / "blog"
        write(self.blog_root, blog)
        if blog is JEKYLL:
            picture(self.blog_root / "assets/img/x.png")
        self.drafts = folder / "drafts"
        self.drafts.mkdir()
        self.memory = ExportMemory(folder / "state")
        self.blog = blog_of(next(path for path in self.blog_root.rglob("*.md")))

    def draft(self, text, name="note.md"):
        path = self.drafts / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def plan(self, path, now=NOW, **options):
        return plan_export(path, self.blog, self.memory, now, **options)

    def export(self, path, now=NOW, **options):
        plan = self.plan(path, now, **options)
        carry_out(plan, self.memory)
        return plan

    def relative(self, path):
        return path.relative_to(self.blog_root).as_posix()
