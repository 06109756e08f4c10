import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cancel, confirm, intro, isCancel, log, outro, select, text } from '@clack/prompts';
import { isSiteAddress } from '../base/site-address.ts';
import { formatFinding, RefusalError } from '../errors.ts';
import { checkColours, suggestDark } from '../settings/contrast.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type Answers, writeFirstFiles } from '../setup/first-files.ts';
import { type Host, hosts } from '../setup/workflows.ts';
import { ArgumentsError, runCommand, type Values } from './run-command.ts';

const usage = `npm run new                      set up a publication of your own: asks, removes the samples, writes the first files
npm run new -- --yes FLAGS       the same without questions

  --name-en, --name-fa           the publication's name (needed with --yes)
  --tagline-en, --tagline-fa     one sentence about it (needed with --yes)
  --tag-en, --tag-fa             language tags: en, en-GB…; fa-AF, fa-IR, fa
  --time-zone                    such as Asia/Kabul
  --accent, --accent-dark        colours of links, for the light and the dark scheme; the second follows from the first
  --host                         ${hosts.join(', ')}
  --site-url                     the public address
  --force                        even where a publication has been set up, or files are not committed`;

const options = {
  'name-en': { type: 'string' },
  'name-fa': { type: 'string' },
  'tagline-en': { type: 'string' },
  'tagline-fa': { type: 'string' },
  'tag-en': { type: 'string', default: 'en' },
  'tag-fa': { type: 'string', default: 'fa-AF' },
  'time-zone': { type: 'string' },
  accent: { type: 'string' },
  'accent-dark': { type: 'string' },
  host: { type: 'string' },
  'site-url': { type: 'string', default: '' },
  yes: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
} as const;
type Answered = Values<typeof options>;

/** All that a clone has below `content/`, and the picture that shares it by the name of Beyt. */
const SAMPLES = [
  ...['en', 'fa', 'alignment'].map((folder) => `content/${folder}`),
  ...['glossary', 'people', 'sections', 'series'].map((list) => `content/${list}.yaml`),
  'public/share.png',
];

function listUncommitted(): string | undefined {
  try {
    return execFileSync('git', ['status', '--porcelain', '--', 'content', 'public', 'beyt.config.ts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** Where something would be lost that git does not have, or that a newsroom has made. */
function refuseToOverwrite(): void {
  const isOwn = existsSync('beyt.config.ts') && !/name: \{ en: 'Beyt',/.test(readFileSync('beyt.config.ts', 'utf8'));
  if (isOwn)
    throw new RefusalError('A publication has been set up here already. To set it up anew all the same: --force.');
  const uncommitted = listUncommitted();
  if (uncommitted)
    throw new RefusalError(
      `These files are not committed, and would be lost:\n${uncommitted}\nCommit them, or: --force.`,
    );
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function readFlags(values: Answered): Answers {
  const missing = (['name-en', 'name-fa', 'tagline-en', 'tagline-fa'] as const).filter((flag) => !values[flag]);
  if (missing.length) throw new ArgumentsError(`Missing: ${missing.map((flag) => `--${flag}`).join(', ')}.`);
  const host = values.host ?? 'other';
  if (!(hosts as readonly string[]).includes(host))
    throw new ArgumentsError(`--host must be one of ${hosts.join(', ')}, and is ${host}.`);
  const { accent } = values;
  return {
    name: { en: values['name-en']!, fa: values['name-fa']! },
    tagline: { en: values['tagline-en']!, fa: values['tagline-fa']! },
    tags: { en: values['tag-en'], fa: values['tag-fa'] },
    timeZone: values['time-zone'] ?? ownZone,
    ...(accent && { accent: { light: accent, dark: values['accent-dark'] ?? suggestDark(accent) } }),
    host: host as Host,
    siteUrl: values['site-url'],
  };
}

async function askAnswers(values: Answered): Promise<Answers> {
  const answer = <T>(value: T): Exclude<T, symbol> => {
    if (isCancel(value)) {
      cancel('Nothing was changed.');
      process.exit(1);
    }
    return value as Exclude<T, symbol>;
  };
  const ask = async (message: string, initialValue = '', isNeeded = true): Promise<string> =>
    answer(
      await text({
        message,
        initialValue,
        validate: (value) => (isNeeded && !value?.trim() ? 'This is needed.' : undefined),
      }),
    ).trim();
  const name = {
    en: await ask('The publication’s name in English', values['name-en']),
    fa: await ask('Its name in Persian', values['name-fa']),
  };
  const tagline = {
    en: await ask('One sentence about it, in English', values['tagline-en']),
    fa: await ask('The same in Persian', values['tagline-fa']),
  };
  const tags = {
    en: await ask('Which English? (en, en-GB, en-US)', values['tag-en']),
    fa: answer(
      await select({
        message: 'Which Persian? It decides the names of months.',
        initialValue: values['tag-fa'],
        options: [
          { value: 'fa-AF', label: 'Afghanistan (fa-AF)' },
          { value: 'fa-IR', label: 'Iran (fa-IR)' },
          { value: 'fa', label: 'no country (fa)' },
        ],
      }),
    ),
  };
  const timeZone = await ask('Time zone of the newsroom', values['time-zone'] ?? ownZone);
  const light = await ask('Colour of links, such as #213f9e (empty: the usual one)', values.accent, false);
  const dark = light && (await ask('The same on a dark ground', values['accent-dark'] ?? suggestDark(light)));
  const host = answer(
    await select<Host>({
      message: 'Where will it be published?',
      initialValue: (values.host as Host | undefined) ?? 'github',
      options: [
        { value: 'github', label: 'GitHub Pages' },
        { value: 'gitlab', label: 'GitLab Pages' },
        { value: 'other', label: 'elsewhere' },
      ],
    }),
  );
  const siteUrl = await ask('Its public address (empty if you do not know it yet)', values['site-url'], false);
  return { name, tagline, tags, timeZone, ...(light && { accent: { light, dark } }), host, siteUrl };
}

/** As settings are checked, before anything is written. */
function checkAnswers({ name, tagline, tags, timeZone, accent, siteUrl }: Answers): void {
  const settings = {
    name,
    tagline,
    languages: { en: { tag: tags.en }, fa: { tag: tags.fa } },
    timeZone,
    ...(accent && { colours: { accent } }),
  };
  const locate = () => ({ file: 'answers', line: 1, column: 1 });
  const read = readSettings(settings, locate);
  const findings = [...read.findings, ...checkColours(read.settings, locate)];
  if (findings.length) throw new ArgumentsError(findings.map(({ message }) => message).join('\n'));
  if (siteUrl && !isSiteAddress(siteUrl))
    throw new ArgumentsError(`The public address is "${siteUrl}": give one such as https://news.example.org/.`);
}

async function setUp(values: Answered): Promise<void> {
  if (!values.force) refuseToOverwrite();
  const isAsking = !values.yes;
  if (isAsking && !process.stdin.isTTY) throw new ArgumentsError('There is no terminal to ask in.');
  if (isAsking) intro('A publication of your own');
  const answers = isAsking ? await askAnswers(values) : readFlags(values);
  checkAnswers(answers);
  const files = writeFirstFiles(answers, new Date().toISOString().slice(0, 10));
  const others = [...files.keys()].filter((path) => existsSync(path) && !/^(?:content\/|beyt\.config)/.test(path));
  if (others.length && !values.force)
    throw new RefusalError(`There is a file already: ${others.join(', ')}. --force writes it anew.`);
  if (isAsking) {
    const isMeant = await confirm({
      message: `Delete the samples (${SAMPLES.join(', ')}) and write ${files.size} files?`,
    });
    if (isMeant !== true) return cancel('Nothing was changed.');
  }
  for (const path of SAMPLES) rmSync(path, { recursive: true, force: true });
  for (const [path, written] of files) {
    mkdirSync(dirname(join('.', path)), { recursive: true });
    writeFileSync(path, written);
  }
  const problems = await alignFirst();
  const print = isAsking ? log.message : console.log;
  print(['deleted the samples', ...[...files.keys(), 'content/alignment/'].map((path) => `wrote ${path}`)].join('\n'));
  for (const problem of problems) print(problem);
  if (answers.host === 'other' && answers.siteUrl)
    print(`Name the public address whenever you build for it: SITE_URL=${answers.siteUrl} npm run build`);
  const next = `Look at it with "npm run dev", then commit it:\n  git add -A\n  git commit -m "Begin ${answers.name.en.replace(/"/g, '')}"`;
  if (isAsking) outro(next);
  else console.log(next);
}

/** Reads what was written as the build will. */
async function alignFirst(): Promise<string[]> {
  // Only now: these read the settings, which have just been written.
  const { writeRecords } = await import('./write-records.ts');
  const { openScreen } = await import('./open-screen.ts');
  const { loadContent } = await import('../content/load.ts');
  await writeRecords('content', [], openScreen(process.stdout, process.env), () => {});
  return (await loadContent('content')).findings.map(formatFinding);
}

await runCommand({ name: 'npm run new', usage, options }, setUp);
