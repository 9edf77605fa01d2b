"""Every check as a row: its code, how grave it is, what it finds, and why that matters with the source of the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from editor.check.problem import Severity


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of problem.

    Attributes:
        severity: the gravest that it has.
        what: what is found. why: what follows from it; source: where that is said or how it was measured.
        mends: whether a problem of it can offer an edit that mends it.

    """

    code: str
    severity: Severity
    what: str
    why: str
    source: str
    mends: bool = False


_ERROR, _WARNING, _HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

CATALOGUE: Final = (
    # the file
    Row("unreadable-file", _ERROR, "a file that is no text", "no generator reads it", "Postwright's own reading"),
    Row("not-lossless", _ERROR, "saving would change more than was edited", "please report it", "Postwright's promise"),
    # front matter
    Row(
        "broken-header",
        _ERROR,
        "front matter that can't be read",
        "Jekyll builds the post today without it, others stop",
        "measured with Jekyll 4.3.1; yaml.org/spec/1.2.2",
        mends=True,
    ),
    Row(
        "tab-indent", _WARNING, "a tab that indents", "YAML forbids it", "yaml.org/spec/1.2.2, section 6.1", mends=True
    ),
    Row(
        "duplicate-key",
        _ERROR,
        "a key that stands twice",
        "only one counts, and js-yaml stops",
        "measured with Psych, Hugo, js-yaml and Pelican",
        mends=True,
    ),
    Row(
        "byte-order-mark",
        _HINT,
        "a byte order mark",
        "some generators see no front matter then",
        "Jekyll, front-matter.md",
        mends=True,
    ),
    Row(
        "published-is-text",
        _WARNING,
        "`published: 'no'`",
        "a text does not hide the post",
        "measured with Jekyll 4.3.1",
        mends=True,
    ),
    Row(
        "published-is-empty",
        _WARNING,
        "`published:` without a value",
        "it hides the post",
        "measured with Jekyll 4.3.1",
        mends=True,
    ),
    Row(
        "draft-in-posts",
        _WARNING,
        "`draft: true` in `_posts`",
        "it has no effect there",
        "measured with Jekyll 4.3.1",
        mends=True,
    ),
    Row(
        "switch-is-text",
        _WARNING,
        "`draft: no` where that is a text",
        "a text counts as yes",
        "yaml.org/spec/1.2.2, 10.3.2",
        mends=True,
    ),
    Row(
        "commas-in-words",
        _WARNING,
        "`tags: a, b`",
        "it is not two tags to this generator",
        "measured; Pelican, content.rst",
        mends=True,
    ),
    Row("tag-beside-tags", _WARNING, "`tag` and `tags`", "only `tag` counts", "measured with Jekyll 4.3.1", mends=True),
    Row(
        "text-without-quotes",
        _WARNING,
        "a text that YAML reads as something else",
        "`no` becomes false, `1.10` 1.1",
        "yaml.org/spec/1.2.2, 10.3.2; measured",
        mends=True,
    ),
    Row(
        "permalink-style",
        _WARNING,
        "a named style in `permalink`",
        "it works in `_config.yml` alone",
        "Jekyll, permalinks.md",
        mends=True,
    ),
    Row(
        "no-date",
        _ERROR,
        "a date that is none",
        "it stops Jekyll's whole build",
        "measured with Jekyll 4.3.1",
        mends=True,
    ),
    Row(
        "date-differs-from-name",
        _HINT,
        "a date that is not the file name's",
        "the date decides the address",
        "Jekyll, posts.md",
        mends=True,
    ),
    Row(
        "time-is-utc",
        _WARNING,
        "a time without offset and quotes",
        "it is UTC, so the day may be another",
        "measured with Jekyll 4.3.1",
        mends=True,
    ),
    Row(
        "date-ahead",
        _HINT,
        "a date in the future",
        "the post is left out until then",
        "Jekyll, configuration.md; Hugo, build-options.md",
        mends=True,
    ),
    # text
    Row("unclosed-fence", _WARNING, "a code block without an end", "all that follows is code", "CommonMark 0.31, 4.5"),
    Row(
        "unclosed-bracket",
        _WARNING,
        "a link without its closing bracket",
        "readers see it as text",
        "CommonMark 0.31, 6.3",
    ),
    Row(
        "skipped-heading", _HINT, "a level of headings that is skipped", "readers by headings miss it", "WCAG 2.2, G141"
    ),
    Row("note-to-yourself", _HINT, "TODO, 要確認 and the like", "readers would see it", "the writer's own habit"),
    Row("secret", _ERROR, "a key or token", "anybody could use it", "the issuers' documented forms"),
    Row(
        "pasted-remains",
        _HINT,
        "what Word or a chat left in the text",
        "readers would see it",
        "what those programs write",
    ),
    Row(
        "tracking-address",
        _HINT,
        "`utm_source=…` in an address",
        "it tells where readers come from",
        "the parameters' documentation",
        mends=True,
    ),
    Row(
        "address-without-scheme",
        _WARNING,
        "`github.com/…` without https://",
        "it leads into your own blog",
        "RFC 3986, 4.2",
        mends=True,
    ),
    Row(
        "broken-anchor",
        _WARNING,
        "a link to a heading that is not there",
        "it leads nowhere",
        "HTML standard, 7.4.6.4; the rendered page",
    ),
    Row(
        "missing-picture",
        _WARNING,
        "a picture that the blog does not have",
        "readers see none",
        "the generators' rules for static files",
    ),
    Row("large-picture", _HINT, "a picture over 2 MB", "readers wait for it", "web.dev, Image performance"),
    Row(
        "picture-without-words", _HINT, "a picture without words", "who can't see it learns nothing", "WCAG 2.2, 1.1.1"
    ),
    Row("unsafe-picture", _HINT, "a picture by http:", "browsers may not show it", "W3C, Mixed Content", mends=True),
    Row(
        "unknown-tag",
        _ERROR,
        "a template tag that the blog does not know",
        "the build stops there",
        "Liquid, tags; Hexo, tag-plugins.md; Hugo, shortcodes.md",
    ),
    # what needs the whole blog
    Row(
        "broken-link",
        _ERROR,
        "a link to a post that is not there",
        "it leads nowhere; tags stop the build",
        "Jekyll, liquid/tags.md; Hugo, cross-references.md",
    ),
    Row(
        "shared-address",
        _WARNING,
        "an address that another post has",
        "one is written over the other",
        "Jekyll, permalinks.md",
    ),
    Row(
        "tag-nearly-alike",
        _HINT,
        "a tag that is written otherwise elsewhere",
        "it gets a page of its own",
        "the blog's own posts",
    ),
    Row("unknown-category", _HINT, "a category that no other post has", "it may be a slip", "the blog's own posts"),
    Row(
        "link-form",
        _HINT,
        "a link written otherwise than the blog's",
        "it breaks when the post moves",
        "the blog's own posts",
        mends=True,
    ),
    Row(
        "key-that-others-have",
        _HINT,
        "a key that nearly all posts have",
        "the theme may need it",
        "the blog's own posts",
    ),
)
BY_CODE: Final = {row.code: row for row in CATALOGUE}
