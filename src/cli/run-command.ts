import { type ParseArgsConfig, parseArgs } from 'node:util';
import { findNearest } from '../base/nearest-name.ts';
import { ContentError, formatFinding, RefusalError } from '../errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;
export type Values<O extends Options> = Parsed<O>['values'];

export interface Command<O extends Options> {
  /** As it is typed: "npm run check". */
  name: string;
  /** Printed for `--help`, and below what is wrong with the arguments. */
  usage: string;
  options: O;
  takesNames?: boolean;
  failure?: number;
}

/** As is usual for programs of a terminal. */
const WRONG_ARGUMENTS = 2;

export class ArgumentsError extends RefusalError {}

function readArguments<O extends Options>(command: Command<O>, args: readonly string[]): Parsed<O> {
  const options: Options = { help: { type: 'boolean', short: 'h' }, ...command.options };
  try {
    return parseArgs({ args: [...args], allowPositionals: command.takesNames ?? false, options }) as Parsed<O>;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && /'(--?[^']+)'/.exec(message)?.[1];
    // Node's second sentence is for callers of `parseArgs`.
    if (!unknown) throw new ArgumentsError(`${message.split('. ')[0]!.replace(/\.$/, '')}.`);
    const typed = unknown.replace(/^-+/, '');
    const names = Object.keys(options);
    // Options are few: any beginning of one says which is meant.
    const nearest = names.find((name) => name.startsWith(typed)) ?? findNearest(typed, names);
    const hint = nearest ? ` Did you mean --${nearest}?` : '';
    throw new ArgumentsError(`"${command.name}" has no option ${unknown}.${hint}`);
  }
}

/** The message names the path and the reason, and no trace helps. */
const isRefusedBySystem = (error: unknown): error is Error =>
  error instanceof Error &&
  /^(?:ENOENT|EACCES|EPERM|EROFS|EISDIR|ENOTDIR|ENOSPC)$/.test((error as NodeJS.ErrnoException).code ?? '');

function printError(error: unknown, usage: string): void {
  if (error instanceof ContentError) console.error(error.findings.map(formatFinding).join('\n'));
  else if (error instanceof ArgumentsError) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof RefusalError || isRefusedBySystem(error)) console.error(error.message);
  else console.error(error);
}

/** Sets the exit code: what `main` returns, 2 for wrong arguments, `failure` for what it refuses. */
export async function runCommand<O extends Options>(
  command: Command<O>,
  // biome-ignore lint/suspicious/noConfusingVoidType: a command without a code of its own returns nothing.
  main: (values: Values<O>, names: readonly string[]) => Promise<number | void> | number | void,
): Promise<void> {
  try {
    const { values, positionals } = readArguments(command, process.argv.slice(2));
    if ('help' in values && values.help) console.log(command.usage);
    else process.exitCode = (await main(values, positionals)) ?? 0;
  } catch (error) {
    process.exitCode = error instanceof ArgumentsError ? WRONG_ARGUMENTS : (command.failure ?? 1);
    printError(error, command.usage);
  }
}
