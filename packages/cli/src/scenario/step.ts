import { z } from 'zod';
import { suggestion } from '@ambit/core/business/did-you-mean';
import { explainIssue } from '@ambit/core/business/explain-issue';
import { Outcome } from '@ambit/sdk/turn';
import { BackEndState } from './back-end-file.ts';

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
 * under the last reply. `task: null`: no task. `windowHours`: left of the service window, rounded. `price`: of the
 * last reply, as estimated: its category and type of Meta's, and the amount. `by`: who does it, a customer of the
 * scenario; left out, the first.
 */
const expected = {
  by: z.string().min(1).optional(),
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
  price: z
    .strictObject({
      category: z.string().optional(),
      type: z.string().optional(),
      amount: z.number().optional(),
    })
    .optional(),
};

const steps = {
  /** The customer writes. */
  in: z.strictObject({ in: z.string(), ...expected }),
  /** A button or list row of the last reply, by its title. */
  tap: z.strictObject({ tap: z.string(), ...expected }),
  /** Anything else: media, a sticker, an edit, a call. */
  act: z.strictObject({ act: Act, ...expected }),
  /** Sent without waiting for an answer; must become one turn, and what is expected is that turn's. */
  burst: z.strictObject({ burst: z.array(Act).min(2), ...expected }),
  /** The same in one webhook. */
  batch: z.strictObject({ batch: z.array(Act).min(2), ...expected }),
  /** Hours to move the simulated clock by. */
  clock: z.strictObject({ clock: z.number().positive() }),
  /** Seconds to wait, for what happens by itself. */
  wait: z.strictObject({ wait: z.number().positive().max(60) }),
  /** A message that comes by itself, such as a timer's: what the phone must show within half a minute. */
  comes: z.strictObject({ comes: z.string().min(1), by: z.string().min(1).optional() }),
  /** A person takes, answers or gives back. */
  desk: z.discriminatedUnion('desk', [
    z.strictObject({ desk: z.enum(['take', 'give-back']) }),
    z.strictObject({ desk: z.literal('reply'), text: z.string() }),
  ]),
  /** How the stand-in for the business's own systems behaves from now on. */
  backEnd: z.strictObject({ backEnd: BackEndState }),
};

/** One step. In acts "{sent}" is the id of the customer's last message, "{shown}" that of the last reply. */
export type Step = z.output<(typeof steps)[keyof typeof steps]>;
export type ExpectingStep = Extract<Step, { outcome: unknown }>;

/** A step as it is written: which schema it has to follow is told by one of its fields. */
export type ReadStep =
  | { readonly kind: 'step'; readonly step: Step }
  | {
      readonly kind: 'issues';
      readonly issues: readonly StepIssue[];
    };

/** What is wrong with a step, where in it, and what to do. */
type StepIssue = { readonly path: readonly PropertyKey[]; readonly message: string; readonly fix: string };

const Written = z.record(z.string(), z.unknown());

/** Reads one step. */
export function readStep(written: unknown): ReadStep {
  const fields = Written.safeParse(written);
  const name = Object.keys(steps).find((one) => Object.hasOwn(fields.data ?? {}, one));
  if (!isStepName(name)) {
    const [first = ''] = Object.keys(fields.data ?? {});
    const message = fields.success ? `"${first}" is nothing that a step can do` : 'this is no step';
    return { kind: 'issues', issues: [{ path: [], message, fix: suggestion(first, Object.keys(steps)) }] };
  }
  const schema = steps[name];
  const read = schema.safeParse(written, { reportInput: true });
  if (read.success) return { kind: 'step', step: read.data };
  return {
    kind: 'issues',
    issues: read.error.issues.flatMap((issue): readonly StepIssue[] => {
      if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, ...explainIssue(issue) }];
      const known = knownFields(schema, issue.path);
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        message: 'there is no such field',
        fix: suggestion(key, known),
      }));
    }),
  };
}

/** What may stand at a place of a step. */
function knownFields(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let at: z.core.JSONSchema.BaseSchema | undefined = z.toJSONSchema(schema, { io: 'input' });
  for (const key of path) {
    const inner: z.core.JSONSchema._JSONSchema | undefined = at?.properties?.[String(key)];
    at = typeof inner === 'object' ? inner : undefined;
  }
  return Object.keys(at?.properties ?? {});
}

function isStepName(name: string | undefined): name is keyof typeof steps {
  return name !== undefined && Object.hasOwn(steps, name);
}
