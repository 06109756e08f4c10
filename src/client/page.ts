import { startKeys } from './keys.ts';
import { startSearchBox } from './search-box.ts';

const click = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click();

/** The script of pages that hold no work: only the keys that lead elsewhere. */
startSearchBox();
startKeys([
  { key: 't', help: 'switchKey', run: click('a[data-switch]') },
  { key: '/', help: 'searchKey', run: click('a[data-search-link]') },
]);
