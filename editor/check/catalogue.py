"""Every check as a row: its code, how grave it is, what it finds, and why that matters with the source of the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from editor.check.problem import Severity
from editor.language import msg


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of problem.

    Attributes:
        severity: the gravest that it has.
        what: what is found. why: what follows from it; source: where that is said or how it was measured.

    """

    code: str
    severity: Severity
    what: str
    why: str
    source: str


_ERROR, _WARNING, _HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

CATALOGUE: Final = (
    # the file
    Row(
        "unreadable-file",
        _ERROR,
        msg("a file that is no text"),
        msg("no generator reads it"),
        "Postwright's own reading",
    ),
    Row(
        "not-lossless",
        _ERROR,
        msg("saving would change more than was edited"),
        msg("please report it"),
        msg("Postwright's promise"),
    ),
    # front matter
    Row(
        "broken-header",
        _ERROR,
        msg("front matter that can't be read"),
        msg("Jekyll builds the post today without it, others stop"),
        "measured with Jekyll 4.3.1; yaml.org/spec/1.2.2",
    ),
    Row(
        "tab-indent",
        _WARNING,
        msg("a tab that indents"),
        msg("YAML forbids it"),
        "yaml.org/spec/1.2.2, section 6.1",
    ),
    Row(
        "duplicate-key",
        _ERROR,
        msg("a key that stands twice"),
        msg("only one counts, and js-yaml stops"),
        "measured with Psych, Hugo, js-yaml and Pelican",
    ),
    Row(
        "byte-order-mark",
        _HINT,
        msg("a byte order mark"),
        msg("some generators see no front matter then"),
        "Jekyll, front-matter.md",
    ),
    Row(
        "unread-header",
        _ERROR,
        msg("front matter that the generator does not see"),
        msg("readers see it as text, or the build stops"),
        "measured with Jekyll 4.3.1, Hugo 0.168, Hexo 8.1, Eleventy 3.1; Astro, internal-helpers/frontmatter.js",
    ),
    Row(
        "odd-key",
        _WARNING,
        msg("a key with full-width letters or invisible characters"),
        msg("it is a different key"),
        "yaml.org/spec/1.2.2, 5.1; measured",
    ),
    Row(
        "odd-value",
        _WARNING,
        msg("`layout: post` with invisible characters"),
        msg("it names a different layout, page or tag"),
        "yaml.org/spec/1.2.2, 5.5; measured",
    ),
    Row(
        "wide-comma",
        _WARNING,
        "`tags: [a，b]`",
        msg("a full-width comma separates nothing"),
        "yaml.org/spec/1.2.2, 7.4; measured",
    ),
    Row(
        "lines-are-text",
        _WARNING,
        msg("`-a` and `key:a` below a key"),
        msg("without a space they are one text"),
        "yaml.org/spec/1.2.2, 7.3.3; measured",
    ),
    Row(
        "comment-in-value",
        _WARNING,
        "`title: A #1`",
        msg("“#” after a space starts a comment"),
        "yaml.org/spec/1.2.2, 6.6; measured",
    ),
    Row(
        "yaml-mark",
        _ERROR,
        "`title: !wow`",
        msg("it is a YAML tag or anchor, and js-yaml stops"),
        "yaml.org/spec/1.2.2, 6.8.2 and 6.9; measured with js-yaml 4.3.2",
    ),
    Row(
        "wrong-type",
        _ERROR,
        msg("`tags: 2024` and the like"),
        msg("the generator wants another type: it stops, or drops the value"),
        "measured with Jekyll 4.3.1, Hugo 0.168, Hexo 8.1, Eleventy 3.1",
    ),
    Row(
        "published-is-text",
        _WARNING,
        msg("`published: 'no'`"),
        msg("a text does not hide the post"),
        "measured with Jekyll 4.3.1",
    ),
    Row(
        "published-is-empty",
        _WARNING,
        msg("`published:` without a value"),
        msg("it hides the post"),
        "measured with Jekyll 4.3.1",
    ),
    Row(
        "draft-in-posts",
        _WARNING,
        msg("`draft: true` in `_posts`"),
        msg("it has no effect there"),
        "measured with Jekyll 4.3.1",
    ),
    Row(
        "switch-is-text",
        _WARNING,
        msg("`draft: no` where that is a text"),
        msg("a text counts as yes"),
        "yaml.org/spec/1.2.2, 10.3.2",
    ),
    Row(
        "commas-in-words",
        _WARNING,
        "`tags: a, b`",
        msg("it is not two tags to this generator"),
        "measured; Pelican, content.rst",
    ),
    Row(
        "tag-beside-tags",
        _WARNING,
        msg("`tag` and `tags`"),
        msg("only `tag` counts"),
        "measured with Jekyll 4.3.1",
    ),
    Row(
        "text-without-quotes",
        _WARNING,
        msg("a text that YAML reads as something else"),
        msg("`no` becomes false, `1.10` 1.1"),
        "yaml.org/spec/1.2.2, 10.3.2; measured",
    ),
    Row(
        "permalink-style",
        _WARNING,
        msg("a named style in `permalink`"),
        msg("it works in `_config.yml` alone"),
        "Jekyll, permalinks.md",
    ),
    Row(
        "no-date",
        _ERROR,
        msg("a date that is none"),
        msg("it stops the build, or is read as another day"),
        "measured with Jekyll 4.3.1, Hugo 0.168, Hexo 8.1, Eleventy 3.1; Zola, front_matter/mod.rs",
    ),
    Row(
        "date-differs-from-name",
        _HINT,
        msg("a date that is not the file name's"),
        msg("the date decides the address"),
        "Jekyll, posts.md",
    ),
    Row(
        "time-is-utc",
        _WARNING,
        msg("a time without offset and quotes"),
        msg("it is UTC, so the day may be another"),
        "measured with Jekyll 4.3.1",
    ),
    Row(
        "date-ahead",
        _HINT,
        msg("a date in the future"),
        msg("the post is left out until then"),
        "Jekyll, configuration.md; Hugo, build-options.md",
    ),
    # text
    Row(
        "unclosed-fence",
        _WARNING,
        msg("a code block without an end"),
        msg("all that follows is code"),
        "CommonMark 0.31, 4.5",
    ),
    Row(
        "unclosed-bracket",
        _WARNING,
        msg("a link without its closing bracket"),
        msg("readers see it as text"),
        "CommonMark 0.31, 6.3",
    ),
    Row(
        "wide-mark",
        _WARNING,
        msg("`##　x`, `-　x`, `[x]（y）` from a full-width keyboard"),
        msg("readers see the marks"),
        "CommonMark 0.31, 2.1; measured with all generators’ engines",
    ),
    Row(
        "lost-emphasis",
        _WARNING,
        msg("`**「x」**y` where that is not bold"),
        msg("readers see the stars"),
        "CommonMark 0.31, 6.2; measured",
    ),
    Row(
        "skipped-heading",
        _HINT,
        msg("a level of headings that is skipped"),
        msg("readers by headings miss it"),
        "WCAG 2.2, G141",
    ),
    Row(
        "note-to-yourself",
        _HINT,
        msg("TODO, 要確認 and the like"),
        msg("readers would see it"),
        "the writer's own habit",
    ),
    Row("secret", _ERROR, msg("a key or token"), msg("anybody could use it"), "the issuers' documented forms"),
    Row(
        "pasted-remains",
        _HINT,
        msg("what Word or a chat left in the text"),
        msg("readers would see it"),
        "what those programs write",
    ),
    Row(
        "tracking-address",
        _HINT,
        msg("`utm_source=…` in an address"),
        msg("it tells where readers come from"),
        "the parameters' documentation",
    ),
    Row(
        "address-without-scheme",
        _WARNING,
        msg("`github.com/…` without https://"),
        msg("it leads into your own blog"),
        "RFC 3986, 4.2",
    ),
    Row(
        "broken-anchor",
        _WARNING,
        msg("a link to a heading that is not there"),
        msg("it leads nowhere"),
        "HTML standard, 7.4.6.4; the rendered page",
    ),
    Row(
        "missing-picture",
        _WARNING,
        msg("a picture that the blog does not have"),
        msg("readers see none"),
        "the generators' rules for static files",
    ),
    Row("large-picture", _HINT, msg("a picture over 2 MB"), msg("readers wait for it"), "web.dev, Image performance"),
    Row(
        "picture-without-words",
        _HINT,
        msg("a picture without words"),
        msg("who can't see it learns nothing"),
        "WCAG 2.2, 1.1.1",
    ),
    Row(
        "unsafe-picture",
        _HINT,
        msg("a picture by http:"),
        msg("browsers may not show it"),
        "W3C, Mixed Content",
    ),
    Row(
        "unknown-tag",
        _ERROR,
        msg("a template tag that the blog does not know"),
        msg("the build stops there"),
        "Liquid, tags; Hexo, tag-plugins.md; Hugo, shortcodes.md",
    ),
    Row(
        "liquid-syntax",
        _ERROR,
        msg("a Liquid tag that is never closed, or closes nothing"),
        msg("Jekyll's whole build stops, in code too"),
        "Liquid 5.4, lib/liquid/block_body.rb; measured with Jekyll 4.3.1",
    ),
    # what needs the whole blog
    Row(
        "broken-link",
        _ERROR,
        msg("a link to a post that is not there"),
        msg("it leads nowhere; tags stop the build"),
        "Jekyll, liquid/tags.md; Hugo, cross-references.md",
    ),
    Row(
        "shared-address",
        _WARNING,
        msg("an address that another post has"),
        msg("one is written over the other"),
        "Jekyll, permalinks.md",
    ),
    Row(
        "tag-nearly-alike",
        _HINT,
        msg("a tag that is written otherwise elsewhere"),
        msg("it gets a page of its own"),
        "the blog's own posts",
    ),
    Row(
        "unknown-category",
        _HINT,
        msg("a category that no other post has"),
        msg("it may be a slip"),
        "the blog's own posts",
    ),
    Row(
        "link-form",
        _HINT,
        msg("a link written otherwise than the blog's"),
        msg("it breaks when the post moves"),
        "the blog's own posts",
    ),
    Row(
        "key-that-others-have",
        _HINT,
        msg("a key that nearly all posts have"),
        msg("the theme may need it"),
        "the blog's own posts",
    ),
)
