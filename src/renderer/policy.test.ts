import { expect, test } from 'vitest';
import { digestText } from '../base/digest.ts';
import { formatHeaders } from '../publish/host-files.ts';
import { formatPolicy } from './policy.ts';

const plain = formatPolicy({ searches: false });

test('a page may load what lies beside it and nothing else', () => {
  expect(plain).toMatch(/^default-src 'none'; /);
  expect(plain).not.toMatch(/unsafe|https?:|data:|\*/);
  expect(plain).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  expect(plain).toContain("base-uri 'none'");
});

test('only pages that search may compile WebAssembly, and never a string', () => {
  expect(plain).not.toContain('wasm');
  const searching = formatPolicy({ searches: true });
  expect(searching).toContain("'wasm-unsafe-eval'");
  expect(searching).not.toContain("'unsafe-eval'");
});

test('an inline script is named by the hash of its text', () => {
  const policy = formatPolicy({ searches: false, scripts: [digestText('alert(1)')], movesBase: true });
  expect(policy).toContain("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
  expect(policy).toContain("base-uri 'self'");
});

test('an inline style is named by the hash of its text, and no other is let in', () => {
  const policy = formatPolicy({ searches: false, styles: [digestText('p{color:red}')] });
  expect(policy).toContain(`style-src 'self' 'sha256-${digestText('p{color:red}')}';`);
  expect(plain).toContain("style-src 'self';");
});

test('hosts that read _headers get one policy for all, and no rule of 2,000 signs or more', () => {
  const headers = formatHeaders({ scripts: [digestText('alert(1)')], styles: [digestText('p{}')] });
  expect(headers.match(/Content-Security-Policy/g)).toHaveLength(1);
  expect(headers).toContain("frame-ancestors 'none'");
  for (const line of headers.split('\n')) expect(line.length).toBeLessThan(2000);
});
