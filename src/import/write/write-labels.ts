import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { createFinding, type Finding } from '../../errors.ts';
import type { IncomingLabel, IncomingPerson } from '../incoming.ts';
import { guessLanguage } from '../markdown/repair-text.ts';

function openYaml(file: string): Document {
  return parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

const formatYaml = (document: Document): string => document.toString({ lineWidth: 0 });

function save(file: string, document: Document): void {
  writeFileSync(file, formatYaml(document));
}

/** What is there stays as it is, comments too. @returns who still needs a name in the other language too */
export function writeLabels(
  contentDir: string,
  labels: { people: readonly IncomingPerson[]; topics: readonly IncomingLabel[]; sections: readonly IncomingLabel[] },
  dryRun: boolean,
): { names: string[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const added: string[] = [];
  const addTo = (name: string, entries: readonly (readonly [string, unknown])[]) => {
    const file = join(contentDir, `${name}.yaml`);
    const document = openYaml(file);
    if (document.contents !== null && !isMap(document.contents)) return undefined;
    const fresh = entries.filter(([id]) => !document.has(id));
    for (const [id, value] of fresh) document.set(id, document.createNode(value));
    added.push(...fresh.map(([id]) => `${name}/${id}`));
    if (fresh.length > 0 && !dryRun) save(file, document);
    return document;
  };
  const people = addTo(
    'people',
    labels.people.map(({ id, name, desk }) => [id, { name, ...(desk && { desk }) }]),
  );
  const lines = people ? formatYaml(people).split('\n') : [];
  for (const { id } of labels.people) {
    // Somebody may have corrected it since an earlier import.
    const [en, fa] = ['en', 'fa'].map((lang) => String(people?.getIn([id, 'name', lang]) ?? ''));
    if (guessLanguage(en!) === 'en' && guessLanguage(fa!) === 'fa') continue;
    const line = lines.findIndex((text) => text.replace(/^["']|["'](?=:)/g, '').startsWith(`${id}:`)) + 1;
    findings.push(createFinding('ImportPersonNamedOnce', { file: 'people.yaml', line }, { id, name: en! }));
  }
  addTo(
    'sections',
    labels.sections.map(({ id, en, fa }) => [id, { name: { en, fa } }]),
  );
  const file = join(contentDir, 'glossary.yaml');
  const document = openYaml(file);
  const known = new Set<unknown>();
  const list = document.get('topics');
  if (isSeq(list)) for (const item of list.items) if (isMap(item)) known.add(item.get('id'));
  const fresh = labels.topics.filter(({ id }) => !known.has(id));
  for (const topic of fresh) {
    if (!isSeq(document.get('topics'))) document.set('topics', document.createNode([]));
    document.addIn(['topics'], document.createNode(topic));
  }
  added.push(...fresh.map(({ id }) => `topics/${id}`));
  if (fresh.length > 0 && !dryRun) save(file, document);
  return { names: added, findings };
}
