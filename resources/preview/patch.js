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

  window.postwright = {
    patch({ head: headHtml, start, removed, blocks, fresh }) {
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
