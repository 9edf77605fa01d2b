"""New posts beside those that people wrote: each of a blog's newest posts is hidden and made anew from the others.

    python benchmarks/house_style.py FOLDER… [--posts N] [--show]

The new post gets the hidden one's title, date and values. Compared are the bytes of the front matter without what the
values say, and the file's place and name without its slug. “most frequent” is what a program reaches that gives every
post the form, the place and the name that most of those posts have. `--show` prints the first differences.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from editor.blog.site import Blog, sites_below
from editor.blog.style.compose import compose
from editor.blog.style.forms import header_form
from editor.blog.style.names import SLUG_RULES, naming_of, pattern_of, slug_of
from editor.blog.style.samples import Sample, read_samples
from editor.blog.style.vote import Draft, Poll
from editor.header import DateText, Generator, Refused, Rules, Value, read_header
from editor.header.date_readers import DateReader
from editor.header.dates import Moment, read_date

SHOWN = 6
"""How many differences are printed."""


@dataclass(slots=True)
class Score:
    """How many posts were made as they are."""

    posts: int = 0
    headers: int = 0
    places: int = 0
    both: int = 0
    slugs: int = 0


def given(sample: Sample) -> dict[str, Value | Moment]:
    """A post's values; of its dates the moment alone, not how it is written."""
    values: dict[str, Value | Moment] = {}
    for field in sample.header.fields:
        text = field.value.text if isinstance(field.value, DateText) else field.value
        moment = read_date(text) if isinstance(text, str) else None
        values[field.key] = field.value if moment is None else moment
    return values


def made(sample: Sample, others: list[Sample], generator: Generator) -> tuple[str, str, bool]:
    """The form of the header that is made in a post's place, the pattern of its path, whether its slug comes out."""
    known = sample.header.values()
    naming = naming_of(Poll(others, Draft(sample.day, sample.eastern, known)))
    assert naming is not None
    folder = naming.path_of(slug_of(sample), sample.day, known).parent
    poll = Poll(others, Draft(sample.day, sample.eastern, known, folder))
    same = naming.slug_rule != "" and SLUG_RULES[naming.slug_rule](sample.title) == slug_of(sample)
    try:
        text = compose(poll, given(sample), DateReader(generator))
    except Refused as refusal:
        return refusal.reason, naming.pattern, same
    return header_form(text, read_header(text, Rules(generator))), naming.pattern, same


def measure(folder: Path, posts: int, *, show: bool) -> None:
    """Measure one blog and print its row."""
    root = folder.resolve()
    blog = next(iter(sites_below(root)), Blog(root, Generator.PLAIN))
    samples = read_samples(blog)
    score, shown, forms = Score(), 0, Counter[tuple[str, str]]()
    for sample in samples[:posts]:
        theirs, place = header_form(sample.head, sample.header), pattern_of(sample)
        forms[theirs, place] += 1
        others = [other for other in samples if other is not sample]
        if not others:
            continue
        ours, pattern, slug = made(sample, others, blog.generator)
        score.posts += 1
        score.headers += ours == theirs
        score.places += pattern == place
        score.both += ours == theirs and pattern == place
        score.slugs += slug
        if show and shown < SHOWN and (ours != theirs or pattern != place):
            shown += 1
            print(f"  {sample.relative}")
            rows = itertools.zip_longest([place, *theirs.split("\n")], [pattern, *ours.split("\n")], fillvalue="(end)")
            print("\n".join(f"    {one!r} became {other!r}" for one, other in rows if one != other))
    if not score.posts:
        print(f"{folder.name}: no posts with front matter that can be read")
        return
    n, most = score.posts, forms.most_common(1)[0][1]
    print(
        f"| {folder.name} | {n} | {score.headers / n:.1%} | {score.places / n:.1%} | {score.both / n:.1%} "
        f"| {most / n:.1%} | {score.slugs / n:.1%} |",
        flush=True,
    )


def main() -> int:
    """Print a row for each blog."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--posts", type=int, default=200)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    print("| blog | posts | header | place | both | most frequent | slug from the title |")
    print("|---|---|---|---|---|---|---|")
    for folder in options.folders:
        measure(folder, options.posts, show=options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
