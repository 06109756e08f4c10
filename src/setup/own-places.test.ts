import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownPlaces } from './own-places.ts';

test('the linter of the engine leaves a newsroom its own hand', () => {
  const { files } = JSON.parse(readFileSync('biome.json', 'utf8')) as { files: { includes: string[] } };
  for (const place of ownPlaces) expect(files.includes).toContain(`!${place.replace(/\/$/, '')}`);
});

test('docs/upgrading.md names every place that is kept', () => {
  const guide = readFileSync('docs/upgrading.md', 'utf8');
  for (const place of ownPlaces) expect(guide).toContain(`\`${place}\``);
});
