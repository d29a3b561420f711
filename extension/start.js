/** @file Where the content script begins: `npm run join` makes content.js of this and its modules. */
import { start } from "./main.js";

/** The script may come to a page again, when the operator switches the host on: one watch is enough. */
const place = /** @type {{sverkaStart?: () => void}} */ (globalThis);
place.sverkaStart ??= start;
place.sverkaStart();
