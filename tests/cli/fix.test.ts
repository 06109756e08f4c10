import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EN, FA, openSiteFolder, type SiteFolder } from './site-folder.ts';

let site: SiteFolder;
beforeEach(() => {
  site = openSiteFolder();
});
afterEach(() => site.close());

const read = (path: string) => readFileSync(join(site.dir, path), 'utf8');

/** As from an Arabic keyboard and a word processor. */
const WRONG = [
  FA[0]!.replace('یک\u200cشنبه', 'يك¬شنبه'),
  FA[1]!.replace('ماه', 'ماه\u200f'),
  `**${FA[2]!.slice(0, 7)} **${FA[2]!.slice(8)}`,
  '• پل هرات همهٔ شب باز ماند.\n• پل ديگر بسته بود.',
];

it('repairs what has one right form, shows it, and no translation falls behind', async () => {
  site.write('en', 'falls', EN.with(3, 'The bridge at Herat stayed open all night. Another bridge was closed.'));
  site.write('fa', 'falls', WRONG);
  await site.align();
  const ids = site.record('falls').units.map(({ id }) => id);
  const fixed = await site.check('--fix');
  expect(fixed.out).toMatch(/fa\/falls\.mdx:9 يك¬شنبه\S* → یک\[U\+200C\]شنبه/);
  expect(fixed.out).toMatch(/fa\/falls\.mdx:11 .*\[U\+200F\]/);
  expect(fixed.out).toContain('0 errors, 0 warnings.');
  expect(fixed.code).toBe(0);
  const text = read('fa/falls.mdx');
  expect(text).toContain('- پل هرات همهٔ شب باز ماند.\n- پل دیگر بسته بود.');
  expect(text).not.toMatch(/[يك¬\u200f•]/);
  expect(read('en/falls.mdx')).toContain(EN[0]);
  const { units } = site.record('falls');
  expect(units.map(({ id }) => id)).toEqual(ids);
  expect(units.every(({ now }) => now === undefined)).toBe(true);
  expect(units.at(-1)!.fa).toEqual(['پل هرات همهٔ شب باز ماند.', 'پل دیگر بسته بود.']);
  expect((await site.align()).out).toContain('0 records written, 1 up to date.');
  const again = await site.check('--fix');
  expect(again.out).toContain('Nothing to repair.');
  expect(read('fa/falls.mdx')).toBe(text);
});

it('leaves alone what is waived for a unit, or switched off for the work', async () => {
  site.write('en', 'falls', EN);
  site.write('fa', 'falls', FA.with(1, `${FA[1]} علي`).with(2, `${FA[2]} كتاب`));
  await site.align();
  const unit = site.record('falls').units[1]!.id;
  const found = await site.check();
  expect(found.out).toContain(`Unit ${unit}: Arabic letters or digits in Persian text: ي → ی.`);
  await site.align('waive', 'falls', unit, 'ArabicLetters', 'a name in Arabic');
  expect((await site.check('--fix')).out).toContain('0 errors, 0 warnings.');
  expect(read('fa/falls.mdx')).toContain('علي');
  expect(read('fa/falls.mdx')).toContain('کتاب');
  const off = read('fa/falls.mdx')
    .replace('کتاب', 'كتاب')
    .replace('title:', 'checks: { off: [ArabicLetters] }\ntitle:');
  writeFileSync(join(site.dir, 'fa/falls.mdx'), off);
  await site.align();
  expect((await site.check('--fix')).out).toContain('Nothing to repair.');
  expect(read('fa/falls.mdx')).toBe(off);
});

it('names the command beside what it repairs, and beside nothing else', async () => {
  site.write('fa', 'falls', ['كتاب', 'الف) نان\nب) آب', 'سیلاب آمد.', '۱. نان\n۲. آب']);
  await site.align();
  const { out } = await site.check();
  const hints = new Map([...out.matchAll(/mdx:(\d+):.*\n {4}→ (.*)/g)].map(([, line, hint]) => [Number(line), hint!]));
  expect([...hints].filter(([, hint]) => hint.includes('check -- --fix')).map(([line]) => line)).toEqual([9, 16]);
  expect(hints.get(11)).toContain('Begin each with');
});

it('without a record, it repairs the texts alone', async () => {
  site.write('fa', 'falls', ['كتاب']);
  await site.check('--fix');
  expect(read('fa/falls.mdx')).toContain('کتاب');
});
