/** Copies a text; a host that forbids it, as Office often does, is no error: then the text is selected to be copied by hand. */

/** True: it is in the clipboard. False: it stands selected in the text field with this id. */
export async function copyText(text: string, fieldId: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.getElementById(fieldId);
    if (field instanceof HTMLTextAreaElement) {
      for (let box = field.closest('details'); box; box = box.parentElement?.closest('details') ?? null) {
        box.open = true;
      }
      field.focus();
      field.select();
    }
    return false;
  }
}
