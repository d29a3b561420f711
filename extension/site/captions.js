/** @file Whether a caption of the page is one of those we look for. */
import captions from "./captions.json" with { type: "json" };

/** A title may go on after the known words («… за период с …»), but not into a paragraph. */
const LONGEST_TITLE = 300;

const headings = captions.headings["duplicates-report"].map(fold);
const emptyMessages = captions.emptyMessages.map(fold);

/**
 * Letters and digits alone, «ё» as «е»: СГО varies case, quotes, spaces and line wraps.
 * @param {string} caption
 */
export function fold(caption) {
  return caption
    .toLowerCase()
    .replaceAll("\u0451", "\u0435")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** @param {string} caption */
export function isReportTitle(caption) {
  if (caption.length > LONGEST_TITLE) return false;
  const folded = fold(caption);
  return headings.some((heading) => folded.startsWith(heading));
}

/** @param {string} content */
export function saysNothingFound(content) {
  const folded = fold(content);
  return emptyMessages.some((message) => folded.includes(message));
}
