/** British or American: the shorter rule wins. */
const OUR = new RegExp(
  `^(${'arbo armo behavi cando clamo colo demeano endeavo favo fervo flavo harbo hono humo labo neighbo odo parlo ranco rigo rumo savio savo splendo succo tumo valo vapo vigo'
    .split(' ')
    .join('|')})ur`,
);
const RE = /^((?:\w*met|cent|theat|fib|lit|calib|spect|lust|meag|somb|och|sab))re(s|d)?$/;
const DOUBLED_L = new RegExp(
  `^(${'travel cancel label model fuel level signal counsel quarrel channel panel total marvel jewel dial tunnel funnel shovel equal rival initial libel pedal spiral refuel trial'
    .split(' ')
    .join('|')})l(ed|ing|er|ers|ings|ery)$`,
);
const PAIRS: Readonly<Record<string, string>> = {
  defence: 'defense',
  defences: 'defenses',
  offence: 'offense',
  offences: 'offenses',
  pretence: 'pretense',
  licence: 'license',
  licences: 'licenses',
  practise: 'practice',
  practised: 'practiced',
  practises: 'practices',
  practising: 'practicing',
  programme: 'program',
  programmes: 'programs',
  grey: 'gray',
  aluminium: 'aluminum',
  judgement: 'judgment',
  judgements: 'judgments',
  ageing: 'aging',
  acknowledgement: 'acknowledgment',
  sceptic: 'skeptic',
  sceptics: 'skeptics',
  sceptical: 'skeptical',
  scepticism: 'skepticism',
  mould: 'mold',
  plough: 'plow',
  whilst: 'while',
  amongst: 'among',
  towards: 'toward',
  afterwards: 'afterward',
  enrol: 'enroll',
  enrolment: 'enrollment',
  fulfil: 'fulfill',
  fulfilment: 'fulfillment',
  skilful: 'skillful',
  instalment: 'installment',
  instalments: 'installments',
  manoeuvre: 'maneuver',
  manoeuvres: 'maneuvers',
  artefact: 'artifact',
  artefacts: 'artifacts',
  tyre: 'tire',
  tyres: 'tires',
  pyjamas: 'pajamas',
  catalogue: 'catalog',
  catalogues: 'catalogs',
  dialogue: 'dialog',
  dialogues: 'dialogs',
  analogue: 'analog',
  aeroplane: 'airplane',
  aeroplanes: 'airplanes',
  cosy: 'cozy',
  storey: 'story',
  jewellery: 'jewelry',
};

/** One spelling for both sides of the ocean, of a lower-case word. Other scripts pass through. */
export function foldEnglish(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const pair = Object.hasOwn(PAIRS, word) ? PAIRS[word] : undefined;
  if (pair !== undefined) return pair;
  return word
    .replace(/([a-z]{3,}[^aeiou]|[a-z]{3,}[aeou])iz(e|es|ed|er|ers|ing|ation|ations|ational|able)$/, '$1is$2')
    .replace(/^(anal|paral|catal)yz(e|es|ed|er|ers|ing)$/, '$1ys$2')
    .replace(OUR, '$1r')
    .replace(RE, (_, stem: string, ending = '') => `${stem}er${ending === 'd' ? 'ed' : ending}`)
    .replace(DOUBLED_L, '$1$2')
    .replace(/^(p|orthop)aed/, '$1ed')
    .replace(/^(an|leuk)aem/, '$1em')
    .replace(/^haem(?=[aoi])/, 'hem')
    .replace(/^foet/, 'fet')
    .replace(/^oes(?=[to])/, 'es')
    .replace(/opaed/, 'oped');
}
