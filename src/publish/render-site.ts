import type { Work } from '../content/work.ts';
import { type Finding, hasErrors } from '../errors.ts';
import {
  keyOtherPage,
  type MadePage,
  type MadeWork,
  makePage,
  makeWork,
  type Press,
  type WorkPages,
} from './make-work.ts';
import type { PressOptions } from './open-press.ts';
import type { SitePlan } from './plan-site.ts';
import type { Progress } from './progress.ts';
import { closeQueue, createQueue, takeNext } from './threads/queue.ts';
import type { ThreadPool } from './threads/thread-pool.ts';

export interface RenderedWorks {
  readonly made: readonly MadeWork[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly isBroken: boolean;
}

/** One work at a time in every thread, so that memory holds few of them. */
export async function renderWorks(
  plan: SitePlan,
  press: Press,
  threads: ThreadPool,
  options: PressOptions,
  progress: Progress,
): Promise<RenderedWorks> {
  const { publication } = press;
  const { content, contentDir } = publication;
  const byName = new Map(content.works.map((work): [string, Work] => [work.name, work]));
  const made: MadeWork[] = [];
  const take = (one: MadeWork) => {
    publication.keepFacts(byName.get(one.name)!, one.facts, one.key);
    made.push(one);
    progress.tick(one.name);
  };
  const queue = createQueue<WorkPages>(plan.works);
  const others = threads.run({ job: 'makeWorks', queue, options: { ...options, content, contentDir } }, (_, one) =>
    take(one),
  );
  others.catch(() => closeQueue(queue));
  for (let next = takeNext(queue); next !== undefined; next = takeNext(queue)) {
    take(await makeWork(press, byName.get(next.name)!, next.pages));
    // Rendering rarely waits; messages of the threads need this one to.
    await new Promise(setImmediate);
  }
  await others;
  const findings = new Map(made.map((one) => [one.name, one.findings]));
  return { made, findings, isBroken: hasErrors([...findings.values()].flat()) };
}

export async function renderOthers(plan: SitePlan, press: Press): Promise<MadePage[]> {
  const made: MadePage[] = [];
  for (const page of plan.others) made.push(await makePage(press, page, keyOtherPage(press.bundleKey, page)));
  return made;
}
