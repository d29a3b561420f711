/**
 * @file The shape of the helper's answer, schema 1, as far as the page uses it.
 *
 * @typedef {"keep" | "delete" | "undecided" | "not-duplicate" | "fix-dates"} Advice
 * @typedef {"high" | "medium" | "low"} Confidence
 *
 * @typedef {object} Place
 * @property {number} tr index of the row in its table
 * @property {number} col index of the cell in its row
 * @property {"main" | "double"} role
 *
 * @typedef {object} Account
 * @property {string} key
 * @property {string | null} account_id
 * @property {Place[]} places
 * @property {string | null} name
 * @property {string | null} organisation
 * @property {Advice} advice
 * @property {string[]} rules
 * @property {string} why
 * @property {Confidence} confidence
 *
 * @typedef {object} Field
 * @property {string} field
 * @property {string} level
 * @property {string | null} left
 * @property {string | null} right
 *
 * @typedef {object} Pair
 * @property {string} a
 * @property {string} b
 * @property {Field[]} fields
 *
 * @typedef {object} Step
 * @property {number} n
 * @property {string} who
 * @property {string | null} org_key
 * @property {string | null} account_key
 * @property {string} text
 * @property {string | null} due
 * @property {string | null} if
 *
 * @typedef {object} Group
 * @property {string} id
 * @property {string} verdict
 * @property {number | null} overlap_days
 * @property {"none" | "watch" | "high"} risk
 * @property {Confidence} confidence
 * @property {string} cause
 * @property {Pair[]} pairs
 * @property {Step[]} steps
 * @property {Account[]} accounts
 *
 * @typedef {object} Warning
 * @property {string} message
 * @property {number | null} row
 * @property {string | null} column
 *
 * @typedef {object} Rule
 * @property {string} text
 * @property {string} quote
 * @property {string} source
 *
 * @typedef {object} Analysis
 * @property {{kind: string, table: number | null, first_data_tr: number | null, warnings: Warning[]}} page
 * @property {Group[]} groups
 * @property {Record<string, Rule>} rules
 */
export {};
