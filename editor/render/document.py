"""One post as the render worker holds it: its text follows the window's edits, its blocks go back as patches."""

from __future__ import annotations

from editor.blog.pictures import Place, place_of
from editor.header import Header, Rules, read_header
from editor.render.finish import Finisher, Finishing
from editor.render.flavours import Flavour
from editor.render.head import head_html
from editor.render.patch import Patch
from editor.render.site import Site
from editor.render.templates.expander import Expander
from editor.text.edit import Edit, apply_all


class RenderedDocument:
    """Text in, patches out. A patch fits the page that the former patches made."""

    def __init__(self, flavour: Flavour, site: Site, *, remote: bool = False) -> None:
        self.open("", flavour, site, remote=remote)

    def open(self, text: str, flavour: Flavour, site: Site, *, remote: bool = False) -> None:
        """Start with a post of a blog; the page is empty.

        Args:
            remote: whether pictures of other sites are shown.

        """
        self._text, self._flavour, self._site, self._remote = text, flavour, site, remote
        self._blocks: list[str] = []
        self._lines: list[int] = []
        self._rules = Rules(site.generator)
        self._expander = Expander(site)
        self._place: Place | None = None
        author = site.given.get("author")
        self._author = author if isinstance(author, str) else ""
        self._finisher = Finisher(Finishing(Place(site.generator, None)))

    def edit(self, edits: list[Edit]) -> None:
        """Follow the window's edits."""
        self._text = apply_all(self._text, edits)

    def render(self) -> Patch:
        """What the page needs to show the text as it is now."""
        header = read_header(self._text, self._rules)
        expanded = self._expander.expand(self._text[header.body_start :], header)
        self._follow_place(header)
        raw = expanded.marks.restore_all(self._flavour.blocks(expanded.text))
        old, new = self._blocks, self._finisher.finish(raw)
        first = self._text.count("\n", 0, header.body_start)
        old_lines, new_lines = self._lines, [first + line for line in expanded.source_lines(self._flavour.lines)]
        limit, start = min(len(old), len(new)), 0
        placed = bool(old_lines and new_lines)
        while start < limit and old[start] == new[start] and not (placed and old_lines[start] != new_lines[start]):
            start += 1
        tail = 0
        while tail < limit - start and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        shift = new_lines[-1] - old_lines[-1] if placed and tail else 0
        if placed and tail:  # equal blocks that moved otherwise are others
            moved = (after - before for before, after in zip(old_lines[::-1], new_lines[::-1], strict=False))
            tail = next((number for number, lines in zip(range(tail), moved, strict=False) if lines != shift), tail)
        self._blocks, self._lines = new, new_lines
        stop = len(new) - tail
        finisher = self._finisher
        head = head_html(header, self._site.zone, finisher.minutes, self._author)
        removed, lines = len(old) - start - tail, new_lines[start:stop]
        return Patch(head, start, removed, new[start:stop], lines, shift, finisher.remote, finisher.missing)

    def _follow_place(self, header: Header) -> None:
        """Where pictures are looked for follows the front matter: the post's address, the theme's media folder."""
        site = self._site
        place = place_of(site.folder, site.generator, site.relative, header)
        if place != self._place:
            self._place = place
            self._finisher = Finisher(Finishing(place, self._remote, site.emoji))
