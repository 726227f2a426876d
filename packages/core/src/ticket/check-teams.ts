import type { Objection } from '../business/check-business.ts';
import { suggestion } from '../business/did-you-mean.ts';
import type { RoutingRule, Team } from './ticket.ts';

/** Teams named twice, and rules that name a team, a topic or a language there is none of. */
export function checkTeams(
  {
    teams,
    routing,
    languages,
  }: {
    readonly teams: readonly Team[];
    readonly routing: readonly RoutingRule[];
    readonly languages: readonly string[];
  },
  topics: readonly string[],
): readonly Objection[] {
  const known = teams.map(({ id }) => id);
  const twice = teams.flatMap(({ id }, place): readonly Objection[] =>
    known.indexOf(id) === place
      ? []
      : [
          {
            path: ['teams', place, 'id'],
            message: `"${id}" is a team already`,
            fix: 'give each team an id of its own',
          },
        ],
  );
  return [
    ...twice,
    ...routing.flatMap((rule, place) => [
      ...unknown(['routing', place, 'team'], rule.team === undefined ? [] : [rule.team], known, 'team'),
      ...unknown(['routing', place, 'topics'], rule.topics ?? [], topics, 'task'),
      ...unknown(
        ['routing', place, 'languages'],
        rule.languages ?? [],
        languages,
        'language of the business',
      ),
    ]),
  ];
}

function unknown(
  path: readonly PropertyKey[],
  named: readonly string[],
  known: readonly string[],
  what: string,
): readonly Objection[] {
  return named
    .filter((name) => !known.includes(name))
    .map((name) => ({ path, message: `there is no ${what} "${name}"`, fix: suggestion(name, known) }));
}
