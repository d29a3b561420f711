/** @file Passwords that can be read aloud: open syllables and digits, nothing that looks like something else. */

export const SHORTEST_PASSWORD = 8;

const CONSONANTS = "bdfghkmnprstz";
/** Without i and o, which look like digits. */
const VOWELS = "aeu";
/** Without 0 and 1, which look like letters. */
const DIGITS = "23456789";
const HALF = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, DIGITS, DIGITS, DIGITS];
const BYTES = 256;

/** @returns {string} e.g. `kuma394deta572` */
export function newPassword() {
  return [...HALF, ...HALF].map(oneOf).join("");
}

/**
 * Whether it holds only what can be read aloud, as those made here do.
 * @param {string} password
 */
export function isReadAloudEasily(password) {
  const allowed = CONSONANTS + VOWELS + DIGITS;
  return [...password].every((character) => allowed.includes(character));
}

/**
 * @param {string} characters
 * @returns {string} each as likely as any other
 */
function oneOf(characters) {
  const fair = BYTES - (BYTES % characters.length);
  const [byte = BYTES] = crypto.getRandomValues(new Uint8Array(1));
  return byte < fair ? characters.charAt(byte % characters.length) : oneOf(characters);
}
