/**
 * @file Joins the modules of the content script into extension/content.js: `npm run join`.
 *
 * A browser asks for every module of a content script anew on every page, one or two milliseconds
 * of both cores each; a content script of one file it keeps. The extension's own pages and its
 * worker need no joining.
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ENTRY = new URL("../extension/start.js", import.meta.url);
export const JOINED = new URL("../extension/content.js", import.meta.url);

/** The content script, readable: every module with its name above it, in the order of their imports. */
export async function join() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(ENTRY)],
    absWorkingDir: fileURLToPath(new URL("../extension/", import.meta.url)),
    bundle: true,
    write: false,
    format: "iife",
    // Of the browsers in the manifest; nothing is rewritten for older ones.
    target: ["chrome123", "firefox140"],
    charset: "utf8",
    banner: { js: "// Made by `npm run join` of start.js and its modules: change those, not this file." },
  });
  const [joined] = outputFiles;
  if (!joined) throw new Error("Nothing was joined");
  return joined.text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(JOINED, await join());
