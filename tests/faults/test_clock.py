"""A clock that is wrong for a while takes nothing away: saved versions, journals that are kept, pictures of drafts."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from editor.post.atomic import clean_leftovers
from editor.post.days_of_use import FILE, DaysOfUse
from editor.post.journal import KEPT, KEPT_DAYS, Beginning, Journal, Step, forget_old, journals_in
from editor.post.saved_versions import ALWAYS, MAX_AGE_DAYS, SavedVersions
from editor.text.edit import Edit
from editor.text.source import decode
from editor.ui import pictures
from editor.ui.pictures import clean_drafts
from tests.clocks import used_daily

NOW = datetime(2026, 4, 12, 7, 40, tzinfo=UTC)
YEARS = timedelta(days=11 * 365)
COUNT = 3 * ALWAYS


@pytest.fixture
def versions(tmp_path):
    """Saved each day, and the program was used on each of them."""
    versions = SavedVersions(tmp_path / "versions")
    for number in range(COUNT):
        versions.keep(tmp_path / "post.md", b"%d" % number, NOW + timedelta(days=number))
    used_daily(tmp_path, NOW, COUNT)
    return versions


def held(versions, tmp_path):
    return [int(versions.content(one)) for one in versions.versions(tmp_path / "post.md")]


@pytest.mark.parametrize("saved_then", [False, True])
def test_eleven_years_ahead_once(versions, tmp_path, saved_then):
    """Also when a post was saved meanwhile, and after the clock is right again."""
    later = NOW + timedelta(days=COUNT)
    if saved_then:
        versions.keep(tmp_path / "post.md", b"100", later + YEARS)
    versions.forget_old(later + YEARS, DaysOfUse.noted(tmp_path, later + YEARS))
    versions.forget_old(later, DaysOfUse.noted(tmp_path, later))
    assert held(versions, tmp_path) == [100] * saved_then + list(range(COUNT))[::-1]


def test_set_back_for_a_day(versions, tmp_path):
    """What is saved then is the newest all the same, and stays."""
    wrong = datetime(1970, 1, 1, tzinfo=UTC)
    DaysOfUse.noted(tmp_path, wrong)
    versions.keep(tmp_path / "post.md", b"100", wrong)
    later = NOW + timedelta(days=COUNT)
    for number in range(MAX_AGE_DAYS // 2):
        moment = later + timedelta(days=number)
        versions.forget_old(moment, DaysOfUse.noted(tmp_path, moment))
    assert held(versions, tmp_path)[0] == 100
    assert len(held(versions, tmp_path)) == COUNT + 1


def test_what_is_old_by_both_goes_and_the_newest_stay(versions, tmp_path):
    later = NOW + timedelta(days=COUNT)
    days = used_daily(tmp_path, later, 2 * MAX_AGE_DAYS)
    versions.forget_old(later + timedelta(days=2 * MAX_AGE_DAYS), days)
    assert held(versions, tmp_path) == list(range(COUNT))[::-1][:ALWAYS]


def test_a_journal_that_was_given_up(tmp_path):
    journal = Journal(tmp_path / "a.journal")
    journal.add(Beginning(None, decode(b"")), [Step(Edit(0, 0, "x"), 1)])
    journal.write()
    os.utime(journal.path, (0, 0))  # typed long ago: a month begins when it is put aside
    used_daily(tmp_path, datetime.now(UTC) - timedelta(days=100), 100)
    kept = tmp_path / KEPT
    journal.put_aside(kept)
    now = datetime.now(UTC)
    for moment in (now + YEARS, now, datetime(1970, 1, 2, tzinfo=UTC), now + 2 * YEARS, now):
        forget_old(kept, moment.timestamp(), DaysOfUse.noted(tmp_path, moment))
    assert len(list(journals_in(kept))) == 1
    days = used_daily(tmp_path, now, KEPT_DAYS + 2)
    forget_old(kept, (now + timedelta(days=KEPT_DAYS + 2)).timestamp(), days)
    assert list(journals_in(kept)) == []


def test_pictures_of_a_draft(tmp_path, monkeypatch):
    """Old by both, they stay while a journal names them."""
    drafts = tmp_path / "drafts"
    for name in ("named", "other"):
        (drafts / name).mkdir(parents=True)
    (tmp_path / "journal" / "1-a").mkdir(parents=True)
    journal = Journal(tmp_path / "journal" / "1-a" / "a.journal")
    journal.add(Beginning(None, decode(b""), pictures=str((drafts / "named").resolve())), [Step(Edit(0, 0, "x"), 1)])
    journal.write()
    now = datetime.now(UTC)
    used_daily(tmp_path, now, 1)

    def clock(moment):
        class Clock(datetime):
            @classmethod
            def now(cls, zone=None):
                return moment

        monkeypatch.setattr(pictures, "datetime", Clock)

    clock(now + YEARS)
    clean_drafts(drafts)
    assert len(list(drafts.iterdir())) == 2
    used_daily(tmp_path, now, 40)
    clock(now + timedelta(days=40))
    clean_drafts(drafts)
    assert [one.name for one in drafts.iterdir()] == ["named"]


def test_what_a_save_of_a_living_program_has_under_way(tmp_path):
    name = tmp_path / f".post.md.{os.getppid()}-abc.postwright-save"
    name.write_bytes(b"x")
    clean_leftovers(tmp_path, now=2**40)
    assert name.exists()


def test_days_that_nobody_can_read_or_write(tmp_path):
    (tmp_path / FILE).write_bytes(b"\xff\n2026-13-45\n2026-04-01\n\nx")
    assert DaysOfUse.noted(tmp_path, NOW).since(datetime(2026, 4, 1, tzinfo=UTC)) == 1
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    assert DaysOfUse.noted(tmp_path, NOW).since(0.0) == 1
    assert DaysOfUse.noted(tmp_path, NOW).since(1e300) == 0
