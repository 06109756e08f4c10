import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Remote } from './remote.ts';

/** WebDriver's name of an element in JSON. @see https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE = 20_000;

/** Keys that are no characters. @see https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Readonly<Record<string, string>> = {
  Escape: '\ue00c',
  Enter: '\ue007',
  Tab: '\ue004',
  Shift: '\ue008',
};

export interface WebDriverOptions {
  /** The command that starts the driver, without its port. */
  readonly command: readonly string[];
  readonly port: number;
  readonly capabilities: Readonly<Record<string, unknown>>;
}

/** Starts a browser by the WebDriver protocol. What its pages log is read from the driver's output. */
export async function launchWithWebDriver({ command, port, capabilities }: WebDriverOptions): Promise<Remote> {
  const [program, ...args] = command;
  // A group of its own: the program may be a script that starts others.
  const driver = spawn(program!, [...args, `--port=${port}`], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [driver.stdout!, driver.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const root = `http://127.0.0.1:${port}`;
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(root + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
    return value;
  };
  try {
    await waitForDriver(root, driver);
    const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: capabilities },
    });
    const session = `/session/${sessionId}`;
    const find = async (selector: string): Promise<string> =>
      (await call<Record<string, string>>('POST', `${session}/element`, { using: 'css selector', value: selector }))[
        ELEMENT
      ]!;
    return {
      async open(url) {
        // By way of another page: an address that differs by its fragment alone loads nothing.
        for (const address of ['about:blank', url]) await call('POST', `${session}/url`, { url: address });
      },
      async run(work, argument) {
        const script = `const done = arguments[1]; Promise.resolve((${work})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
        const made = await call<{ value?: never; error?: string }>('POST', `${session}/execute/async`, {
          script,
          args: [argument ?? null],
        });
        if (made.error) throw new Error(made.error);
        return made.value!;
      },
      async press(key) {
        const values = key.split('+').map((one) => keys[one] ?? one);
        const act = (type: string) => (value: string) => ({ type, value });
        const actions = [...values.map(act('keyDown')), ...values.reverse().map(act('keyUp'))];
        await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
      },
      async click(selector) {
        await call('POST', `${session}/element/${await find(selector)}/click`);
      },
      reload: () => call('POST', `${session}/refresh`),
      async resize(width, height) {
        await call('POST', `${session}/window/rect`, { width, height });
      },
      takeFaults() {
        const lines = output.split('\n').filter((line) => /^CONSOLE .*\bERROR\b/.test(line));
        output = '';
        return lines;
      },
      async close() {
        await call('DELETE', session).catch(() => undefined);
        stop(driver);
      },
    };
  } catch (error) {
    stop(driver);
    throw new Error(`${(error as Error).message}\n${output}`);
  }
}

async function waitForDriver(root: string, driver: ChildProcess): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (driver.exitCode !== null) throw new Error('The driver has ended.');
    const ready = await fetch(`${root}/status`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await wait(100);
  }
  throw new Error('The driver does not answer.');
}

function stop(driver: ChildProcess): void {
  if (driver.exitCode === null) process.kill(-driver.pid!, 'SIGTERM');
}
