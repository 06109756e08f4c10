import { existsSync } from 'node:fs';
import { recordsDir } from '../records/record-files.ts';
import { withRecordLock } from '../records/record-lock.ts';
import { openSite } from '../upkeep/open-site.ts';
import { type RepairedFile, repairWorks } from '../upkeep/repair-works.ts';
import { countOf } from './write-records.ts';

/** Invisible characters by their code. */
function spellOut(text: string): string {
  return text.replace(
    /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u202f]/gu,
    (char) => `[U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

function describeRepairs(repaired: readonly RepairedFile[]): string[] {
  const show = (text: string) => spellOut(text).replaceAll('\n', '⏎');
  return repaired.flatMap(({ file, changes }) =>
    changes.map(({ line, before, after }) => `${file}:${line} ${show(before)} → ${show(after)}`),
  );
}

export async function fixTexts(contentDir: string, print: (text: string) => void): Promise<void> {
  const repair = async () => repairWorks(await openSite(contentDir));
  const repaired = existsSync(recordsDir(contentDir)) ? await withRecordLock(contentDir, repair) : await repair();
  const lines = describeRepairs(repaired);
  for (const line of lines) print(line);
  print(
    lines.length
      ? `${countOf(lines.length, 'place')} repaired in ${countOf(repaired.length, 'file')}.\n`
      : 'Nothing to repair.\n',
  );
}
