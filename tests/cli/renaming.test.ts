import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lang } from '../../src/markdown/block.ts';
import { EN, FA, openSiteFolder, type SiteFolder } from './site-folder.ts';

const EN2 = [
  'Winter came early to the north.',
  'No lorry has crossed the pass since Friday.',
  'Bread costs twice what it did.',
];
const FA2 = ['زمستان در شمال زود رسید.', 'از جمعه هیچ موتری از کوتل نگذشته است.', 'نان دو برابر گران شده است.'];

let site: SiteFolder;
beforeEach(async () => {
  site = openSiteFolder();
  site.write('en', 'falls', EN);
  site.write('fa', 'falls', FA);
});
afterEach(() => site.close());

const ids = (work: string) => site.record(work).units.map(({ id }) => id);
const pathOf = (lang: Lang, slug: string) => join(site.dir, lang, `${slug}.mdx`);
const read = (lang: Lang, slug: string) => readFileSync(pathOf(lang, slug), 'utf8');

function rename(lang: Lang, from: string, to: string): void {
  mkdirSync(dirname(pathOf(lang, to)), { recursive: true });
  renameSync(pathOf(lang, from), pathOf(lang, to));
}

const textsOf = (work: string) => site.record(work).units.map(({ en, fa }) => [...en, ...fa]);
const pairs = EN.map((text, i) => [text, FA[i]]);
const pairs2 = EN2.map((text, i) => [text, FA2[i]]);

/** Nothing more to do, and no findings. */
async function expectSettled(): Promise<void> {
  expect((await site.align()).out).toMatch(/^0 records written, \d+ up to date\.\n$/);
  const { out } = await site.check('--json');
  expect(JSON.parse(out)).toEqual([]);
}

describe('a work of which both files were renamed alike', () => {
  it('follows a renamed work, ids and all', async () => {
    await site.align();
    const before = ids('falls');
    site.remove('en', 'falls');
    site.remove('fa', 'falls');
    site.write('en', 'two/falls', EN.with(0, 'Kabul fell on a Sunday in August 2021, without a shot.'));
    site.write('fa', 'two/falls', FA);
    expect((await site.check()).out).toContain('[RecordMissing]');
    expect((await site.align()).out).toContain('two/falls: takes over the record of "falls"');
    expect(ids('two/falls')).toEqual(before);
    expect(existsSync(site.recordPath('falls'))).toBe(false);
  });

  it('keeps the old addresses of renamed editions, once', async () => {
    await site.align();
    site.remove('en', 'falls');
    site.remove('fa', 'falls');
    site.write('en', 'two/falls', EN);
    site.write('fa', 'two/falls', FA);
    const { out } = await site.align();
    expect(out).toContain('en/two/falls.mdx: keeps the address of "falls"');
    for (const lang of ['en', 'fa'] as const) expect(read(lang, 'two/falls')).toContain('\naliases: ["falls"]\n---\n');
    // Now one edition alone, so that the work keeps its name.
    site.remove('fa', 'two/falls');
    site.write('fa', 'سقوط', FA);
    const path = join(site.dir, 'fa/سقوط.mdx');
    writeFileSync(path, read('fa', 'سقوط').replace('---\n', '---\ntranslationOf: two/falls\n'));
    await site.align();
    // Without a commit that has it, nobody knows what it was called: from now on the record does.
    expect(site.record('two/falls').slugs).toEqual({ fa: 'سقوط' });
    renameSync(path, join(site.dir, 'fa/دو سقوط.mdx'));
    await site.align();
    expect(read('fa', 'دو سقوط')).toContain('\naliases: ["سقوط"]\n---\n');
    expect(read('en', 'two/falls').match(/aliases/g)).toHaveLength(1);
    const again = read('fa', 'دو سقوط');
    expect((await site.align()).out).toContain('0 records written, 1 up to date');
    expect(read('fa', 'دو سقوط')).toBe(again);
  });
});

describe('several works that were renamed', () => {
  it('all keep their old addresses where only one of them is asked for', async () => {
    site.write('en', 'winter', EN2);
    site.write('fa', 'winter', FA2);
    site.write('en', 'other', ['A third text, which nobody asked for.']);
    await site.align();
    const [falls, winter] = [ids('falls'), ids('winter')];
    for (const lang of ['en', 'fa'] as const) {
      rename(lang, 'falls', 'beta');
      rename(lang, 'winter', 'gamma');
    }
    writeFileSync(pathOf('en', 'other'), read('en', 'other').replace('nobody', 'no one'));
    const other = readFileSync(site.recordPath('other'), 'utf8');
    const { out, code } = await site.align('beta');
    expect(code).toBe(0);
    for (const lang of ['en', 'fa'] as const) {
      expect(out).toContain(`${lang}/gamma.mdx: keeps the address of "winter" (aliases)`);
      expect(read(lang, 'beta')).toContain('\naliases: ["falls"]\n---\n');
      expect(read(lang, 'gamma')).toContain('\naliases: ["winter"]\n---\n');
    }
    expect([ids('beta'), ids('gamma')]).toEqual([falls, winter]);
    expect(site.record('gamma').work).toBe('gamma');
    expect(readFileSync(site.recordPath('other'), 'utf8')).toBe(other);
    await site.align();
    await expectSettled();
  });
});

describe('a file that was renamed in one language alone', () => {
  it('stays the translation: it names the original, and keeps its ids and its old address', async () => {
    await site.align();
    const before = ids('falls');
    rename('fa', 'falls', 'سقوط');
    const check = await site.check();
    expect(check.out).toMatch(/fa\/سقوط\.mdx:1:1 error .*"falls".* \[PairLost\]/);
    expect(check.out).not.toMatch(/RecordMissing|RecordBehind|RecordOrphan/);
    const { out, code } = await site.align();
    expect(out).toContain(
      'fa/سقوط.mdx: is the Persian of "falls" again (translationOf), as the record of "falls" has it',
    );
    expect(out).toContain('fa/سقوط.mdx: keeps the address of "falls" (aliases)');
    expect(code).toBe(0);
    expect(read('fa', 'سقوط')).toContain('\ntranslationOf: "falls"\naliases: ["falls"]\n---\n');
    expect([ids('falls'), textsOf('falls')]).toEqual([before, pairs]);
    expect(site.listRecords()).toEqual(['falls.json']);
    await expectSettled();
  });

  it('is named by the check where other works still link to its old name', async () => {
    site.write('en', 'deep/notes', ['See [how it fell](../falls.mdx).']);
    site.write('fa', 'deep/notes', ['[سقوط](../falls.mdx) را ببینید.']);
    await site.align();
    rename('fa', 'falls', 'سقوط');
    await site.align();
    const { out } = await site.check();
    expect(out).toMatch(
      /fa\/deep\/notes\.mdx:9:1 error The link "\.\.\/falls\.mdx" does not go to any page or file of this site\. \[LinkBroken\]\n +→ It is \.\.\/سقوط\.mdx now\./,
    );
    expect(out.match(/LinkBroken/g)).toHaveLength(1);
  });

  it('stays the original, whose name the work takes, also in another folder and with one text changed', async () => {
    await site.align();
    const before = ids('falls');
    rename('en', 'falls', 'history/fall');
    const path = pathOf('en', 'history/fall');
    writeFileSync(path, read('en', 'history/fall').replace('since May', 'since June'));
    const { out, code } = await site.align();
    expect(out).toContain('fa/falls.mdx: is the Persian of "history/fall" again');
    expect(out).toContain('en/history/fall.mdx: keeps the address of "falls" (aliases)');
    expect(out).toContain('history/fall: takes over the record of "falls"');
    expect(code).toBe(0);
    expect(read('fa', 'falls')).toContain('\ntranslationOf: "history/fall"\n---\n');
    expect(read('en', 'history/fall')).toContain('\naliases: ["falls"]\n---\n');
    expect(ids('history/fall')).toEqual(before);
    expect(site.record('history/fall').units.map(({ now }) => now)).toEqual([
      undefined,
      { en: ['The army had not been paid since June.'] },
      undefined,
      undefined,
    ]);
    expect(site.listRecords()).toEqual(['history', 'history/fall.json']);
    await expectSettled();
  });

  it('is named by the translation anew where that named it before', async () => {
    rename('fa', 'falls', 'سقوط');
    writeFileSync(
      pathOf('fa', 'سقوط'),
      read('fa', 'سقوط').replace('title:', 'translationOf: falls # the English\ntitle:'),
    );
    await site.align();
    const before = ids('falls');
    rename('en', 'falls', 'fall');
    expect((await site.check()).out).toMatch(/fa\/سقوط\.mdx:1:1 error .* \[PairLost\]/);
    await site.align();
    expect(read('fa', 'سقوط')).toContain('\ntranslationOf: "fall" # the English\n');
    expect(read('en', 'fall')).toContain('\naliases: ["falls"]\n');
    expect([ids('fall'), textsOf('fall')]).toEqual([before, pairs]);
    expect(site.record('fall').slugs).toEqual({ fa: 'سقوط' });
    await expectSettled();
  });

  it('is found where both files were given other names', async () => {
    await site.align();
    const before = ids('falls');
    rename('en', 'falls', 'fall');
    rename('fa', 'falls', 'سقوط');
    await site.align();
    expect(read('fa', 'سقوط')).toContain('\ntranslationOf: "fall"\naliases: ["falls"]\n---\n');
    expect(read('en', 'fall')).toContain('\naliases: ["falls"]\n---\n');
    expect([ids('fall'), textsOf('fall')]).toEqual([before, pairs]);
    await expectSettled();
  });

  it('gets its ids back where it was a work of its own for a while', async () => {
    await site.align();
    const before = ids('falls');
    const known = readFileSync(site.recordPath('falls'));
    // What versions did that let the pair go.
    rename('en', 'falls', 'fall');
    const [fa] = [read('fa', 'falls')];
    site.remove('fa', 'falls');
    writeFileSync(site.recordPath('falls'), '{"version":1,"work":"falls","units":[],"aliases":{}}\n');
    await site.align();
    const alone = readFileSync(site.recordPath('fall'), 'utf8').replace(ids('fall')[0]!, 'zzzzzz');
    writeFileSync(site.recordPath('fall'), alone);
    writeFileSync(site.recordPath('falls'), known);
    writeFileSync(pathOf('fa', 'falls'), fa);
    const { out } = await site.align();
    expect(out).toContain('fa/falls.mdx: is the Persian of "fall" again');
    expect([ids('fall'), textsOf('fall')]).toEqual([before, pairs]);
    expect(site.record('fall').aliases).toEqual({ zzzzzz: before[0] });
    expect(site.listRecords()).toEqual(['fall.json']);
    await expectSettled();
  });

  it('is left to a person where another edition is in its place', async () => {
    await site.align();
    const known = readFileSync(site.recordPath('falls'), 'utf8');
    rename('en', 'falls', 'fall');
    site.write('fa', 'fall', FA2);
    const source = read('fa', 'falls');
    const { out, code } = await site.align();
    expect(out).toMatch(/fa\/falls\.mdx:1:1 error .*en\/fall\.mdx.* \[PairTaken\]/);
    expect(code).toBe(1);
    expect([read('fa', 'falls'), readFileSync(site.recordPath('falls'), 'utf8')]).toEqual([source, known]);
    expect(site.listRecords()).toEqual(['falls.json']);
  });

  it('is left to a person where another edition names the original', async () => {
    await site.align();
    rename('fa', 'falls', 'سقوط');
    site.write('fa', 'another', FA2);
    writeFileSync(
      pathOf('fa', 'another'),
      read('fa', 'another').replace('title:', 'translationOf: ./falls.mdx\ntitle:'),
    );
    const source = read('fa', 'سقوط');
    const { out, code } = await site.align();
    expect(out).toMatch(/fa\/سقوط\.mdx:1:1 error .*en\/falls\.mdx.* \[PairTaken\]/);
    expect([read('fa', 'سقوط'), code]).toEqual([source, 1]);
  });

  it('is found where either names the other, as a path to its file', async () => {
    rename('fa', 'falls', 'سقوط');
    writeFileSync(pathOf('fa', 'سقوط'), read('fa', 'سقوط').replace('title:', 'translationOf: falls\ntitle:'));
    writeFileSync(pathOf('en', 'falls'), read('en', 'falls').replace('title:', 'translationOf: ./سقوط.mdx\ntitle:'));
    await site.align();
    const [name] = site.listRecords();
    const before = ids(name!.replace('.json', ''));
    rename('en', 'falls', 'fall');
    expect((await site.check()).out).toMatch(/fa\/سقوط\.mdx:1:1 error .* \[PairLost\]/);
    expect((await site.align()).out).toContain('fa/سقوط.mdx: is the Persian of "fall" again');
    expect([ids('fall'), textsOf('fall')]).toEqual([before, pairs]);
  });

  it('is no renamed one where it was deleted', async () => {
    await site.align();
    const known = readFileSync(site.recordPath('falls'), 'utf8');
    site.remove('en', 'falls');
    site.write('en', 'winter', EN2);
    const { out, code } = await site.align();
    expect([out.includes('translationOf'), code]).toEqual([false, 0]);
    expect(readFileSync(site.recordPath('falls'), 'utf8')).toBe(known);
    expect((await site.check()).out).not.toMatch(/PairLost|PairTaken/);
  });

  it('is not said to be in the way of itself where its translationOf names nothing', async () => {
    await site.align();
    const path = pathOf('en', 'falls');
    writeFileSync(path, read('en', 'falls').replace(/^title/m, 'translationOf: nothing\ntitle'));
    const { out } = await site.check();
    expect(out).toMatch(/en\/falls\.mdx:\d+:\d+ error .* \[TranslationOfUnknown\]/);
    expect(out).not.toMatch(/PairTaken/);
  });

  it('stays a pair where only capitals changed, and check asks for the same in the other language', async () => {
    await site.align();
    const before = ids('falls');
    rename('en', 'falls', 'Falls');
    await site.align();
    expect([ids('Falls'), textsOf('Falls')]).toEqual([before, pairs]);
    expect((await site.check()).out).toContain('[SlugsAlike]');
    rename('fa', 'falls', 'Falls');
    await site.align();
    expect([ids('Falls'), textsOf('Falls')]).toEqual([before, pairs]);
    // An old page beside the new one would be the same file on Windows.
    expect(read('en', 'Falls') + read('fa', 'Falls')).not.toContain('aliases');
    await expectSettled();
  });
});

describe('names that two works changed with each other', () => {
  beforeEach(async () => {
    site.write('en', 'winter', EN2);
    site.write('fa', 'winter', FA2);
    await site.align();
  });

  const swap = (lang: Lang) => {
    rename(lang, 'falls', 'x');
    rename(lang, 'winter', 'falls');
    rename(lang, 'x', 'winter');
  };

  it('in both languages: each record goes with its texts', async () => {
    const [falls, winter] = [ids('falls'), ids('winter')];
    swap('en');
    swap('fa');
    const { out } = await site.align();
    expect(out).toContain('falls: takes over the record of "winter"');
    expect(out).not.toContain('units (');
    expect(out).toContain('winter: takes over the record of "falls"');
    expect([ids('falls'), textsOf('falls')]).toEqual([winter, pairs2]);
    expect([ids('winter'), textsOf('winter')]).toEqual([falls, pairs]);
    expect(site.listRecords()).toEqual(['falls.json', 'winter.json']);
    // Either address is that of the other work today.
    expect(read('en', 'falls')).not.toContain('aliases');
    await expectSettled();
  });

  it('in one language: each pair stays one', async () => {
    const [falls, winter] = [ids('falls'), ids('winter')];
    swap('en');
    const { code } = await site.align();
    expect(code).toBe(0);
    expect(read('fa', 'falls')).toContain('\ntranslationOf: "winter"\n');
    expect(read('fa', 'winter')).toContain('\ntranslationOf: "falls"\n');
    expect([ids('winter'), textsOf('winter')]).toEqual([falls, pairs]);
    expect([ids('falls'), textsOf('falls')]).toEqual([winter, pairs2]);
    await expectSettled();
  });

  it('keeps the record of a work that was deleted, and whose name another took', async () => {
    const winter = ids('winter');
    const known = readFileSync(site.recordPath('falls'), 'utf8');
    rename('en', 'winter', 'falls');
    rename('fa', 'winter', 'falls');
    await site.align();
    expect([ids('falls'), textsOf('falls')]).toEqual([winter, pairs2]);
    expect(readFileSync(site.recordPath('falls.former'), 'utf8')).toBe(known);
    expect(read('en', 'falls')).toContain('\naliases: ["winter"]\n');
  });
});

it('answers for the addresses of two works that were made one', async () => {
  rename('fa', 'falls', 'سقوط');
  await site.align();
  const [en, fa] = [ids('falls'), ids('سقوط')];
  writeFileSync(pathOf('fa', 'سقوط'), read('fa', 'سقوط').replace('title:', 'translationOf: falls\ntitle:'));
  expect((await site.check()).out).toContain('[RecordBehind]');
  const { out } = await site.align();
  expect(out).toContain('falls: answers for the addresses of "سقوط", which is part of it now');
  expect([ids('falls'), textsOf('falls')]).toEqual([en, pairs]);
  expect(site.record('falls').aliases).toEqual(Object.fromEntries(fa.map((id, i) => [id, en[i]])));
  expect(site.listRecords()).toEqual(['falls.json']);
  await expectSettled();
});
