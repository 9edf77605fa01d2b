"""The address of a post, by the configuration and by the post itself."""

from zoneinfo import ZoneInfo

import pytest

from editor.blog.permalink import url_of
from editor.header import Generator, Rules, read_header

J, H, X = Generator.JEKYLL, Generator.HUGO, Generator.HEXO
TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("generator", "configuration", "path", "header", "wanted"),
    [
        (J, {}, "_posts/2021-02-03-a-b.md", "title: x", "/2021/02/03/a-b.html"),
        (J, {}, "_posts/2021-02-03-a.md", "date: 2021-02-03 20:00:00 +0000", "/2021/02/04/a.html"),
        (J, {}, "_posts/2021-02-03-a.md", "categories: [Trip, 'X Y']", "/trip/x%20y/2021/02/03/a.html"),
        (J, {}, "blog/_posts/2021-02-03-a.md", "title: x", "/blog/2021/02/03/a.html"),
        (J, {"permalink": "pretty"}, "_posts/2021-02-03-a.md", "title: x", "/2021/02/03/a/"),
        (J, {"permalink": "none"}, "_posts/2021-02-03-a.md", "category: c", "/c/a.html"),
        (J, {"permalink": "ordinal"}, "_posts/2021-02-03-a.md", "title: x", "/2021/034/a.html"),
        (J, {"permalink": "/:year/:title/"}, "_posts/2021-02-03-記事（その1）.md", "title: x", None),
        (J, {}, "_posts/2021-02-03-a.md", "slug: Other One", "/2021/02/03/Other-One.html"),
        (J, {}, "_posts/2021-02-03-a.md", "permalink: /my/:title", "/my/a"),
        (H, {}, "content/posts/My Post.md", "title: x", "/posts/my-post/"),
        (H, {}, "content/posts/trip/index.md", "title: x", "/posts/trip/"),
        (H, {}, "content/posts/x.md", "slug: other", "/posts/other/"),
        (H, {}, "content/posts/x.md", "url: /here/", "/here/"),
        (H, {"permalinks": {"posts": "/:year/:slug/"}}, "content/posts/x.md", "date: 2021-02-03", "/2021/"),
        (X, {}, "source/_posts/a.md", "date: 2021-02-03", "/2021/02/03/a/"),
        (X, {"permalink": ":title.html"}, "source/_posts/sub/a.md", "date: 2021-02-03", "/sub/a.html"),
    ],
)
def test_address(generator, configuration, path, header, wanted):
    read = read_header(f"---\n{header}\n---\n", Rules(generator))
    address = url_of(generator, configuration, path, read, TOKYO)
    assert address == (wanted or "/2021/%E8%A8%98%E4%BA%8B-%E3%81%9D%E3%81%AE1/")
