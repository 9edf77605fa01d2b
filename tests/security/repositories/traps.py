"""A repository that comes from somebody else: every setting of git that could name a program or a file is a trap."""

import itertools
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.export.repositories import World, git

NEWER = (
    "hook.<name>.command",
    "hook.<name>.event",
    "hook.<name>.enabled",
    "hook.<name>.parallel",
    "gc.recentObjectsHook",
    "gc.cruftPacks",
    "core.fsmonitorHookVersion",
    "core.useBuiltinFSMonitor",
    "core.hooksPath",
    "diff.<driver>.algorithm",
    "diff.<driver>.trustExitCode",
    "filter.<driver>.process",
    "filter.<driver>.required",
    "gpg.program",
    "gpg.ssh.allowedSignersFile",
    "gpg.ssh.defaultKeyCommand",
    "gpg.ssh.program",
    "gpg.ssh.revocationFile",
    "merge.<driver>.driver",
    "remote.<name>.serverOption",
    "remote.<name>.followRemoteHEAD",
    "receive.procReceiveRefs",
    "submodule.<name>.update",
    "tar.<format>.command",
    "trailer.<token>.cmd",
    "trailer.<token>.command",
    "transfer.bundleURI",
    "bundle.heuristic",
    "bundle.mode",
    "fetch.bundleURI",
    "fetch.bundleCreationToken",
    "uploadpack.packObjectsHook",
    "core.alternateRefsCommand",
    "core.attributesFile",
    "core.excludesFile",
    "core.notesRef",
    "core.virtualFilesystem",
    "core.gvfs",
    "attr.tree",
    "blame.ignoreRevsFile",
    "commit.template",
    "core.askPass",
    "core.commentString",
    "core.editor",
    "core.gitProxy",
    "core.pager",
    "core.sshCommand",
    "credential.helper",
    "diff.external",
    "diff.orderFile",
    "format.signatureFile",
    "http.cookieFile",
    "http.curloptResolve",
    "http.delegation",
    "http.emptyAuth",
    "http.extraHeader",
    "http.pinnedPubkey",
    "http.proactiveAuth",
    "http.proxy",
    "http.proxySSLCAInfo",
    "http.proxySSLCert",
    "http.proxySSLKey",
    "http.saveCookies",
    "http.sslCAInfo",
    "http.sslCAPath",
    "http.sslCert",
    "http.sslKey",
    "http.sslVerify",
    "http.userAgent",
    "include.path",
    "init.templateDir",
    "interactive.diffFilter",
    "lfs.customtransfer.<name>.path",
    "lfs.extension.<name>.clean",
    "lfs.extension.<name>.smudge",
    "lfs.standalonetransferagent",
    "lfs.url",
    "log.showSignature",
    "mailmap.file",
    "maintenance.autoDetach",
    "maintenance.strategy",
    "sequence.editor",
    "trace2.eventTarget",
    "user.signingKey",
    "web.browser",
)
"""Keys that `git help --config` does not list, or that only newer versions know."""
NAMES = (
    "evil",
    "a=b",
    "a.b.c",
    "a b\ttab",
    "q\"u'ote",
    "back\\slash\\",
    "clean=x",
    "core.fsmonitor",
    "!x;y",
    "日本 語",
    "-o",
    "../x",
    "a]b#c;d",
    "\u202ebidi",
)
"""Names of subsections. No file can hold one with a line end."""
REDIRECTS = ("url.", "include", "remote.origin.url", "remote.origin.pushurl", "remote.origin.vcs", "branch.main.")
"""Keys with which a push is refused: where it goes is not known before the folder is trusted."""
FORMAT = ("extensions.", "core.repositoryformatversion", "core.worktree", "core.bare")
"""Keys with which there is no repository that git can read; tested by themselves."""
HOOKS = (
    *("applypatch-msg", "pre-applypatch", "post-applypatch", "pre-commit", "pre-merge-commit", "prepare-commit-msg"),
    *("commit-msg", "post-commit", "pre-rebase", "post-checkout", "post-merge", "pre-push", "pre-receive", "update"),
    *("proc-receive", "post-receive", "post-update", "reference-transaction", "push-to-checkout", "pre-auto-gc"),
    *("post-rewrite", "sendemail-validate", "fsmonitor-watchman", "post-index-change"),
)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


def quoted_name(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def keys(also=()):
    """Every key that git names, as (section, subsection, variable); a placeholder stands for each of the names."""
    listed = subprocess.run(["git", "help", "--config"], capture_output=True, text=True, check=True).stdout.split("\n")
    named = list(dict.fromkeys(key for key in (*listed, *NEWER) if "." in key and not set(key) & set(" _:")))
    plain = {key.partition(".")[0]: [] for key in named}
    for key in named:
        if key.count(".") == 1 and "*" not in key and "<" not in key:
            plain[key.partition(".")[0]].append(key.partition(".")[2])
    for key in named:
        section, _, rest = key.partition(".")
        subsection, has_subsection, variable = rest.rpartition(".")
        if not has_subsection:
            names = NAMES if "<" in variable or "*" in variable else ()
            if names:  # alias.*, pager.<cmd>: the variable is the name of a command
                for one in ("status", "log", "commit", "push", "fetch", "rev-parse", "cat-file", "diff", "config"):
                    yield section, "", one
            else:
                yield section, "", variable
            continue
        variables = plain[section] if variable == "*" else ["commit" if "<" in variable else variable]
        placeholder = "<" in subsection
        for name, one in itertools.product((*NAMES, *also) if placeholder else (subsection,), variables):
            yield section, name, one


@dataclass
class Traps:
    """A script that writes down that it ran, and files outside of the blog that nobody may change.

    Attributes:
        outside: a folder whose content must stay.

    """

    outside: Path
    ran: Path
    script: Path
    before: dict = field(default_factory=dict)

    @classmethod
    def at(cls, folder):
        outside = folder / "outside"
        outside.mkdir()
        ran, script = folder / "ran", outside / "evil"
        script.write_text(f'#!/bin/sh\necho "$0 $*" >> {ran}\nexec cat\n')
        script.chmod(0o755)
        (outside / ".bashrc").write_text("# mine\n")
        (outside / "more.config").write_text(f"[core]\n\tfsmonitor = {script}\n\tsshCommand = {script}\n")
        traps = cls(outside, ran, script)
        traps.before = traps.content()
        return traps

    def content(self):
        return {path.name: path.read_bytes() for path in sorted(self.outside.iterdir())}

    def check(self):
        assert not self.ran.exists(), self.ran.read_text()
        assert self.content() == self.before

    # -- planted

    def plant(self, git_folder, *, but=(), also=()):
        """Add every setting to a repository's configuration, and every hook, and attributes that name the drivers."""
        lines = []
        for section, name, variable in keys(also):
            whole = f"{section}.{name}.{variable}" if name else f"{section}.{variable}"
            if whole.lower().startswith(tuple(one.lower() for one in (*but, *FORMAT))):
                continue
            values = [str(self.script)]
            if section in ("alias", "credential", "trailer"):
                values = [f"!{self.script}"]
            if section.lower() in ("include", "includeif"):
                values = [str(self.outside / "more.config")]
            if variable.lower().endswith(("cookiefile", "cookies")):
                values = [str(self.outside / ".bashrc")] if variable.lower() == "cookiefile" else ["true"]
            if variable == "event":
                values = list(HOOKS)
            lines.append(f"[{section} {quoted_name(name)}]" if name else f"[{section}]")
            lines += [f"\t{variable} = {quoted(value)}" for value in values]
        with (git_folder / "config").open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        (git_folder / "hooks").mkdir(exist_ok=True)
        for name in HOOKS:
            (git_folder / "hooks" / name).write_text(self.script.read_text())
            (git_folder / "hooks" / name).chmod(0o755)
        (git_folder / "info").mkdir(exist_ok=True)
        (git_folder / "info" / "attributes").write_text("*.txt filter=evil diff=evil merge=evil\n")

    def run_filter(self, git_folder, name):
        """Give a repository a filter that runs the script, under a name."""
        with (git_folder / "config").open("a", encoding="utf-8") as file:
            file.write(f"[filter {quoted_name(name)}]\n\tclean = {self.script}\n\tsmudge = {self.script}\n")


def attributes(pattern):
    """Lines that name each driver whose name can be written there."""
    names = [name for name in NAMES if not set(name) & set(' \t"') and name[0] != "-"]
    return "".join(f"{pattern} filter={name} diff={name} merge={name}\n" for name in names)


def with_embedded(world: World):
    """Put a repository that is named in the index, and one that is not, into the writer's clone; gives them."""
    found = []
    for name in ("theme", "loose"):
        folder = world.mine / name
        git(world.mine, "init", "-q", name)
        (folder / "a.md").write_text("a\n")
        git(folder, "add", "-A")
        git(folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "theme")
        found.append(folder)
    (world.mine / ".gitmodules").write_text(
        '[submodule "theme"]\n\tpath = theme\n\turl = ./theme.git\n\tignore = none\n\tfetchRecurseSubmodules = true\n'
        "\tupdate = checkout\n"
    )
    git(world.mine, "add", ".gitmodules", "theme")
    git(world.mine, "commit", "-qm", "theme")
    for folder in found:
        (folder / ".gitattributes").write_text(attributes("*"))
        (folder / "a.md").write_text("b\n")  # as long as before: git has to read it, through the filter
        (folder / "new.md").write_text("new\n")
    return found
