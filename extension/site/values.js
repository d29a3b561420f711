/** @file What is typed and chosen in controls, to tell when it becomes another. */

/** @param {Element[]} controls */
export function typedIn(controls) {
  return JSON.stringify(
    controls.map((control) => {
      if (control instanceof HTMLInputElement) return [control.value, control.checked];
      return control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement ? control.value : null;
    }),
  );
}
