/** Hands a file to the user, as a download. */
const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.zip', 'application/zip'],
  ['.csv', 'text/csv;charset=utf-8'],
];

/** Time that the browser is given to begin with the download. */
const KEEP_MS = 60_000;

export function saveFile(name: string, content: Uint8Array | string): void {
  const type = TYPES.find(([ending]) => name.endsWith(ending))?.[1] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([partOf(content)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}

function partOf(content: Uint8Array | string): BlobPart {
  // A copy, for the bytes may be a view of a larger or a shared buffer.
  return typeof content === 'string' ? content : new Uint8Array(content);
}
