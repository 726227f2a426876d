import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Outcome } from '../../packages/sdk/src/turn.ts';

const Texts = z.array(z.string()).default([]);

/**
 * What a customer does, as the simulator's control API takes it; a text alone is a text message. `says`: what a
 * transcription server hears in a voice note.
 */
const Act = z
  .union([z.string().transform((body) => ({ kind: 'text', body })), z.looseObject({ kind: z.string() })])
  .readonly();

/**
 * What must have come of a step. `out`: of what the phone shows, replies joined by a blank line. `buttons`: titles
 * under the last reply. `task: null`: no task. `windowHours`: left of the service window, rounded.
 */
const Expected = {
  outcome: Outcome.shape.kind,
  task: z.string().nullable().optional(),
  rule: z.string().optional(),
  out: z
    .strictObject({
      exactly: z.string().optional(),
      contains: Texts,
      matches: Texts,
      absent: Texts,
    })
    .prefault({}),
  buttons: z.array(z.string()).optional(),
  windowHours: z.number().int().optional(),
};

/**
 * One step. `in`: the customer writes; `tap`: a button of the last reply, by its title; `act`: anything else;
 * `burst`: acts sent without waiting for an answer, `batch`: all in one webhook; both must become one turn, and what
 * is expected is that turn's. `clock`: hours to move the simulated clock by. `desk`: a person there takes, answers or
 * gives back. In acts "{sent}" is the id of the customer's last message, "{shown}" that of the last reply.
 */
const Step = z.union([
  z.strictObject({ in: z.string(), ...Expected }),
  z.strictObject({ tap: z.string(), ...Expected }),
  z.strictObject({ act: Act, ...Expected }),
  z.strictObject({ burst: z.array(Act).min(2), ...Expected }),
  z.strictObject({ batch: z.array(Act).min(2), ...Expected }),
  z.strictObject({ clock: z.number().positive() }),
  z.strictObject({ desk: z.enum(['take', 'give-back']) }),
  z.strictObject({ desk: z.literal('reply'), text: z.string() }),
]);
export type Step = z.infer<typeof Step>;
export type ExpectingStep = Extract<Step, { outcome: unknown }>;

/**
 * `as`: a simulated customer, whose conversation goes on from scenario to scenario; without it, somebody new, with
 * `phone` if that matters. `each`: the scenario is played once for each of these, with "{}" replaced by it.
 */
const Scenario = z.strictObject({
  name: z.string(),
  as: z.string().optional(),
  phone: z.string().optional(),
  each: z.array(z.string()).min(1).optional(),
  steps: z.array(Step).min(1),
});
export type Scenario = z.infer<typeof Scenario>;

/**
 * `business`: a folder of `businesses/`; `debounceMs`: how long the agent waits for more before it answers. Files
 * with the same share one stack.
 */
const ScenarioFile = z.strictObject({
  business: z.string().default('shop'),
  debounceMs: z.number().int().default(0),
  scenarios: z.array(z.unknown()).min(1),
});

/** A file's scenarios, each `each` spelled out. */
export type Scenarios = {
  readonly file: string;
  readonly business: string;
  readonly debounceMs: number;
  readonly scenarios: readonly Scenario[];
};

/** All scenario files of a folder, by name. Throws naming the file and field that is wrong. */
export function readScenarios(folder: string): readonly Scenarios[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const read = ScenarioFile.safeParse(parse(readFileSync(join(folder, file), 'utf8')));
      if (!read.success) throw new Error(`${join(folder, file)}: ${z.prettifyError(read.error)}`);
      const { business, debounceMs, scenarios } = read.data;
      return {
        file,
        business,
        debounceMs,
        scenarios: scenarios.flatMap((one) => spellOut(join(folder, file), one)),
      };
    });
}

const Repeated = z.looseObject({ name: z.string(), each: z.array(z.string()).optional() });

function spellOut(file: string, written: unknown): readonly Scenario[] {
  const { name, each } = Repeated.parse(written);
  const variants = each === undefined ? [written] : each.map((value) => replaced(written, value));
  return variants.map((variant) => {
    const scenario = Scenario.safeParse(variant);
    if (!scenario.success) throw new Error(`${file}, "${name}": ${z.prettifyError(scenario.error)}`);
    return scenario.data;
  });
}

function replaced(written: unknown, value: string): unknown {
  return JSON.parse(
    JSON.stringify(written, (_key, part: unknown) =>
      typeof part === 'string' ? part.replaceAll('{}', value) : part,
    ),
  );
}
