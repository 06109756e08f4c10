import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { Fault } from './fault.ts';
import type { Passage } from './passage.ts';
import { findCharacterFaults } from './proof-characters.ts';

/** @param source YAML of `content/`; that it cannot be read is reported elsewhere */
export function proofreadList(source: string): Fault[] {
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length || !isMap(document.contents)) return [];
  const passages: Passage[] = [];
  visit(document, {
    Pair(_, { key, value }) {
      const lang = langs.find((one): one is Lang => isScalar(key) && key.value === one);
      if (!lang || !isScalar(value) || !value.range || typeof value.value !== 'string') return;
      const [from, to] = value.range;
      passages.push({ kind: 'words', from, words: source.slice(from, to), lang, isNested: false });
    },
  });
  return passages.flatMap(findCharacterFaults);
}
