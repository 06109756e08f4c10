import { checkTheme } from '../assets/check-theme.ts';
import { isSwitchedOff } from '../content/checks/checks-off.ts';
import { findAlikeFiles } from '../content/checks/find-alike-files.ts';
import { type Finding, formatFinding } from '../errors.ts';
import { checkFiles, checkPortraitPictures } from '../pictures/check-files.ts';
import { checkPodcast } from '../pictures/check-podcast.ts';
import { checkPublicPictures } from '../pictures/check-public.ts';
import { currentSettings, publicFolder, settingsFolder } from '../settings/current.ts';
import { readEnvironment } from '../site.ts';
import { alignEntries } from '../upkeep/align-site.ts';
import { openSite } from '../upkeep/open-site.ts';
import { findListFaults, findProofFaults, findUnsoundFaults } from '../upkeep/proofread-edition.ts';
import { findRecordFaults, findUnitFaults } from '../upkeep/record-findings.ts';
import { createPublication } from '../works/publication.ts';
import { fixTexts } from './fix-texts.ts';
import { runCommand } from './run-command.ts';
import { countOf } from './write-records.ts';

/** In reading order. */
async function collectFindings(contentDir: string): Promise<Finding[]> {
  const site = await openSite(contentDir);
  const aligned = alignEntries(site);
  const reconciledOf = new Map(aligned.map(({ entry, reconciled }) => [entry, reconciled]));
  const publication = createPublication(site.content, contentDir);
  const pictures: Finding[] = await checkPortraitPictures(site.content, contentDir);
  for (const work of site.content.works) pictures.push(...(await checkFiles(publication, work)));
  const findings = [
    ...publication.collectFindings(),
    ...pictures,
    ...findRecordFaults(site, reconciledOf),
    ...aligned.flatMap(({ entry, reconciled }) => findUnitFaults(entry, reconciled, site.content.glossary.terms)),
    ...site.entries.flatMap((entry) => findProofFaults(site.content, entry, reconciledOf.get(entry))),
    ...findUnsoundFaults(site.content),
    ...findListFaults(contentDir, site.content.root),
    ...[contentDir, publicFolder].flatMap(findAlikeFiles),
    ...(await checkTheme()),
    ...(await checkPublicPictures(publicFolder)),
    ...(await checkPodcast(site.content, currentSettings, settingsFolder)),
  ];
  const reported = findings.filter((finding) => !isSwitchedOff(site.content, finding));
  const unique = new Map(reported.map((finding) => [formatFinding(finding), finding]));
  return [...unique.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

const command = {
  name: 'npm run check',
  usage: `npm run check               all that is wrong with the content, and what to do about it
npm run check -- --fix      repair what has exactly one right form, and show what was changed
npm run check -- --json     print the findings as JSON`,
  options: { json: { type: 'boolean', default: false }, fix: { type: 'boolean', default: false } },
} as const;

await runCommand(command, async (values) => {
  const { contentDir } = readEnvironment();
  if (values.fix) await fixTexts(contentDir, values.json ? console.error : console.log);
  const findings = await collectFindings(contentDir);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (values.json) console.log(JSON.stringify(findings, null, 2));
  else {
    for (const finding of findings) console.log(formatFinding(finding));
    console.log(`${countOf(errors, 'error')}, ${countOf(findings.length - errors, 'warning')}.`);
  }
  return errors > 0 ? 1 : 0;
});
