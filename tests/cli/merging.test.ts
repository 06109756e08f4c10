import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EN, FA, openSiteFolder, type SiteFolder } from './site-folder.ts';

let site: SiteFolder;
beforeEach(async () => {
  site = openSiteFolder();
  site.write('en', 'falls', EN);
  site.write('fa', 'falls', FA);
  site.git('init', '-q', '-b', 'main');
  await site.align();
  commit('base');
});
afterEach(() => site.close());

function commit(message: string): void {
  site.git('add', '-A');
  site.git('commit', '-q', '-m', message);
}

/** On branches of their own; then the one merges the other's. */
async function edit(ours: () => void, theirs: () => void): Promise<string> {
  site.git('checkout', '-q', '-b', 'theirs');
  theirs();
  await site.align();
  commit('theirs');
  site.git('checkout', '-q', 'main');
  ours();
  await site.align();
  commit('ours');
  try {
    site.git('merge', '-q', 'theirs');
    return 'clean';
  } catch {
    return 'conflict';
  }
}

const units = () => site.record('falls').units;

describe('git merge', () => {
  it('is clean when two people edited neighbouring units', async () => {
    const before = units().map(({ id }) => id);
    const merged = await edit(
      () => site.write('en', 'falls', EN.with(1, 'The army had not been paid since April.')),
      () => site.write('fa', 'falls', FA.with(2, 'هیچ‌کس فرمان ادامهٔ جنگ را نداد و ۳۵۰۰۰۰ مرد به خانه رفتند.')),
    );
    expect(merged).toBe('clean');
    expect(units().map(({ id, now }) => [id, now && Object.keys(now)])).toEqual([
      [before[0], undefined],
      [before[1], ['en']],
      [before[2], ['fa']],
      [before[3], undefined],
    ]);
    expect((await site.check()).code).toBe(0);
  });

  it('leaves a conflict that align mends, and no id is lost', async () => {
    const merged = await edit(
      () => {
        site.write('en', 'falls', [...EN.slice(0, 2), 'Ours is a new sentence here.', ...EN.slice(2)]);
        site.write('fa', 'falls', [...FA.slice(0, 2), 'این جملهٔ تازهٔ ماست.', ...FA.slice(2)]);
      },
      () => {
        site.write('en', 'falls', [
          ...EN.slice(0, 2),
          'They added another remark about the 45 trucks.',
          ...EN.slice(2),
        ]);
        site.write('fa', 'falls', [...FA.slice(0, 2), 'آنان سخن دیگری دربارهٔ ۴۵ موتر افزودند.', ...FA.slice(2)]);
      },
    );
    expect(merged).toBe('conflict');
    const idsOf = (branch: string) =>
      [...site.git('show', `${branch}:alignment/falls.json`).matchAll(/"id":"(\w+)"/g)].map((match) => match[1]!);
    const known = new Set([...idsOf('main'), ...idsOf('theirs')]);
    expect(readFileSync(site.recordPath('falls'), 'utf8')).toContain('<<<<<<<');
    const check = await site.check();
    expect([check.code, check.out.includes('[RecordConflict]')]).toEqual([1, true]);
    // The editor joins the texts; the record mends itself.
    site.write('en', 'falls', [
      ...EN.slice(0, 2),
      'Ours is a new sentence here.',
      'They added another remark about the 45 trucks.',
      ...EN.slice(2),
    ]);
    site.write('fa', 'falls', [
      ...FA.slice(0, 2),
      'این جملهٔ تازهٔ ماست.',
      'آنان سخن دیگری دربارهٔ ۴۵ موتر افزودند.',
      ...FA.slice(2),
    ]);
    const align = await site.align();
    expect(align.code).toBe(0);
    expect(units()).toHaveLength(6);
    expect(new Set(units().map(({ id }) => id))).toEqual(known);
    commit('merged');
    expect((await site.check()).code).toBe(0);
  });

  it('keeps both paragraphs that one joined, when the unit was stale and the other edited its translation', async () => {
    site.write('en', 'falls', EN.with(1, 'The army had not been paid since the month of April.'));
    await site.align();
    commit('stale');
    const stale = EN.with(1, 'The army had not been paid since the month of April.');
    await edit(
      () => site.write('en', 'falls', [stale[0]!, `${stale[1]} ${stale[2]}`, ...stale.slice(3)]),
      () => site.write('fa', 'falls', FA.with(1, `${FA[1]} این را همه می‌دانستند.`)),
    );
    expect((await site.align()).code).toBe(0);
    const [row] = JSON.parse((await site.align('status', '--json')).out);
    expect(row).toMatchObject({ untranslated: 0 });
    // The joined paragraph has both of the Persian ones.
    const joined = units().find(({ en }) => en.some((text) => text.includes(stale[2]!)))!;
    const words = [joined.fa, joined.now?.fa ?? []].flat().join(' ');
    expect(words).toContain(FA[1]);
    expect(words).toContain(FA[2]);
  });
});

describe('check against the last commit', () => {
  it('misses an id whose line was deleted by hand', async () => {
    const lost = units()[1]!.id;
    const text = readFileSync(site.recordPath('falls'), 'utf8');
    writeFileSync(
      site.recordPath('falls'),
      text.replace(/\{"id":.*\n\n(?=\{"id":)/g, (line) => (line.includes(lost) ? '' : line)),
    );
    const renamed = readFileSync(site.recordPath('falls'), 'utf8');
    expect(renamed).not.toContain(lost);
    expect((await site.check()).out).toContain(`"${lost}", which is in the last commit`);
  });

  it('reports since when a unit is stale', async () => {
    site.write('en', 'falls', EN.with(0, 'Kabul did not fall on a Sunday in August 2021.'));
    site.git('add', '-A');
    site.git('commit', '-q', '-m', 'correct', '--date', '2026-05-03T10:00:00Z');
    await site.align();
    expect(units()[0]).toMatchObject({ since: '2026-05-03' });
    const [row] = JSON.parse((await site.align('status', '--json')).out);
    expect(row).toMatchObject({ stale: 1, oldest: '2026-05-03' });
  });
});
