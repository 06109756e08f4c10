import { describe, expect, inject, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { listEditions } from '../../src/content/work.ts';
import { translate } from '../../src/i18n/translate.ts';
import { locales, otherLang } from '../../src/locales.ts';
import type { Lang } from '../../src/markdown/block.ts';
import { createPublication } from '../../src/works/publication.ts';
import { showcase } from '../support/build-site.ts';
import { ancestors, findAll, type HtmlElement, textOf } from '../support/html.ts';
import { readSite, type SitePage } from '../support/read-site.ts';

const site = readSite(inject('dist'));
const content = await loadContent(showcase);
const publication = createPublication(content, showcase);

const isTwin = (e: HtmlElement) => e.tag === 'a' && (e.attributes.class ?? '').split(' ').includes('twin');
const article = (page: SitePage) => findAll(page.root, 'article').find((e) => 'data-work' in e.attributes)!;
const unitOf = (e: HtmlElement) => [e, ...ancestors(e)].find((a) => 'data-unit' in a.attributes);

const editions = content.works.flatMap((work) =>
  listEditions(work).map((edition) => {
    const page = site.pages.get(`${edition.lang}/${edition.slug}.html`)!;
    const prepared = publication.prepare(work);
    return { work, edition, page, own: prepared.editions[edition.lang]!, twin: work.editions[otherLang(edition.lang)] };
  }),
);

describe('articles', () => {
  test.each(editions)('$edition.lang/$edition.slug', ({ work, edition, page, own, twin }) => {
    const { lang } = edition;
    const root = article(page);
    expect(root.attributes).toMatchObject({ 'data-work': work.name, lang: locales[lang].tag, dir: locales[lang].dir });

    const blocks = findAll(root, '[data-unit]');
    expect(blocks).toHaveLength(own.compiled.blocks.length);

    const firstOf = new Map<string, HtmlElement>();
    for (const block of blocks) {
      const id = block.attributes['data-unit']!;
      if (!firstOf.has(id)) firstOf.set(id, block);
    }
    for (const [id, block] of firstOf) expect(findIds(root, id), `id ${id}`).toEqual([block]);

    for (const unit of new Set(own.units)) {
      const mine = blocks.filter((b) => b.attributes['data-unit'] === unit.id);
      const twoSided = unit.en.length > 0 && unit.fa.length > 0;
      for (const block of mine) {
        const links = findAll(block, 'a').filter((a) => isTwin(a) && unitOf(a) === block);
        const wordless = block.tag === 'pre' || !/\p{L}|\p{N}/u.test(textOf(block));
        if (!twoSided) expect(links).toEqual([]);
        else if (!wordless) expect(links, `${page.path} ${unit.id}`).toHaveLength(1);
        const state = block.attributes['data-unit-state'];
        if (twoSided) expect([undefined, 'stale']).toContain(state);
        else if (twin) expect(['omitted', 'added', 'untranslated']).toContain(state);
      }
    }
  });

  function findIds(root: HtmlElement, id: string): HtmlElement[] {
    return findAll(root, '[id]').filter((e) => e.attributes.id === id);
  }
});

describe('twin links', () => {
  const links = editions.flatMap(({ page, edition }) =>
    findAll(article(page), 'a')
      .filter(isTwin)
      .map((link) => ({ page, edition, link })),
  );

  test('there are hundreds', () => {
    expect(links.length).toBeGreaterThan(300);
  });

  test('each links to the first block of its twin, and that one links back', () => {
    const wrong = links.flatMap(({ page, edition, link }) => {
      const href = link.attributes.href!;
      const unit = unitOf(link)!.attributes['data-unit']!;
      const found = site.follow(page, href)!;
      const there = site.pages.get(found.path);
      const target = there && findAll(article(there), '[id]').find((e) => e.attributes.id === found.fragment);
      const problem = (what: string) => [`${page.path} ${href}: ${what}`];
      if (!/^\.\.\//.test(href) || !href.endsWith(`.html#${unit}`))
        return problem('is not of the form ../xx/slug.html#unit');
      if (!target) return problem('leads nowhere');
      if (target.attributes['data-unit'] !== unit) return problem('leads to another unit');
      if (!found.path.startsWith(`${otherLang(edition.lang)}/`)) return problem('stays in its language');
      const back = findAll(target, 'a').filter(isTwin)[0]?.attributes.href;
      const wordless = target.tag === 'pre' || !textOf(target).trim();
      if (!wordless && site.follow(there!, back!)?.path !== page.path) return problem('does not come back');
      return [];
    });
    expect(wrong).toEqual([]);
  });

  test('each says in its own page’s language where it leads', () => {
    for (const { edition, link } of links) {
      expect(link.attributes.rel!.split(' ')).toContain('alternate');
      expect(link.attributes.hreflang).toBe(locales[otherLang(edition.lang)].tag);
      expect(link.attributes['aria-label'] ?? textOf(link)).toMatch(
        edition.lang === 'fa' ? /\p{Script=Arabic}/u : /[a-z]/,
      );
      // The text browser Links prints the title of a link without words, behind every passage.
      expect(link.attributes.title).toBeUndefined();
    }
  });
});

describe('facing pages', () => {
  const both = content.works.filter((work) => work.editions.en && work.editions.fa);
  test.each(both)('both/$name', (work) => {
    const page = site.pages.get(`both/${work.name}.html`)!;
    const rows = findAll(page.root, '[data-row]');
    expect(rows.length).toBeGreaterThan(3);
    const sides: Record<Lang, string[]> = { en: [], fa: [] };
    const { alignment, editions } = publication.prepare(work);
    const textIn = (unit: (typeof alignment.units)[number], lang: Lang) =>
      unit[lang].map((index) => editions[lang]!.compiled.blocks[index]!.text).join(' ');
    // Verse that both editions quote in Persian is in the Persian column only.
    const quoted = new Set(
      alignment.units.filter((unit) => textIn(unit, 'en') === textIn(unit, 'fa')).map(({ id }) => id),
    );
    for (const row of rows) {
      const cells = row.children.filter((c): c is HtmlElement => typeof c !== 'string');
      expect(cells.map((c) => c.attributes.lang?.slice(0, 2))).toEqual(['en', 'fa']);
      const units = cells.map((c) => new Set(findAll(c, '[data-unit]').map((e) => e.attributes['data-unit']!)));
      const names = ['en', 'fa'] as const;
      for (const i of [0, 1] as const) sides[names[i]].push(...units[i]!);
      for (const unit of alignment.units.filter((u) => units[0]!.has(u.id) || units[1]!.has(u.id))) {
        if (unit.en.length && !quoted.has(unit.id)) expect(units[0]).toContain(unit.id);
        if (unit.fa.length) expect(units[1]).toContain(unit.id);
        expect(page.ids).toContain(unit.id);
      }
    }
    for (const lang of ['en', 'fa'] as const) {
      const isExpected = (id: string) => lang === 'fa' || !quoted.has(id);
      const expected = editions[lang]!.units.map((u) => u.id).filter(isExpected);
      expect([...new Set(sides[lang].filter(isExpected))].sort()).toEqual([...new Set(expected)].sort());
      expect(new Set(sides[lang]).size, 'a unit in two rows').toBe(sides[lang].length);
    }
  });

  test('a work in one language has none', () => {
    const alone = content.works.filter((work) => !work.editions.en || !work.editions.fa);
    expect(alone.length).toBeGreaterThan(0);
    for (const work of alone) expect(site.files).not.toContain(`both/${work.name}.html`);
  });
});

describe('every page', () => {
  const own = [...site.pages.values()];

  test('has its language, its direction, one heading of the first rank, one main part and a skip link', () => {
    for (const page of own) {
      const html = findAll(page.root, 'html')[0]!;
      const lang: Lang = html.attributes.lang === locales.fa.tag ? 'fa' : 'en';
      expect(html.attributes).toMatchObject({ lang: locales[lang].tag, dir: locales[lang].dir });
      expect(findAll(page.root, 'main'), page.path).toHaveLength(1);
      expect(findAll(page.root, 'h1'), page.path).toHaveLength(page.path === '404.html' ? 2 : 1);
      const skip = findAll(page.root, 'a')[0]!;
      expect(skip.attributes.href, page.path).toBe('#main');
      expect(findAll(page.root, 'main')[0]!.attributes.id).toBe('main');
      expect(findAll(page.root, 'title'), page.path).toHaveLength(1);
      expect(textOf(findAll(page.root, 'title')[0]!)).toMatch(/\S/);
      expect(findAll(page.root, 'meta').some((m) => m.attributes.name === 'description' && m.attributes.content)).toBe(
        true,
      );
    }
  });

  test('has one language switch, to the same page where there is one', () => {
    for (const page of own) {
      const switches = findAll(page.root, '[data-switch]');
      expect(
        switches.map((s) => s.tag),
        page.path,
      ).toEqual(['a']);
      const found = site.follow(page, switches[0]!.attributes.href!)!;
      expect(site.pages.has(found.path), `${page.path} → ${found.path}`).toBe(true);
      const [lang, ...rest] = page.path.split('/');
      const twin = `${lang === 'en' ? 'fa' : 'en'}/${rest.join('/')}`;
      if (rest.length && lang !== 'both' && site.pages.has(twin)) expect(found.path).toBe(twin);
      const there = findAll(site.pages.get(found.path)!.root, 'html')[0]!.attributes.lang;
      expect(switches[0]!.attributes.hreflang, page.path).toBe(there);
    }
  });

  test('links to the search, and searching needs no address of the site', () => {
    for (const page of own.filter((p) => /^(en|fa)\//.test(p.path))) {
      const targets = findAll(page.root, '[href]', '[action]').map((e) => e.attributes.href ?? e.attributes.action!);
      expect(targets.some((t) => site.follow(page, t)?.path === `${page.path.slice(0, 2)}/search.html`)).toBe(true);
    }
  });

  test('an edition alone says so, and its switch goes to the other front page', () => {
    for (const { page, edition, twin } of editions.filter((e) => !e.twin)) {
      expect(twin).toBeUndefined();
      expect(textOf(findAll(page.root, 'main')[0]!)).toContain(translate(edition.lang, 'article.noTranslation'));
      const found = site.follow(page, findAll(page.root, '[data-switch]')[0]!.attributes.href!);
      expect(found?.path).toBe(`${otherLang(edition.lang)}/index.html`);
    }
  });
});
