import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../schedule/instant.ts';
import { compilePattern, type LinearPattern } from '../slot/linear-pattern.ts';
import type { SlotType } from '../slot/slot-type.ts';
import type { BusinessTemplate } from '../template/business-template.ts';
import type { LinkedFlow, LinkedNode } from './flow.ts';
import { languageFor } from './language-for.ts';
import type { FlowValues } from './flow-values.ts';
import { parseTemplate, type TextTemplate } from './text-template.ts';

/** What flows of a business are run with. `slotTypes`: by name, for slots that are not built in. */
export type FlowSetting = {
  readonly businessName: string;
  readonly timeZone: string;
  readonly country: string;
  readonly currency: string;
  readonly slotTypes: ReadonlyMap<string, SlotType>;
  /** Where links may lead whose host comes out of a variable. */
  readonly linkHosts?: readonly string[];
  /** What may be sent outside the service window. */
  readonly templates?: readonly BusinessTemplate[];
};

/** A flow made ready to run: its nodes by id, its patterns compiled, its texts taken apart. */
export type ReadyFlow = {
  readonly flow: LinkedFlow;
  readonly setting: FlowSetting;
  readonly nodes: ReadonlyMap<string, LinkedNode>;
  readonly first: string;
  pattern(source: string): LinearPattern;
  template(text: string): TextTemplate;
  /** What the flow was set up with, its texts in one language. */
  settings(language: string): FlowValues;
  /** The calendar day at the business. */
  day(at: Instant): string;
};

/** Makes a valid flow ready, once for many turns. Throws for one that has no start; validate it first. */
export function prepareFlow(flow: LinkedFlow, setting: FlowSetting): ReadyFlow {
  const start = flow.nodes.find((node) => node.kind === 'start');
  if (start === undefined) throw new Error(`Flow "${flow.id}" has no start node; validate it before it runs`);
  const patterns = new Map<string, LinearPattern>();
  const templates = new Map<string, TextTemplate>();
  const settings = new Map<string, FlowValues>();
  return {
    flow,
    setting,
    nodes: new Map(flow.nodes.map((node) => [node.id, node])),
    first: start.id,
    pattern: (source) => remembered(patterns, source, () => compiled(flow, source)),
    template: (text) => remembered(templates, text, () => parseTemplate(text)),
    settings: (language) => remembered(settings, language, () => settingsIn(flow, language)),
    day: dayAt(setting.timeZone),
  };
}

/** A setting whose keys are all languages of the flow, or of the base of one, is a text by language. */
function settingsIn(flow: LinkedFlow, language: string): FlowValues {
  return Object.fromEntries(
    Object.entries(flow.with ?? {}).map(([name, value]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [name, value];
      const written = Object.keys(value);
      const known = written.length > 0 && written.every((each) => /^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(each));
      const as = known ? (languageFor(written, language) ?? written[0] ?? '') : '';
      return [name, known ? (value[as] ?? null) : value];
    }),
  );
}

/** The flow's own text decides what is remembered, so there is an end to it. */
function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

function compiled(flow: LinkedFlow, source: string): LinearPattern {
  const result = compilePattern(source);
  if (result.kind === 'wrong')
    throw new Error(
      `Flow "${flow.id}" has the pattern "${source}", but ${result.why}; validate it before it runs`,
    );
  return result.pattern;
}

/** Looks the day up once a day. */
function dayAt(timeZone: string): (at: Instant) => string {
  let known = { from: 1, to: 0, day: '' };
  return (at) => {
    if (at < known.from || at >= known.to) {
      const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).startOfDay();
      const to = start.add({ days: 1 }).epochMilliseconds;
      known = { from: start.epochMilliseconds, to, day: start.toPlainDate().toString() };
    }
    return known.day;
  };
}
