/** A zip written from front to back, sizes and checksums behind the data (APPNOTE 6.3, sections 4.3.7 to 4.3.16). Up to 4 GB. */

export interface ZipMember {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

export interface PackedPiece {
  readonly plain: Uint8Array;
  readonly packed: Uint8Array;
}

const VERSION = 20;
/** Bit 3: sizes follow the data; bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** Noon of 1 January 1980, the first day that a zip knows: the same table gives the same bytes. */
const [TIME, DAY] = [12 << 11, (1 << 5) | 1];
const MOST_BYTES = 0xffffffff;

/** One member: its header, its data as they come, and what is known of them at the end; it is put on the list. */
export function* zipEntry(
  name: string,
  offset: number,
  pieces: Iterable<PackedPiece>,
  members: ZipMember[],
  crc32: (bytes: Uint8Array, before: number) => number,
): Generator<Uint8Array> {
  const nameBytes = new TextEncoder().encode(name);
  yield joined(fields([4, 0x04034b50], ...common(0, 0, 0, nameBytes.length)), nameBytes);
  let [crc, packedSize, size] = [0, 0, 0];
  for (const { plain, packed } of pieces) {
    crc = crc32(plain, crc);
    packedSize += packed.length;
    size += plain.length;
    yield packed;
  }
  if (offset + packedSize > MOST_BYTES || size > MOST_BYTES) throw new RangeError('more than 4 GB');
  yield fields([4, 0x08074b50], [4, crc], [4, packedSize], [4, size]);
  members.push({ name: nameBytes, crc, packedSize, size, offset });
}

/** The directory, which begins at `offset`. */
export function zipEnd(members: readonly ZipMember[], offset: number): Uint8Array {
  const directory = joined(
    ...members.flatMap(({ name, crc, packedSize, size, offset: at }) => [
      fields(
        [4, 0x02014b50],
        [2, VERSION],
        ...common(crc, packedSize, size, name.length),
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, at],
      ),
      name,
    ]),
  );
  const count = members.length;
  const end = fields(
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return joined(directory, end);
}

type Field = readonly [size: 2 | 4, value: number];

/** What the local header and the directory say alike; no extra field. */
function common(crc: number, packedSize: number, size: number, nameLength: number): readonly Field[] {
  return [
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, TIME],
    [2, DAY],
    [4, crc],
    [4, packedSize],
    [4, size],
    [2, nameLength],
    [2, 0],
  ];
}

function fields(...list: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(list.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of list) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
