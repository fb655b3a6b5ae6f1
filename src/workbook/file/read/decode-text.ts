/** Bytes of an XML part to text: UTF-8, or UTF-16 in either order, as its mark or its first characters show. */

/**
 * A decoder that is fed the part's bytes in order, and once `last`. It throws a TypeError at the first byte that is
 * no text in the part's encoding. A byte order mark is left out.
 */
export function createDecoder(): (bytes: Uint8Array, last: boolean) => string {
  let decoder: TextDecoder | undefined;
  return (bytes, last) => {
    if (decoder === undefined && bytes.length === 0 && !last) {
      return '';
    }
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    return decoder.decode(bytes, { stream: !last });
  };
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return 'utf-16le';
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return 'utf-16be';
  }
  return 'utf-8';
}
