const CHINESE = /加速度|角速度|时间/;

/** Zero bytes at even or odd places tell UTF-16 without a mark, when this share of the places has them. */
const MOSTLY = 0.4;

/** The name of the encoding a file begins in, for TextDecoder; looks at its first bytes only. */
export function sniffEncoding(head: Uint8Array): string {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb) return 'utf-8';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 1024);
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > (MOSTLY * looked) / 2 && even === 0) return 'utf-16le';
  if (even > (MOSTLY * looked) / 2 && odd === 0) return 'utf-16be';
  if (isUtf8(head)) return 'utf-8';
  // Chinese Windows writes GB 18030, other Windows their own code page: a degree sign is one byte there
  return CHINESE.test(new TextDecoder('gb18030').decode(head)) ? 'gb18030' : 'windows-1252';
}

/** The last character may be cut where the head ends. */
function isUtf8(head: Uint8Array): boolean {
  for (let cut = 0; cut < 4; cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, head.length - cut));
      return true;
    } catch {
      // tried again one byte shorter
    }
  }
  return false;
}

/** Bytes in pieces to text in pieces; a character cut between two pieces comes with the second. */
export interface TextStream {
  push(bytes: Uint8Array): string;
  end(): string;
}

export function createTextStream(): TextStream {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return {
    push(bytes) {
      decoder ??= new TextDecoder(sniffEncoding(bytes));
      return decoder.decode(bytes, { stream: true });
    },
    end: () => decoder?.decode() ?? '',
  };
}
