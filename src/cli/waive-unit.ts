import { unitChecks } from '../alignment/checks/check-units.ts';
import { waiveCheck } from '../alignment/records/edit-record.ts';
import { proofNames } from '../proofreading/proofread.ts';
import { writeRecordFile } from '../records/record-files.ts';
import { withRecordLock } from '../records/record-lock.ts';
import { openSite } from '../upkeep/open-site.ts';

/** `npm run align -- waive WORK UNIT CHECK "REASON"` @returns the exit code */
export async function waiveUnit(
  contentDir: string,
  args: readonly string[],
  print: (text: string) => void,
): Promise<number> {
  const [work, id, check, reason] = args;
  if (!work || !id || !check || reason === undefined) {
    print('It takes four words: waive WORK UNIT CHECK "REASON".');
    return 1;
  }
  const checks: readonly string[] = [...unitChecks.map(({ name }) => name), ...proofNames];
  if (!checks.includes(check)) {
    print(`There is no check "${check}". The checks are: ${checks.join(', ')}.`);
    return 1;
  }
  return withRecordLock(contentDir, async () => {
    const entry = (await openSite(contentDir)).entries.find(({ name }) => name === work);
    if (!entry?.record || !entry.file || entry.file.work !== work) {
      print(`There is no record of a work "${work}". Run: npm run align`);
      return 1;
    }
    const lasting = entry.record.aliases[id] ?? id;
    if (!entry.record.units.some((unit) => unit.id === lasting)) {
      print(`The work "${work}" has no unit "${id}".`);
      return 1;
    }
    writeRecordFile(contentDir, work, waiveCheck(entry.record, lasting, check, reason.trim()), entry.file.text);
    print(reason.trim() === '' ? `${check} holds for ${lasting} again.` : `${check} is waived for ${lasting}.`);
    return 0;
  });
}
