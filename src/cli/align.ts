import { loadContent } from '../content/load.ts';
import { formatFinding } from '../errors.ts';
import { readEnvironment } from '../site.ts';
import { chooseWorks } from '../upkeep/choose-works.ts';
import { listLeftOut } from '../upkeep/left-out.ts';
import { openSite } from '../upkeep/open-site.ts';
import { readStatus } from '../upkeep/site-status.ts';
import { openScreen } from './open-screen.ts';
import { alignFiles } from './print-alignment.ts';
import { formatStatus } from './print-status.ts';
import { ArgumentsError, runCommand } from './run-command.ts';
import { writeRecords } from './write-records.ts';

const usage = `npm run align                             bring all alignment records up to date
npm run align -- WORK…                    only those of these works
npm run align -- review [WORK…]           look at doubtful and stale units, one by one
npm run align -- status [WORK…] [--json]  how far each work is
npm run align -- waive WORK UNIT CHECK "REASON"   do not report a check for a unit ("" takes it back)
npm run align -- --json EN_FILE FA_FILE   print the alignment of two files, write nothing`;

const options = { json: { type: 'boolean', default: false } } as const;

await runCommand({ name: 'npm run align', usage, options, takesNames: true }, async (values, positionals) => {
  const { contentDir } = readEnvironment();
  const screen = openScreen(process.stdout, process.env);
  const print = (text: string) => console.log(text);
  const [command, ...rest] = positionals;
  if (command === 'status') {
    const site = await openSite(contentDir);
    const all = readStatus(site, new Date());
    const choice = chooseWorks(rest, site);
    const { findings } = listLeftOut(site, choice.has);
    for (const message of [...choice.unknown, ...findings.map(formatFinding)]) console.error(message);
    const rows = all.filter(({ work }) => choice.has(work));
    if (values.json) print(JSON.stringify(rows));
    else if (rows.length > 0 || rest.length === 0) print(formatStatus(rows));
    return choice.unknown.length + findings.length > 0 ? 1 : 0;
  }
  if (command === 'review') {
    const { reviewUnits } = await import('./review-units.ts');
    return reviewUnits(contentDir, rest, screen);
  }
  if (command === 'waive') {
    const { waiveUnit } = await import('./waive-unit.ts');
    return waiveUnit(contentDir, rest, print);
  }
  if (values.json) {
    if (positionals.length !== 2) throw new ArgumentsError('--json takes two files, English and Persian.');
    const { glossary } = await loadContent(contentDir);
    print(alignFiles(positionals[0]!, positionals[1]!, glossary));
    return 0;
  }
  return writeRecords(contentDir, positionals, screen, print);
});
