// A classic script, since content scripts cannot be modules: it fetches the modules.
void (async () => {
  const { start } = await import(chrome.runtime.getURL("main.js"));
  start();
})();
