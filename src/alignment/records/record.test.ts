import { describe, expect, it } from 'vitest';
import { parseRecord } from './parse-record.ts';
import { type AlignmentRecord, formatRecord } from './record.ts';

const record: AlignmentRecord = {
  version: 1,
  work: 'alliances',
  units: [
    { id: 'k7q2', en: ['The first…'], fa: ['بند نخست…'], by: 'auto', confidence: 0.98 },
    {
      id: 'm3xa',
      en: ['One "quoted"\nline'],
      fa: ['…', '… became two.'],
      by: 'human',
      waive: { B: 'why', A: 'why not' },
    },
    { id: 'p0ze', en: ['Only in English…'], fa: [], relation: 'omitted', by: 'human' },
    { id: 'r4st', en: ['was'], fa: ['بود'], by: 'auto', now: { en: ['is'] } },
  ],
  aliases: { old2: 'k7q2', old1: 'm3xa' },
  gone: [{ id: 'old1', en: ['gone'], fa: [], by: 'auto' }],
};

const TEXT = `{"version":1,"work":"alliances","units":[
{"id":"k7q2","en":["The first…"],"fa":["بند نخست…"],"by":"auto","confidence":0.98},

{"id":"m3xa","en":["One \\"quoted\\"\\nline"],"fa":["…","… became two."],"by":"human","waive":{"A":"why not","B":"why"}},

{"id":"p0ze","en":["Only in English…"],"fa":[],"relation":"omitted","by":"human"},

{"id":"r4st","en":["was"],"fa":["بود"],"by":"auto","now":{"en":["is"]}}
],"aliases":{
"old1":"m3xa",

"old2":"k7q2"
},"gone":[
{"id":"old1","en":["gone"],"fa":[],"by":"auto"}
]}
`;

describe('formatRecord', () => {
  it('writes one unit per line, and leaves out what is empty', () => {
    expect(formatRecord(record)).toBe(TEXT);
    expect(formatRecord({ version: 1, work: 'w', units: [], aliases: {}, gone: [] })).toBe(
      '{"version":1,"work":"w","units":[],"aliases":{}}\n',
    );
  });

  it('writes what parseRecord reads', () => {
    const parsed = parseRecord(TEXT);
    expect(parsed.problems).toEqual([]);
    expect(parsed.record).toEqual(record);
    expect(formatRecord(parseRecord(TEXT.replaceAll('\n', '\r\n')).record!)).toBe(TEXT);
  });
});

describe('parseRecord', () => {
  it.each([
    ['"by":"human","waive"', '"by":human,"waive"', 'RecordMalformed', 4],
    ['"by":"human","waive"', '"by":"robot","waive"', 'RecordMalformed', 4],
    ['"id":"p0ze"', '"id":"P0"', 'RecordMalformed', 6],
    ['"fa":[],"relation"', '"fa":"","relation"', 'RecordMalformed', 6],
    ['"relation":"omitted"', '"relation":"lost"', 'RecordMalformed', 6],
    ['"now":{"en":["is"]}', '"now":["is"]', 'RecordMalformed', 8],
    ['"confidence":0.98', '"certainty":0.98', 'RecordMalformed', 2],
    ['"version":1', '"version":2', 'RecordMalformed', 1],
    [']}\n', ']', 'RecordMalformed', 15],
    ['"id":"p0ze"', '"id":"m3xa"', 'RecordIdDoubled', 6],
    ['"old2":"k7q2"', '"old2":"none"', 'RecordAliasLost', 12],
    ['"old2":"k7q2"', '"p0ze":"k7q2"', 'RecordIdDoubled', 12],
    ['{"id":"p0ze"', '<<<<<<< HEAD\n{"id":"p0ze"', 'RecordConflict', 6],
    ['\n},"gone":[', '\n},"aliases":{},"gone":[', 'RecordConflict', 13],
    ['\n]}', '\n],"gone":[]}', 'RecordConflict', 15],
  ])('finds what is wrong where %s is %s', (right, wrong, name, line) => {
    expect(TEXT).toContain(right);
    const { problems, record: read } = parseRecord(TEXT.replace(right, wrong));
    expect(problems.map((problem) => [problem.name, problem.line])).toEqual([[name, line]]);
    expect(read === undefined).toBe(name === 'RecordMalformed' || name === 'RecordConflict');
  });
});
