"""What tests of pushing (to a folder, which has to be trusted) do: commit the new post, push it, and look at what arrived."""

from editor.export.commit import commit_files
from editor.export.git import Watch
from editor.export.push import push, standing
from editor.export.repository import Repository
from tests.export.repositories import git

NAME = "_posts/2026-01-07-new.md"
OLD = "_posts/2026-01-06-old.md"


def committed(world, *, trusted=True, asking="", names=(NAME,)):
    repository = Repository.of(world.mine, trusted=trusted, asking=asking)
    made = commit_files(repository, [world.mine / name for name in names], "Add post: 新しい")
    assert made is not None
    return repository


def sent(repository, **options):
    return push(repository, standing(repository, Watch()), Watch(), **options)


def there(world, name="main"):
    return git(world.bare, "log", "--format=%s", name).split("\n")[:-1]


def head(root, ref="HEAD"):
    return git(root, "rev-parse", ref).strip()
