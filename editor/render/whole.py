"""A whole post as its blog shows it, once: for the command line and for comparing versions."""

from __future__ import annotations

from pathlib import Path

from editor.blog.folder import BlogFolder
from editor.blog.pictures import place_of
from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.post.post import Post
from editor.post.values import shown
from editor.render.document import RenderedDocument
from editor.render.finish import with_boxes
from editor.render.flavours import Flavour, make_flavour
from editor.render.head import head_html
from editor.render.looks.look import LookName, own_look
from editor.render.page import standalone_page
from editor.render.site import Site
from editor.render.standalone import standalone
from editor.render.templates.expander import Expander
from editor.text.edit import Edit


class WholePosts:
    """Renders posts; what their blogs say is read once."""

    def __init__(self) -> None:
        self._blogs: dict[tuple[Path, bool], tuple[Flavour, BlogFolder]] = {}

    def body(self, post: Post, blog: Blog, relative: str) -> str:
        """The post's text as HTML.

        Args:
            relative: where the post lies in the blog; "" for one without a place.

        """
        flavour, folder = self._of(blog, relative)
        expanded = Expander(Site(blog.generator, folder, relative)).expand(post.body, post.header)
        return "\n".join(expanded.marks.restore_all(flavour.blocks(expanded.text)))

    def page(self, post: Post, blog: Blog, relative: str, name: str) -> str:
        """The post as a page with its head; `name` is its title where it has none."""
        _, folder = self._of(blog, relative)
        title = post.header.field("title")
        zone = Site(blog.generator, folder, relative).zone
        head = head_html(post.header, zone)
        body = with_boxes(self.body(post, blog, relative))
        return standalone_page(shown(title.value) if title else name, head, body)

    def standalone(self, post: Post, blog: Blog, relative: str, name: str) -> str:
        """The post as one file with its pictures and styles inside, in our own plain look."""
        flavour, folder = self._of(blog, relative)
        document = RenderedDocument(flavour, Site(blog.generator, folder, relative))
        document.edit([Edit(0, 0, post.text)])
        patch = document.render()
        title = post.header.field("title")
        words = shown(title.value) if title is not None and title.value else name
        place = place_of(folder, blog.generator, relative, post.header)
        body = "\n".join(patch.blocks)
        return standalone(own_look(LookName.PLAIN), words, patch.head, body, blog.root, place=place)

    def _of(self, blog: Blog, relative: str) -> tuple[Flavour, BlogFolder]:
        mdx = Site(blog.generator, None, relative).is_mdx
        if (blog.root, mdx) not in self._blogs:
            flavour = make_flavour(blog.generator, markdown_settings(blog), mdx=mdx)
            self._blogs[blog.root, mdx] = flavour, BlogFolder(blog)
        return self._blogs[blog.root, mdx]
