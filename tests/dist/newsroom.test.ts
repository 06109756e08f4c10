import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readZip } from '../../src/import/documents/read-zip.ts';
import { pageIds } from '../../src/markdown/refuse-markup.ts';
import { runBuild } from '../support/build-site.ts';
import { ancestors, findAll, textOf } from '../support/html.ts';
import { readSite, type Site, type SitePage } from '../support/read-site.ts';

/** Three sections, one of them empty, a series of three parts, people. */
let folder: string;
let site: Site;
const page = (path: string): SitePage => site.pages.get(path)!;
const texts = (path: string, selector: string, within = 'main') =>
  findAll(findAll(page(path).root, within)[0]!, selector).map((e) => textOf(e).replace(/\s+/g, ' ').trim());
const hrefs = (path: string, within: string) =>
  findAll(findAll(page(path).root, within)[0]!, 'a').map((e) => e.attributes.href!);
const byClass = (path: string, name: string) =>
  findAll(page(path).root, '[class]').filter((e) => e.attributes.class!.split(' ').includes(name));
const jsonLd = (path: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page(path).source)![1]!) as Record<
    string,
    unknown
  >;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beyt-newsroom-'));
  const { code, output } = await runBuild({
    OUT_DIR: join(folder, 'site'),
    SITE_URL: 'https://herat.example/',
    CONTENT_DIR: 'tests/fixtures/newsroom',
    BEYT_CONFIG: 'tests/support/newsroom.config.ts',
  });
  expect(code, output).toBe(0);
  expect(output).not.toMatch(/warning/);
  site = readSite(join(folder, 'site'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every link of the site goes to a page or a file', () => {
  for (const one of site.pages.values())
    for (const link of findAll(one.root, 'a')) {
      const target = site.follow(one, link.attributes.href ?? '');
      if (target) expect(site.files.has(target.path), `${one.path}: ${link.attributes.href}`).toBe(true);
    }
});

describe('a passage that has another place in the other language', () => {
  const rows = () =>
    findAll(page('both/wells.html').root, '[data-row]').map((row) =>
      row.children.filter((cell) => typeof cell !== 'string').map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()),
    );

  test('has a row of its own in each order, and the others face each other', () => {
    expect(rows()).toEqual([
      ['The wells went dry in August.', 'چاه‌ها در اسد خشکید.'],
      ['Elsewhere in the English edition: go there', 'میراب ده حاجی رحیم است که ۸۱ سال دارد.'],
      ['People drive to the river now.', 'مردم حالا تا دریا می‌رانند.'],
      ['A new well costs 900 dollars.', 'یک چاه تازه ۹۰۰ دالر می‌شود.'],
      ['Two engineers came from Herat in September 2026.', 'دو انجنیر در سپتمبر ۲۰۲۶ از هرات آمدند.'],
      ['They measured 14 wells and found water in three.', 'آنان ۱۴ چاه را اندازه گرفتند و در سه چاه آب یافتند.'],
      ['The school has closed its gate until the rain comes.', 'مکتب دروازه‌اش را تا آمدن باران بسته است.'],
      ['The mirab of the village is Haji Rahim, who is 81.', 'در متن فارسی در جای دیگری آمده است: رفتن به آن‌جا'],
    ]);
  });

  test('has a link to its other place', () => {
    const { root } = page('both/wells.html');
    const links = byClass('both/wells.html', 'b-gap').flatMap((gap) => findAll(gap, 'a'));
    const [english, persian] = links.map(({ attributes }) => attributes.href!.slice(1));
    const target = (id: string) => textOf(findAll(root, '[id]').find(({ attributes }) => attributes.id === id)!);
    expect(target(english!)).toContain('The mirab of the village');
    expect(target(persian!)).toContain('میراب ده');
  });
});

test('the ids of the pages of works are none that an author may use', () => {
  const own = [...site.pages.values()]
    .filter(({ source }) => source.includes('data-work='))
    .flatMap(({ root }) => findAll(root, '[id]'))
    // Those of units and of rows are not chosen by anybody.
    .filter(
      ({ attributes }) => !('data-unit' in attributes || 'data-row' in attributes || attributes.class === 'b-alias'),
    )
    .map(({ attributes }) => attributes.id!);
  expect(new Set(own)).toContain('site-links');
  expect(own.filter((id) => !pageIds.test(id))).toEqual([]);
});

test('no link runs into the next where there are no styles', () => {
  // What shows nothing by itself, as the link of a passage to its twin, runs into nothing.
  for (const { path, source } of site.pages.values())
    expect(source.match(/[^>\s]<\/(?:\w+><\/)?a><a [^>]*>[^<\s]/g), path).toBeNull();
});

test('foreign words keep their order in standfirsts and lists', () => {
  const isolated = 'به گفتهٔ <bdi lang="en" dir="ltr">NEPA (2026)</bdi> آب';
  for (const path of ['fa/wells.html', 'fa/index.html', 'fa/works.html'])
    expect(page(path).source, path).toContain(isolated);
});

test('covers are in the article: reader modes leave out what is around it', () => {
  const covers = [...site.pages.values()].flatMap(({ path, root }) =>
    findAll(root, 'figure')
      .filter(({ attributes }) => attributes.class === 'b-cover')
      .map((cover) => [path, ancestors(cover).some(({ tag }) => tag === 'article')] as const),
  );
  expect(covers.length).toBeGreaterThan(5);
  expect(covers.filter(([, isWithin]) => !isWithin)).toEqual([]);
});

describe('sections', () => {
  test('each has a page in both languages, with its text, its lead first, and works newest first', () => {
    expect(texts('en/sections/politics.html', 'h1')).toEqual(['Politics']);
    expect(texts('en/sections/politics.html', 'h2')).toEqual([
      'The bridge on the Hari',
      'The ring road',
      'At the border',
    ]);
    expect(page('en/sections/politics.html').source).toContain('<p class="b-standfirst">Councils, courts and offices');
    expect(texts('fa/sections/politics.html', 'h2')).toEqual(['پل هری‌رود', 'در مرز']);
    expect(texts('fa/sections/politics.html', 'h1')).toEqual(['سیاست']);
  });

  test('one without works says so', () => {
    expect(texts('fa/sections/empty.html', 'main')).toEqual([]);
    expect(page('fa/sections/empty.html').source).toContain('هیچ نوشته‌ای نیست');
  });

  test('are paired, in the sitemap, and current in the navigation', () => {
    expect(page('en/sections/water.html').source).toContain(
      'hreflang="fa-AF" href="https://herat.example/fa/sections/water.html"',
    );
    expect(site.read('sitemap.xml')).toContain('<loc>https://herat.example/fa/sections/empty.html</loc>');
    expect(page('en/sections/water.html').source).toMatch(/href="water\.html" aria-current="page"/);
  });

  test('are named above their articles and in JSON-LD', () => {
    expect(findAll(byClass('en/wells.html', 'b-opening')[0]!, 'a').map((a) => a.attributes.href)).toContain(
      'sections/water.html',
    );
    expect(jsonLd('fa/wells.html')).toMatchObject({ articleSection: 'آب' });
  });
});

describe('series', () => {
  test('lists its parts in order, numbered in the digits of the language', () => {
    expect(texts('en/series/the-west.html', 'h2')).toEqual([
      'The bridge on the Hari',
      'At the border',
      'The ring road',
    ]);
    expect(page('fa/series/the-west.html').source).toContain('بخش ۲ از ۲');
  });

  test('an article says which part it is and links to those beside it', () => {
    expect(texts('en/border.html', 'header')[0]).toContain('The west · Part 2 of 3');
    const [series] = byClass('en/border.html', 'b-series');
    expect(findAll(series!, 'a').map((a) => [a.attributes.rel, a.attributes.href])).toEqual([
      ['prev', 'bridge.html'],
      ['next', 'road.html'],
    ]);
    expect(jsonLd('en/border.html')).toMatchObject({ position: 2, isPartOf: { name: 'The west' } });
  });
});

describe('corrections', () => {
  const stated = 'The bridge was opened in 1937; we had written <1973>.';

  test('are at the article, newest first, and announced above it', () => {
    expect(texts('en/bridge.html', 'h2')[0]).toBe('Corrections');
    const [list] = byClass('en/bridge.html', 'b-corrections');
    expect(findAll(list!, 'li').map((e) => textOf(e).replace(/\s+/g, ' ').trim())).toEqual([
      `2 November 2026 (11 Aqrab 1405) ${stated}`,
      '5 October 2026 (13 Mizan 1405) The council has nine members, not ten.',
    ]);
    expect(findAll(byClass('en/bridge.html', 'b-opening')[0]!, 'a').map((a) => a.attributes.href)).toContain(
      '#corrections',
    );
    expect(page('en/border.html').source).not.toContain('#corrections');
  });

  test('are in JSON-LD, and the article is as new as the last', () => {
    expect(jsonLd('en/bridge.html')).toMatchObject({
      dateModified: '2026-11-02',
      correction: [
        { '@type': 'CorrectionComment', datePublished: '2026-11-02', text: stated },
        { '@type': 'CorrectionComment', datePublished: '2026-10-05' },
      ],
    });
  });

  test('have a page in each language that has any', () => {
    expect(hrefs('fa/corrections.html', 'main')).toEqual(['bridge.html']);
    expect(texts('en/corrections.html', 'h1')).toEqual(['Corrections']);
    expect(page('en/corrections.html').source).toContain('href="https://herat.example/fa/corrections.html"');
  });
});

test('feeds: as many works as the settings say; pages are in none; corrections follow the text', () => {
  const feed = site.read('en/feed.xml');
  expect(feed.match(/<item>/g)).toHaveLength(3);
  expect(feed).not.toContain('about.html');
  // The newest three Persian works are all that there are, the corrected one among them.
  expect(site.read('fa/feed.xml')).toMatch(/&#60;h2 dir=&#34;rtl&#34; lang=&#34;fa-AF&#34;&#62;تصحیح&#60;\/h2&#62;/);
  expect(site.read('fa/feed.xml')).toContain('ترجمه این‌جا تمام می‌شود');
});

describe('a page such as about', () => {
  test('has neither date nor byline nor anything to pass on', () => {
    const { source } = page('fa/about.html');
    expect(source.slice(source.indexOf('<main'))).not.toMatch(
      /NaN|Invalid|<time|rel="author"|class="b-share"|read-next/,
    );
    expect(source).toContain('<meta property="og:type" content="website">');
    expect(JSON.parse(/id="page-data">(.*?)<\/script>/.exec(source)![1]!)).not.toHaveProperty('work');
  });

  test('is a WebPage in JSON-LD', () => {
    expect(jsonLd('en/about.html')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      '@id': 'https://herat.example/en/about.html',
      url: 'https://herat.example/en/about.html',
      name: 'About',
      description: 'Who we are.',
      inLanguage: 'en',
      workTranslation: {
        '@type': 'WebPage',
        '@id': 'https://herat.example/fa/about.html',
        url: 'https://herat.example/fa/about.html',
        name: 'دربارهٔ ما',
        description: 'ما که هستیم.',
        inLanguage: 'fa-AF',
      },
      publisher: { '@type': 'Organization', name: 'The Herat Letter', url: 'https://herat.example/' },
    });
  });

  test('is in no list', () => {
    for (const path of ['en/works.html', 'en/index.html', 'en/search.html'])
      expect(hrefs(path, 'main')).not.toContain('about.html');
  });
});

describe('people', () => {
  test('with portrait, biography and links at the foot of their articles and on their pages', () => {
    for (const path of ['fa/border.html', 'fa/people/zahra.html']) {
      const [person] = byClass(path, 'b-person');
      const [image] = findAll(person!, 'img');
      expect(image!.attributes).toMatchObject({ alt: 'زهرا کریمی', width: '240', height: '240' });
      expect(textOf(person!)).toContain('زهرا از هرات دربارهٔ آب و زمین گزارش می‌دهد.');
      const [links] = byClass(path, 'b-person-links');
      expect(findAll(links!, 'a').map((a) => [textOf(a), a.attributes.href])).toEqual([
        ['تلگرام', 'https://t.me/zahra'],
        ['zahra@example.org', 'mailto:zahra@example.org'],
      ]);
    }
  });

  test('their links say in the language of the page where they lead', () => {
    const [links] = byClass('en/people/zahra.html', 'b-person-links');
    expect(findAll(links!, 'a').map(textOf)).toEqual(['Telegram', 'zahra@example.org']);
  });

  test('those of whom only the name is known are not at the foot', () => {
    expect(byClass('en/bridge.html', 'b-person')).toHaveLength(1);
    expect(byClass('en/road.html', 'b-person')).toHaveLength(0);
  });
});

describe('the front page', () => {
  test('has the pinned work as its lead, with its picture, which comes at once', () => {
    const [lead] = byClass('en/index.html', 'b-leading');
    expect(textOf(findAll(lead!, 'h3')[0]!)).toBe('The bridge on the Hari');
    expect(findAll(lead!, 'img')[0]!.attributes).toMatchObject({ loading: 'eager', alt: 'A river between two banks' });
  });

  test('cards have pictures of their size, with a place kept for them, and bylines', () => {
    const [card] = byClass('en/index.html', 'b-pictured');
    const [image] = findAll(card!, 'img');
    expect(image!.attributes).toMatchObject({ loading: 'lazy', width: '480', height: '320' });
    expect(image!.attributes.srcset).toMatch(/240w, \S+ 480w$/);
    expect(textOf(card!).replace(/\s+/g, ' ')).toContain('By Zahra Karimi 1 November 2026 (10 Aqrab 1405)');
  });

  test('has the sections of the settings that have works which are not above', () => {
    // Five works are above: the lead, and the four newest.
    const sections = byClass('en/index.html', 'b-front-section');
    expect(sections.map((e) => findAll(e, 'h2').map(textOf)[0])).toEqual(['Politics', 'Water']);
    expect(sections.map((e) => findAll(e, 'h3').map(textOf))).toEqual([
      ['The ring road', 'At the border'],
      ['A canal is cleaned'],
    ]);
  });
});

describe('a translation that is not whole', () => {
  const gaps = (path: string) => byClass(path, 'b-gap').map((e) => textOf(e).replace(/\s+/g, ' ').trim());

  test('says so where a passage is missing and where it ends, and leads on', () => {
    expect(gaps('fa/border.html')).toEqual([
      'این‌جا یک بند کم است که هنوز ترجمه نشده است. خواندن به انگلیسی',
      'ترجمه این‌جا تمام می‌شود. ۲ بند دیگر هنوز تنها به انگلیسی است. ادامه به انگلیسی',
    ]);
    const links = byClass('fa/border.html', 'b-gap').flatMap((e) => findAll(e, 'a').map((a) => a.attributes.href));
    expect(links).toEqual(['../en/border.html#b2aa', '../en/border.html#b5aa']);
    const text = page('fa/border.html').source;
    expect(text.indexOf('یک بند کم است')).toBeLessThan(text.indexOf('افسری مهرها'));
    expect(text.indexOf('دروازه ساعت')).toBeLessThan(text.indexOf('ترجمه این‌جا تمام'));
  });

  test('the original says it too', () => {
    expect(gaps('en/border.html')).toEqual([
      'The next passage has not been translated into Persian yet.',
      'From here on, this text has not been translated into Persian yet.',
    ]);
    expect(texts('en/border.html', 'header')[0]).toContain('The Persian translation of this text is not complete yet.');
  });

  test('and so do both columns, once for each stretch', () => {
    expect(gaps('both/border.html')).toEqual(['هنوز به فارسی ترجمه نشده است', 'هنوز به فارسی ترجمه نشده است']);
  });

  test('a whole one says nothing', () => expect(gaps('fa/wells.html')).toEqual([]));
});

test('articles lead on, to what they have in common with others', () => {
  const next = byClass('en/wells.html', 'b-read-next');
  expect(findAll(next[0]!, 'li').map((e) => findAll(e, 'a')[0]!.attributes.href)).toContain('bridge.html');
  expect(findAll(next[0]!, 'li')).toHaveLength(3);
});

test('networks are linked, not loaded', () => {
  const share = byClass('fa/wells.html', 'b-share');
  const away = findAll(share[0]!, 'a').filter((a) => !a.attributes.href!.startsWith('../'));
  expect(away.map((a) => new URL(a.attributes.href!).host)).toEqual(['t.me', 'wa.me', 'x.com', 'www.facebook.com', '']);
});

describe('a book of an article', () => {
  const read = async (work: string) => {
    const file = join(folder, 'site/epub', `${work}.epub`);
    return { bytes: readFileSync(file), files: await readZip(file) };
  };
  const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);

  test('begins as the format asks, and lists all of its files and no others', async () => {
    const { bytes, files } = await read('bridge');
    // https://www.w3.org/TR/epub-33/#sec-zip-container-mime
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    const opf = String(files.get('book/package.opf'));
    const listed = matches(opf, /<item [^>]*href="([^"]+)"/g).map((href) => `book/${href}`);
    expect([...files.keys()].sort()).toEqual(
      ['mimetype', 'META-INF/container.xml', 'book/package.opf', ...listed].sort(),
    );
    expect(opf).toContain('<dc:language>en</dc:language>\n<dc:language>fa-AF</dc:language>');
    expect(listed).toContain('book/picture-1.jpg');
    // The names of its metadata are those of EPUB 3.3 and EPUB Accessibility 1.1.
    expect(opf).toContain('href="picture-1.jpg" media-type="image/jpeg" properties="cover-image"');
    expect(opf).toMatch(/<dc:contributor id="t0">Omid[^<]*<.*\n<meta refines="#t0" property="role"[^>]*>trl</);
    expect(opf).toContain('<meta property="schema:accessMode">textual</meta>');
    for (const text of ['book/en.xhtml', 'book/fa.xhtml'])
      for (const src of matches(String(files.get(text)), /\bsrc="([^"]+)"/g)) expect(listed).toContain(`book/${src}`);
  });

  test('links each pair of passages of the record both ways', async () => {
    const { files } = await read('bridge');
    const record = JSON.parse(readFileSync('tests/fixtures/newsroom/alignment/bridge.json', 'utf8')) as {
      units: { id: string; en: string[]; fa: string[] }[];
    };
    const pairs = record.units.filter(({ en, fa }) => en.length > 0 && fa.length > 0).map(({ id }) => id);
    expect(pairs.length).toBeGreaterThan(0);
    for (const [lang, other] of [
      ['en', 'fa'],
      ['fa', 'en'],
    ]) {
      const text = String(files.get(`book/${lang}.xhtml`));
      expect(matches(text, /class="twin" href="([^"]+)"/g)).toEqual(pairs.map((id) => `${other}.xhtml#${id}`));
      for (const id of pairs) expect(text).toContain(` id="${id}"`);
    }
  });

  test('has the corrections of each language, as its article has', async () => {
    const { files } = await read('bridge');
    expect(String(files.get('book/en.xhtml'))).toContain(
      'The bridge was opened in 1937; we had written &#60;1973&#62;.',
    );
    expect(String(files.get('book/fa.xhtml'))).toContain('پل در ۱۹۳۷ میلادی گشوده شد، نه ۱۹۷۳.');
  });

  test('is linked from its article, and pages have none', () => {
    const share = byClass('fa/bridge.html', 'b-share')[0]!;
    expect(findAll(share, 'a').map((a) => a.attributes.href)).toContain('../epub/bridge.epub');
    expect(site.files.has('epub/about.epub')).toBe(false);
  });
});
