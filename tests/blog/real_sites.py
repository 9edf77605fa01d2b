"""Small sites and the real generators that build them: what each post's address is, and which posts there are."""

import json
import os
import shutil
import subprocess

import pytest

from tests.files import write

_DUMP = """require 'json'
Jekyll::Hooks.register :site, :post_write do |site|
  named = site.documents.map { |doc| [doc.path.delete_prefix(site.source + "/"), doc.url] }
  File.write(ENV["OUT"], JSON.generate(named + site.pages.map { |page| [page.relative_path, page.url] }))
end
"""
_LIST = (
    "[{{ range .Sites }}{{ range .RegularPages }}"
    '{{ dict "file" .File.Path "address" .RelPermalink | jsonify }},{{ end }}{{ end }}0]'
)


def needs(program):
    """Skip where a generator is missing; `packaging/dev.py test` installs it for root on Debian."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"needs {program}: apt-get install {program}")


def build_with_jekyll(root):
    """Each page's address by its path; None where Jekyll stops."""
    out = root.parent / "out.json"
    write(root, {"_plugins/dump.rb": _DUMP})
    command = ["jekyll", "build", "-s", str(root), "-d", str(root.parent / "built"), "--disable-disk-cache"]
    done = subprocess.run(
        command, env={**os.environ, "OUT": str(out), "TZ": "UTC"}, capture_output=True, text=True, check=False
    )
    return dict(json.loads(out.read_text(encoding="utf-8"))) if done.returncode == 0 else None


def build_with_hugo(root):
    """Each page's address by its path."""
    write(root, {"layouts/_default/single.html": "x", "layouts/_default/list.html": "x", "layouts/index.html": _LIST})
    command = ["hugo", "--source", str(root), "--destination", str(root.parent / "built"), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    lists = (path for path in sorted(root.parent.glob("built/**/index.html")))
    text = next(text for path in lists if (text := path.read_text(encoding="utf-8")).startswith("["))
    return {f"content/{page['file']}": page["address"] or None for page in json.loads(text)[:-1]}
