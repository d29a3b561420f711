// The only classic script: content scripts cannot be modules, so this one fetches the modules.
void (async () => {
  const { start } = await import(chrome.runtime.getURL("main.js"));
  start();
})();
