import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { reconcile } from '../alignment/records/reconcile.ts';
import type { Glossary } from '../content/glossary.ts';
import { ContentError } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import { createAligner } from '../works/aligner.ts';
import { type Compiled, compileEdition } from '../works/compile.ts';
import { learnFrom } from '../works/lessons.ts';

/** `npm run align -- --json EN_FILE FA_FILE`. Throws a ContentError where a file cannot be read as Markdown. */
export function alignFiles(enFile: string, faFile: string, glossary: Glossary): string {
  const en = readEdition(enFile, 'en', glossary);
  const fa = readEdition(faFile, 'fa', glossary);
  const align = createAligner(glossary, () => learnFrom([]))(basename(enFile));
  const confidences = new Map<string, number>();
  const { units } = reconcile(null, en.blocks, fa.blocks, {
    work: basename(enFile),
    align: (enBlocks, faBlocks) => {
      const pairings = align(enBlocks, faBlocks);
      for (const pairing of pairings) confidences.set(keyOf(pairing), pairing.confidence);
      return pairings;
    },
  });
  const list = ({ blocks, places }: Compiled) =>
    blocks.map(({ type, text }, index) => ({ type, line: places().blocks[index]!.line, text }));
  return JSON.stringify({
    en: list(en),
    fa: list(fa),
    units: units.map((unit) => {
      const confidence = confidences.get(keyOf(unit)) ?? unit.confidence;
      return { id: unit.id, en: unit.en, fa: unit.fa, confidence: Math.round(confidence * 1e4) / 1e4 };
    }),
  });
}

function keyOf({ en, fa }: { readonly en: readonly number[]; readonly fa: readonly number[] }): string {
  return `${en.join()}|${fa.join()}`;
}

function readEdition(file: string, lang: Lang, glossary: Glossary): Compiled {
  const compiled = compileEdition(readFileSync(file, 'utf8'), file, lang, glossary);
  const unreadable = compiled.findings.filter((finding) => finding.name === 'MarkdownUnreadable');
  if (unreadable.length > 0) throw new ContentError(unreadable);
  return compiled;
}
