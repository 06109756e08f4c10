import { parentPort } from 'node:worker_threads';
import { readWorks } from './read-works.ts';

parentPort!.on('message', (pages: string) => parentPort!.postMessage(readWorks(pages)));
