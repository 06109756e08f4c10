import { isAble } from './able.ts';
import { clickOn, startKeys } from './keys.ts';
import { startSearchBox } from './search-box.ts';

if (isAble) {
  startSearchBox();
  startKeys([
    { key: 't', help: 'switchKey', run: clickOn('a[data-switch]') },
    { key: '/', help: 'searchKey', run: clickOn('a[data-search-link]') },
  ]);
}
