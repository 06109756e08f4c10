import { findNearest } from '../base/nearest-name.ts';
import { type Issue, readSound } from '../base/read-sound.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Point } from '../markdown/block.ts';
import { type Settings, settingsSchema } from './schema.ts';

export interface ReadSettings {
  /** What is wrong in them is left out, as if it were not set. */
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  /** The fields, such as `forms`, that are wrong. */
  readonly wrong: ReadonlySet<string>;
  /** Where a setting is written. */
  readonly locate: Locate;
}

export type Locate = (path: readonly PropertyKey[]) => Point & { readonly file: string };

/** A name that settings need and that cannot be made up; shown only beside the finding that it is missing. */
const nameless = { name: { en: 'Untitled', fa: 'بی‌نام' }, tagline: { en: 'Untitled', fa: 'بی‌نام' } };

const lenientSchema = settingsSchema.extend({
  name: settingsSchema.shape.name.default(nameless.name),
  tagline: settingsSchema.shape.tagline.default(nameless.tagline),
});

export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

export function createDefaults(): Settings {
  return settingsSchema.parse(nameless);
}

/** Checks settings, all fields in one run. @param raw what `beyt.config.ts` exports */
export function readSettings(raw: unknown, locate: Locate): ReadSettings {
  const { data, issues } = readSound(settingsSchema, raw, lenientSchema);
  const findings = issues.flatMap((issue) => describeIssue(issue, raw, locate));
  const wrong = new Set(issues.flatMap(({ path }) => (path.length ? [String(path[0])] : [])));
  return { settings: data ?? createDefaults(), findings, wrong, locate };
}

function describeIssue(issue: Issue, raw: unknown, locate: Locate): Finding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const near = findNearest(key, listKeys(issue.path)) ?? '';
      return createFinding('SettingUnknown', locate(path), { field: nameField(path), near });
    });
  const { path } = issue;
  const field = nameField(path) || 'settings';
  const missing =
    path.length > 0 &&
    path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], raw) === undefined;
  const deeper = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  const reason = missing ? 'is missing' : (deeper ?? issue.message);
  return [createFinding('SettingWrong', locate(path), { field, reason })];
}

/** `navigation[2].label.en`, as one writes it in code. */
function nameField(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
}

/** Names of the fields that an object of the settings may have, as far as its place is fixed. */
function listKeys(path: readonly PropertyKey[]): string[] {
  let at: unknown = settingsSchema;
  for (const key of path) {
    at = unwrap(at);
    const shape = (at as { shape?: Record<string, unknown> }).shape;
    at = shape?.[String(key)] ?? (at as { element?: unknown }).element;
  }
  const { shape, keyType } = (unwrap(at) ?? {}) as { shape?: object; keyType?: { options?: string[] } };
  return keyType?.options ?? Object.keys(shape ?? {});
}

function unwrap(schema: unknown): unknown {
  const inner = (schema as { def?: { innerType?: unknown } } | undefined)?.def?.innerType;
  return inner ? unwrap(inner) : schema;
}
