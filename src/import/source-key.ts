/** Where two sources have one name, `~2`, `~3`, … follows it. */

const NUMBER = /~\d+(?=:[^:]*$)/;

export const makeKey = (kind: string, source: string, name: string | number, number = 1): string =>
  numberKey(`${kind}:${source}:${name}`, number);

export const plainKey = (key: string): string => key.replace(NUMBER, '');

export const numberKey = (plain: string, number: number): string =>
  number === 1 ? plain : plain.replace(/(?=:[^:]*$)/, `~${number}`);

/** The name of a source changes when a site moves. */
export const sitelessKey = (key: string): string => key.replace(/:.*:/, ':');
