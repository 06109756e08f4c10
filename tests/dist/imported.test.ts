import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runBuild } from '../support/build-site.ts';
import { readSite } from '../support/read-site.ts';
import { findDeadReferences, listReferences } from '../support/references.ts';
import { runImport } from '../support/run-import.ts';

const folder = mkdtempSync(join(tmpdir(), 'beyt-imported-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was imported passes the check, builds, and leads nowhere that is not there', async () => {
  const exports = 'tests/fixtures/exports';
  await runImport('wordpress', [join(exports, 'polylang.xml')], folder, { uploads: [join(exports, 'uploads')] });
  const page = join(folder, 'page.xml');
  // Who has written nothing but a page has no page of their own.
  writeFileSync(
    page,
    '<?xml version="1.0"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Other</title><item><title>Help</title><dc:creator>omid</dc:creator><category domain="post_tag" nicename="lonely">Lonely</category><wp:post_id>3</wp:post_id><wp:post_name>help</wp:post_name><wp:post_type>page</wp:post_type><wp:status>publish</wp:status><content:encoded>Write to us, and we answer.</content:encoded></item></channel></rss>',
  );
  expect((await runImport('wordpress', [page], folder)).redirects).toEqual({ '/feed/': '/en/feed.xml' });
  const config = join(folder, 'beyt.config.ts');
  writeFileSync(
    config,
    "export default { name: { en: 'Paper', fa: 'روزنامه' }, tagline: { en: 'News', fa: 'خبر' } };\n",
  );
  const env = { CONTENT_DIR: join(folder, 'content'), BEYT_CONFIG: config };
  const run = (command: string) =>
    execFileSync(process.execPath, [`src/cli/${command}.ts`], { env: { ...process.env, ...env }, encoding: 'utf8' });
  expect(run('align')).toContain('7 records written');
  expect(run('check')).toContain('0 errors');
  const dist = join(folder, 'dist');
  const { code, output } = await runBuild({ ...env, OUT_DIR: dist, SITE_URL: 'https://paper.example/' });
  expect(code, output).toBe(0);
  const site = readSite(dist);
  expect([...site.pages.keys()]).toEqual(
    expect.arrayContaining([
      'en/the-bridge.html',
      'fa/the-bridge.html',
      'both/the-bridge.html',
      '2021/08/the-bridge/index.html',
    ]),
  );
  expect(site.pages.has('en/draft.html')).toBe(false);
  expect(findDeadReferences(site, listReferences(site))).toEqual([]);
});
