// Where JavaScript's readers see front matter: reads {name: text} from standard input, prints {name: {reader: answer}}.
// An answer is null (no front matter), "error", or {title, body}. The packages lie in $ENGINES/node_modules.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const root = `${process.env.ENGINES}/node_modules`;
const require = createRequire(pathToFileURL(`${root}/hexo/package.json`));
const newest = createRequire(pathToFileURL(`${root}/package.json`));
const eleventy = createRequire(pathToFileURL(`${root}/@11ty/eleventy/package.json`));
const hexo4 = require("hexo-front-matter"), hexo5 = newest("hexo-front-matter"), matter = eleventy("gray-matter");
const astro = await import(pathToFileURL(newest.resolve("@astrojs/markdown-remark")).href);

const answer = (text, read) => {
  try {
    const found = read();
    const seen = found.body !== text.replace(/^\uFEFF/, "") && found.body !== text;
    return seen || Object.keys(found.data).length ? { title: found.data.title ?? null, body: found.body } : null;
  } catch {
    return "error";
  }
};
// hexo-fs gives Hexo a file without BOM and with "\n" line ends
const escaped = (text) => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
const hexo = (reader) => (text) => {
  const { _content, ...data } = reader.parse(escaped(text));
  return { data, body: _content };
};
const readers = {
  hexo4: hexo(hexo4),
  hexo5: hexo(hexo5),
  eleventy: (text) => {
    const found = matter(text, {});
    return { data: found.data, body: found.content };
  },
  astro: (text) => {
    const found = astro.parseFrontmatter(text);
    return { data: found.frontmatter, body: found.content };
  },
};
const table = {};
let given = "";
for await (const chunk of process.stdin.setEncoding("utf-8")) given += chunk;
for (const [name, text] of Object.entries(JSON.parse(given))) {
  table[name] = Object.fromEntries(Object.entries(readers).map(([reader, read]) => [reader, answer(text, () => read(text))]));
}
console.log(JSON.stringify(table));
