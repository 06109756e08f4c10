import type { Screen } from './print-unit.ts';
import { detectBidi } from './terminal-text.ts';

/** 80 columns in a file, 110 at most. */
export function openScreen(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Screen {
  const isTerminal = stream.isTTY === true;
  return {
    width: Math.min(110, Math.max(40, stream.columns ?? 80)),
    bidi: detectBidi(isTerminal, env),
    hasColours: isTerminal && env.NO_COLOR === undefined && env.TERM !== 'dumb',
  };
}
