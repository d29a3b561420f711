/**
 * @file Draws extension/badges from the words in _locales: `npm run badges`.
 *
 * A badge is a picture because a background changes nothing of a table's layout; a picture of the
 * extension's own may be shown under any policy of the page. Inside a picture a style sheet sees
 * the picture's own width, so that a narrow column gets the shorter words.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";

export const BADGES = new URL("../extension/badges/", import.meta.url);
const LOCALES = new URL("../extension/_locales/", import.meta.url);
export const LANGUAGES = ["ru", "en"];

const HEIGHT = 16;
const CHARACTER = 6.1;
const ICON_END = 17;
const END = 6;

/** Each background and text has a contrast of at least 4.5:1. */
const LOOKS = {
  keep: { fill: "#17643a", ink: "#fff", icon: "M4.5 8.2l2.6 2.6 5-5.4" },
  delete: { fill: "#a3261e", ink: "#fff", icon: "M5 5l6 6M11 5l-6 6" },
  undecided: { fill: "#ffe3a3", ink: "#4a3200", icon: "M6 6.2a2 2 0 1 1 2.6 1.9q-.6.3-.6 1.2M8 11.6v.4" },
  "not-duplicate": { fill: "#d9e6f5", ink: "#12395f", icon: "M4.5 6.4h7M4.5 9.6h7M10 4l-4 8" },
  "fix-dates": { fill: "#0b5a66", ink: "#fff", icon: "M4.5 5.5h7v6h-7zM6.3 4v2M9.7 4v2M4.5 7.7h7" },
  "preliminary-keep": { fill: "#efecf6", ink: "#4a3f66", icon: "M4.5 8.2l2.6 2.6 5-5.4", dashed: true },
  "preliminary-delete": { fill: "#efecf6", ink: "#4a3f66", icon: "M5 5l6 6M11 5l-6 6", dashed: true },
  "remark-double": { fill: "#a3261e", ink: "#fff", icon: "M4.5 4.5h5v5h-5zM6.8 6.8h5v5h-5z" },
  "remark-alike": { fill: "#ffe3a3", ink: "#4a3200", icon: "M4.5 4.5h5v5h-5zM6.8 6.8h5v5h-5z" },
  "remark-no-parent": { fill: "#8a3200", ink: "#fff", icon: "M4.5 8h2.5M9 8h2.5M8 5v1M8 10v1" },
  "remark-no-children": { fill: "#8a3200", ink: "#fff", icon: "M4.5 8h2.5M9 8h2.5M8 5v1M8 10v1" },
  "remark-errors": { fill: "#0b5a66", ink: "#fff", icon: "M8 4v5M8 11v.5" },
  "remark-unseen": { fill: "#eef1f4", ink: "#414b57", icon: "M4 8q4-4.5 8 0q-4 4.5-8 0zM8 7.6v.8", dashed: true },
};

/** @typedef {{fill: string, ink: string, icon: string, dashed?: boolean}} Look */

/**
 * Every badge of a language: file name and content.
 * @param {string} language
 * @returns {Promise<Map<string, string>>}
 */
export async function draw(language) {
  const file = new URL(`${language}/messages.json`, LOCALES);
  const messages = JSON.parse(await readFile(file, "utf8"));
  return new Map(
    Object.entries(LOOKS).map(([name, look]) => {
      const key = name.replaceAll("-", "_");
      const words = messages[`badge_${key}`].message;
      return [`${name}.svg`, picture(look, words, messages[`badge_narrow_${key}`]?.message ?? words)];
    }),
  );
}

/**
 * @param {Look} look
 * @param {string} words
 * @param {string} narrowWords
 */
function picture(look, words, narrowWords) {
  const limit = width(words);
  const wide = pill(look, words, "wide");
  if (words === narrowWords) return document(`<style>${FONT}</style>\n  ${wide}`);
  const choice = `@media (max-width: ${limit - 1}px) { .wide { display: none } }
    @media (min-width: ${limit}px) { .narrow { display: none } }`;
  return document(`<style>${FONT}
    ${choice}</style>\n  ${wide}\n  ${pill(look, narrowWords, "narrow")}`);
}

const FONT = "text { font: 600 11px system-ui, sans-serif }";

/** @param {string} content */
function document(content) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${HEIGHT}">\n  ${content}\n</svg>\n`;
}

/** @param {string} words */
function width(words) {
  return Math.ceil(ICON_END + words.length * CHARACTER + END);
}

/**
 * The text is fitted to its pill, whatever font the system has.
 * @param {Look} look
 * @param {string} words
 * @param {string} name
 */
function pill({ fill, ink, icon, dashed }, words, name) {
  const dashes = dashed ? ' stroke-dasharray="3 2"' : "";
  const textLength = (words.length * CHARACTER).toFixed(1);
  return `<g class="${name}">
    <rect x=".5" y=".5" width="${width(words) - 1}" height="${HEIGHT - 1}" rx="3" fill="${fill}" stroke="${ink}"${dashes}/>
    <path d="${icon}" fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round"/>
    <text x="${ICON_END}" y="12" fill="${ink}" textLength="${textLength}" lengthAdjust="spacingAndGlyphs">${words}</text>
  </g>`;
}

async function main() {
  for (const language of LANGUAGES) {
    const folder = new URL(`${language}/`, BADGES);
    await mkdir(folder, { recursive: true });
    for (const [name, content] of await draw(language)) await writeFile(new URL(name, folder), content);
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
