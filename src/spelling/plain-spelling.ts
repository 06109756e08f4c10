const REPLACED: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ۀ: 'هٔ',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٪': '%',
  '٫': '.',
  '٬': ',',
  '…': '...',
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‛': "'",
};
const REPLACEABLE = new RegExp(`[${Object.keys(REPLACED).join('')}]`, 'g');
const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;
const INVISIBLE = /\u200d|[\u0640\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Not the half-space. */
const BREAKS = /[\u00ad\u200b]/g;
const OLD_HALF_SPACE =
  /(?<=[\p{Script=Arabic}\u064b-\u0655\u0670])[¬\u00ad\u200b](?=[\p{Script=Arabic}\u064b-\u0655\u0670])/gu;
/** A space is often typed for the half-space; line breaks, as in code, are none. */
const SPACES = /[^\S\r\n]*\u200c[^\S\r\n]*|[^\S\r\n]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

/** Undoes differences of spelling and encoding: two texts that come out the same say the same, letter by letter. */
export function spellPlainly(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(OLD_HALF_SPACE, '\u200c')
    .replace(BREAKS, '')
    .replace(REPLACEABLE, (char) => REPLACED[char]!)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(SPACES, ' ')
    .trim();
}
