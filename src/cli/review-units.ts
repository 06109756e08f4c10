import { styleText } from 'node:util';
import { cancel, intro, isCancel, log, outro, select, selectKey } from '@clack/prompts';
import { checkUnits } from '../alignment/checks/check-units.ts';
import { textOfBlock } from '../alignment/records/reconcile.ts';
import { formatRecord } from '../alignment/records/record.ts';
import {
  act,
  type Cut,
  type Desk,
  type DeskAction,
  listActions,
  listCuts,
  lookAtDesk,
  openDesk,
  relationOf,
} from '../alignment/review/review-desk.ts';
import { explainUnit } from '../alignment/review/review-reasons.ts';
import type { Unit } from '../alignment/unit.ts';
import { formatFinding } from '../errors.ts';
import { renameRecordFile, writeRecordFile } from '../records/record-files.ts';
import { withRecordLock } from '../records/record-lock.ts';
import { alignEntries } from '../upkeep/align-site.ts';
import { chooseWorks } from '../upkeep/choose-works.ts';
import { listLeftOut } from '../upkeep/left-out.ts';
import { openSite, type SiteEntry } from '../upkeep/open-site.ts';
import { formatUnit, type Screen } from './print-unit.ts';
import { createProgress } from './show-progress.ts';
import { layOutText } from './terminal-text.ts';
import { countOf } from './write-records.ts';

const KEYS: Readonly<Record<Exclude<DeskAction['kind'], never> | 'quit', string>> = {
  accept: 'a',
  'one-sided': 'o',
  adapted: 'd',
  split: 's',
  'join-previous': 'p',
  'join-next': 'n',
  skip: 'k',
  undo: 'u',
  quit: 'q',
};

/** `npm run align -- review`. Every decision is on disk before the next unit is shown. @returns the exit code */
export async function reviewUnits(contentDir: string, names: readonly string[], screen: Screen): Promise<number> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    console.error('The desk needs a terminal. What waits for review: npm run align -- status');
    return 1;
  }
  const site = await openSite(contentDir);
  const choice = chooseWorks(names, site);
  const { findings } = listLeftOut(site, choice.has);
  for (const message of [...choice.unknown, ...findings.map(formatFinding)]) console.error(message);
  if (choice.unknown.length > 0) return 1;
  const progress = createProgress(process.stderr);
  const aligned = alignEntries(site, progress.show);
  progress.clear();
  const chosen = aligned.filter(({ entry }) => choice.has(entry.name));
  const entries = new Map(chosen.map(({ entry }) => [entry.name, entry]));
  const texts = new Map(chosen.map(({ entry }) => [entry.name, entry.file?.text ?? null]));
  let desk = openDesk(
    chosen.map(({ entry, reconciled }) => ({ ...entry, record: reconciled.record, units: reconciled.units })),
  );
  intro(
    `${countOf(desk.queue.length, 'unit')} to look at in ${countOf(new Set(desk.queue.map((i) => i.work)).size, 'work')}`,
  );
  while (desk.queue.length > 0) {
    const action = await askAction(desk, entries, site.content.glossary.terms, screen);
    if (action === 'quit') break;
    const next = act(desk, action);
    await saveChanges(contentDir, desk, next, entries, texts);
    desk = next;
  }
  outro(`${desk.decided} decided, ${desk.skipped} skipped, ${desk.queue.length} left.`);
  return 0;
}

async function askAction(
  desk: Desk,
  entries: ReadonlyMap<string, SiteEntry>,
  terms: Parameters<typeof checkUnits>[2]['terms'],
  screen: Screen,
): Promise<DeskAction | 'quit'> {
  const { item, work, unit, previous, next } = lookAtDesk(desk)!;
  const blocks = { en: work.en ?? [], fa: work.fa ?? [] };
  const doubts = checkUnits([unit], blocks, { original: work.original, terms });
  const entry = entries.get(item.work)!;
  const narrow = { ...screen, width: screen.width - 4 };
  log.message(formatUnit(unit, entry, explainUnit(unit, blocks, doubts), narrow));
  const brief = (other: Unit | undefined) => (other ? sketchUnit(other, entry, narrow) : '');
  const labels: Readonly<Record<DeskAction['kind'], [string, string]>> = {
    accept: [unit.state === 'stale' ? 'still correct: the two sides say the same' : 'accept this pair', ''],
    'one-sided': [`${relationOf(unit, work.original)} on purpose`, ''],
    adapted: ['adapted: belongs together, is not a straight translation', ''],
    split: ['split', ''],
    'join-previous': ['join with the previous', brief(previous)],
    'join-next': ['join with the next', brief(next)],
    skip: ['skip for now', ''],
    undo: ['undo', ''],
  };
  const key = await selectKey({
    message: `${desk.queue.length} left`,
    options: [
      ...listActions(desk).map((kind) => ({ value: KEYS[kind], label: labels[kind][0], hint: labels[kind][1] })),
      { value: KEYS.quit, label: 'quit', hint: 'nothing is lost' },
    ],
  });
  if (isCancel(key) || key === KEYS.quit) {
    if (isCancel(key)) cancel('Left; every decision is kept.');
    return 'quit';
  }
  const kind = listActions(desk).find((action) => KEYS[action] === key)!;
  if (kind !== 'split') return { kind };
  const after = await askCut(unit, entry, narrow);
  return after ? { kind, after } : askAction(desk, entries, terms, screen);
}

/** Does not ask where there is one way only. Undefined when the editor thinks better of it. */
async function askCut(unit: Unit, entry: SiteEntry, screen: Screen): Promise<Cut | undefined> {
  const cuts = listCuts(unit);
  // Either order gives the same two units.
  if (unit.en.length === 1 && unit.fa.length === 1) return cuts[0];
  const part = (cut: Cut, isFirst: boolean): Unit => ({
    ...unit,
    en: isFirst ? unit.en.slice(0, cut.en) : unit.en.slice(cut.en),
    fa: isFirst ? unit.fa.slice(0, cut.fa) : unit.fa.slice(cut.fa),
  });
  const choice = await select({
    message: 'Cut it into',
    options: [
      ...cuts.map((cut, value) => ({
        value,
        label: `${sketchUnit(part(cut, true), entry, screen)}  and  ${sketchUnit(part(cut, false), entry, screen)}`,
      })),
      { value: -1, label: 'do not cut' },
    ],
  });
  return isCancel(choice) || choice < 0 ? undefined : cuts[choice];
}

function sketchUnit(unit: Unit, entry: SiteEntry, screen: Screen): string {
  const sides = (['en', 'fa'] as const).flatMap((lang) => {
    const text = unit[lang].map((i) => textOfBlock(entry[lang]![i]!)).join(' ');
    if (text === '') return [];
    const start = [...text].slice(0, 28).join('');
    return layOutText(start, lang, 28, screen.bidi).map((line) => `${line.trim()}${text.length > 28 ? '…' : ''}`);
  });
  const line = sides.join(' | ');
  return screen.hasColours ? styleText('dim', line) : line;
}

/** The lock is held for the writing alone. */
async function saveChanges(
  contentDir: string,
  before: Desk,
  after: Desk,
  entries: ReadonlyMap<string, SiteEntry>,
  texts: Map<string, string | null>,
): Promise<void> {
  const changed = [...after.works.values()].filter((work) => work.record !== before.works.get(work.name)!.record);
  if (changed.length === 0) return;
  await withRecordLock(contentDir, async () => {
    for (const { name, record } of changed) {
      const file = entries.get(name)!.file;
      if (file && file.work !== name && texts.get(name) === file.text) {
        renameRecordFile(contentDir, file.work, name);
      }
      writeRecordFile(contentDir, name, record, texts.get(name) ?? null);
      texts.set(name, formatRecord(record));
    }
  });
}
