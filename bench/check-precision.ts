/** `npm run bench -- check-precision GOLD_ROOT [--show NAME]`: counts findings (shows NAME's) where texts agree. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkUnits, unitChecks } from '../src/alignment/checks/check-units.ts';
import { readGoldFolders } from '../src/cli/read-gold.ts';
import { parseGlossary } from '../src/content/glossary.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'string' } } });
if (positionals.length === 0) throw new Error('usage: npm run bench -- check-precision GOLD_ROOT… [--show NAME]');

const file = 'tests/fixtures/showcase/glossary.yaml';
const { terms } = parseGlossary(readFileSync(file, 'utf8'), file).glossary;
const names = unitChecks.map(({ name }) => name);
console.log(['folder'.padEnd(26), '  units', ...names].join(' '));
// What was disturbed on purpose says nothing of checks.
for (const { name: folder, documents } of positionals.flatMap(readGoldFolders)) {
  if (/^(?:syn|stale)-/.test(folder)) continue;
  const counts = new Map<string, number>();
  let units = 0;
  for (const { name: document, en, fa, gold } of documents) {
    const pairs = gold.filter((unit) => unit.en.length > 0 && unit.fa.length > 0);
    units += pairs.length;
    const checked = pairs.map((unit, k) => ({
      ...unit,
      id: `u${k}`,
      confidence: 1,
      by: 'human' as const,
      state: 'fresh' as const,
      aliases: [],
    }));
    for (const { name, unit, params } of checkUnits(checked, { en, fa }, { original: 'en', terms })) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (name !== values.show) continue;
      console.log(`${folder}/${document} ${JSON.stringify(params)}`);
      console.log(`  ${unit.en.map((i) => en[i]!.text).join(' / ')}\n  ${unit.fa.map((j) => fa[j]!.text).join(' / ')}`);
    }
  }
  const cells = names.map((name) => String(counts.get(name) ?? 0).padStart(name.length));
  console.log([folder.padEnd(26), String(units).padStart(7), ...cells].join(' '));
}
