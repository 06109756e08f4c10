/**
 * Keys of texts: the kind of source, the source's name, and what it calls the text, between colons. Where two sources
 * have one name, `~2`, `~3`, … follows it.
 */

const NUMBER = /~\d+(?=:[^:]*$)/;

export const makeKey = (kind: string, source: string, name: string | number, number = 1): string =>
  numberKey(`${kind}:${source}:${name}`, number);

/** A key without the number that tells it from one like it. */
export const plainKey = (key: string): string => key.replace(NUMBER, '');

export const numberKey = (plain: string, number: number): string =>
  number === 1 ? plain : plain.replace(/(?=:[^:]*$)/, `~${number}`);

/** A key without the name of its source, which changes when a site moves. */
export const sitelessKey = (key: string): string => key.replace(/:.*:/, ':');
