"""Which file a picture's address means, by each generator's rules."""

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.pictures import Place, find_picture, is_remote
from editor.blog.site import Blog
from editor.header import Generator

J, H, X, A, P, N = (
    Generator.JEKYLL,
    Generator.HUGO,
    Generator.HEXO,
    Generator.ASTRO,
    Generator.PELICAN,
    Generator.PLAIN,
)


def found(tmp_path, generator, source, file, post, configuration="", **place):
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_bytes(b"x")
    if generator in (J, X):
        (tmp_path / "_config.yml").write_text(configuration, encoding="utf-8")
    folder = BlogFolder(Blog(tmp_path.resolve(), generator))
    return find_picture(source, Place(generator, folder, post, **place))


@pytest.mark.parametrize(
    ("generator", "address", "file", "post", "place"),
    [
        (J, "/assets/a.png", "assets/a.png", "_posts/2020-01-02-x.md", {}),
        (J, "/blog/assets/a.png", "assets/a.png", "_posts/2020-01-02-x.md", {"base": "/blog"}),
        (J, "https://me.org/blog/a.png", "a.png", "_posts/x.md", {"base": "/blog", "url": "https://me.org"}),
        (J, "/assets/%E6%B5%B7%20b.png?v=1#x", "assets/海 b.png", "_posts/x.md", {}),
        (J, "../assets/a.png", "assets/a.png", "_posts/x.md", {"address": "/title/"}),
        (J, "a.png", "2020/01/a.png", "_posts/x.md", {"address": "/2020/01/x.html"}),
        (J, "a.png", "media/trip/a.png", "_posts/x.md", {"subpath": "/media/trip/", "address": "/x/"}),
        (H, "/a.png", "static/a.png", "content/posts/x.md", {}),
        (H, "a.png", "content/posts/x/a.png", "content/posts/x/index.md", {"address": "/posts/other-slug/"}),
        (H, "../a.png", "content/posts/a.png", "content/posts/x.md", {"address": "/posts/x/"}),
        (H, "a.png", "static/posts/x/a.png", "content/posts/x.md", {"address": "/posts/x/"}),
        (X, "/images/a.png", "source/images/a.png", "source/_posts/x.md", {}),
        (A, "./a.png", "src/content/blog/a.png", "src/content/blog/x.md", {}),
        (A, "/a.png", "public/a.png", "src/content/blog/x.md", {}),
        (P, "{static}/images/a.png", "content/images/a.png", "content/x.md", {}),
        (P, "{attach}a.png", "content/dir/a.png", "content/dir/x.md", {}),
        (N, "a.png", "a.png", "x.md", {}),
    ],
)
def test_found(tmp_path, generator, address, file, post, place):
    assert found(tmp_path, generator, address, file, post, **place) == (tmp_path / file).resolve()


def test_hexo_asset_folder(tmp_path):
    path = found(tmp_path, X, "a.png", "source/_posts/x/a.png", "source/_posts/x.md", "post_asset_folder: true\n")
    assert path is not None
    assert found(tmp_path, X, "a.png", "source/_posts/x/a.png", "source/_posts/x.md", "title: x\n") is None


def test_jekyll_does_not_publish_what_lies_beside_a_post(tmp_path):
    place = {"address": "/2020/01/02/x.html"}
    assert found(tmp_path, J, "a.png", "_posts/a.png", "_posts/x.md", **place) is None
    plugin = "plugins: [jekyll-postfiles]\n"
    assert found(tmp_path, J, "a.png", "_posts/a.png", "_posts/x.md", plugin, **place) is not None


def test_nothing_outside_is_found(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"x")
    blog = tmp_path / "blog"
    blog.mkdir()
    (blog / "link.png").symlink_to(tmp_path / "secret.png")
    place = Place(N, BlogFolder(Blog(blog.resolve(), N)), "x.md")
    for address in ("../secret.png", "/../secret.png", "%2e%2e/secret.png", "link.png", str(tmp_path / "secret.png")):
        assert find_picture(address, place) is None


@pytest.mark.parametrize(
    ("address", "remote"),
    [
        ("https://x.org/a.png", True),
        ("//x.org/a.png", True),
        ("a.png", False),
        ("/a.png", False),
        ("https://me.org/a.png", False),
    ],
)
def test_remote(address, remote):
    assert is_remote(address, Place(J, None, url="https://me.org")) is remote
