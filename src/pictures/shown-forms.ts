import { AsyncLocalStorage } from 'node:async_hooks';
import { shareState } from '../base/share-state.ts';
import type { PictureForm } from './picture.ts';

const shown = shareState('shown-forms', () => ({
  collector: new AsyncLocalStorage<Map<string, PictureForm>>(),
  /** The dev server makes them when a browser asks. */
  byPath: new Map<string, PictureForm>(),
}));

export function noteForms(forms: readonly PictureForm[]): void {
  const page = shown.collector.getStore();
  for (const form of forms) {
    shown.byPath.set(form.path, form);
    page?.set(form.path, form);
  }
}

export async function collectForms<T>(render: () => Promise<T>): Promise<{ result: T; forms: PictureForm[] }> {
  const forms = new Map<string, PictureForm>();
  const result = await shown.collector.run(forms, render);
  return { result, forms: [...forms.values()] };
}

export function findForm(path: string): PictureForm | undefined {
  return shown.byPath.get(path);
}
