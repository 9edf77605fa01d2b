"""Posts with odd front matter open in the window, show what can be shown, and close again."""

import pytest

from tests.blog.test_poisoned_neighbour import GOOD, POISONS, SITES
from tests.files import write


@pytest.mark.parametrize("site", ["jekyll", "hugo", "plain"])
def test_each_opens_beside_a_good_one(window, tmp_path, site):
    configuration, posts = SITES[site]
    files = {configuration: ""} | {
        posts.format(name=name, day=day): text for day, (name, text) in enumerate(POISONS.items(), start=1)
    }
    good = posts.format(name="good", day=25)
    write(tmp_path, files | {good: GOOD})
    for path in sorted(tmp_path.rglob("*.md")):
        window.files.open(path)
        assert window.document.post.text == path.read_bytes().decode()
    window.files.open(tmp_path / good)
    assert window.document.post.header.field("title").value == "Good"
