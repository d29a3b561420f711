/**
 * @file Large parts of an answer as short text: a message between worker and page is read in one
 * task, and fourteen megabytes of it would hold up the page for a third of a second.
 */

/**
 * @param {unknown} value anything JSON can hold
 * @returns {Promise<string>} its gzip in base64
 */
export async function pack(value) {
  const zipped = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(zipped).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * @param {string} packed
 * @returns {Promise<any>} what was packed
 */
export async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return await new Response(unzipped).json();
}
