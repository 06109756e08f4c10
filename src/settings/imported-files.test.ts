import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listImportedFiles } from './imported-files.ts';

it('lists what settings import by paths, and what that imports, once each', () => {
  const root = mkdtempSync(join(tmpdir(), 'beyt-imported-'));
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  try {
    mkdirSync(join(root, 'theme'));
    write(
      'beyt.config.ts',
      `import { names } from './theme/names.ts';\nimport "./theme/gone.ts";\nimport x from 'yaml';\n`,
    );
    write('theme/names.ts', `export { en } from "./en.ts";\nconst fa = await import('./fa.ts');\n`);
    write('theme/en.ts', `import '../beyt.config.ts';\nexport const en = "taken from './nowhere' at all";\n`);
    write('theme/fa.ts', 'export const fa = 1;\n');
    const found = ['beyt.config.ts', 'theme/names.ts', 'theme/en.ts', 'theme/nowhere', 'theme/fa.ts', 'theme/gone.ts'];
    expect([...listImportedFiles(join(root, 'beyt.config.ts'))]).toEqual(found.map((path) => join(root, path)));
  } finally {
    rmSync(root, { recursive: true });
  }
});
