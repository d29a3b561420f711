// Fetches the modules while the page is still on its way, so that content.js need not wait for them.
void import(chrome.runtime.getURL("main.js"));
