/** @file Every selector of СГО's markup; when a version of СГО changes, this is the place to mend. */

/** Elements whose whole text can be the title of a report. */
export const TITLES =
  "h1, h2, h3, h4, h5, h6, caption, legend, center, p, b, strong, .title, .report-title, .main-report-title";

/** Over a table drawn by jTable. */
export const TABLE_TITLES = ".jtable-title-text";

/** Inside a table of groups the accounts of one stand in a cell of their own. */
export const CELLS = "td, th";

/** What somebody may press. */
export const PRESSED = "button, a, input[type='button' i], input[type='submit' i]";

/** Elements whose whole text can be the heading of a screen of the order. */
export const SCREEN_TITLES = "h1, h2, h3, h4, h5, legend";

/** A title inside one of these leads to a report but is not over one. */
export const NAVIGATION = "a, button, nav, li, option, label";

/** Where an answer of СГО is put: the classic page, the modern one, a dialog over either. */
export const REPORT_PLACES = "#report, .report-view, .modal-body";

export const MODAL = ".modal";

/** The headings of windows and dialogs. */
export const HEADINGS = "h1, h2, h3, h4, h5, h6, .modal-title";

/** The registry of clones shows movements inside its own table. */
export const REGISTRY = ".jtable";

/** Where a page holds the number of the record that is open. */
export const RECORD_FIELDS = "input[type='hidden' i][name='UID' i], [user-id]";

/** Tables of the page's own furniture: the line under a report, calendars of date fields. */
export const FURNITURE_TABLES = ".sheet-footer, .datepicker *, .ui-datepicker *";

export const FORM_CONTROLS = ["input", "select", "textarea", "button"];

export const PASSWORD = "input[type='password' i]";

/** The form of a card on classic pages, and the element that holds its fields on current ones. */
export const CARD_FORM = "form[name='UserInfo' i]";
export const CARD_PARTS = "user-info";

/** What a script fills after the card stands. */
export const LATE_PARTS = "user-info, student-parents, parent-students";

/** Elements whose whole text can be the caption of a field. */
export const CAPTIONS = "label, legend, th, td, dt, span, b, strong, h3, h4, h5, h6, p, div";

/** What a caption cannot stand in. */
export const NOT_CAPTIONS = "button, option, nav";

/** What holds a value and can be marked; of radio buttons and ticks the place around them is. */
export const FIELD_CONTROLS =
  "input:not([type='hidden' i], [type='password' i], [type='button' i], [type='submit' i], [type='checkbox' i], [type='radio' i]), select, textarea";

/** What can be typed or chosen, passwords aside. */
export const VALUES = "input:not([type='hidden' i], [type='password' i]), select, textarea";

/** The hidden fields that may leave the page: ids of the open record, nothing else. */
export const HIDDEN_FIELDS_KEPT = new Set(["UID"]);

/** The calls of СГО that open the card of a person: they name its id and nothing of the session. */
export const CARD_CALLS = ["editUser", "gotoUserEdit", "userInfoEdit.gotoParentEdit"];

/** A field that was a password may be shown as plain text: its name still tells. */
export const PASSWORD_NAME = /passw|^pwd?\d?$/i;

/** What the operator logged in to: 2 is an authority of education, 0 a school. */
export const LOGIN_TYPE = "input[name='LoginType' i]";

/** Fields of СГО that carry the session, whatever their type. */
export const SESSION_FIELDS = new Set(["AT", "VER"]);

/** Where jTable puts the title of a list. */
export const LIST_TITLES = ".jtable-title-text";

/** The table of a list on classic pages, and jTable's. */
export const LIST_TABLES = "#UserListTable, .jtable";

/** Where one turns the pages of a table. */
export const PAGERS = ".pagination, .jtable-page-list, .pager, .paginator";

/** What lies over a page while something is loaded. */
export const BUSY = ".loading-overlay, .blockUI, .jtable-busy-message, .loading-mask, [aria-busy='true']";
