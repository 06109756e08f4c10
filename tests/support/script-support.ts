import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { textsForBrowser } from '../../src/i18n/for-browser.ts';
import { settings } from '../../src/settings/current.ts';
import { settingsForBrowser } from '../../src/settings/for-browser.ts';
import { findFeature, listLacking, readOldest } from './browser-support.ts';
import type { Lack } from './lack.ts';

function findDeclared(symbol: ts.Symbol): [owner: string, name: string][] {
  const found: [string, string][] = [];
  for (const declaration of symbol.declarations ?? []) {
    const file = declaration.getSourceFile();
    if (!/typescript\/lib\/lib\./.test(file.fileName)) continue;
    const { parent } = declaration;
    if (ts.isInterfaceDeclaration(parent)) found.push([parent.name.text, symbol.name]);
    else if (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration))
      found.push(['', symbol.name]);
  }
  return found;
}

/** In MDN's data: `ArrayConstructor` and `IteratorObject` are names of TypeScript alone. */
function findPaths([owner, name]: readonly [string, string]): string[][] {
  if (!owner)
    return [
      ['api', name],
      ['javascript', 'builtins', name],
      ['api', 'Window', name],
    ];
  const known = owner
    .replace(/Constructor$/, '')
    .replace(/^(?:IteratorObject|ArrayIterator|MapIterator|SetIterator)$/, 'Iterator');
  const builtin = known.replace(/^Readonly(?=Array|Map|Set)/, '');
  return [
    ['api', known, name],
    ['api', known, `${name}_static`],
    ['api', known, `${name}_event`],
    ['javascript', 'builtins', builtin, name],
  ];
}

/** Those of `src/client`, and what they import. */
export async function listBrowserScripts(): Promise<string[]> {
  const entryPoints = readdirSync('src/client')
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => join('src/client', name));
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unwritten',
    logLevel: 'silent',
    plugins: [settingsForBrowser(settings), textsForBrowser()],
  });
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const used = parts.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  return [...new Set(used)].filter((file) => file.endsWith('.ts')).sort();
}

/** Goes by types: a method is known by what it is called on. */
export function listScriptLacks(files: readonly string[]): Lack[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files, include: [] }, ts.sys, process.cwd());
  const program = ts.createProgram([...files], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const oldest = readOldest();
  const lacks: Lack[] = [];
  const visit = (node: ts.Node, source: ts.SourceFile) => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      for (const declared of symbol ? findDeclared(symbol) : []) {
        for (const path of findPaths(declared)) {
          const browsers = listLacking(findFeature(...path), oldest);
          if (browsers.length === 0) continue;
          const { line } = source.getLineAndCharacterOfPosition(node.getStart());
          lacks.push({ place: `${relative('', source.fileName)}:${line + 1}`, feature: path.join('.'), browsers });
        }
      }
    }
    ts.forEachChild(node, (child) => visit(child, source));
  };
  for (const file of files) {
    const source = program.getSourceFile(file)!;
    visit(source, source);
  }
  return lacks;
}
