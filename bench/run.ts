import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench -- <name> [arguments]`; without a name it lists what there is. */
const [name = '', ...rest] = process.argv.slice(2);
const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
if (/^[a-z-]+$/.test(name) && name !== 'run' && existsSync(script)) {
  process.argv = [process.argv[0]!, script, ...rest];
  await import(script);
} else {
  const names = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^run\.ts$/.test(file))
    .map((file) => file.slice(0, -3));
  console.error(`npm run bench -- <name> [arguments]\nThere are: ${names.join(', ')}`);
  process.exitCode = 2;
}
