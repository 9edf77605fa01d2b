// What node's js-yaml (Hexo, Eleventy, Astro) says of an edit; the lines are those of psych.rb.
"use strict";
const readline = require("node:readline");
const yaml = require("js-yaml");

const load = yaml.DEFAULT_SAFE_SCHEMA ? yaml.safeLoad : yaml.load; // js-yaml 3, 4

function read(text) {
  try {
    // a tab of indentation is two spaces to Hexo (hexo-front-matter, escapeYAML)
    const data = load(`\n${text}`.replace(/\n(\t+)/g, (_, tabs) => `\n${"  ".repeat(tabs.length)}`));
    return data && typeof data === "object" && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}

function described(value) {
  const type = value === null ? "null" : value instanceof Date ? "Date" : Array.isArray(value) ? "Array" : typeof value;
  return { type, text: typeof value === "string" ? value : null };
}

function others(data, key) {
  return JSON.stringify(Object.entries(data).filter(([name]) => name !== key));
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const edit = JSON.parse(line);
  const before = read(edit.before);
  const after = read(edit.after);
  const said = { read: before !== null, reads: after !== null };
  if (before && after) {
    said.others = others(before, edit.key) === others(after, edit.key);
    said.old = described(before[edit.key]);
    said.new = described(after[edit.key]);
    said.there = edit.key in after;
  }
  console.log(JSON.stringify(said));
});
