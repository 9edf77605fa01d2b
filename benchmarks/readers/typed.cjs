// What node's readers make of posts: a line of JSON a post, {"text"}; out comes a line of JSON each, the typed data.
// node typed.cjs hexo|hexo5|astro|eleventy|eleventy2   (in the folder that holds node_modules)
"use strict";
process.env.TZ = "UTC";
const { createRequire } = require("node:module");
const path = require("node:path");
const readline = require("node:readline");
const { pathToFileURL } = require("node:url");

const here = createRequire(path.join(process.cwd(), "package.json"));
const inside = (name) => createRequire(here.resolve(`${name}/package.json`));

async function reader(name) {
  if (name === "astro") {
    const folder = path.dirname(here.resolve("@astrojs/markdown-remark"));
    const url = createRequire(path.join(folder, "x.js")).resolve("@astrojs/internal-helpers/frontmatter");
    const { parseFrontmatter } = await import(pathToFileURL(url));
    return (text) => parseFrontmatter(text).frontmatter;
  }
  if (name === "eleventy" || name === "eleventy2") {
    const matter = name === "eleventy" ? createRequire(eleventy())("gray-matter") : here("gray-matter");
    return (text) => matter(text, {}).data; // the options keep its cache from giving the same object twice
  }
  const matter = name === "hexo" ? inside("hexo")("hexo-front-matter") : here("hexo-front-matter");
  return (text) => {
    const { _content, ...data } = matter.parse(text);
    return data;
  };
}

function eleventy() {
  const folder = path.join(process.cwd(), "node_modules", "@11ty", "eleventy");
  return path.join(folder, "package.json");
}

function typed(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (Number.isNaN(value)) return { number: "nan" };
    if (!Number.isFinite(value)) return { number: value > 0 ? "inf" : "-inf" };
    return { number: Object.is(value, -0) ? "-0.0" : String(value) };
  }
  if (typeof value === "bigint") return { number: String(value), int: true };
  if (typeof value === "string") return { text: value };
  if (value instanceof Date) return { date: Number.isNaN(value.getTime()) ? "invalid" : value.toISOString() };
  if (Array.isArray(value)) return value.map(typed);
  if (value instanceof Map) return { map: [...value].map(([key, item]) => [String(key), typed(item)]) };
  if (typeof value === "object" && "toISOString" in value) return { date: value.toISOString() };
  return { map: Object.entries(value).map(([key, item]) => [key, typed(item)]) };
}

async function main() {
  const read = await reader(process.argv[2]);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let said;
    try {
      said = typed(read(JSON.parse(line).text));
    } catch (error) {
      said = { error: String(error.message).split("\n")[0] };
    }
    console.log(JSON.stringify(said));
  }
}

main();
