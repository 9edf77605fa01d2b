"""Journals that Postwright 1.0 wrote (tests/cases/journals, made by its own code) are read as it read them itself."""

import json
from pathlib import Path

import pytest

from editor.post.journal import SUFFIX, read_journal

FOLDER = Path(__file__).parent.parent / "cases" / "journals"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_what_1_0_wrote_is_read(name):
    wanted, found = EXPECTED[name], read_journal(FOLDER / f"{name}{SUFFIX}")
    beginning, source = found.beginning, found.beginning.source
    steps = [
        [[step.edit.start, step.edit.end, step.edit.new] if step.edit else None, step.depth, step.turn, step.joined]
        for step in found.steps
    ]
    assert {
        "path": str(beginning.path) if beginning.path is not None else None,
        "text": found.text,
        "opened": source.text,
        "encoding": source.encoding,
        "bom": bool(source.bom),
        "digest": beginning.digest,
        "pictures": beginning.pictures,
        "damaged": found.damaged,
        "steps": steps,
    } == wanted
    assert found.fields == ()
    assert not beginning.never_saved
    assert beginning.planned is None
    assert found.has_unsaved is (found.text != source.text)
