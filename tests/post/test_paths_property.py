"""A path sets one value in a random front matter and nothing else, or it is refused; it never makes a key of that name."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.header import Generator, Refused, Rules
from editor.header.key_path import parse_path, written_path
from editor.post.assignments import Assignment, make, setting, unsetting
from editor.post.post import Post

NAMES = st.sampled_from(["a", "b", "title", "x.y", "x[0]", "名", "q r", 'o"', "Draft"])
SCALARS = st.sampled_from(["v", "w x", "2024-x", True, 7, 1.5])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(NAMES, inner, min_size=1, max_size=3),
    max_leaves=8,
)
MAPS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=4)


def as_json(data):
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n\nx\n"


def as_yaml(data):
    """Blocks for maps at the top and lists of maps, brackets inside."""
    lines = []
    for key, value in data.items():
        name = json.dumps(key, ensure_ascii=False)
        if isinstance(value, dict):
            lines += [
                f"{name}:",
                *(
                    f"  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}"
                    for k, v in value.items()
                ),
            ]
        elif isinstance(value, list):
            lines += [f"{name}:", *(f"- {json.dumps(one, ensure_ascii=False)}" for one in value)]
        else:
            lines.append(f"{name}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(["---", *lines, "---", "x", ""])


def places(value, path=()):
    yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inside:
        yield from places(one, (*path, name))


def with_value(data, path, value):
    found = copy.deepcopy(data)
    at = found
    for name in path[:-1]:
        at = at.setdefault(name, {}) if isinstance(at, dict) else at[name]
    at[path[-1]] = value
    return found


@pytest.mark.parametrize("form", [as_yaml, as_json])
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=MAPS, picked=st.data())
def test_a_path_that_is_there_changes_that_value(form, data, picked):
    single = [(path, value) for path, value in places(data) if path and not isinstance(value, (list, dict))]
    if not single:
        return
    path, _ = picked.draw(st.sampled_from(single))
    post = Post.from_bytes(form(data).encode(), Rules(Generator.HEXO))
    make(post, [setting(Assignment(parse_path(written_path(path)), '"new"', is_json=True))])
    assert post.header.error is None
    assert post.header.values() == with_value(data, path, "new")


@pytest.mark.parametrize("form", [as_yaml, as_json])
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    data=MAPS,
    path=st.lists(NAMES | st.integers(0, 4), min_size=1, max_size=4).filter(lambda one: isinstance(one[0], str)),
)
def test_a_path_that_is_not_there_is_made_or_refused(form, data, path):
    post = Post.from_bytes(form(data).encode(), Rules(Generator.HEXO))
    try:
        make(post, [setting(Assignment(parse_path(written_path(tuple(path))), "1", is_json=True))])
    except Refused:
        assert post.text == form(data)
        return
    assert post.header.error is None
    assert post.header.values() == with_value(data, tuple(path), 1)


@pytest.mark.parametrize("form", [as_yaml, as_json])
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=MAPS, picked=st.data())
def test_what_is_removed_is_gone_and_nothing_else(form, data, picked):
    path, _ = picked.draw(st.sampled_from([place for place in places(data) if place[0]]))
    post = Post.from_bytes(form(data).encode(), Rules(Generator.HEXO))
    wanted = copy.deepcopy(data)
    at = wanted
    for name in path[:-1]:
        at = at[name]
    del at[path[-1]]
    try:
        notes = make(post, [unsetting(parse_path(written_path(path)))])
    except Refused:
        assert post.text == form(data)
        return
    assert not notes
    found = post.header.values()
    assert found == wanted or not at  # an emptied map may be written as nothing
