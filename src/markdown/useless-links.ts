import { findNearest } from '../base/nearest-name.ts';

const useless: readonly [pattern: RegExp, reason: string][] = [
  [/^\s*$/, 'it has no address'],
  [/^#$/, 'behind the # there is nothing'],
  [/^(?:javascript|vbscript):/i, 'the pages run no script of a link'],
  [/^(?:file|blob):/i, 'it names a file of one computer'],
  [/^(?:[a-z]:[\\/]|\\\\|%5c%5c|[a-z]:%5c)/i, 'it names a file of one computer'],
  [/^(?:data|about|chrome|edge|view-source):/i, 'browsers do not follow it'],
  [/^https?:\/{0,2}(?:$|[?#])|^https?:\/\/\//i, 'it names no host'],
  [/^https?:(?!\/\/)|^https?\/\/|^https?:\/\/https?:?\/\//i, 'its beginning is not https://'],
  [/^(?:mailto|tel|sms):\s*$|^mailto:(?!\?)[^@?]*(?:$|\?)|^tel:\D*$/i, 'it names nobody'],
  [/^(?:smb|nfs|afp|cifs):/i, 'it names a file of one network'],
  [/^localhost:\d/i, 'its beginning is not http://'],
];

export function findUselessness(target: string): string | undefined {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(target)?.[1]?.toLowerCase();
  // `htp://`, `htpps://`
  if (scheme && !/^https?$/.test(scheme) && findNearest(scheme, ['http', 'https']))
    return 'its beginning is not https://';
  return useless.find(([pattern]) => pattern.test(target))?.[1];
}

/** Reads percent signs, where they are an encoding. */
export function showTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
