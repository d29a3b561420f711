import js from "@eslint/js";
import globals from "globals";

const MARKUP = "Text of a page or of the helper must never become markup: use textContent or append().";
const markupProperties = ["innerHTML", "outerHTML"].map((name) => ({
  selector: `AssignmentExpression[left.property.name="${name}"]`,
  message: MARKUP,
}));
const markupCalls = ["insertAdjacentHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "createContextualFragment", "write", "writeln"].map(
  (name) => ({ selector: `CallExpression[callee.property.name="${name}"]`, message: MARKUP }),
);

export default [
  // Made of modules that are looked at themselves.
  { ignores: ["extension/content.js"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      complexity: ["error", 8],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-alert": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-param-reassign": "error",
      "no-shadow": "error",
      "no-unused-vars": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "require-await": "error",
    },
  },
  {
    files: ["extension/**/*.js", "helper/sverka/web/ui/static/*.js"],
    languageOptions: { globals: globals.browser },
    rules: { "no-restricted-syntax": ["error", ...markupProperties, ...markupCalls] },
  },
  {
    files: ["extension/**/*.js"],
    languageOptions: { globals: globals.webextensions },
  },
  {
    files: ["tests/extension/**/*.js", "tools/*.js", "eslint.config.js"],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.webextensions } },
    rules: { "max-lines-per-function": "off" },
  },
];
