import { constants, inflateSync } from 'node:zlib';

export interface PdfPages {
  readonly pages: number;
  /** In the order in which it is drawn, without its blanks: a PDF places letters, and many blanks are only gaps. */
  readonly text: string;
}

/** What a PDF of Chromium says, by the tables that each font of it brings for copying text. Not a reader of other PDFs. */
export function readPdf(bytes: Buffer): PdfPages {
  const file = bytes.toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\b([\s\S]*?)\bendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const dictionary = (body: string): string => body.split('stream')[0] ?? '';
  const streamOf = (id: string): string => {
    const body = objects.get(id) ?? '';
    const [begin] = /stream\r?\n/.exec(body) ?? [];
    if (begin === undefined || !/\/FlateDecode/.test(dictionary(body))) return '';
    const bytes = Buffer.from(body.slice(body.indexOf(begin) + begin.length), 'latin1');
    // what stands behind the stream, and the end of one that holds the word "endobj", do not matter
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  };
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(dictionary(body)));
  const fonts = new Map<string, Map<string, string>>();
  for (const body of objects.values())
    for (const [, name = '', id = ''] of dictionary(body).matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(name, lettersOf(streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '')));
  const contents = [...objects].filter(([, body]) => /stream/.test(body)).map(([id]) => streamOf(id));
  return { pages: pages.length, text: contents.map((content) => textOf(content, fonts)).join('') };
}

/** What each glyph of a font stands for, by its hexadecimal code. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  const said = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(code.toLowerCase(), said(to));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', last = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(last, 16); code++) {
        const letter = Number.parseInt(to, 16) + code - Number.parseInt(from, 16);
        letters.set(code.toString(16).padStart(from.length, '0'), String.fromCodePoint(letter));
      }
  return letters;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let letters: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const [, font, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>(?=[^<>]*T[jJ])/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    const width = [...letters.keys()][0]?.length ?? 2;
    for (let at = 0; at < (hex?.length ?? 0); at += width)
      text += letters.get(hex?.slice(at, at + width).toLowerCase() ?? '') ?? '';
  }
  return text.replaceAll(/\s/g, '');
}
