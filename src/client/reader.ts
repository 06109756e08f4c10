import { isAble } from './able.ts';
import { startContents } from './contents.ts';
import { clickOn, startKeys } from './keys.ts';
import { layOutRest } from './lay-out.ts';
import { startNotes } from './notes.ts';
import { closeNearest, startPeek, toggleAll, togglePeek } from './peek.ts';
import { startSearchBox } from './search-box.ts';
import { startSearchMarks } from './search-marks.ts';
import { readingBlock, sharedBlock, startSwitch } from './switch.ts';
import { startTools, toolsBlock } from './tools.ts';
import { startShare } from './unit-menu.ts';
import { startZoom } from './zoom.ts';

if (isAble) {
  startSwitch();
  startPeek();
  startTools();
  startNotes();
  startZoom();
  startShare();
  startContents();
  startSearchBox();
  startSearchMarks();
  startKeys([
    { key: 't', help: 'switchKey', run: clickOn('a[data-switch]') },
    {
      key: 'p',
      help: 'peekKey',
      run() {
        const block = toolsBlock() ?? readingBlock();
        const shared = block && sharedBlock(block);
        if (shared) void togglePeek(shared);
      },
    },
    { key: 'P', help: 'peekAllKey', run: () => void toggleAll() },
    { key: 'Escape', help: 'closeKey', run: () => !document.querySelector('.b-note, .b-menu') && closeNearest() },
    { key: 'f', help: 'facingKey', run: clickOn('a[data-carry]') },
    { key: '/', help: 'searchKey', run: clickOn('a[data-search-link]') },
  ]);
  layOutRest();
}
