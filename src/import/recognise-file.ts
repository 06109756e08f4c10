import { closeSync, openSync, readSync } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { decodeText } from './documents/decode-text.ts';
import { listZip } from './documents/read-zip.ts';
import type { FileForm } from './source-kinds.ts';

export interface Recognised {
  readonly form: FileForm;
  readonly called: string;
}

const WORD: Recognised = { form: 'word', called: 'a Word document' };

const BEGINNING = 65_536;

const KNOWN: Readonly<Record<string, string>> = {
  cfb: 'a document of an older Office (.doc or the like)',
  pdf: 'a PDF document',
  rtf: 'a document in RTF',
  odt: 'a document of LibreOffice (.odt)',
  xlsx: 'an Excel table',
  pptx: 'a PowerPoint presentation',
  gz: 'a gzip archive',
};

/** Text themselves; of other forms, what begins like text is text. */
const TEXTUAL = new Set(['rtf', 'pdf']);

const PAGE =
  /^<(?:!doctype html|html|head|body|main|article|section|div|h[1-6]|p|table|[uo]l|blockquote|figure|meta|title|style|span|a|b|i|em|strong|img|br)\b|<html[\s>]/i;

/** Pages saved in one file begin like mail. */
const MAIL = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version: /i;

/** By its content, whatever its name says. @throws what the file system throws */
export async function recogniseFile(path: string): Promise<Recognised> {
  const bytes = readBeginning(path);
  if (bytes.length === 0) return other('an empty file');
  const decoded = decodeText(bytes);
  const loose = decoded?.text ?? new TextDecoder().decode(bytes);
  const found = await fileTypeFromFile(path);
  if (found && found.mime !== 'application/xml' && (!decoded || TEXTUAL.has(found.ext))) {
    if (/^do[ct][xm]$/.test(found.ext)) return WORD;
    if (found.ext === 'zip') return recogniseArchive(path);
    return other(KNOWN[found.ext] ?? `a file of the type ${found.mime}`);
  }
  // A few wrong bytes in an export of many years are no reason to refuse it.
  if (/<rss[\s>]/i.test(loose) && loose.includes('wordpress.org/export/'))
    return { form: 'export', called: 'an export of WordPress' };
  if (!decoded)
    return other(loose.includes('\0') ? 'a file of an unknown type' : 'text in an encoding that is not known');
  const begin = loose.replace(/^(?:\s|<\?xml[^>]*>|<!--.*?-->)+/s, '');
  if (MAIL.test(begin)) return other('a web archive (.mhtml) or a mail');
  if (PAGE.test(begin)) return { form: 'page', called: 'a web page' };
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(begin)) return other('a feed');
  if (found || /^<[a-z][\w:-]*[\s>]/i.test(begin)) return other('XML of another kind');
  return { form: 'text', called: 'plain text' };
}

const other = (called: string): Recognised => ({ form: 'other', called });

async function recogniseArchive(path: string): Promise<Recognised> {
  const names = await listZip(path).catch(() => undefined);
  if (!names) return other('a damaged zip archive');
  // Programs that are not Word leave out the list of types that `file-type` looks for.
  if (names.includes('word/document.xml')) return WORD;
  return names.some((name) => name.endsWith('.html'))
    ? { form: 'pages', called: 'a zip archive with a web page' }
    : other('a zip archive without a web page');
}

function readBeginning(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return bytes.subarray(0, readSync(file, bytes, 0, BEGINNING, 0));
  } finally {
    closeSync(file);
  }
}
