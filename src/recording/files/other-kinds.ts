import { words } from '../../words/index.ts';

const { kinds } = words.files;

/** How files begin that hold no table; bytes as Latin-1 characters. */
const BEGINNINGS: readonly { readonly head: RegExp; readonly message: string }[] = [
  { head: /^\s*<(?:!doctype html|html|head|body|script)\b/i, message: kinds.webPage },
  { head: /^%PDF-/, message: kinds.document },
  { head: /^\{\\rtf/, message: kinds.document },
  { head: /^(?:.PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*|MM.\*|....ftyp)/s, message: kinds.picture },
  { head: /^\xd0\xcf.\xe0/, message: words.files.workbook },
  { head: /^(?:7z\xbc\xaf|Rar!|BZh\d|\xfd7zXZ|\x28\xb5\x2f\xfd)/, message: kinds.otherArchive },
  { head: /^SQLite format 3/, message: kinds.database },
  { head: /^PAR1/, message: kinds.parquet },
  {
    head: /^(?:bplist00|\[InternetShortcut\]|\s*\{\s*"(?:url|doc_id)")|^\s*<\?xml[\s\S]{0,300}<plist/i,
    message: kinds.link,
  },
];

/** What a file is that is no table, by its first bytes, as a sentence with the way out; null: nobody knows. */
export function otherKind(head: Uint8Array): string | null {
  const text = Array.from(head, (byte) => String.fromCharCode(byte)).join('');
  return BEGINNINGS.find((each) => each.head.test(text))?.message ?? null;
}

/** A file inside a zip by which the zip is a workbook: of Excel, LibreOffice or Numbers. */
export const WORKBOOK_INSIDE = /^(?:xl\/workbook\.(?:xml|bin)|content\.xml|Index\/.*\.iwa|Index\.zip)$/;
