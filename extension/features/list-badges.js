/** @file Marks each row of a list of which something is to be said; styles/badges.css draws the badge. */
import { isAnalysed } from "../lib/page.js";
import { remarksOf } from "../lib/remarks.js";
import { text, word } from "../lib/texts.js";

const ATTRIBUTES = ["data-sverka-remark", "data-sverka-rule", "aria-description"];

/** @type {import("../lib/page.js").Feature} */
export const listBadges = {
  id: "list-badges",
  include: (page) => page.kind === "list" && isAnalysed(page),
  init({ people }, signal) {
    for (const { cell, findings } of people) {
      const remarks = remarksOf(findings);
      const words = remarks.map((remark) => word("badge_remark", remark)).join(", ");
      const rules = new Set(findings.map(({ rule }) => rule));
      cell.setAttribute("data-sverka-remark", remarks[0] ?? "");
      cell.setAttribute("data-sverka-rule", [...rules].join(" "));
      cell.setAttribute("aria-description", text("badge_spoken", words));
    }
    signal.addEventListener("abort", () => {
      for (const { cell } of people) ATTRIBUTES.forEach((name) => cell.removeAttribute(name));
    });
  },
};
