// What node's readers make of posts: a line of JSON a post, {"text"}; out comes a line of JSON each, the typed data.
// node typed.cjs hexo|hexo-5|astro|eleventy|eleventy-2   (in the folder that holds node_modules)
"use strict";
process.env.TZ = "UTC";
const { createRequire } = require("node:module");
const path = require("node:path");
const readline = require("node:readline");
const { pathToFileURL } = require("node:url");

const here = createRequire(path.join(process.cwd(), "package.json"));

async function reader(name) {
  switch (name) {
    case "astro": {
      const { parseFrontmatter } = await import(pathToFileURL(here.resolve("@astrojs/internal-helpers/frontmatter")));
      return (text) => parseFrontmatter(text).frontmatter;
    }
    case "eleventy":
    case "eleventy-2": {
      const matter = here(name === "eleventy" ? "@11ty/gray-matter" : "gray-matter");
      return (text) => matter(text, {}).data; // the options keep its cache from giving the same object twice
    }
    default: {
      const matter = here(name === "hexo" ? "hexo-front-matter" : "hexo-front-matter-5");
      return (text) => {
        const { _content, ...data } = matter.parse(text);
        return data;
      };
    }
  }
}

function number(value) {
  if (Number.isNaN(value)) return { number: "nan" };
  if (!Number.isFinite(value)) return { number: value > 0 ? "inf" : "-inf" };
  return { number: Object.is(value, -0) ? "-0.0" : String(value) };
}

function typed(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return number(value);
  if (typeof value === "bigint") return { number: String(value), int: true };
  if (typeof value === "string") return { text: value };
  if (value instanceof Date) return { date: Number.isNaN(value.getTime()) ? "invalid" : value.toISOString() };
  if (Array.isArray(value)) return value.map(typed);
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
