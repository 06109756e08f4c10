import type { Lang } from '../../markdown/block.ts';
import { findSlips, repairSlips } from '../../spelling/find-slips.ts';

export interface Repairs {
  letters: number;
  digits: number;
  halfSpaces: number;
  controls: number;
  /** Letters in fixed shapes, or apart from their marks. */
  shapes: number;
}

export const startRepairs = (): Repairs => ({ letters: 0, digits: 0, halfSpaces: 0, controls: 0, shapes: 0 });

export function addRepairs(sum: Repairs, more: Readonly<Repairs>): void {
  for (const kind of Object.keys(more) as (keyof Repairs)[]) sum[kind] += more[kind];
}

const counters = {
  ArabicLetters: 'letters',
  PresentationForms: 'shapes',
  LettersDecomposed: 'shapes',
  HalfSpaces: 'halfSpaces',
  BidiControls: 'controls',
  HiddenCharacters: 'controls',
} as const;

/** In place of markup around a text: what comes first or last in it is not at the edge of a paragraph. */
const edge = '\uffff';

/** As `npm run check -- --fix`. No-break spaces, which old editors wrote everywhere, become spaces. */
export function repairText(text: string, lang: Lang, repairs: Repairs): string {
  const plain = `${edge}${text.replace(/[\u00a0\u202f]/g, ' ')}${edge}`;
  const slips = findSlips(plain, lang);
  for (const { kind, start, right } of slips) {
    if (right === undefined || kind === 'CharactersLost') continue;
    repairs[/[٠-٩]/.test(plain[start]!) ? 'digits' : counters[kind]]++;
  }
  return repairSlips(plain, slips).slice(edge.length, -edge.length);
}

export function repairLine(text: string, lang: Lang, repairs: Repairs): string {
  return repairText(text, lang, repairs).replace(/\s+/g, ' ').trim();
}

/** The language of most letters; undefined for none. */
export function guessLanguage(text: string): Lang | undefined {
  const persian = text.match(/[\u0620-\u064a\u066e-\u06d3]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return persian + latin === 0 ? undefined : persian >= latin ? 'fa' : 'en';
}
