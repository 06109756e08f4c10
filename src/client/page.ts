import { startKeys } from './keys.ts';

const click = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click();

/** The script of pages that hold no work: only the keys that lead elsewhere. */
startKeys([
  { key: 't', help: 'switchKey', run: click('a[data-switch]') },
  { key: '/', help: 'searchKey', run: click('a[data-search-link]') },
]);
