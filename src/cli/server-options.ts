import type { AstroInlineConfig } from 'astro';
import { ArgumentsError, type Values } from './run-command.ts';

export const serverOptions = {
  port: { type: 'string' },
  host: { type: 'boolean' },
  open: { type: 'boolean' },
} as const;

export const serverUsage = (command: string): string => `
  ${command} -- --port NUMBER   at another port (or by the variable PORT)
  ${command} -- --host          also for other devices of the network, such as a phone
  ${command} -- --open          open it in the browser`;

/** What is not asked for stays as `astro.config.mjs` has it. */
export function readServer({ port, host, open }: Values<typeof serverOptions>): AstroInlineConfig['server'] {
  for (const [name, value] of Object.entries({ '--port': port, PORT: process.env.PORT || undefined }))
    if (value !== undefined && !(/^\d{1,5}$/.test(value) && Number(value) <= 65_535))
      throw new ArgumentsError(`${name} is a number up to 65535, not "${value}".`);
  return { ...(port !== undefined && { port: Number(port) }), ...(host && { host }), ...(open && { open }) };
}
