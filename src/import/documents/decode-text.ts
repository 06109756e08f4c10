/** `isGuessed` where the file does not name its encoding. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly isGuessed: boolean;
}

/** Least share, of bytes beyond ASCII, of Arabic letters in Persian, and of these frequent ones. */
const MOSTLY = 0.6;
const FREQUENT = /[ايىنرودمهتبلس]/g;
const FEW = 0.1;

/** UTF-8, UTF-16, what a web page states, else the encodings that Windows had for Persian and English. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const decode = (encoding: string, isGuessed = false): Decoded => ({
    text: new TextDecoder(encoding).decode(bytes),
    encoding,
    isGuessed,
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be');
  if (bytes.includes(0)) return undefined;
  if (isUtf8(bytes)) return decode('utf-8');
  const said = /<meta\b[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes).toString('latin1', 0, 2048))?.[1];
  if (said && !/^utf-?8$/i.test(said) && isKnown(said)) return decode(said.toLowerCase());
  const beyond = bytes.filter((byte) => byte > 0x7f).length;
  const persian = decode('windows-1256', true);
  const letters = persian.text.match(/[\u0621-\u06d3]/g)?.length ?? 0;
  const frequent = persian.text.match(FREQUENT)?.length ?? 0;
  if (letters >= MOSTLY * beyond && frequent >= MOSTLY * letters) return persian;
  const english = decode('windows-1252', true);
  return beyond <= FEW * bytes.length && !/[\u0080-\u009f]/.test(english.text) ? english : undefined;
}

function isKnown(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

/** A character may be cut off at the end. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
