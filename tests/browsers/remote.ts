/** A tab of some browser, as far as every protocol that drives one can reach it. */
export interface Remote {
  /** Opens an address and waits until the page has loaded. */
  open(url: string): Promise<void>;
  /** Runs a function in the page. It sees nothing but its argument, and what it returns must be JSON. */
  run<R, A = undefined>(work: (argument: A) => R | Promise<R>, argument?: A): Promise<R>;
  /** Presses a key as the keyboard would: a letter, or `Escape`, `Enter`. */
  press(key: string): Promise<void>;
  /** Scrolls to the first element that a selector names, and clicks it. */
  click(selector: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Errors that pages threw or logged since the last call. */
  takeFaults(): string[];
  close(): Promise<void>;
}

/** A browser that the tour can take place in. */
export interface TouredBrowser {
  readonly name: string;
  /** Resolves to an opened tab, or to the reason why this machine cannot have the browser. */
  launch(): Promise<Remote | string>;
}

/** Waits until `work` says yes in the page, also across a navigation; throws with `what` after `patience` ms. */
export async function waitUntil<A = undefined>(
  remote: Remote,
  what: string,
  work: (argument: A) => unknown,
  argument?: A,
  patience = 10_000,
): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    // A page on its way out answers with an error.
    if (await remote.run(work as (argument: A) => boolean, argument).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`Waited ${patience} ms for this: ${what}`);
}
