/** The entries of a JSON document, and whether its end was missing. */
export interface JsonList {
  readonly entries: readonly unknown[];
  readonly cut: boolean;
}

/** A list, the list under `data`, or a document a line; one that was cut is read to its last whole entry. null: no JSON. */
export function readJsonList(text: string): JsonList | null {
  const whole = parsed(text);
  if (whole !== undefined) return { entries: listOf(whole), cut: false };
  const lines = text.split(/\r?\n/).flatMap((line) => parsed(line) ?? []);
  if (lines.length > 1) return { entries: lines, cut: false };
  const mended = parsed(toLastEntry(text));
  return mended === undefined ? null : { entries: listOf(mended), cut: true };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listOf(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document;
  const data =
    typeof document === 'object' && document !== null ? (document as { data?: unknown }).data : null;
  return Array.isArray(data) ? data : [document];
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The text up to the last whole entry of its outermost list, with every bracket closed. */
function toLastEntry(text: string): string {
  const open: string[] = [];
  let list = -1;
  let end = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (inText) {
      if (c === '\\') i++;
      else if (c === '"') inText = false;
    } else if (c === '"') inText = true;
    else if (c in CLOSING) {
      open.push(c);
      if (c === '[' && list < 0) list = open.length;
    } else if (c === '}' || c === ']') {
      open.pop();
      if (open.length === list) end = i + 1;
    }
  }
  return (
    text.slice(0, end) +
    open
      .slice(0, Math.max(0, list))
      .reverse()
      .map((c) => CLOSING[c])
      .join('')
  );
}
