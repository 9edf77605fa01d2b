// Runs in the preview page's application world, which the page's own scripts (there are none) can't reach.
// A block is kept as one wrapper element in #post, so that blocks of several elements or none keep their number.
(() => {
  const post = document.getElementById("post");
  const head = document.getElementById("head");

  // a picture that is not there is a box with its path
  const showMissing = (event) => {
    const box = document.createElement("span");
    box.className = "postwright-chip postwright-missing";
    box.textContent = event.target.getAttribute("src");
    box.title = event.target.alt;
    event.target.replaceWith(box);
  };

  const wrapped = (html) => {
    const block = document.createElement("div");
    block.className = "block";
    block.innerHTML = html;
    for (const image of block.querySelectorAll("img")) image.addEventListener("error", showMissing, { once: true });
    return block;
  };

  // the line of the post at which each block starts; empty where the markdown's reader does not know
  let lines = [];

  const lineAt = (y) => {
    const children = post.children;
    let low = 0;
    let high = Math.min(children.length, lines.length) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (children[middle].getBoundingClientRect().top <= y) low = middle;
      else high = middle - 1;
    }
    const box = children[low].getBoundingClientRect();
    const inside = box.height > 0 ? Math.min(1, Math.max(0, (y - box.top) / box.height)) : 0;
    const next = lines[low + 1] ?? lines[low] + 1;
    return Math.floor(lines[low] + inside * Math.max(0, next - 1 - lines[low]));
  };

  post.addEventListener("dblclick", (event) => {
    if (lines.length) console.log(`postwright:line:${lineAt(event.clientY)}`);
  });

  window.postwright = {
    // bring a line of the post to the height (0 to 1 of the window) at which the writer sees it in the text
    follow(line, height) {
      const children = post.children;
      if (!lines.length || !children.length) return;
      let at = 0;
      while (at + 1 < lines.length && lines[at + 1] <= line) at++;
      const box = (children[at] ?? children[children.length - 1]).getBoundingClientRect();
      const next = lines[at + 1] ?? line + 1;
      const inside = Math.min(1, Math.max(0, (line - lines[at]) / Math.max(1, next - lines[at])));
      const y = box.top + inside * box.height;
      const room = window.innerHeight;
      if (y > room * 0.05 && y < room * 0.85) return; // in sight: nothing jumps while one types
      window.scrollBy({ top: y - room * Math.min(0.75, Math.max(0.1, height)), behavior: "instant" });
    },
    patch({ head: headHtml, start, removed, blocks, lines: newLines, shift, fresh }) {
      const behind = fresh ? [] : lines.slice(start + removed).map((line) => line + shift);
      lines = fresh ? newLines : [...lines.slice(0, start), ...newLines, ...behind];
      const top = document.documentElement.scrollTop;
      if (head.innerHTML !== headHtml) head.innerHTML = headHtml;
      const children = post.children;
      if (fresh) {
        post.replaceChildren(...blocks.map(wrapped));
      } else {
        for (let left = removed; left > 0 && children[start]; left--) children[start].remove();
        const before = children[start] ?? null;
        for (const html of blocks) post.insertBefore(wrapped(html), before);
      }
      document.documentElement.scrollTop = top;
    },
    theme(name) {
      document.documentElement.dataset.theme = name;
    },
  };
})();
