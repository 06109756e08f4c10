export interface Progress {
  readonly begin: (stage: string, total?: number) => void;
  /** One item is done. `name` is shown when it was slow. */
  readonly tick: (name: string) => void;
  /** Milliseconds by stage, in order. */
  readonly end: () => ReadonlyMap<string, number>;
}

const SLOW = 500;
const BEAT = 100;

/** One line of a terminal, rewritten in place; elsewhere (a file, CI) it only keeps time. */
export function createProgress(
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'write' | 'columns'>,
  env = process.env,
): Progress {
  const shows = out.isTTY && !env.CI;
  const stages = new Map<string, number>();
  let [stage, total, done, began, last, shown] = ['', 0, 0, performance.now(), performance.now(), -Infinity];
  const show = (text: string) => out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 1)}`);
  const close = () => {
    if (stage) stages.set(stage, (stages.get(stage) ?? 0) + performance.now() - began);
    if (shows && stage) show('');
  };
  return {
    begin(name, of = 0) {
      close();
      [stage, total, done, began, last, shown] = [name, of, 0, performance.now(), performance.now(), -Infinity];
      if (shows) show(name);
    },
    tick(name) {
      done++;
      const now = performance.now();
      if (shows && now - last > SLOW) out.write(`\r\x1b[2K${name} took ${Math.round(now - last)} ms\n`);
      last = now;
      if (!shows || now - shown < BEAT) return;
      shown = now;
      show(`${stage}: ${done} of ${total}`);
    },
    end() {
      close();
      stage = '';
      return stages;
    },
  };
}
