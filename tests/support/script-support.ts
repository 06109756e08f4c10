import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { findFeature, listLacking, readOldest } from './browser-support.ts';
import type { Lack } from './lack.ts';

/** The interface that a property is declared in, and the property, by the types of TypeScript's own libraries. */
function findDeclared(symbol: ts.Symbol): [owner: string, name: string][] {
  const found: [string, string][] = [];
  for (const declaration of symbol.declarations ?? []) {
    const file = declaration.getSourceFile();
    if (!/typescript\/lib\/lib\./.test(file.fileName)) continue;
    const { parent } = declaration;
    if (ts.isInterfaceDeclaration(parent)) found.push([parent.name.text, symbol.name]);
    // A global: a constructor, a function, a variable.
    else if (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration))
      found.push(['', symbol.name]);
  }
  return found;
}

/** Where MDN keeps a property: `ArrayConstructor` and `IteratorObject` are names of TypeScript alone. */
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

/**
 * Everything of the browser and of the language's library that the scripts below `folder` use and that a supported
 * browser lacks, with its place. Goes by types: a method is known by what it is called on.
 */
export function listScriptLacks(folder: string): Lack[] {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files, include: [] }, ts.sys, process.cwd());
  const program = ts.createProgram(files, { ...options, types: [] });
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
