import { z } from 'zod';
import { FlowCondition } from './flow-condition.ts';
import { FlowContent } from './flow-content.ts';
import { FlowSlot } from './flow-slot.ts';
import { FlowText } from './flow-text.ts';
import { NodeId, Onward, Silence, Variable } from './node-names.ts';
import { TemplateCategory } from '../template/business-template.ts';
import { PickNode } from './pick-node.ts';

const id = NodeId;
const Edges = z.record(z.string().min(1), NodeId);
const then = z.object({ then: NodeId });

const Trigger = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('task'), task: z.string().min(1) }),
  /** Something that happened in the business's own systems. */
  z.object({ kind: z.literal('event'), event: z.string().min(1) }),
  /** A button or list row with this id, in a message or a template. */
  z.object({ kind: z.literal('button'), id: z.string().min(1) }),
  z.object({
    kind: z.literal('schedule'),
    days: z
      .array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']))
      .min(1),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as "09:30"'),
  }),
  /** The customer came through this ad; without `ad`, through any. */
  z.object({ kind: z.literal('ad-click'), ad: z.string().min(1).optional() }),
]);

/** What a field of a tool's answer must be for the answer to be used. */
const FieldType = z.enum(['text', 'number', 'true-or-false', 'list', 'group']);

/**
 * One step of a flow. `to` says which node follows each way it can come out. Text fields may hold
 * `{{variables}}`. The kinds and their outcomes are described in docs/guide/flows.md.
 */
export const FlowNode = z.discriminatedUnion('kind', [
  /** Without triggers: a task names its flow, or another flow has it as a sub-flow. */
  z.object({ id, kind: z.literal('start'), triggers: z.array(Trigger).default([]), to: then }),
  z.object({ id, kind: z.literal('message'), say: FlowContent, to: then }),
  z.object({
    id,
    kind: z.literal('ask'),
    text: FlowText,
    slot: FlowSlot,
    save: Variable,
    /** The text in which the answer may stand already, such as "{{words}}"; left out, what the flow came with. */
    said: z.string().min(1).optional(),
    /** Taken without asking where no text says otherwise; the customer may put it right later. */
    assume: z.union([z.string().min(1), z.number()]).optional(),
    /** Taken instead of asking, once, where it can be read as an answer, such as `{{customer.name}}`. */
    known: z.string().min(1).optional(),
    /** Said instead of `text` after an answer that did not fit. */
    again: FlowText.optional(),
    /** How often to ask again before the `failed` edge is taken. */
    retries: z.number().int().min(0).max(5).default(2),
    /** The title of a button that leaves the answer open; needs the `skipped` edge. */
    skip: FlowText.optional(),
    onward: Onward.optional(),
    silence: Silence.optional(),
    to: z.object({
      filled: NodeId,
      failed: NodeId,
      skipped: NodeId.optional(),
      onward: NodeId.optional(),
      silent: NodeId.optional(),
    }),
  }),
  z.object({
    id,
    kind: z.literal('choice'),
    text: FlowText,
    options: z
      .array(
        z.object({
          id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by "-"'),
          title: FlowText,
          description: FlowText.optional(),
          says: z.array(z.string().min(1)).default([]),
        }),
      )
      .min(1)
      .max(10),
    /** Asked even where the first message names an option, because its text must be read. */
    always: z.boolean().optional(),
    /** What opens the list when there are more than three options. */
    open: FlowText.optional(),
    again: FlowText.optional(),
    retries: z.number().int().min(0).max(5).default(2),
    silence: Silence.optional(),
    /** A text that changes what is to be agreed to, such as "make the coffee large", is saved; the flow goes on at `changed`. */
    change: z
      .object({ save: Variable, reads: z.enum(['basket-change', 'booking-change', 'location', 'call-back']) })
      .optional(),
    onward: Onward.optional(),
    /** One edge for each option's id, `failed`, `silent` where there is a silence, `changed` and `onward` where there is such a thing. */
    to: Edges,
  }),
  PickNode,
  z.object({
    id,
    kind: z.literal('condition'),
    if: FlowCondition,
    to: z.object({ yes: NodeId, no: NodeId }),
  }),
  z.object({
    id,
    kind: z.literal('set'),
    /** Texts are rendered; a text that is one variable copies its value, whatever it is. */
    values: z.record(Variable, z.union([z.string(), z.number(), z.boolean()])).default({}),
    add: z.record(Variable, z.number()).default({}),
    to: then,
  }),
  z.object({
    id,
    kind: z.literal('tool'),
    tool: z.string().min(1),
    /** An input whose only variable is not set is left out. */
    input: z.record(z.string(), z.string()).default({}),
    /** Whether it changes something. */
    effect: z.boolean(),
    /** Fields the answer must have, by path; another answer counts as failed. */
    result: z.record(z.string(), FieldType).default({}),
    save: Variable.optional(),
    /**
     * One edge for each `kind` the answer may have (or `answered` for any), `failed`, and `in-doubt`
     * when nobody knows whether it took effect; without that edge a person finds out.
     */
    to: Edges,
  }),
  z.object({
    id,
    kind: z.literal('knowledge'),
    question: z.string().min(1).default('{{said}}'),
    /** For businesses without knowledge, too: there it comes out as `unknown`. */
    optional: z.literal(true).optional(),
    to: z.object({ answered: NodeId, unknown: NodeId, failed: NodeId }),
  }),
  z.object({
    id,
    kind: z.literal('model'),
    instructions: z.string().min(10).max(2_000),
    /** The only variables the model sees. */
    sees: z.array(z.string().min(1)).max(20).default([]),
    /** Said when there is no model, it fails, or its text does not pass the checks. */
    otherwise: FlowText,
    /** What follows a model that failed, or whose text was rejected twice. Without any model, `otherwise` is said. */
    failing: z.enum(['otherwise', 'hand-off']).default('otherwise'),
    to: then,
  }),
  /** Goes on in the customer's language if the flow is written in it: `spoken`, otherwise `other`. */
  z.object({
    id,
    kind: z.literal('detect-language'),
    save: Variable.optional(),
    to: z.object({ spoken: NodeId, other: NodeId }),
  }),
  z.object({
    id,
    kind: z.literal('wait'),
    minutes: z.number().int().positive().max(43_200),
    save: Variable.optional(),
    /** Questions about what the product is like whose number the variable `about` holds come here first. */
    hears: z.object({ about: Variable }).optional(),
    to: z.object({ replied: NodeId, 'timed-out': NodeId }),
  }),
  /** The only way back: `most` times, then `exceeded`. */
  z.object({
    id,
    kind: z.literal('jump'),
    most: z.number().int().min(1).max(20),
    to: z.object({ then: NodeId, exceeded: NodeId }),
  }),
  z.object({
    id,
    kind: z.literal('sub-flow'),
    flow: z.string().min(1),
    to: z.object({ ended: NodeId }),
  }),
  /** The same contact always goes the same way. `share` is relative to the others'. */
  z.object({
    id,
    kind: z.literal('split'),
    ways: z
      .array(
        z.object({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), share: z.number().int().positive().max(100) }),
      )
      .min(2)
      .max(5),
    to: Edges,
  }),
  /**
   * Notes that the customer agreed to be written to first, or no longer does. `purpose`: the category of
   * the templates they then get.
   */
  z.object({
    id,
    kind: z.literal('consent'),
    purpose: TemplateCategory,
    given: z.boolean(),
    to: then,
  }),
  z.object({
    id,
    kind: z.literal('hand-off'),
    /** For the desk. */
    why: z.string().min(3),
    queue: z.string().min(1).optional(),
    /** What the customer hears before being told that a person takes over. */
    text: FlowText.optional(),
  }),
  /** The matter is settled; the episode can be closed. */
  z.object({ id, kind: z.literal('resolve'), text: FlowText.optional() }),
  z.object({ id, kind: z.literal('end') }),
]);
export type FlowNode = z.infer<typeof FlowNode>;

/** Where a node may lead, by the name of its outcome. */
export function edgesOf(node: FlowNode): readonly (readonly [outcome: string, target: string])[] {
  return 'to' in node
    ? Object.entries(node.to).flatMap(([outcome, target]) =>
        target === undefined ? [] : [[outcome, target] as const],
      )
    : [];
}
