import type { Block } from '../../markdown/block.ts';
import { reconcile } from '../records/reconcile.ts';
import type { AlignmentRecord } from '../records/record.ts';
import type { Pairing } from '../unit.ts';

export const toBlocks = (texts: readonly string[]): Block[] =>
  texts.map((text) => ({ type: 'p', depth: 0, text, links: [] }));

/** By position: enough to test what reconciling does with the answer. */
export const alignInOrder = (en: readonly Block[], fa: readonly Block[]): Pairing[] =>
  Array.from({ length: Math.max(en.length, fa.length) }, (_, i) => ({
    en: i < en.length ? [i] : [],
    fa: i < fa.length ? [i] : [],
    confidence: 0.953,
  }));

export function run(record: AlignmentRecord | null, en: readonly string[] | null, fa: readonly string[] | null) {
  return reconcile(record, en && toBlocks(en), fa && toBlocks(fa), { align: alignInOrder, work: 'w' });
}

export const EN = [
  'Kabul fell on a Sunday in August.',
  'The army had not been paid since May.',
  'Nobody gave the order to fight on.',
];
export const FA = [
  'کابل یک‌شنبه‌ای در ماه اسد سقوط کرد.',
  'ارتش از ماه ثور معاش نگرفته بود.',
  'هیچ‌کس فرمان ادامهٔ جنگ را نداد.',
];
