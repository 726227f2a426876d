import { z } from 'zod';
import { fieldName, type FileProblem } from '@ambit/core/business/file-problem';
import { readYaml } from '@ambit/core/business/read-yaml';
import { BackEndAnswer } from './back-end-file.ts';
import { ModelAnswer } from './stand-in-model.ts';
import { readStep, type Step } from './step.ts';

/**
 * `as`: a simulated customer, whose conversation goes on from scenario to scenario; without it, somebody new, with
 * `phone` if that matters. `each`: the scenario is played once for each of these, with "{}" replaced by it.
 */
const WrittenScenario = z.strictObject({
  name: z.string().min(1),
  as: z.string().optional(),
  phone: z.string().optional(),
  each: z.array(z.string()).min(1).optional(),
  steps: z.array(z.unknown()).min(1),
});

/**
 * `business`: which folder it is for, where a file lies in none; `debounceMs`: how long the agent waits for more
 * before it answers; `backEnd`: what the business's own systems answer; `model`: what its language model writes.
 */
const WrittenFile = z.strictObject({
  business: z.string().optional(),
  debounceMs: z.number().int().min(0).max(30_000).default(0),
  backEnd: z.array(BackEndAnswer).default([]),
  model: z.array(ModelAnswer).optional(),
  scenarios: z.array(WrittenScenario).min(1),
});

export type Scenario = {
  readonly name: string;
  readonly as: string | undefined;
  readonly phone: string | undefined;
  readonly steps: readonly Step[];
};

/** A file's scenarios, each `each` spelled out. */
export type ScenarioFile = {
  readonly file: string;
  readonly business: string | undefined;
  readonly debounceMs: number;
  readonly backEnd: readonly BackEndAnswer[];
  /** Undefined: no model takes part, whatever the business has. */
  readonly model: readonly ModelAnswer[] | undefined;
  readonly scenarios: readonly Scenario[];
};

/** What was read of a file; `value` only if nothing is wrong with it. */
export type ScenarioReading = {
  readonly value: ScenarioFile | undefined;
  readonly problems: readonly FileProblem[];
};

/** Reads a scenario file: all that is wrong is told by line and field. */
export function readScenarioFile(file: string, text: string): ScenarioReading {
  const { value, problems, lineOf } = readYaml(file, text, WrittenFile);
  if (value === undefined || problems.length > 0) return { value: undefined, problems };
  const found: FileProblem[] = [];
  const scenarios = value.scenarios.flatMap((written, place): readonly Scenario[] =>
    (written.each ?? [undefined]).map((variant) => {
      const { name, as, phone, steps } = variant === undefined ? written : replaced(written, variant);
      return {
        name,
        as,
        phone,
        steps: steps.flatMap((one, at): readonly Step[] => {
          const read = readStep(one);
          if (read.kind === 'step') return [read.step];
          for (const { path, message, fix } of read.issues) {
            const whole = ['scenarios', place, 'steps', at, ...path];
            found.push({ file, line: lineOf(whole), field: fieldName(whole), message, fix });
          }
          return [];
        }),
      };
    }),
  );
  if (found.length > 0) return { value: undefined, problems: withoutRepeats(found) };
  const { business, debounceMs, backEnd, model } = value;
  return { value: { file, business, debounceMs, backEnd, model, scenarios }, problems: [] };
}

function replaced(
  written: z.output<typeof WrittenScenario>,
  value: string,
): z.output<typeof WrittenScenario> {
  return WrittenScenario.parse(
    JSON.parse(
      JSON.stringify(written, (_key, part: unknown) =>
        typeof part === 'string' ? part.replaceAll('{}', value) : part,
      ),
    ),
  );
}

/** A scenario for each of ten words has a mistake of its ten times. */
function withoutRepeats(problems: readonly FileProblem[]): readonly FileProblem[] {
  const said = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...said.values()];
}

/**
 * Which scenarios may be played beside each other. Customers of their own get in nobody's way; one who comes again, or
 * whose phone another scenario has as well, a clock and a back end do.
 */
export function sortScenarios(scenarios: readonly Scenario[]): {
  readonly apart: readonly Scenario[];
  readonly inOrder: readonly Scenario[];
} {
  const isApart = ({ as, phone, steps }: Scenario): boolean =>
    as === undefined &&
    (phone === undefined || scenarios.filter((other) => other.phone === phone).length === 1) &&
    !steps.some((step) => 'clock' in step || 'backEnd' in step);
  return { apart: scenarios.filter(isApart), inOrder: scenarios.filter((one) => !isApart(one)) };
}
