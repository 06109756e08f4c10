import { readInstant } from '../i18n/zone-time.ts';
import type { Edition } from './edition.ts';
import type { Frontmatter } from './frontmatter.ts';
import { listEditions, type Work } from './work.ts';

export type Unpublished = 'draft' | 'waiting' | 'expired';

export interface PlannedEdition {
  readonly edition: Edition;
  readonly reason: Unpublished;
  /** When it is to be published, or was taken back. */
  readonly at?: Date;
}

export interface Plan {
  /** All there are, and what of them is published now. */
  readonly all: readonly Work[];
  readonly published: readonly Work[];
  readonly unpublished: readonly PlannedEdition[];
  readonly nextBuild?: Date;
}

export type Schedule = Pick<Partial<Frontmatter>, 'draft' | 'date' | 'publish' | 'expires'>;

/** `publish` or `date`, whichever is later. A day begins at 0:00. */
export function releaseOf({ date, publish }: Schedule, timeZone: string): Date | undefined {
  const instants = [date, publish].flatMap((written) => (written ? [readInstant(written, timeZone, '00:00')] : []));
  return instants.length ? new Date(Math.max(...instants.map(Number))) : undefined;
}

/** A day alone is the last on which the edition is shown. */
export function expiryOf({ expires }: Schedule, timeZone: string): Date | undefined {
  if (!expires) return undefined;
  if (expires.length > 10) return readInstant(expires, timeZone);
  const next = new Date(Date.parse(expires) + 86_400_000).toISOString().slice(0, 10);
  return readInstant(next, timeZone, '00:00');
}

export function stateOf(
  schedule: Schedule,
  now: Date,
  timeZone: string,
): { readonly reason?: Unpublished; readonly at?: Date; readonly changes: readonly Date[] } {
  if (schedule.draft) return { reason: 'draft', changes: [] };
  // No zone is two days off; to find the very instant takes time.
  const past = new Date(Number(now) - 2 * 86_400_000).toISOString().slice(0, 10);
  const isPast = (written: string | undefined) => !written || written.slice(0, 10) < past;
  const release = isPast(schedule.date) && isPast(schedule.publish) ? undefined : releaseOf(schedule, timeZone);
  const expiry = expiryOf(schedule, timeZone);
  const changes = [release, expiry].filter((change) => change !== undefined && change > now) as Date[];
  if (expiry && expiry <= now) return { reason: 'expired', at: expiry, changes };
  return release && release > now ? { reason: 'waiting', at: release, changes } : { changes };
}

export function planWorks(works: readonly Work[], now: Date, timeZone: string): Plan {
  const unpublished: PlannedEdition[] = [];
  let next = Infinity;
  for (const edition of works.flatMap(listEditions)) {
    const { reason, at, changes } = stateOf(edition.frontmatter, now, timeZone);
    if (reason) unpublished.push({ edition, reason, ...(at && { at }) });
    next = Math.min(next, ...changes.map(Number));
  }
  const published = leaveOut(works, unpublished);
  return { all: works, published, unpublished, ...(next < Infinity && { nextBuild: new Date(next) }) };
}

/** Works of which nothing remains are left out. */
function leaveOut(works: readonly Work[], unpublished: readonly PlannedEdition[]): Work[] {
  const hidden = new Set(unpublished.map(({ edition }) => edition));
  if (hidden.size === 0) return [...works];
  return works.flatMap((work) => {
    const editions = listEditions(work).filter((edition) => !hidden.has(edition));
    if (editions.length === 0) return [];
    return [{ ...work, editions: Object.fromEntries(editions.map((edition) => [edition.lang, edition])) }];
  });
}

export function describePlan({ unpublished, nextBuild }: Plan): string[] {
  const lines = unpublished
    .filter(({ reason }) => reason === 'waiting')
    .sort((a, b) => Number(a.at) - Number(b.at))
    .map(({ edition, at }) => `${edition.file} waits until ${formatInstant(at!)}.`);
  return nextBuild ? [...lines, `The next build is due at ${formatInstant(nextBuild)}.`] : lines;
}

/** Why an edition is not published, for a message. */
export function explainUnpublished({ reason, at }: PlannedEdition): string {
  if (reason === 'draft') return 'it is a draft';
  return reason === 'waiting' ? `it waits until ${formatInstant(at!)}` : `it expired at ${formatInstant(at!)}`;
}

/** In UTC, as schedules of hosts want it. */
function formatInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 16)}Z`;
}
