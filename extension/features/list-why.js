/** @file Why a row of a list is marked, and what to do: opened from the marked cell by mouse or keyboard. */
import { onMarkedCell, openCardOf } from "../lib/cell-card.js";
import { element } from "../lib/element.js";
import { findingDetails } from "../lib/finding-item.js";
import { isAnalysed } from "../lib/page.js";
import { text, word } from "../lib/texts.js";

const MARKED = "[data-sverka-remark]";

/** @type {import("../lib/page.js").Feature} */
export const listWhy = {
  id: "list-why",
  include: ({ kind, people }) => kind === "list" && people.length > 0,
  init(page, signal) {
    if (isAnalysed(page)) onMarkedCell(MARKED, page, (cell) => open(cell, page, signal), signal);
  },
};

/**
 * @param {HTMLTableCellElement} cell
 * @param {import("../lib/page.js").AnalysedPage} page
 * @param {AbortSignal} signal
 */
function open(cell, page, signal) {
  const found = page.people.find((marked) => marked.cell === cell);
  if (!found) return;
  const { person, findings } = found;
  const items = findings.map((finding) =>
    element(
      "li",
      { class: `finding ${finding.severity}`, "data-sverka-rule": finding.rule },
      element("p", { class: "where faint" }, word("finding", finding.advice)),
      ...findingDetails(finding, page),
    ),
  );
  const title = [person.name, person.account_id].filter(Boolean).join(", ") || text("card_no_name");
  openCardOf(cell, title, [element("ul", { class: "findings" }, ...items)], page, signal);
}
