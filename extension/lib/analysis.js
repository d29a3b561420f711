/**
 * @file The helper's answer, schema 1, as far as the page uses it; and how the page gets it: what
 * every cell needs at once, the whole groups packed until somebody asks for one.
 *
 * @typedef {"keep" | "delete" | "undecided" | "not-duplicate" | "fix-dates"} Advice
 * @typedef {"high" | "medium" | "low"} Confidence
 * @typedef {"none" | "watch" | "high"} Risk
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
 * @property {string | null} enrolled
 * @property {string | null} departed
 * @property {Advice} advice
 * @property {string[]} rules
 * @property {string} why
 * @property {Confidence} confidence
 *
 * @typedef {object} Field
 * @property {string} field
 * @property {string} level
 * @property {number | null} bits its weight, `null` where the model does not compare it
 * @property {string | null} left
 * @property {string | null} right
 *
 * @typedef {object} Pair
 * @property {string} a
 * @property {string} b
 * @property {number | null} bits the sum of the weights, `null` where nothing can be weighed
 * @property {string | null} guard what holds the verdict down whatever the sum
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
 * @typedef {"found" | "assigned" | "worked" | "resolved" | "irremovable" | "not-duplicate" | "returned"} State
 *
 * @typedef {object} StateInfo how far the work on a group has come, and who said so last
 * @property {State} state
 * @property {number} version grows with every decision; whoever decides names the one looked at
 * @property {string} first_seen
 * @property {string | null} organisation
 * @property {string | null} due
 * @property {string | null} reason
 * @property {string | null} note
 * @property {string | null} by
 * @property {string | null} at
 * @property {boolean} undoable
 * @property {string | null} still_seen when a later report showed what had been worked on
 * @property {string[]} changed the fields by which it differs from what was once no duplicate
 *
 * @typedef {object} NotDuplicate
 * @property {string} reason
 * @property {string} by
 * @property {string} at
 *
 * @typedef {object} Group
 * @property {string} id
 * @property {StateInfo | null} state `null` where nothing is remembered
 * @property {"new" | "stayed" | "returned" | null} change against the previous report
 * @property {NotDuplicate | null} not_duplicate
 * @property {string} verdict
 * @property {number | null} overlap_days
 * @property {Risk} risk
 * @property {Confidence} confidence
 * @property {string} cause
 * @property {Pair[]} pairs
 * @property {Step[]} steps
 * @property {Account[]} accounts
 *
 * @typedef {Pick<Group, "state" | "not_duplicate">} Decided what the helper answers to a decision
 *
 * @typedef {object} Warning
 * @property {string} code
 * @property {string} message
 * @property {number | null} row
 * @property {string | null} column
 *
 * @typedef {object} Rule
 * @property {string} text
 * @property {string} quote
 * @property {string} source
 *
 * @typedef {object} RunInfo the page against the previous report of the same parameters
 * @property {"comparable" | "first" | "other-period" | "other-selection" | "parameters-unknown" | "incomplete" | "no-numbers" | "older"} proof
 * @property {string | null} previous
 * @property {number} new
 * @property {number} stayed
 * @property {number} returned
 * @property {number} gone
 *
 * @typedef {object} PageInfo
 * @property {string} kind
 * @property {number} rows of data, or children of an order
 * @property {number | null} table
 * @property {number | null} first_data_tr
 * @property {[string, string] | null} period
 * @property {string | null} generated_at
 * @property {Warning[]} warnings
 * @property {RunInfo | null} run
 * @property {string | null} [account_key] of a card
 * @property {string[]} linked names of those whom a card shows as linked
 *
 * @typedef {object} Candidate somebody whom a finding may be about
 * @property {string} account_key
 * @property {string | null} [organisation] where a pupil is
 * @property {string | null} account_id
 * @property {string} name
 * @property {string} why
 *
 * @typedef {"error" | "warning" | "info"} Severity
 *
 * @typedef {object} Finding what is wrong beside one field of a card, or is told of one of several people
 * @property {number | null} row
 * @property {string} field
 * @property {Severity} severity
 * @property {string} rule
 * @property {string} advice
 * @property {string} why
 * @property {string[]} steps
 * @property {string | null} proposed the form in which the value should stand
 * @property {Candidate[]} candidates
 *
 * @typedef {object} Movement the documents of one account; `null` where it is not known whose
 * @property {string | null} account_key
 * @property {string | null} account_id
 * @property {object[]} documents
 *
 * @typedef {object} ListedPerson
 * @property {number} row
 * @property {number} tr
 * @property {number} col
 * @property {string | null} account_key
 * @property {string | null} account_id
 * @property {string} name
 * @property {string | null} looked_at when the card was last open
 *
 * @typedef {object} Listing one page of a list
 * @property {number | null} page
 * @property {number | null} pages
 * @property {number | null} total
 * @property {boolean} unfiltered whether the pages together show everybody
 * @property {{caption: string, value: string}[]} filters that leave people out
 * @property {ListedPerson[]} people
 *
 * @typedef {object} Answer what the helper gives
 * @property {PageInfo} page
 * @property {Group[]} groups
 * @property {Finding[]} findings
 * @property {Movement | null} movement
 * @property {Listing | null} listing
 * @property {Record<string, Rule>} rules
 *
 * @typedef {Pick<Account, "key" | "places" | "advice" | "confidence" | "rules">} ListedAccount
 *
 * @typedef {object} ListedGroup
 * @property {string} id
 * @property {Risk} risk
 * @property {Pick<StateInfo, "state"> | null} state
 * @property {ListedAccount[]} accounts
 * @property {Decided} [decided] what was decided on this page since
 *
 * @typedef {object} Analysis what the page gets
 * @property {PageInfo} page
 * @property {ListedGroup[]} groups
 * @property {Finding[]} findings of a card or a list
 * @property {Movement | null} movement
 * @property {Listing | null} listing
 * @property {Record<string, Rule>} rules
 * @property {string[]} packs the whole groups in their order, `GROUPS_A_PACK` in each
 */
import { pack, unpack } from "./packing.js";

export const GROUPS_A_PACK = 50;

/**
 * @param {Answer} answer
 * @returns {Promise<Analysis>}
 */
export async function listed({ page, groups, findings, movement, listing, rules }) {
  const starts = Array.from({ length: Math.ceil(groups.length / GROUPS_A_PACK) }, (_, n) => n * GROUPS_A_PACK);
  const packs = await Promise.all(starts.map((start) => pack(groups.slice(start, start + GROUPS_A_PACK))));
  return { page, rules, findings, movement, listing, groups: groups.map(listedGroup), packs };
}

/**
 * @param {Group} group
 * @returns {ListedGroup}
 */
function listedGroup({ id, risk, state, accounts }) {
  return {
    id,
    risk,
    state: state && { state: state.state },
    accounts: accounts.map(({ key, places, advice, confidence, rules }) => {
      return { key, places, advice, confidence, rules };
    }),
  };
}

/**
 * @param {Analysis} analysis
 * @param {ListedGroup} group one of its groups
 * @returns {Promise<Group>}
 */
export async function wholeGroup({ groups, packs }, group) {
  const at = groups.indexOf(group);
  const opened = await unpack(packs[Math.floor(at / GROUPS_A_PACK)] ?? "");
  return { ...opened[at % GROUPS_A_PACK], ...group.decided };
}

/**
 * Keeps what was decided of a group, for whoever opens or counts it next.
 * @param {ListedGroup} group
 * @param {Decided} decided
 */
export function keepDecision(group, decided) {
  group.decided = decided;
  group.state = decided.state;
}

/**
 * @param {Analysis} analysis
 * @returns {Promise<Group[]>}
 */
export async function wholeGroups({ groups, packs }) {
  const opened = (await Promise.all(packs.map(unpack))).flat();
  return opened.map((group, index) => ({ ...group, ...groups[index]?.decided }));
}
