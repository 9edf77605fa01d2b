"""What a well-known key of the front matter does, by generator, with the page of its documentation that says so.

What one generator alone does is told for that one; what nearly all do alike is told once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from editor.header import Generator
from editor.language import msg, tr


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """What a key does. `source`: where that is said; "" where no generator asks for the key."""

    text: str
    source: str = ""


EVERYWHERE: Final[Mapping[str, KeyHelp]] = {
    "title": KeyHelp(msg("The heading of the post, in lists and in the browser’s tab.")),
    "date": KeyHelp(msg("When the post appeared: posts are sorted by it. Add the time and the offset, as +0900.")),
    "tags": KeyHelp(
        msg("Words that posts are found by. Write each tag as the other posts do, or it gets its own page.")
    ),
    "categories": KeyHelp(msg("The shelves that the post stands on. Most blogs have a few, and give each post one.")),
    "category": KeyHelp(msg("The shelf that the post stands on.")),
    "author": KeyHelp(msg("Who wrote it. What is shown of it is up to the theme.")),
    "authors": KeyHelp(msg("Who wrote it. What is shown of it is up to the theme.")),
    "draft": KeyHelp(msg("Marks a post that is not to appear yet, where the generator or the theme asks for it.")),
    "slug": KeyHelp(msg("The post’s name in its address, instead of the file’s name.")),
    "description": KeyHelp(
        msg("A sentence for search engines and previews of links. Readers don’t see it on the page.")
    ),
    "excerpt": KeyHelp(msg("What lists show of the post, instead of its first paragraph.")),
    "summary": KeyHelp(msg("What lists show of the post, instead of its beginning.")),
    "image": KeyHelp(msg("The picture above the post and in previews of links. Its form is up to the theme.")),
    "lang": KeyHelp(msg("The language of the post, as ja or en.")),
    "layout": KeyHelp(msg("The template that puts the page around the post.")),
    "permalink": KeyHelp(msg("The address of the post on the site, instead of the usual one.")),
    "updated": KeyHelp(msg("When the post was changed last, where the theme shows that.")),
    "toc": KeyHelp(msg("Whether the theme shows a table of contents.")),
    "comments": KeyHelp(msg("Whether the theme lets readers comment.")),
    "math": KeyHelp(msg("Whether the theme loads what draws formulas.")),
    "mermaid": KeyHelp(msg("Whether the theme loads what draws diagrams.")),
    "pin": KeyHelp(msg("Whether the theme keeps the post above all others.")),
    "redirect_from": KeyHelp(
        msg("Former addresses: readers who come there are led to the post."), "jekyll-redirect-from"
    ),
    "keywords": KeyHelp(msg("Words for search engines. Few of them still read those.")),
    "reading_time": KeyHelp(msg("How many minutes reading takes, where the theme shows that.")),
}
OF_GENERATOR: Final[Mapping[Generator, Mapping[str, KeyHelp]]] = {
    Generator.JEKYLL: {
        "layout": KeyHelp(
            msg("The file of _layouts that puts the page around the post, without its ending; “none” for no layout."),
            "Jekyll, front-matter.md",
        ),
        "permalink": KeyHelp(
            msg("The address of the post, as /about/. Named styles (pretty, date …) work in _config.yml alone."),
            "Jekyll, permalinks.md",
        ),
        "published": KeyHelp(
            msg("“false” keeps the post off the site. In quotes it is a text, and the post appears."),
            "Jekyll, front-matter.md",
        ),
        "date": KeyHelp(
            msg("Goes before the date in the file’s name, and into the address. Without an offset it is UTC."),
            "Jekyll, front-matter.md",
        ),
        "category": KeyHelp(msg("One category. It becomes a part of the address."), "Jekyll, front-matter.md"),
        "categories": KeyHelp(
            msg("A list, or words with spaces between them. They become parts of the address, in their order."),
            "Jekyll, front-matter.md",
        ),
        "tags": KeyHelp(
            msg("A list, or words with spaces between them. Commas do not separate: “a, b” is the tags “a,” and “b”."),
            "Jekyll, front-matter.md",
        ),
        "tag": KeyHelp(
            msg("One tag; spaces stay. With “tags” beside it, those do not count."), "Jekyll, front-matter.md"
        ),
        "excerpt": KeyHelp(
            msg("What lists show of the post. Without it that is the first paragraph, or all before the separator."),
            "Jekyll, posts.md",
        ),
        "excerpt_separator": KeyHelp(
            msg("The mark that ends the excerpt in this post, as <!--more-->."), "Jekyll, posts.md"
        ),
        "slug": KeyHelp(msg("The post’s name in its address, instead of the file’s name."), "Jekyll, permalinks.md"),
        "draft": KeyHelp(
            msg("Jekyll pays no attention to it in _posts: “published: false” keeps a post off the site."),
            "measured with Jekyll 4.3.1",
        ),
    },
    Generator.HUGO: {
        "date": KeyHelp(
            msg("The day of the post. What lies ahead is left out; without an offset it is by the site’s timeZone."),
            "Hugo, front-matter.md",
        ),
        "draft": KeyHelp(
            msg("“true” keeps the page off the site, unless it is built with --buildDrafts."), "Hugo, usage.md"
        ),
        "publishDate": KeyHelp(msg("Before that moment the page is left out."), "Hugo, front-matter.md"),
        "expiryDate": KeyHelp(msg("From that moment on the page is left out."), "Hugo, front-matter.md"),
        "lastmod": KeyHelp(
            msg("When the page was changed last, for lists, feeds and the site map."), "Hugo, front-matter.md"
        ),
        "slug": KeyHelp(msg("The last part of the address, instead of the file’s name."), "Hugo, urls.md"),
        "url": KeyHelp(msg("The whole address, instead of the usual one."), "Hugo, urls.md"),
        "aliases": KeyHelp(msg("Former addresses: Hugo writes pages there that lead to this one."), "Hugo, urls.md"),
        "weight": KeyHelp(
            msg("The place among others: lighter ones come first, before all dates."), "Hugo, front-matter.md"
        ),
        "type": KeyHelp(msg("Which folder of layouts is used, instead of the section’s."), "Hugo, front-matter.md"),
        "layout": KeyHelp(msg("The template for this page, by its name."), "Hugo, front-matter.md"),
        "summary": KeyHelp(
            msg("What lists show of the page. A line with <!--more--> in the text goes before it."),
            "Hugo, content-summaries.md",
        ),
        "description": KeyHelp(msg("For search engines; .Description in templates."), "Hugo, front-matter.md"),
        "keywords": KeyHelp(msg("For search engines, and for finding related pages."), "Hugo, front-matter.md"),
        "tags": KeyHelp(msg("A list. One text with commas is one tag with commas in its name."), "Hugo, taxonomies.md"),
        "categories": KeyHelp(msg("A list. Each gets a page of its own."), "Hugo, taxonomies.md"),
        "params": KeyHelp(
            msg("Values of your own, for templates: Hugo’s own names can’t get in their way."), "Hugo, front-matter.md"
        ),
        "cascade": KeyHelp(msg("Values for all pages below this one."), "Hugo, front-matter.md"),
        "headless": KeyHelp(
            msg("“true”: no page is made; others may take its texts and pictures."), "Hugo, page-bundles.md"
        ),
        "translationKey": KeyHelp(
            msg("Pages with the same key are translations of one another."), "Hugo, multilingual.md"
        ),
        "isCJKLanguage": KeyHelp(
            msg("Counts words as Japanese, Chinese and Korean need it, for summaries and reading time."),
            "Hugo, front-matter.md",
        ),
    },
    Generator.HEXO: {
        "layout": KeyHelp(msg("post, page or draft; “false” keeps the theme away."), "Hexo, front-matter.md"),
        "date": KeyHelp(msg("When it appeared; without it, when the file was made."), "Hexo, front-matter.md"),
        "updated": KeyHelp(msg("When it was changed last; without it, when the file was."), "Hexo, front-matter.md"),
        "published": KeyHelp(msg("Whether it appears; in _drafts that is “false” by itself."), "Hexo, front-matter.md"),
        "categories": KeyHelp(
            msg("A list is one path: each is inside the one before. Lists in a list are several paths."),
            "Hexo, front-matter.md",
        ),
        "tags": KeyHelp(msg("A list; all are beside one another."), "Hexo, front-matter.md"),
        "permalink": KeyHelp(
            msg("The address, instead of the usual one; it ends in “/” or “.html”."), "Hexo, front-matter.md"
        ),
        "excerpt": KeyHelp(msg("What lists show, instead of the text before <!-- more -->."), "Hexo, front-matter.md"),
        "disableNunjucks": KeyHelp(msg("“true”: tags in braces stay as they are written."), "Hexo, front-matter.md"),
        "comments": KeyHelp(msg("Whether readers may comment, where the theme can do that."), "Hexo, front-matter.md"),
        "lang": KeyHelp(msg("The language, where it can’t be told from the path."), "Hexo, front-matter.md"),
    },
    Generator.ASTRO: {
        "slug": KeyHelp(
            msg("Instead of the id that Astro makes of the file’s name."), "Astro, content-collections.mdx"
        ),
        "draft": KeyHelp(
            msg("Astro itself pays no attention to it: the site’s pages leave drafts out, if they do."),
            "Astro, content-collections.mdx",
        ),
        "pubDate": KeyHelp(
            msg("The day of the post, by the site’s schema. A day without a time is midnight UTC."),
            "Astro, content-collections.mdx",
        ),
        "updatedDate": KeyHelp(
            msg("When it was changed last, by the site’s schema."), "Astro, content-collections.mdx"
        ),
        "heroImage": KeyHelp(
            msg("The picture above the post, by the site’s schema."), "Astro, content-collections.mdx"
        ),
        "layout": KeyHelp(msg("A component that puts the page around a markdown page."), "Astro, markdown-content.mdx"),
    },
    Generator.ELEVENTY: {
        "layout": KeyHelp(msg("The template in _includes that puts the page around it."), "Eleventy, layouts.md"),
        "permalink": KeyHelp(msg("Where the page is written; “false” writes none."), "Eleventy, permalinks.md"),
        "date": KeyHelp(
            msg("A day is midnight UTC. “Last Modified”, “Created” and the same after “git” take the file’s."),
            "Eleventy, dates.md",
        ),
        "tags": KeyHelp(
            msg("The collections that the page is in; some, as “post”, may hold the site together."),
            "Eleventy, collections.md",
        ),
        "eleventyExcludeFromCollections": KeyHelp(
            msg("“true”: the page is written, and no list has it."), "Eleventy, collections.md"
        ),
        "eleventyNavigation": KeyHelp(msg("The place in the site’s navigation."), "Eleventy, plugins/navigation.md"),
        "pagination": KeyHelp(msg("Makes many pages of one template."), "Eleventy, pagination.md"),
        "draft": KeyHelp(
            msg("Eleventy itself pays no attention to it, but many sites do."), "Eleventy, config-preprocessors.md"
        ),
    },
    Generator.PELICAN: {
        "title": KeyHelp(msg("The only key that every article needs."), "Pelican, content.rst"),
        "date": KeyHelp(msg("As 2025-11-02 21:54, by the site’s TIMEZONE."), "Pelican, content.rst"),
        "modified": KeyHelp(msg("When it was changed last."), "Pelican, content.rst"),
        "tags": KeyHelp(
            msg("With commas between them; with semicolons, if one of them stands there."), "Pelican, content.rst"
        ),
        "category": KeyHelp(msg("One category; without it, the name of the folder."), "Pelican, content.rst"),
        "slug": KeyHelp(msg("The article’s name in its address."), "Pelican, content.rst"),
        "author": KeyHelp(msg("One author; several stand in “authors”."), "Pelican, content.rst"),
        "authors": KeyHelp(msg("Several authors, with commas or semicolons between them."), "Pelican, content.rst"),
        "summary": KeyHelp(msg("What lists show; without it, the first words."), "Pelican, content.rst"),
        "lang": KeyHelp(
            msg("The language. Articles with one slug and several languages are translations."), "Pelican, content.rst"
        ),
        "translation": KeyHelp(msg("“true”: this one is the translation, not the original."), "Pelican, content.rst"),
        "status": KeyHelp(
            msg("draft: only who knows the address sees it; hidden: no list has it; skip: nothing is written."),
            "Pelican, content.rst",
        ),
        "template": KeyHelp(msg("The template, without its ending."), "Pelican, content.rst"),
        "save_as": KeyHelp(msg("Where the page is written."), "Pelican, content.rst"),
        "url": KeyHelp(msg("The address of the page."), "Pelican, content.rst"),
    },
    Generator.ZOLA: {
        "date": KeyHelp(msg("As 2025-11-02 or with a time; without quotes, in TOML."), "Zola, page.md"),
        "updated": KeyHelp(msg("When it was changed last."), "Zola, page.md"),
        "draft": KeyHelp(msg("“true” keeps the page off the site, unless it is built with --drafts."), "Zola, page.md"),
        "slug": KeyHelp(msg("The last part of the address, instead of the file’s name."), "Zola, page.md"),
        "path": KeyHelp(msg("The whole address, instead of the usual one."), "Zola, page.md"),
        "aliases": KeyHelp(msg("Former addresses: pages there lead to this one."), "Zola, page.md"),
        "weight": KeyHelp(msg("The place among others, where the section sorts by weight."), "Zola, page.md"),
        "taxonomies": KeyHelp(msg("Holds tags and categories, each a list."), "Zola, page.md"),
        "extra": KeyHelp(msg("Values of your own, for templates."), "Zola, page.md"),
        "template": KeyHelp(msg("The template for this page."), "Zola, page.md"),
    },
}


def key_help(key: str, generator: Generator) -> KeyHelp | None:
    """What a key does on a blog of that generator, in the language that is spoken; None for one that is not known."""
    own = OF_GENERATOR.get(generator, {})
    found = own.get(key) or own.get(key.lower()) or EVERYWHERE.get(key) or EVERYWHERE.get(key.lower())
    return KeyHelp(tr(found.text), found.source) if found is not None else None


def known_keys(generator: Generator) -> list[str]:
    """The well-known keys of a generator, its own first."""
    return list(dict.fromkeys((*OF_GENERATOR.get(generator, {}), *EVERYWHERE)))
