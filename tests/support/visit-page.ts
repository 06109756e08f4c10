import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  readonly outside: string[];
  /** Complaints of the console, and errors that nobody caught. */
  readonly faults: string[];
}

/** Other hosts are not reached: they answer, whatever is asked of them. @param scripts of other hosts, by address */
export async function visitPage(
  browser: Browser,
  root: string,
  path: string,
  options: BrowserContextOptions = {},
  scripts: Readonly<Record<string, string>> = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const outside: string[] = [];
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', ({ message }) => {
    // The browser reports a skipped transition between pages, which is nothing that the page does.
    if (!/^Transition was (?:aborted|skipped)/.test(message)) faults.push(message);
  });
  await context.route(
    (url) => !url.href.startsWith(root),
    (route) => {
      const request = route.request();
      outside.push(`${request.method()} ${request.url()}`);
      const script = scripts[request.url()] ?? (request.resourceType() === 'script' ? '' : undefined);
      return route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        contentType: script === undefined ? 'text/html' : 'text/javascript',
        body: script ?? '<p>Outside</p>',
      });
    },
  );
  await page.goto(root + path);
  return { page, outside, faults };
}
