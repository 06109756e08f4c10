import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/base/list-files.ts';
import { runBuild } from '../support/build-site.ts';
import { type OwnProject, openOwnProject } from '../support/own-project.ts';

let project: OwnProject;
let output: string;
const read = (path: string) => readFileSync(join(project.root, 'dist', path), 'utf8');
const build = (options: readonly string[] = []) =>
  runBuild(
    {
      SITE_URL: 'https://own.example/',
      BEYT_CONFIG: join(project.root, 'beyt.config.ts'),
      BEYT_CACHE: join(project.root, '.cache/beyt'),
    },
    options,
    project.root,
  );

beforeAll(async () => {
  project = openOwnProject('tests/fixtures/many-kinds');
  const { write } = project;
  write(
    'src/components/Badge.astro',
    '<b class="badge">Support us</b>\n<style>.badge { color: rgb(1, 2, 3); }</style>\n<script>document.body.dataset.badge = "ran";</script>\n',
  );
  write(
    'src/pages/en/donate.astro',
    `---
import Badge from '../../components/Badge.astro';
import Base from '../../layouts/Base.astro';
---
<Base lang="en" path="en/donate.html" title="Donate" twin="fa/donate.html"><h1>Donate</h1><Badge /><a href="/en/works.html">All</a><a href="/en/thanks.html?x=1#y">Thanks</a><p style="color: red">Now</p><img src="https://other.example/a.png" alt="A"></Base>
`,
  );
  write(
    'src/pages/quiz/[n].astro',
    `---
export const getStaticPaths = () => ['one', 'two'].map((n) => ({ params: { n }, props: { title: 'Quiz ' + n } }));
---
<html lang="en"><head><title>{Astro.props.title}</title></head><body><h1>{Astro.props.title}</h1></body></html>
`,
  );
  write(
    'src/pages/hidden.astro',
    '<html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>H</title></head><body><script is:inline>document.title = "ran"</script></body></html>\n',
  );
  const photo = sharp({ create: { width: 900, height: 600, channels: 3, background: '#246' } }).jpeg();
  writeFileSync(join(project.root, 'src/pages/photo.jpg'), await photo.toBuffer());
  write(
    'src/pages/photo.astro',
    `---
import { Image } from 'astro:assets';
import photo from './photo.jpg';
---
<html lang="en"><head><title>Photo</title></head><body><Image src={photo} alt="Blue" widths={[300, 600]} sizes="100vw" /></body></html>
`,
  );
  write('src/pages/data.json.ts', 'export const GET = () => new Response(JSON.stringify({ own: true }));\n');
  write(
    'astro.config.mjs',
    readFileSync(join(project.root, 'astro.config.mjs'), 'utf8').replace(
      "output: 'static',",
      "output: 'static',\n  redirects: { '/old-donate': '/en/donate.html' },",
    ),
  );
  const { code, output: printed } = await build();
  output = printed;
  expect(code, output).toBe(0);
}, 120_000);
afterAll(() => project.close());

describe('pages that a developer adds to src/pages', () => {
  test('are published, with dynamic ones and endpoints, and are in the manifest', () => {
    expect(read('en/donate.html')).toContain('<h1>Donate</h1>');
    expect(read('quiz/one.html')).toContain('<h1>Quiz one</h1>');
    expect(read('quiz/two.html')).toContain('<h1>Quiz two</h1>');
    expect(JSON.parse(read('data.json'))).toEqual({ own: true });
    const { files } = JSON.parse(read('manifest.json')) as { files: Record<string, unknown> };
    for (const path of [
      'en/donate.html',
      'quiz/one.html',
      'quiz/two.html',
      'data.json',
      'hidden.html',
      'old-donate.html',
    ])
      expect(Object.keys(files)).toContain(path);
  });

  test('are in the sitemap, but for those that are noindex and redirects', () => {
    const sitemap = read('sitemap.xml');
    for (const path of ['en/donate.html', 'quiz/one.html'])
      expect(sitemap).toContain(`<loc>https://own.example/${path}</loc>`);
    expect(sitemap).not.toMatch(/hidden|old-donate|404|data\.json/);
  });

  test('have a content policy that names what they hold, and nothing else', () => {
    const page = read('hidden.html');
    // The digest is what OpenSSL prints for the text between the tags.
    const digest = createHash('sha256').update('document.title = "ran"').digest('base64');
    expect(page).toContain(`script-src 'self' 'sha256-${digest}';`);
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'));
    expect(read('_headers')).toContain(digest);
    expect(read('quiz/one.html')).toContain("script-src 'self';");
  });

  test('are reported with what their readers would miss, and only with that', () => {
    const warnings = output.split('\n').filter((line) => line.includes(' warning ') && line.includes('src/pages/'));
    expect(warnings).toEqual([
      'src/pages/en/donate.astro:1:1 warning The page en/donate.html has <p style="color: red">, which its content policy ignores. [PageStyleBlocked]',
      'src/pages/en/donate.astro:1:1 warning The page en/donate.html has <img src="https://other.example/a.png">, which its content policy keeps from loading. [PageSourceBlocked]',
      'src/pages/en/donate.astro:1:1 warning The page en/donate.html links to fa/donate.html, which is not a file of this site. [PageLinkBroken]',
      'src/pages/en/donate.astro:1:1 warning The page en/donate.html links to en/thanks.html, which is not a file of this site. [PageLinkBroken]',
    ]);
  });

  test('keep the style and the script of a component, scoped and relative', () => {
    const page = read('en/donate.html');
    const sheet = /<link rel="stylesheet" href="\.\.\/(_astro\/[^"]+\.css)"/.exec(page)?.[1];
    const scope = /class="badge" (data-astro-cid-\w+)/.exec(page)?.[1];
    expect(read(sheet!)).toContain(`.badge[${scope}]`);
    expect(page).toMatch(/<script type="module">[^<]*dataset\.badge/);
    expect(page).toContain('<a href="../en/works.html">All</a>');
    expect(page).not.toMatch(/(?:href|src)="\//);
  });

  test('may use Astro’s <Image>: its forms are made, in their sizes, and the addresses are relative', async () => {
    const [, attributes = ''] = /<img ([^>]*)>/.exec(read('photo.html')) ?? [];
    const sources = [...attributes.matchAll(/([^\s",]+) (\d+)w/g)].map(
      ([, path, width]) => [path!, Number(width)] as const,
    );
    expect(sources.map(([, width]) => width)).toEqual([300, 600]);
    for (const [path, width] of sources) {
      expect(path).not.toMatch(/^\//);
      const made = await sharp(join(project.root, 'dist', path)).metadata();
      expect([made.format, made.width]).toEqual(['webp', width]);
    }
    expect(attributes).toContain('alt="Blue"');
  });

  test('a redirect of astro.config.mjs leads on, with its fragment', () => {
    const page = read('old-donate.html');
    expect(page).toContain('content="1; url=en/donate.html"');
    expect(page).toContain('<link rel="canonical" href="https://own.example/en/donate.html">');
    expect(page).toContain('location.hash');
  });
});

test('a change of a page shows in the next build; without one nothing is compiled', async () => {
  expect((await build()).output).not.toMatch(/error/i);
  const before = listFiles(join(project.root, '.cache/renderer'));
  project.write(
    'src/pages/data.json.ts',
    "export const GET = () => new Response(JSON.stringify({ own: 'changed' }));\n",
  );
  expect((await build()).code).toBe(0);
  expect(JSON.parse(read('data.json'))).toEqual({ own: 'changed' });
  expect(listFiles(join(project.root, '.cache/renderer')).length).toBeGreaterThan(before.length);
}, 120_000);

test('an island of a framework is refused with what to do instead', async () => {
  project.write(
    'src/pages/island.astro',
    '<html lang="en"><head><title>I</title></head><body><Fragment set:html={"<astro-island></astro-island>"} /></body></html>\n',
  );
  const { code, output: printed } = await build();
  expect(code).toBe(1);
  expect(printed).toMatch(/island\.html.*client: directive/);
}, 120_000);

test('an error in a page names the line of the file that it is in, once', async () => {
  project.write('src/components/Slip.astro', "---\nconst words = 'out of order';\nthrow new Error(words);\n---\n");
  project.write(
    'src/pages/island.astro',
    '---\nimport Slip from \'../components/Slip.astro\';\n---\n<html lang="en"><body><Slip /></body></html>\n',
  );
  const { code, output: printed } = await build();
  expect(code).toBe(1);
  expect(printed).toMatch(
    /^Error: src\/components\/Slip\.astro:3:\d+: the page island\.html, which src\/pages\/island\.astro makes, cannot be rendered: out of order$/m,
  );
  expect(printed.match(/^Error: out of order$/gm)).toHaveLength(1);
  expect(printed).not.toContain('.cache/renderer');
}, 120_000);

test('the layout says which address it needs where it has none, or another', async () => {
  const base = "---\nimport Base from '../layouts/Base.astro';\n---\n";
  for (const [path, told] of [
    ['', 'path="island.html".'],
    ['path="/island"', 'path="island.html", not "/island".'],
  ] as const) {
    project.write('src/pages/island.astro', `${base}<Base lang="en" ${path} title="I" twin="x.html"><p>I</p></Base>\n`);
    const { code, output: printed } = await build();
    expect(code).toBe(1);
    expect(printed).toContain(
      `the page island.html, which src/pages/island.astro makes, cannot be rendered: The layout needs the page's own address: ${told}`,
    );
  }
}, 120_000);

test('a form that sends elsewhere without a setting, and a page at the address of an article, are errors', async () => {
  project.write('src/pages/island.astro', '<form action="https://list.example.org/"><button>Go</button></form>\n');
  const form = await build();
  expect(form.code).toBe(1);
  expect(form.output).toMatch(
    /^src\/pages\/island\.astro:1:1 error The page island\.html has a form that sends to https:\/\/list\.example\.org\/.*PageFormForbidden/m,
  );
  project.write('src/pages/island.astro', '<p>Calm</p>\n');
  project.write('src/pages/en/timeline.astro', '<p>Mine</p>\n');
  const taken = await build();
  expect(taken.code).toBe(1);
  expect(taken.output).toMatch(
    /content\/en\/timeline\.mdx:1:1 error .*"timeline" is taken by the page src\/pages\/en\/timeline\.astro/,
  );
}, 120_000);
