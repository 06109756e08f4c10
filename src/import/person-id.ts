import { guessLanguage } from './markdown/repair-text.ts';

/** Small Latin letters, digits and hyphens; or ''. */
export const toPersonId = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** @param login what the source calls them; '' where it has no other name */
export function choosePersonId(name: string, login: string, isTaken: (id: string) => boolean): string {
  const wished = (guessLanguage(name) === 'en' && toPersonId(name)) || toPersonId(login) || 'author';
  let id = wished;
  for (let n = 2; isTaken(id); n++) id = `${wished}-${n}`;
  return id;
}
