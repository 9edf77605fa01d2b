"""The text of a post: what is left open, left over from writing or pasting, or should not be read by others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from editor.check.blocks import open_fence
from editor.check.page_ids import ids_in
from editor.check.post_text import PostText
from editor.check.problem import Problem, Severity
from editor.header import Generator
from editor.language import msg, tr
from editor.text.addresses import split_address
from editor.text.edit import Edit
from editor.writing.marks import Fence, fences
from editor.writing.outline import headings

_FENCE_MARK: Final = re.compile(r"`{3,}|~{3,}")
_NOTE_WORDS: Final = ("TODO", "FIXME", "XXX", "TBD", "TKTK", "LINK_HERE")
_JAPANESE_NOTES: Final = ("要確認", "要修正", "あとで書く", "後で書く", "書きかけ")
_NOTE: Final = re.compile(
    # Unicode: a full-width space ends a word, too
    rf"\b(?:{'|'.join(_NOTE_WORDS)})\b(?=[\s:：(（。、,.!]|$)|(?:{'|'.join(_JAPANESE_NOTES)})",
    re.MULTILINE,
)
_SECRETS: Final = (
    (msg("a private key"), "PRIVATE KEY", r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[ \t\r\n]+[A-Za-z0-9+/=]{16}"),
    (msg("a token of GitHub"), "gh", r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{50,})\b"),
    (msg("a key of AWS"), "IA", r"\bA(?:KIA|SIA)[0-9A-Z]{16}\b"),
    (msg("a token of Slack"), "xox", r"\bxox[abprs]-[0-9]{8,}-[0-9A-Za-z-]{16,}"),
    (msg("a key of Google"), "AIza", r"\bAIza[0-9A-Za-z_-]{35}\b"),
    (msg("a key of Stripe"), "k_live_", r"\b[sr]k_live_[0-9A-Za-z]{20,}\b"),
    (msg("a key of OpenAI"), "sk-", r"\bsk-(?:proj-)?[A-Za-z0-9_-]{40,}\b"),
    (msg("a token of npm"), "npm_", r"\bnpm_[A-Za-z0-9]{36}\b"),
)
"""What it is, a piece that it always has (looked for first, which costs next to nothing), its form."""
_EXAMPLE: Final = re.compile(r"EXAMPLE|example|xxxx|XXXX|0000000|1234567|\.\.\.|(.)\1{9}")
"""What documents write in the place of a secret."""
_PASTED: Final = (
    ("Word", ("<o:p>", "Mso"), r"<o:p>|\bclass=\"?Mso\w+"),
    (msg("a chat"), ("oaicite", "†"), r":contentReference\[oaicite:[0-9]+\]\{[^}\n]{0,40}\}|【[0-9]+†[^】\n]{0,80}】"),
    # Unicode: white space of every kind ends a path
    (msg("a file of this machine"), ("file:///",), r"file:///[^\s)\"'>]{1,300}"),
)
# Unicode: white space of every kind ends an address
_TRACKING: Final = re.compile(r"[?&](?:utm_[a-z]+|fbclid|gclid|mc_[ce]id|igshid)=[^&#\s)\"'>]*")
_OPEN_LINK: Final = re.compile(r"(?<![\\\]])\[[^\[\]\n]{1,300}\]\((?=[^ \t\n()])[^(){\n]{1,500}$", re.MULTILINE)
_KNOWN_IDS: Final = frozenset({Generator.JEKYLL, Generator.HUGO})
"""Generators whose headings' ids are those that the real ones give (measured in tests/render)."""
_NO_SCHEME: Final = re.compile(r"(?:www\.|(?:github|twitter|youtube|zenn|qiita|note)\.(?:com|dev)/)")


def unclosed_fences(text: PostText) -> Iterator[Problem]:
    """A fence without an end makes code of all that follows (CommonMark 0.31, 4.5); kramdown shows its marks."""
    body = text.text[text.start :]
    found = fences(body)
    if not found or _is_closed(body, found[-1]):
        return
    fence = open_fence(body)
    if fence is None:
        return
    at = text.line_start(text.line_of(text.start) + fence.line)
    if text.situation.generator is Generator.JEKYLL:
        message = tr("this code block has no end: readers would see its marks; close it with {0}")
    else:
        message = tr("this code block has no end: all that follows is code; close it with {0}")
    yield text.problem("unclosed-fence", Severity.WARNING, message.format(fence.mark), at)


def _is_closed(body: str, last: Fence) -> bool:
    """Whether the last block ends by its looks, which spares the reading of most posts."""
    lines = body.split("\n")
    if last.last == last.first:
        return False
    opening, closing = (_FENCE_MARK.search(lines[line]) for line in (last.first, last.last))
    return opening is not None and closing is not None and closing[0].startswith(opening[0])


def skipped_headings(text: PostText) -> Iterator[Problem]:
    """Readers who go from heading to heading miss a level that is skipped (WCAG 2.2, technique G141)."""
    before = 0
    first = text.line_of(text.start)
    for heading in headings(text.text[text.start :]):
        if before and heading.level > before + 1:
            message = tr("a heading of level {0} follows one of level {1}: level {2} is skipped").format(
                heading.level, before, before + 1
            )
            at = text.line_start(first + heading.line)
            yield text.problem("skipped-heading", Severity.HINT, message, at)
        before = heading.level


def notes_to_oneself(text: PostText) -> Iterator[Problem]:
    """A note for the writer, not for readers."""
    if not any(word in text.text for word in (*_NOTE_WORDS, *_JAPANESE_NOTES)):
        return
    for match in _NOTE.finditer(text.words):
        message = tr("“{0}” is a note to yourself: readers would see it").format(match[0])
        yield text.problem("note-to-yourself", Severity.HINT, message, match.start(), length=len(match[0]))


def secrets(text: PostText) -> Iterator[Problem]:
    """Keys and tokens by the form that their issuers give them, in code too."""
    for what, piece, pattern in _SECRETS:
        for match in re.finditer(pattern, text.text) if piece in text.text else ():
            if _EXAMPLE.search(match[0]) is None:
                message = tr("this looks like {0}: take it out, and make it invalid where you got it").format(tr(what))
                yield text.problem("secret", Severity.ERROR, message, match.start(), length=len(match[0]))


def pasted_remains(text: PostText) -> Iterator[Problem]:
    """What other programs leave in what is pasted."""
    for where, pieces, pattern in _PASTED:
        for match in re.finditer(pattern, text.words) if any(piece in text.text for piece in pieces) else ():
            message = tr("“{0}” was left over from {1}").format(match[0][:40], tr(where))
            yield text.problem("pasted-remains", Severity.HINT, message, match.start(), length=len(match[0]))
    for link in text.links:
        if "?" not in link.name:
            continue
        clean = _TRACKING.sub("", link.name)
        if clean != link.name:
            query = len(split_address(clean).path) < len(clean) and "?" not in clean and "&" in clean
            clean = clean.replace("&", "?", 1) if query else clean
            message = tr("this address tells the site where your readers come from")
            fix = tr("Shorten it"), Edit(link.start, link.end, clean)
            yield text.problem("tracking-address", Severity.HINT, message, link.start, fix, length=len(link.name))


def unclosed_brackets(text: PostText) -> Iterator[Problem]:
    """A link whose bracket is not closed in its line is shown as text (CommonMark 0.31, 6.3)."""
    if "](" not in text.text:
        return
    for match in _OPEN_LINK.finditer(text.words):
        message = tr("this link has no closing bracket: readers would see it as text")
        yield text.problem("unclosed-bracket", Severity.WARNING, message, match.start(), length=len(match[0]))


def broken_anchors(text: PostText) -> Iterator[Problem]:
    """A link to a place in the post that the rendered page does not have (HTML, 7.4.2.3.3)."""
    links = [link for link in text.links if link.name.startswith("#") and len(link.name) > 1 and not link.shows]
    if text.ids is None or not links or text.situation.generator not in _KNOWN_IDS:
        return
    known = {*text.ids(), *ids_in([text.words]), "top"}
    for link in links:
        if unquote(link.name[1:]) not in known and link.name[1:] not in known:
            message = tr("no heading of this post has the name {0}").format(link.name)
            yield text.problem("broken-anchor", Severity.WARNING, message, link.start, length=len(link.name))


def addresses_without_scheme(text: PostText) -> Iterator[Problem]:
    """A browser takes `github.com/x` for a page of the blog (RFC 3986, 4.2)."""
    for link in text.links:
        if _NO_SCHEME.match(link.name) and not link.based:
            message = tr(
                "{0} leads to a page of your own blog: an address of another site begins with https://"
            ).format(link.name)
            fix = tr("Add https://"), Edit(link.start, link.start, "https://")
            yield text.problem(
                "address-without-scheme", Severity.WARNING, message, link.start, fix, length=len(link.name)
            )


CHECKS: Final = (
    unclosed_fences,
    skipped_headings,
    notes_to_oneself,
    secrets,
    pasted_remains,
    addresses_without_scheme,
    unclosed_brackets,
    broken_anchors,
)
