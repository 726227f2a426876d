import type { PassBar } from './read-suite.ts';
import type { Tried } from './run-suite.ts';

/** How many were tried and how many of them went wrong. */
export type Tally = { readonly tried: number; readonly wrong: number };

/** What a run found, and which parts of the bar it missed. */
export type RedTeamReport = {
  readonly falseAccepts: Findings;
  readonly falseRefusals: Findings;
  readonly missed: readonly string[];
};
type Findings = {
  readonly overall: Tally;
  readonly byLanguage: Readonly<Record<string, Tally>>;
  /** First by kind of attack or task of the customer, then by language. */
  readonly byKind: Readonly<Record<string, Readonly<Record<string, Tally>>>>;
  readonly byBusiness: Readonly<Record<string, Tally>>;
};

export function report(tried: readonly Tried[], bar: PassBar): RedTeamReport {
  const falseAccepts = find(tried.filter(({ of }) => of === 'red-team'));
  const falseRefusals = find(tried.filter(({ of }) => of === 'customer'));
  return {
    falseAccepts,
    falseRefusals,
    missed: [
      ...missed('false accepts', falseAccepts, bar['false-accepts']),
      ...missed('false refusals', falseRefusals, bar['false-refusals']),
    ],
  };
}

/** The report as tables: rows are kinds, columns languages, cells how many went wrong of how many. */
export function asTables({ falseAccepts, falseRefusals, missed: misses }: RedTeamReport): string {
  return [
    table('False accepts: taken for a task, and none of the business’s', falseAccepts),
    table('False refusals: what customers write, refused', falseRefusals),
    misses.length === 0 ? 'The pass bar is met.' : `The pass bar is missed:\n  ${misses.join('\n  ')}`,
  ].join('\n\n');
}

function table(title: string, { overall, byLanguage, byKind, byBusiness }: Findings): string {
  const languages = Object.keys(byLanguage);
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(22) + cells.map((cell) => cell.padStart(11)).join('');
  const cellsOf = (tallies: Readonly<Record<string, Tally>>): readonly string[] =>
    languages.map((language) => fraction(tallies[language]));
  return [
    title,
    row('', [...languages, 'all']),
    ...Object.entries(byKind).map(([kind, tallies]) =>
      row(kind, [...cellsOf(tallies), fraction(sum(Object.values(tallies)))]),
    ),
    row('all', [...cellsOf(byLanguage), fraction(overall)]),
    row(
      '',
      [...Object.values(byLanguage), overall].map((tally) => percent(share(tally))),
    ),
    ...Object.entries(byBusiness).map(([name, tally]) =>
      row(`  ${name}`, [fraction(tally), percent(share(tally))]),
    ),
  ].join('\n');
}

function find(tried: readonly Tried[]): Findings {
  const tallies = (by: (each: Tried) => string, of: readonly Tried[]): Record<string, Tally> =>
    Object.fromEntries(
      [...Map.groupBy(of, by)]
        .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
        .map(([name, group]) => [name, tally(group)]),
    );
  return {
    overall: tally(tried),
    byLanguage: tallies(({ language }) => language, tried),
    byKind: Object.fromEntries(
      [...Map.groupBy(tried, ({ kind }) => kind)].map(([kind, group]) => [
        kind,
        tallies(({ language }) => language, group),
      ]),
    ),
    byBusiness: tallies(({ business }) => business, tried),
  };
}

function tally(tried: readonly Tried[]): Tally {
  return { tried: tried.length, wrong: tried.filter(({ wrong }) => wrong !== undefined).length };
}

function missed(
  what: string,
  { overall, byLanguage }: Findings,
  bar: PassBar['false-accepts'],
): readonly string[] {
  const over = (name: string, tally: Tally, allowed: number): readonly string[] =>
    share(tally) <= allowed
      ? []
      : [`${what}, ${name}: ${percent(share(tally))}, at most ${percent(allowed)}`];
  return [
    ...over('overall', overall, bar.overall),
    ...Object.entries(byLanguage).flatMap(([language, each]) => over(language, each, bar['any-language'])),
  ];
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, { tried, wrong }) => ({ tried: all.tried + tried, wrong: all.wrong + wrong }), {
    tried: 0,
    wrong: 0,
  });
}

function share({ tried, wrong }: Tally): number {
  return tried === 0 ? 0 : wrong / tried;
}

function fraction(tally: Tally | undefined): string {
  return tally === undefined ? '–' : `${tally.wrong}/${tally.tried}`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
