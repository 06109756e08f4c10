/** A tab of some browser, as far as every protocol that drives one can reach it. */
export interface Remote {
  /** Opens an address anew, whatever is open, and waits until the page has loaded. */
  open(url: string): Promise<void>;
  /** Runs a function in the page. It sees nothing but its argument, and what it returns must be JSON. */
  run<R, A = undefined>(work: (argument: A) => R | Promise<R>, argument?: A): Promise<R>;
  /** Presses a key as the keyboard would: a letter, `Escape`, `Enter`, `Tab` or `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** Scrolls to the first element that a selector names, and clicks it. */
  click(selector: string): Promise<void>;
  reload(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Prints the page, in millimetres, to PDF; missing where the protocol cannot. */
  print?(width: number, height: number): Promise<Uint8Array>;
  /** Errors that pages threw or logged since the last call. */
  takeFaults(): string[];
  close(): Promise<void>;
}

/** A browser that the site is tested in. */
export interface TestedBrowser {
  readonly name: string;
  /** Whether it is the oldest of its engine that the site supports. */
  readonly oldest?: boolean;
  /** Resolves to an opened tab, or to the reason why this machine cannot have the browser. */
  launch(): Promise<Remote | string>;
}

/** Waits until `work` says yes in the page, also across a navigation; throws with `what` after `patience` ms. */
export async function waitUntil<A = undefined>(
  remote: Remote,
  what: string,
  work: (argument: A) => boolean,
  argument?: A,
  patience = 10_000,
): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    // A page on its way out answers with an error.
    if (await remote.run(work, argument).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`Waited ${patience} ms for this: ${what}`);
}

/** Does something that leads to another page, and waits until that page has come to rest. */
export async function follow(remote: Remote, act: () => Promise<unknown>): Promise<void> {
  const before = await remote.run(() => location.href);
  await act();
  await waitUntil(
    remote,
    `another page than ${before}`,
    (left) => location.href !== left && document.readyState === 'complete',
    before,
  );
  await rest(remote);
}

/** Goes back in the history. A page that the browser has kept comes back without a `load` that a driver could await. */
export async function goBack(remote: Remote): Promise<void> {
  // Later, so that the driver gets its answer from the page that is left.
  await follow(remote, () => remote.run(() => void setTimeout(() => history.back())));
}

/** Waits for fonts and for the page's own answer to them. */
export async function rest(remote: Remote): Promise<void> {
  await remote.run(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
