import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): { code: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
  return { code: status, printed: stdout + stderr };
}

const commands = ['align', 'build', 'check', 'dev', 'eval-align', 'import', 'new', 'serve', 'upgrade', 'verify'];

test.each(commands)('%s: an unknown option is named, with the usage, without a trace', (command) => {
  const { code, printed } = run(command, ['--qqqq']);
  expect(code).toBe(2);
  expect(printed).toMatch(/^"npm [a-z: ]+" has no option --qqqq\.\n\nnpm /);
  expect(printed).not.toMatch(/^ +at /m);
});

test.each(['check', 'dev'])('%s: --help prints the usage', (command) => {
  const { code, printed } = run(command, ['--help']);
  expect(code).toBe(0);
  expect(printed).toMatch(/^npm /);
});

test.each([
  ['check', ['--fx'], 'Did you mean --fix?'],
  ['import', ['--dry'], 'Did you mean --dry-run?'],
  ['check', ['content'], "Unexpected argument 'content'."],
  ['build', ['--without', 'nothing'], '--without is search or facing, not nothing.'],
  ['dev', ['--port', 'near'], '--port is a number up to 65535, not "near".'],
  ['serve', ['--port'], "Option '--port <value>' argument missing."],
  ['upgrade', ['v1', 'v2'], 'Name one version.'],
  ['eval-align', [], 'Name a folder of gold documents.'],
])('%s %j', (command, args, message) => {
  const { code, printed } = run(command, args);
  expect(printed).toContain(message);
  expect(code).toBe(2);
});

test.each([
  ['build', 'SITE_URL', 'news.example.org'],
  ['dev', 'SITE_URL', 'ftp://news.example.org/'],
  ['serve', 'PORT', 'near'],
])('%s says what is wrong with the variable %s=%s, without a trace', (command, name, value) => {
  const { code, printed } = run(command, [], { [name]: value });
  expect(code).toBeGreaterThan(0);
  expect(printed).toMatch(new RegExp(`^${name} is `));
  expect(printed).toContain(value);
  expect(printed).not.toMatch(/^ +at /m);
});
