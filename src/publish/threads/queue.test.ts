import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { closeQueue, createQueue, type Queue, takeNext } from './queue.ts';

const taker = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.url).then(({ takeNext }) => {
    const taken = [];
    for (let name = takeNext(workerData.queue); name !== undefined; name = takeNext(workerData.queue)) taken.push(name);
    parentPort.postMessage(taken);
  });`;

function takeInThread(queue: Queue<string>): Promise<string[]> {
  const workerData = { url: new URL('./queue.ts', import.meta.url).href, queue };
  const worker = new Worker(taker, { eval: true, workerData });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

describe('a queue', () => {
  it('gives each thing once, in order, to whichever thread asks', async () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `work-${i}`);
    const queue = createQueue(names);
    const shares = await Promise.all([takeInThread(queue), takeInThread(queue)]);
    expect(shares.flat().sort()).toEqual([...names].sort());
    const positions = new Map(names.map((name, i) => [name, i]));
    for (const share of shares)
      expect(share.every((name, i) => i === 0 || positions.get(share[i - 1]!)! < positions.get(name)!)).toBe(true);
  });

  it('has nothing more to take when it is closed', () => {
    const queue = createQueue(['a', 'b', 'c']);
    expect(takeNext(queue)).toBe('a');
    closeQueue(queue);
    expect(takeNext(queue)).toBeUndefined();
  });
});
