/** The scanner of parts held against a parser that we did not write, and Node's way with bytes against the portable one. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { deflateRawSync } from 'node:zlib';
import { NODE_BYTES } from '../../../src/workbook/file/node-bytes';
import { DEFAULT_CAPS } from '../../../src/workbook/file/read/caps';
import { ReadFailure } from '../../../src/workbook/file/read/failure';
import { PORTABLE_BYTES } from '../../../src/workbook/file/read/portable-bytes';
import { scanXml } from '../../../src/workbook/file/read/scan-xml';
import { sliceText } from '../../../src/workbook/file/read/xml-handler';

const SEED = { seed: 2021 };
const KEYS = ['r', 's', 't', 'x:id', 'n-1'];

/** Tags, attributes and texts in their order; null for what is no XML. */
type Story = readonly string[] | null;

function ourStory(bytes: Uint8Array): Story {
  const story: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') story.push(`«${text}»`);
    text = '';
  };
  try {
    scanXml(
      'part',
      bytes,
      DEFAULT_CAPS,
      {
        open: (name, attributes, depth) => {
          flush();
          const given = KEYS.map((key) => attributes.get(key)).map((value) => JSON.stringify(value ?? null));
          story.push(`<${name} ${given.join()} ${depth}>`);
        },
        close: (name, depth) => {
          flush();
          story.push(`</${name} ${depth}>`);
        },
        text: (slice) => {
          text += sliceText(slice);
        },
      },
      PORTABLE_BYTES,
    );
    return story;
  } catch (thrown) {
    if (thrown instanceof ReadFailure) return null;
    throw thrown;
  }
}

function theirStory(xml: string): Story {
  const story: string[] = [];
  let text = '';
  let depth = 0;
  let problems = 0;
  const flush = (): void => {
    if (text !== '' && depth > 0) story.push(`«${text}»`);
    text = '';
  };
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => {
    problems += 1;
  });
  parser.on('doctype', () => {
    problems += 1;
  });
  parser.on('opentag', ({ name, attributes }) => {
    flush();
    depth += 1;
    const given = KEYS.map((key) => attributes[key]).map((value) => JSON.stringify(value ?? null));
    story.push(`<${local(name)} ${given.join()} ${depth}>`);
  });
  parser.on('closetag', ({ name }) => {
    flush();
    story.push(`</${local(name)} ${depth}>`);
    depth -= 1;
  });
  const add = (piece: string): void => {
    text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return problems > 0 ? null : story;
}

const plain = fc.string({ maxLength: 30, unit: fc.constantFrom(...Array.from('abЖ😀 \n\r\t&<>"\'];_x0')) });
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;').replaceAll('>', '&#x3E;');
const name = fc.constantFrom('c', 'v', 'row', 'x:c', 'длина', 'a-b.c_d');
const attribute = fc
  .tuple(fc.constantFrom(...KEYS), plain)
  .map(([key, value]) => [key, escaped(value)] as const);
const attributes = fc
  .uniqueArray(attribute, { selector: ([key]) => key, maxLength: 4 })
  .map((list) => list.map(([key, value]) => ` ${key}="${value}"`).join(''));
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(name, attributes).map(([tag, given]) => `<${tag}${given}/>`),
    fc
      .tuple(name, attributes, fc.array(tie('content'), { maxLength: 4 }))
      .map(([tag, given, inside]) => `<${tag}${given}>${inside.join('')}</${tag} >`),
  ),
  content: fc.oneof(
    tie('element'),
    plain.map(escaped),
    plain.map((text) => `<![CDATA[${text.replaceAll(']]>', '')}]]>`),
    fc.constantFrom('<!-- заметка -->', '<?x y?>', '&apos;', '&#1046;', '&#x1F600;', '\r\n'),
  ),
}));

describe('the scanner', () => {
  it('tells of good XML what saxes tells', () => {
    fc.assert(
      fc.property(element, (xml) => {
        const document = `<?xml version="1.0"?>\n${xml}\n`;
        expect(ourStory(Buffer.from(document))).toEqual(theirStory(document));
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('accepts nothing that saxes refuses, and tells the same of what it accepts', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '&',
      ';',
      '"',
      '=',
      ' ',
      ']]>',
      '<!--',
      '<c>',
      '</c>',
      'a="1"',
      '\u0001',
      '\uffff',
      '<!DOCTYPE c>',
    );
    let accepted = 0;
    fc.assert(
      fc.property(
        element,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(3),
        piece,
        (xml, at, cut, put) => {
          const start = Math.floor(at * xml.length);
          const changed = Buffer.from(xml.slice(0, start) + put + xml.slice(start + cut)).toString();
          const ours = ourStory(Buffer.from(changed));
          if (ours === null) return;
          accepted += 1;
          expect(ours).toEqual(theirStory(changed));
        },
      ),
      { ...SEED, numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('reads UTF-16 as it reads UTF-8', () => {
    fc.assert(
      fc.property(element, (xml) => {
        expect(ourStory(Buffer.from(`\ufeff${xml}`, 'utf16le'))).toEqual(ourStory(Buffer.from(xml)));
      }),
      { ...SEED, numRuns: 100 },
    );
  });
});

describe('Node’s way with bytes and the portable one', () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  it('unpack alike, whatever size is promised and allowed', () => {
    fc.assert(
      fc.property(bytes, fc.nat(500), fc.nat(500), (data, expected, most) => {
        const packed = new Uint8Array(deflateRawSync(data));
        const [ours, node] = [PORTABLE_BYTES, NODE_BYTES].map((work) => work.inflate(packed, expected, most));
        expect(ours?.ok).toBe(data.length <= most);
        expect(node?.ok).toBe(data.length <= most);
        if (ours?.ok && node?.ok) {
          expect([ours.size, node.size]).toEqual([data.length, data.length]);
          expect([...node.bytes]).toEqual([...data]);
          expect([...ours.bytes]).toEqual([...data.subarray(0, expected)]);
        }
      }),
      SEED,
    );
  });

  it('refuse packed data that is none or is cut', () => {
    fc.assert(
      fc.property(bytes, fc.nat(400), (data, cut) => {
        const packed = new Uint8Array(deflateRawSync(data));
        const short = packed.subarray(0, cut % packed.length);
        expect(NODE_BYTES.inflate(short, data.length, 1000)).toEqual({ ok: false, more: false });
        expect(PORTABLE_BYTES.inflate(short, data.length, 1000)).toEqual({ ok: false, more: false });
      }),
      SEED,
    );
  });

  it('sum and know UTF-8 alike', () => {
    fc.assert(
      fc.property(bytes, fc.string({ unit: 'binary' }), (data, text) => {
        expect(NODE_BYTES.crc32(data)).toBe(PORTABLE_BYTES.crc32(data));
        expect(NODE_BYTES.isUtf8(data)).toBe(PORTABLE_BYTES.isUtf8(data));
        expect(PORTABLE_BYTES.isUtf8(Buffer.from(text))).toBe(true);
      }),
      SEED,
    );
  });
});
