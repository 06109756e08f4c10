export type ShowProgress = (what: string, done: number, all: number) => void;

const PAUSE = 200;

/** One line on a terminal; nothing elsewhere. */
export function createProgress(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): {
  readonly show: ShowProgress;
  readonly clear: () => void;
} {
  let last = Number.NEGATIVE_INFINITY;
  let before = '';
  return {
    show: (what, done, all) => {
      const now = performance.now();
      if (!stream.isTTY || (now - last < PAUSE && what === before)) return;
      last = now;
      before = what;
      stream.write(`\r\x1b[K${what}: ${done} of ${all}`);
    },
    clear: () => {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}
