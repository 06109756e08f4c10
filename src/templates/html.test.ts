import { expect, test } from 'vitest';
import { attribute, html, raw } from './html.ts';

test('text is escaped, markup is not, lists are joined, nothing is left out', () => {
  const name = '<b title="x">&';
  expect(
    html`<p class="${name}">${name}${raw('<i>')}${[html`<u>${1}</u>`, 'a<', null]}${false}${undefined}</p>`.text,
  ).toBe('<p class="&lt;b title=&quot;x&quot;&gt;&amp;">&lt;b title=&quot;x&quot;&gt;&amp;<i><u>1</u>a&lt;</p>');
});

test('an attribute stands only where it has a value', () => {
  expect(html`<a${attribute('rel', undefined)}${attribute('href', 'a"b')}${attribute('id', '')}>`.text).toBe(
    '<a href="a&quot;b" id="">',
  );
});
