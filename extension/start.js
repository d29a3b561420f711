/** @file Where the content script begins: `npm run join` makes content.js of this and its modules. */
import { start } from "./main.js";

/** The script may come to a page again, when the operator switches the host on: one watch is enough. */
const place = /** @type {{sverkaStart?: () => void}} */ (globalThis);
// Its own name: an element of the page with this id is seen here, too.
if (!Object.hasOwn(place, "sverkaStart")) place.sverkaStart = start;
place.sverkaStart?.();
