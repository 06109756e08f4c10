import { createHash } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { listOwnPages } from '../../src/content/checks/own-pages.ts';
import { findAll, textOf } from '../support/html.ts';
import { readSite } from '../support/read-site.ts';
import { findDeadReferences, listReferences } from '../support/references.ts';

const site = readSite(inject('dist'));

const references = listReferences(site);

test('every reference inside the site is relative and answers, fragments too', () => {
  expect(findDeadReferences(site, references)).toEqual([]);
  expect(references.length).toBeGreaterThan(1000);
});

test('only canonical, alternates and social metadata carry the address of the site', () => {
  const own = references.filter(({ target }) => target.startsWith('https://beyt.example/'));
  expect(
    own.filter(({ element }) => element.tag !== 'link').map(({ page, target }) => `${page.path}: ${target}`),
  ).toEqual([]);
  for (const { element } of own) expect(element.attributes.rel).toMatch(/^(canonical|alternate)$/);
});

test('pages load nothing from elsewhere', () => {
  const loaded = references.filter(
    ({ element, target }) => /^(?:https?:)?\/\//.test(target) && !/^(a|link)$/.test(element.tag),
  );
  expect(loaded.map(({ page, target }) => `${page.path}: ${target}`)).toEqual([]);
  for (const page of site.pages.values()) {
    expect(page.source).not.toMatch(/<[^<>]+ style="/);
    const metas = findAll(page.root, 'meta');
    const policy = metas.find((m) => m.attributes['http-equiv'] === 'Content-Security-Policy')!.attributes.content!;
    expect(policy).toContain("default-src 'none'");
    const inline = findAll(page.root, 'script').filter(
      (e) => !e.attributes.src && !/json/.test(e.attributes.type ?? ''),
    );
    for (const script of inline) {
      const hash = createHash('sha256').update(textOf(script)).digest('base64');
      expect(policy, page.path).toContain(`'sha256-${hash}'`);
    }
  }
});

test('every page can be reached from the first one', () => {
  const seen = new Set(['index.html']);
  for (const path of seen) {
    const page = site.pages.get(path)!;
    for (const link of findAll(page.root, 'a')) {
      const found = link.attributes.href === undefined ? null : site.follow(page, link.attributes.href);
      if (found && site.pages.has(found.path)) seen.add(found.path);
    }
  }
  // Where pages that a newsroom added to src/pages/ are linked from is its own affair.
  const own = listOwnPages('src/pages');
  const alone = [...site.pages.keys()].filter((path) => !seen.has(path) && !own.has(path.replace(/\.html$/, '')));
  expect(alone).toEqual([]);
});
