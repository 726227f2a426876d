import { styleText } from 'node:util';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { listenForStop } from '../listen-for-stop.ts';
import { tell } from '../tell.ts';
import { describeFailure } from './describe-failure.ts';
import { findScenarios, type FoundScenarios } from './find-scenarios.ts';
import { playScenario, type Played } from './play-scenario.ts';
import { sortScenarios, type Scenario } from './scenario-file.ts';
import type { ModelHabit } from './stand-in-model.ts';
import { startScenarioStack, type ScenarioStack } from './scenario-stack.ts';

/**
 * `paths`: folders of businesses, or files of scenarios. `only`: scenarios whose name has these words. `model`: a model
 * that phrases what it is given takes part wherever a file does not say what its model writes.
 */
export type TestOptions = {
  readonly paths: readonly string[];
  readonly only: string | undefined;
  readonly model: boolean;
  readonly json: boolean;
  readonly inherited: Readonly<Record<string, string>>;
};

/** Scenarios, and the model that takes part in them. */
type ChosenScenarios = FoundScenarios & { readonly model: ModelHabit | undefined };

/** One scenario's end. */
type Result = {
  readonly file: string;
  readonly name: string;
  readonly played: Played;
};

const atOnce = 4;
const filesWrong = 2;

/** `ambit test`: plays scenarios against a running business. Returns the exit code: 0 when all passed. */
export async function testBusiness({ paths, only, model, json, inherited }: TestOptions): Promise<number> {
  const { files, problems } = await findScenarios(paths);
  if (problems.length > 0) {
    process.stderr.write(`${problems.map((problem) => describeProblem(problem)).join('\n')}\n`);
    return filesWrong;
  }
  const chosen = files.map(({ folder, read }) => ({
    folder,
    model: read.model ?? (model ? ('obliging' as const) : undefined),
    read: {
      ...read,
      scenarios: read.scenarios.filter(({ name }) => only === undefined || name.includes(only)),
    },
  }));
  if (only !== undefined && chosen.every(({ read }) => read.scenarios.length === 0))
    throw new Error(`No scenario has "${only}" in its name; leave out --only to play all`);
  const results: Result[] = [];
  const finish = (result: Result): void => {
    results.push(result);
    if (!json) process.stdout.write(`${lineOf(result)}\n`);
  };
  const stacks = new Set<ScenarioStack>();
  const stopped = listenForStop(() => undefined);
  try {
    const code = await Promise.race([stopped, playAll(chosen, inherited, stacks, finish)]);
    if (code !== undefined) return code;
  } finally {
    await Promise.all([...stacks].map((stack) => stack.stop()));
  }
  return sumUp(results, json);
}

/** One running business at a time: those files share it that are about the same, with the same debounce and model. */
async function playAll(
  files: readonly ChosenScenarios[],
  inherited: Readonly<Record<string, string>>,
  stacks: Set<ScenarioStack>,
  finish: (result: Result) => void,
): Promise<undefined> {
  const keyOf = ({ folder, read, model }: ChosenScenarios): string =>
    JSON.stringify([folder, read.debounceMs, model]);
  for (const [, group] of Map.groupBy(files, keyOf)) {
    const [first] = group;
    if (first === undefined || group.every(({ read }) => read.scenarios.length === 0)) continue;
    tell(`Starting ${first.folder} on a throw-away database …`);
    const stack = await startScenarioStack({
      business: first.folder,
      debounceMs: first.read.debounceMs,
      model: first.model,
      inherited,
    });
    stacks.add(stack);
    for (const { read } of group) {
      const play = async (scenario: Scenario): Promise<void> =>
        finish({
          file: read.file,
          name: scenario.name,
          played: await playScenario(stack, scenario, read.backEnd),
        });
      const { apart, inOrder } = sortScenarios(read.scenarios);
      for (const scenario of inOrder) await play(scenario);
      await inTurns(apart, play);
    }
    await stack.stop();
    stacks.delete(stack);
  }
  return undefined;
}

async function inTurns(
  scenarios: readonly Scenario[],
  play: (scenario: Scenario) => Promise<void>,
): Promise<void> {
  const waiting = [...scenarios];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await play(next);
    }),
  );
}

function lineOf({ file, name, played }: Result): string {
  return played.kind === 'passed'
    ? `${styleText('green', '✓')} ${file}: ${name}`
    : `${styleText('red', '✗')} ${file}: ${name}\n  ${describeFailure(played).replaceAll('\n', '\n  ')}`;
}

function sumUp(results: readonly Result[], json: boolean): number {
  const failed = results.filter(({ played }) => played.kind === 'failed').length;
  const passed = results.length - failed;
  if (json) {
    const scenarios = results.map(({ file, name, played }) => ({ file, name, ...played }));
    process.stdout.write(`${JSON.stringify({ passed, failed, scenarios }, null, 2)}\n`);
  } else process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
