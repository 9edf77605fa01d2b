"""Icons come from the set's archive, and from what a former start kept of it."""

import pytest

from editor.ui.theme.icons import Icons
from editor.ui.theme.tokens import LIGHT


def drawn(icons, name):
    return icons.icon(name).pixmap(24, 24).toImage()


@pytest.mark.parametrize("damage", [None, "", "[]", "{", '{"of": "x", "icons": {"x": "y"}}', '{"icons": 3}'])
def test_a_second_start_draws_the_same(qapp, tmp_path, damage):
    cache = tmp_path / "state" / "icons.json"
    first = Icons(LIGHT, cache)
    image = drawn(first, "x")
    assert not image.isNull()
    first.keep()
    assert '"x"' in cache.read_text()
    if damage is not None:
        cache.write_text(damage)
    second = Icons(LIGHT, cache)
    assert drawn(second, "x") == image
    assert drawn(second, "save") != image
    second.keep()


def test_a_cache_that_can_not_be_written_does_not_matter(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    icons = Icons(LIGHT, tmp_path / "file" / "icons.json")
    assert not drawn(icons, "x").isNull()
    icons.keep()
