// Runs in the preview page's application world, which the page's own scripts (there are none) can't reach.
// A block is kept as the list of its nodes, without an element around it: the blog's own styles count children.
(() => {
  const post = document.querySelector("[data-postwright=post]");
  const head = document.querySelector("[data-postwright=head]");
  let blocks = []; // each block's nodes
  let lines = []; // the line of the post at which each starts; empty where the markdown's reader does not know

  // the worker names pictures that are not there; one that can't be drawn is named here
  const showMissing = (event) => {
    const box = document.createElement("span");
    box.className = "postwright-chip postwright-missing";
    box.textContent = decodeURI(event.target.getAttribute("src"));
    box.title = event.target.alt;
    event.target.replaceWith(box);
  };

  const nodesOf = (html) => {
    const holder = document.createElement("div");
    holder.innerHTML = html;
    for (const image of holder.querySelectorAll("img")) image.addEventListener("error", showMissing, { once: true });
    return [...holder.childNodes, document.createTextNode("\n")];
  };

  const range = document.createRange();
  const boxOf = (nodes) => {
    const first = nodes.find((node) => node.isConnected) ?? post;
    range.setStartBefore(first);
    range.setEndAfter(nodes.findLast((node) => node.isConnected) ?? first);
    const only = nodes.filter((node) => node.nodeType === Node.ELEMENT_NODE);
    return only.length === 1 ? only[0].getBoundingClientRect() : range.getBoundingClientRect();
  };

  const lastAt = (count, fits) => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fits(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const lineAt = (y) => {
    const at = lastAt(Math.min(blocks.length, lines.length), (number) => boxOf(blocks[number]).top <= y);
    const box = boxOf(blocks[at]);
    const inside = box.height > 0 ? Math.min(1, Math.max(0, (y - box.top) / box.height)) : 0;
    const next = lines[at + 1] ?? lines[at] + 1;
    return Math.floor(lines[at] + inside * Math.max(0, next - 1 - lines[at]));
  };

  post.addEventListener("dblclick", (event) => {
    if (lines.length) console.log(`postwright:line:${lineAt(event.clientY)}`);
  });

  window.postwright = {
    // bring a line of the post to the height (0 to 1 of the window) at which the writer sees it in the text
    follow(line, height) {
      if (!lines.length || !blocks.length) return;
      const at = lastAt(Math.min(blocks.length, lines.length), (number) => lines[number] <= line);
      const box = boxOf(blocks[at]);
      const next = lines[at + 1] ?? line + 1;
      const inside = Math.min(1, Math.max(0, (line - lines[at]) / Math.max(1, next - lines[at])));
      const y = box.top + inside * box.height;
      const room = window.innerHeight;
      if (y > room * 0.05 && y < room * 0.85) return; // in sight: nothing jumps while one types
      window.scrollBy({ top: y - room * Math.min(0.75, Math.max(0.1, height)), behavior: "instant" });
    },
    patch({ head: headHtml, start, removed, blocks: added, lines: newLines, shift, fresh }) {
      const behind = fresh ? [] : lines.slice(start + removed).map((line) => line + shift);
      lines = fresh ? newLines : [...lines.slice(0, start), ...newLines, ...behind];
      const top = document.documentElement.scrollTop;
      if (head.innerHTML !== headHtml) head.innerHTML = headHtml;
      const made = added.map(nodesOf);
      const fragment = document.createDocumentFragment();
      for (const nodes of made) fragment.append(...nodes);
      if (fresh) {
        blocks = made;
        post.replaceChildren(fragment);
      } else {
        for (const node of blocks.slice(start, start + removed).flat()) node.remove();
        const before = blocks[start + removed]?.find((node) => node.parentNode === post) ?? null;
        post.insertBefore(fragment, before);
        blocks = [...blocks.slice(0, start), ...made, ...blocks.slice(start + removed)];
      }
      document.documentElement.scrollTop = top;
    },
    content() {
      return JSON.stringify({ head: head.innerHTML, body: post.innerHTML });
    },
    // Give links the addresses that they have on the site, for a PDF. A link that counts from the page is none where the
    // site is not known (""). null gives back what the links had.
    links(site) {
      for (const link of document.querySelectorAll("a[data-postwright-href]")) {
        link.setAttribute("href", link.dataset.postwrightHref);
        link.removeAttribute("data-postwright-href");
      }
      if (site === null) return;
      for (const link of document.querySelectorAll("a[href]")) {
        const written = link.getAttribute("href");
        if (/^(?:[a-z][\w+.-]*:|#)/i.test(written)) continue;
        link.dataset.postwrightHref = written;
        if (site || written.startsWith("//")) link.href = new URL(written, site || "https://localhost").href;
        else link.removeAttribute("href");
      }
    },
    theme(name) {
      document.documentElement.dataset.theme = name;
    },
  };
})();
