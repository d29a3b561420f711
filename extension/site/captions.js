/** @file Whether a caption of the page is one of those we look for. */
import captions from "./captions.json" with { type: "json" };

/** A title may go on after the known words («… за период с …»), but not into a paragraph. */
const LONGEST_TITLE = 300;
const LONGEST_CAPTION = 120;

const {
  "duplicates-report": report,
  "student-list": pupils,
  "parent-list": parents,
  ...cards
} = captions.headings;
const reportHeadings = report.map(fold);
const listHeadings = new Set([...pupils, ...parents].map(fold));
const notLoaded = captions.notLoaded.map(fold);
const cardHeadings = Object.values(cards).flat().map(fold);
const emptyMessages = captions.emptyMessages.map(fold);
const cardFields = new Map(
  Object.entries(captions.cardFields).flatMap(([field, words]) => words.map((caption) => [fold(caption), field])),
);
const movementColumns = new Map(
  Object.entries(captions.movement.columns).flatMap(([column, words]) => words.map((caption) => [fold(caption), column])),
);
const pupilColumns = new Set(captions.movement.pupils.map(fold));
const cloneGroups = new Set(captions.clones.group.map(fold));
const irrevocable = captions.clones.irrevocable.map(fold);
const orderEntries = new Set(captions.order.entries.map(fold));
const modules = Object.entries(captions.modules).map(([module, words]) => ({ module, words: words.map(fold) }));
const additionalOrganisation = fold(captions.additionalOrganisation);
const password = {
  first: new Set(captions.password.first.map(fold)),
  second: new Set(captions.password.second.map(fold)),
  changeAtFirstLogin: new Set(captions.password.changeAtFirstLogin.map(fold)),
};

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
  return beginsWithOneOf(reportHeadings, caption);
}

/**
 * Nothing may follow but a number, as in «Список учеников (125)»: reports are lists of pupils too.
 * @param {string} caption
 */
export function isListTitle(caption) {
  return caption.length <= LONGEST_TITLE && listHeadings.has(fold(caption).replace(/\d+$/, ""));
}

/** @param {string} content */
export function saysNotLoaded(content) {
  const folded = fold(content);
  return notLoaded.some((hint) => folded.includes(hint));
}

/** @param {string} caption */
export function isCardTitle(caption) {
  return beginsWithOneOf(cardHeadings, caption);
}

/**
 * @param {string[]} headings
 * @param {string} caption
 */
function beginsWithOneOf(headings, caption) {
  if (caption.length > LONGEST_TITLE) return false;
  const folded = fold(caption);
  return headings.some((heading) => folded.startsWith(heading));
}

/**
 * «Дубли: …» over the accounts of one group of the registry.
 * @param {string} caption
 */
export function isCloneGroupTitle(caption) {
  const colon = caption.indexOf(":");
  return colon > 0 && colon < LONGEST_CAPTION && cloneGroups.has(fold(caption.slice(0, colon)));
}

/**
 * Whether a button says that it merges, archives or removes accounts.
 * @param {string} caption
 */
export function isIrrevocable(caption) {
  const folded = fold(caption);
  return irrevocable.some((part) => folded.includes(part));
}

/** @param {string} caption */
export function isOrderEntryTitle(caption) {
  return caption.length <= LONGEST_CAPTION && orderEntries.has(fold(caption));
}

/**
 * The module that a line of the page names, as «Организация дополнительного образования: …» does.
 * @param {string} caption
 * @returns {string | undefined}
 */
export function moduleNamed(caption) {
  if (caption.length > LONGEST_TITLE) return undefined;
  const folded = fold(caption);
  return modules.find(({ words }) => words.some((word) => folded.startsWith(word)))?.module;
}

/**
 * The name behind «Организация дополнительного образования:».
 * @param {string} caption
 * @returns {string} empty where the line names none
 */
export function additionalOrganisationNamed(caption) {
  const colon = caption.indexOf(":");
  const names = colon > 0 && caption.length <= LONGEST_TITLE && fold(caption.slice(0, colon)) === additionalOrganisation;
  return names ? caption.slice(colon + 1).trim() : "";
}

/** @param {string} content */
export function saysNothingFound(content) {
  const folded = fold(content);
  return emptyMessages.some((message) => folded.includes(message));
}

/**
 * The field of a card that a caption stands for, by the name that findings have for it.
 * @param {string} caption
 */
export function fieldNamed(caption) {
  return caption.length > LONGEST_CAPTION ? undefined : cardFields.get(fold(caption));
}

/**
 * Which column of a movement a caption heads.
 * @param {string} caption
 */
export function movementColumn(caption) {
  return caption.length > LONGEST_CAPTION ? undefined : movementColumns.get(fold(caption));
}

/**
 * Whether a caption heads a column of pupils: such a table is no one's movement.
 * @param {string} caption
 */
export function namesPupils(caption) {
  return caption.length <= LONGEST_CAPTION && pupilColumns.has(fold(caption));
}

/**
 * Which of the words of «Сменить пароль» a caption is.
 * @param {keyof typeof password} part
 * @param {string} caption
 */
export function isPasswordCaption(part, caption) {
  return password[part].has(fold(caption));
}
