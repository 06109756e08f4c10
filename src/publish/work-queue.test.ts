import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { closeQueue, createWorkQueue, takeNext, type WorkQueue } from './work-queue.ts';

/** A thread that takes until there is nothing left, and tells what it took. */
const taker = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.url).then(({ takeNext }) => {
    const taken = [];
    for (let name = takeNext(workerData.queue); name !== undefined; name = takeNext(workerData.queue)) taken.push(name);
    parentPort.postMessage(taken);
  });`;

function takeInThread(queue: WorkQueue): Promise<string[]> {
  const workerData = { url: new URL('./work-queue.ts', import.meta.url).href, queue };
  const worker = new Worker(taker, { eval: true, workerData });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

describe('a queue of works', () => {
  it('gives each work once, in order, to whichever thread asks', async () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `work-${i}`);
    const queue = createWorkQueue(names);
    const shares = await Promise.all([takeInThread(queue), takeInThread(queue)]);
    expect(shares.flat().sort()).toEqual([...names].sort());
    const positions = new Map(names.map((name, i) => [name, i]));
    for (const share of shares)
      expect(share.every((name, i) => i === 0 || positions.get(share[i - 1]!)! < positions.get(name)!)).toBe(true);
  });

  it('has nothing more to take when it is closed', () => {
    const queue = createWorkQueue(['a', 'b', 'c']);
    expect(takeNext(queue)).toBe('a');
    closeQueue(queue);
    expect(takeNext(queue)).toBeUndefined();
  });
});
