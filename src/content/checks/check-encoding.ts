import { isUtf8 } from 'node:buffer';
import { createFinding, type Finding } from '../../errors.ts';

function guessEncoding(bytes: Buffer): 'UTF-16' | 'Windows-1256' | 'Windows-1252' {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'UTF-16';
  // Windows-1256 has the letters of Arabic and Persian between C0 and ED; half of a Persian text is such bytes.
  const high = bytes.reduce((count, byte) => count + (byte >= 0xc0 ? 1 : 0), 0);
  return high > bytes.length / 10 ? 'Windows-1256' : 'Windows-1252';
}

function locateFault(bytes: Buffer): { line: number; column: number } {
  let begin = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, begin);
    const lineBytes = bytes.subarray(begin, end < 0 ? bytes.length : end);
    if (!isUtf8(lineBytes)) {
      let whole = 0;
      while (isUtf8(lineBytes.subarray(0, whole + 1)) || isUtf8(lineBytes.subarray(0, whole + 2))) whole++;
      return { line, column: lineBytes.toString('utf8', 0, whole).length + 1 };
    }
    if (end < 0) return { line: 1, column: 1 };
    begin = end + 1;
  }
}

function looksWide(head: Buffer): boolean {
  return head.includes(0) && head.filter((byte) => byte === 0).length > head.length / 4;
}

function findEncoding(bytes: Buffer): 'UTF-16' | 'Windows-1256' | 'Windows-1252' | undefined {
  if (looksWide(bytes.subarray(0, 64))) return 'UTF-16';
  return isUtf8(bytes) ? undefined : guessEncoding(bytes);
}

export function checkEncoding(bytes: Buffer, file: string): Finding[] {
  const encoding = findEncoding(bytes);
  if (!encoding) return [];
  const place = encoding === 'UTF-16' ? { line: 1, column: 1 } : locateFault(bytes);
  return [createFinding('EncodingUnknown', { file, ...place }, { encoding })];
}

/** A guess, for what is only looked up in the text. */
export function decodeLikely(bytes: Buffer): string {
  const encoding = findEncoding(bytes) ?? 'UTF-8';
  const isBigEndian = encoding === 'UTF-16' && (bytes[0] === 0xfe || bytes[0] === 0);
  return new TextDecoder(isBigEndian ? 'utf-16be' : encoding).decode(bytes);
}
