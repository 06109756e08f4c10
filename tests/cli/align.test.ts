import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lang } from '../../src/markdown/block.ts';
import { EN, FA, openSiteFolder, type SiteFolder } from './site-folder.ts';

let site: SiteFolder;
beforeEach(() => {
  site = openSiteFolder();
  site.write('en', 'falls', EN);
  site.write('fa', 'falls', FA);
});
afterEach(() => site.close());

function change(lang: Lang, slug: string, from: string, to: string): void {
  const path = join(site.dir, lang, `${slug}.mdx`);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const ids = (work = 'falls') => site.record(work).units.map(({ id }) => id);

describe('align', () => {
  it('writes what is new, then nothing, and check has no complaint', async () => {
    const first = await site.align();
    expect(first.out).toContain('falls: 4 units (4 new)');
    expect(first.out).toContain('1 record written, 0 up to date.');
    expect(site.record('falls').units.map(({ en, fa }) => [en, fa])).toEqual(EN.map((text, i) => [[text], [FA[i]]]));
    const text = readFileSync(site.recordPath('falls'), 'utf8');
    expect((await site.align()).out).toContain('0 records written, 1 up to date.');
    expect(readFileSync(site.recordPath('falls'), 'utf8')).toBe(text);
    expect(site.listRecords()).toEqual(['falls.json']);
    const check = await site.check('--json');
    expect(JSON.parse(check.out)).toEqual([]);
    expect(check.code).toBe(0);
  });

  it('flags the one unit that fell behind, and check fails until the record knows', async () => {
    await site.align();
    site.write('en', 'falls', EN.with(3, 'The bridge at Herat did not stay open all night.'));
    const behind = await site.check();
    expect(behind.out).toContain('[RecordBehind]');
    expect(behind.code).toBe(1);
    const align = await site.align();
    expect(align.out).toContain('1 fell behind');
    expect(align.out).toContain('{+did not stay+}');
    expect((await site.check()).code).toBe(0);
    const [row] = JSON.parse((await site.align('status', '--json')).out);
    expect(row).toMatchObject({ work: 'falls', units: 4, stale: 1, untranslated: 0 });
    expect((await site.align('status')).out).toMatch(/^falls +4 +0 +0 +1 +0/m);
    // A second run must not take the unit for reviewed.
    await site.align();
    expect(site.record('falls').units[3]!.now).toBeDefined();
  });

  it('never overwrites a record that does not parse, and says in which line', async () => {
    site.write('en', 'other', EN);
    site.write('fa', 'other', FA);
    await site.align();
    const broken = readFileSync(site.recordPath('falls'), 'utf8').replace('"by":"auto"', '"by":auto');
    writeFileSync(site.recordPath('falls'), broken);
    site.write('en', 'other', EN.with(1, 'The army had been paid since May.'));
    const align = await site.align();
    expect(align.code).toBe(1);
    expect(align.out).toMatch(/alignment\/falls\.json:2:1 error .*\[RecordMalformed\]/);
    expect(readFileSync(site.recordPath('falls'), 'utf8')).toBe(broken);
    expect(site.record('other').units[1]!.now).toBeDefined();
    const check = await site.check();
    expect([check.code, check.out.includes('[RecordMalformed]')]).toEqual([1, true]);
  });

  it('leaves a work alone while one of its editions cannot be read', async () => {
    await site.align();
    const text = readFileSync(site.recordPath('falls'), 'utf8');
    site.write('fa', 'falls', [FA[0]!, '{ <b>']);
    const align = await site.align();
    expect([align.code, align.out.includes('[MarkdownUnreadable]')]).toEqual([1, true]);
    expect(readFileSync(site.recordPath('falls'), 'utf8')).toBe(text);
    site.remove('fa', 'falls');
    await site.align();
    expect(readFileSync(site.recordPath('falls'), 'utf8')).toBe(text);
  });

  it('names works whose frontmatter cannot be read, and leaves their records alone', async () => {
    site.write('fa', 'انتخابات', FA);
    site.write('en', 'election', EN);
    change('fa', 'انتخابات', '---\n', '---\ntranslationOf: election\n');
    await site.align();
    const text = readFileSync(site.recordPath('election'), 'utf8');
    const twin = readFileSync(join(site.dir, 'fa/انتخابات.mdx'), 'utf8');
    change('en', 'election', 'title: ', 'title: S: ');
    const align = await site.align();
    expect(align.out).toMatch(/en\/election\.mdx:2:9 error .*\[FrontmatterUnreadable\]/);
    expect(align.out).toMatch(/\n0 records written, 1 up to date, 1 work left out\.\n$/);
    expect(align.code).toBe(1);
    expect((await site.check()).out).not.toContain('[RecordOrphan]');
    expect(await site.align('election')).toMatchObject({ code: 1 });
    expect((await site.align('election')).out).not.toContain('There is no work');
    expect(await site.align('falls')).toEqual({ code: 0, out: '0 records written, 1 up to date.\n' });
    const status = await site.align('status');
    expect([status.code, status.out.includes('[FrontmatterUnreadable]')]).toEqual([1, true]);
    // The translation alone: its original is no work of one language, whose record could be written.
    change('en', 'election', 'title: S: ', 'title: ');
    change('en', 'election', EN[1]!, 'Something else altogether.');
    change('fa', 'انتخابات', 'title: ', 'title: S: ');
    const half = await site.align();
    expect([half.code, half.out.includes('0 records written, 1 up to date, 1 work left out.')]).toEqual([1, true]);
    expect(readFileSync(site.recordPath('election'), 'utf8')).toBe(text);
    writeFileSync(join(site.dir, 'fa/انتخابات.mdx'), Buffer.from([0xff, 0xfe, 0x00, 0xff]));
    const bytes = await site.align();
    expect([bytes.code, bytes.out.includes('fa/انتخابات.mdx:1:1 error')]).toEqual([1, true]);
    writeFileSync(join(site.dir, 'fa/انتخابات.mdx'), twin);
    expect((await site.align()).out).toContain('1 record written, 1 up to date.');
  });

  it.each([
    ['Windows-1256', 'translationOf: falls\n', [0xc7, 0xe1]],
    ['UTF-16', 'translationOf: falls\n', 'utf16le'],
    ['bytes of no text', '', [0xff, 0x00, 0x00, 0x00]],
  ] as const)('counts a work with a file in %s as left out, and as nothing else', async (_, field, bytes) => {
    site.remove('fa', 'falls');
    site.write('fa', 'سقوط', FA);
    change('fa', 'سقوط', '---\n', '---\ntranslationOf: falls\n');
    await site.align();
    const text = readFileSync(site.recordPath('falls'), 'utf8');
    const head = `---\ntitle: T\n${field}---\n\n`;
    const wrong =
      bytes === 'utf16le' ? Buffer.from(head, bytes) : Buffer.concat([Buffer.from(head), Buffer.from(bytes)]);
    writeFileSync(join(site.dir, 'fa/سقوط.mdx'), field ? wrong : Buffer.from(bytes));
    const { code, out } = await site.align();
    expect(code).toBe(1);
    expect(out).toMatch(/EncodingUnknown\](?:.|\n)*\n0 records written, 0 up to date, 1 work left out\.\n$/);
    expect(readFileSync(site.recordPath('falls'), 'utf8')).toBe(text);
    const status = await site.align('status', '--json');
    expect(status.out).toContain('[]');
    const names = [...(await site.check()).out.matchAll(/\[(\w+)\]$/gm)].map(([, name]) => name);
    expect(new Set(names.filter((name) => name !== 'NavigationBroken'))).toEqual(new Set(['EncodingUnknown']));
  });

  it('reports a list that cannot be read', async () => {
    await site.align();
    writeFileSync(join(site.dir, 'glossary.yaml'), 'terms: [\n');
    const { code, out } = await site.align('falls');
    expect([code, out.includes('glossary.yaml:')]).toEqual([1, true]);
  });

  it('waives a check for a unit, with a reason, for good', async () => {
    site.write('fa', 'falls', FA.with(2, 'هیچ‌کس فرمان ادامهٔ جنگ را نداد و ۳۵۰۰۰۰ مرد به خانه رفتند.'));
    await site.align();
    expect((await site.check()).out).toContain('only in English 300000; only in Persian 350000. [NumbersDiffer]');
    const id = ids()[2]!;
    expect((await site.check()).out).toContain(`npm run align -- waive falls ${id} NumbersDiffer "reason"`);
    expect((await site.align('waive', 'falls', id, 'Numbers', 'x')).code).toBe(1);
    await site.align('waive', 'falls', id, 'NumbersDiffer', 'the Persian source has its own count');
    site.write('en', 'falls', EN.with(2, EN[2]!.replace('men', 'soldiers')));
    await site.align();
    expect((await site.check()).out).not.toContain('NumbersDiffer');
    expect(site.record('falls').units[2]!.waive).toEqual({ NumbersDiffer: 'the Persian source has its own count' });
  });

  it('names the command that waives what proofreading finds in a unit', async () => {
    site.write('fa', 'falls', FA.with(3, FA[3]!.replace('همهٔ', 'همهٔ ي')));
    await site.align();
    const { out } = await site.check();
    expect(out).toContain(`To show them on purpose: npm run align -- waive falls ${ids()[3]} ArabicLetters "reason".`);
  });

  it('shows the status of the works that it is asked for, and no others', async () => {
    site.write('en', 'bridge', EN.slice(2));
    await site.align();
    const works = async (...names: string[]) => {
      const { code, out } = await site.align('status', '--json', ...names);
      return [code, JSON.parse(out.slice(out.indexOf('['))).map(({ work }: { work: string }) => work)];
    };
    expect(await works()).toEqual([0, ['bridge', 'falls']]);
    expect(await works('bridge')).toEqual([0, ['bridge']]);
    expect(await works('falls', 'bridge')).toEqual([0, ['bridge', 'falls']]);
    expect(await works('falls', 'brigde')).toEqual([1, ['falls']]);
    const table = await site.align('status', 'falls');
    expect(table.out).toMatch(/^work .*\nfalls +4 .*\nall +4 .*\n$/);
    const unknown = await site.align('status', 'brigde');
    expect(unknown).toEqual({ code: 1, out: 'There is no work "brigde" (did you mean "bridge"?).\n' });
  });

  it('prints the alignment of two files and writes nothing', async () => {
    const { out } = await site.align('--json', `${site.dir}/en/falls.mdx`, `${site.dir}/fa/falls.mdx`);
    const { en, fa, units } = JSON.parse(out);
    expect(en[1]).toEqual({ type: 'p', line: 10, text: EN[1] });
    expect(fa).toHaveLength(4);
    expect(units.map((unit: { en: number[]; fa: number[] }) => [unit.en, unit.fa])).toEqual(
      EN.map((_, i) => [[i], [i]]),
    );
    expect(units[0].id).toMatch(/^[a-z][a-z0-9]+$/);
    expect(units[0].confidence).toBeGreaterThan(0.5);
    expect(existsSync(`${site.dir}/alignment`)).toBe(false);
  });

  it('has a help text, and says what it does not know', async () => {
    expect((await site.align('--help')).out).toContain('review');
    const unknown = await site.align('nothing');
    expect([unknown.code, unknown.out.includes('There is no work "nothing".')]).toEqual([1, true]);
    const slip = await site.align('fals');
    expect([slip.code, slip.out.includes('There is no work "fals" (did you mean "falls"?).')]).toEqual([1, true]);
    expect((await site.align('review')).out).toContain('needs a terminal');
  });
});
