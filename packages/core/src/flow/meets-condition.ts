import { comparableText } from '../message/comparable-text.ts';
import type { SlotValue } from '../slot/slot-type.ts';
import type { FlowCondition, FlowTest } from './flow-condition.ts';
import { valueAt, type FlowScope } from './flow-values.ts';
import { isoDay, type FlowLocale } from './local-format.ts';
import type { ReadyFlow } from './ready-flow.ts';
import { renderText } from './render-text.ts';

/** Whether a condition holds. */
export function meetsCondition(
  ready: ReadyFlow,
  condition: FlowCondition,
  scope: FlowScope,
  locale: FlowLocale,
): boolean {
  const meets = (test: FlowTest): boolean => meetsTest(ready, test, scope, locale);
  const group = (each: FlowCondition['groups'][number]): boolean =>
    each.match === 'all' ? each.tests.every(meets) : each.tests.some(meets);
  return condition.match === 'all' ? condition.groups.every(group) : condition.groups.some(group);
}

function meetsTest(ready: ReadyFlow, test: FlowTest, scope: FlowScope, locale: FlowLocale): boolean {
  const value = valueAt(scope, test.variable);
  const isSet = value !== undefined && value !== null && value !== '';
  if (test.kind === 'unset') return !isSet;
  if (!isSet) return false;
  const rendered = (text: string): string => renderText(ready.template(text), scope, locale);
  switch (test.kind) {
    case 'set':
      return true;
    case 'true':
      return value === true;
    case 'text': {
      const wanted = [test.value].flat().map(rendered);
      const meets = (each: SlotValue): boolean => meetsText(test, asText(each), wanted);
      // Of several, such as a customer's tags, one is enough; "not" speaks of all of them.
      if (Array.isArray(value)) return test.is === 'not' ? value.every(meets) : value.some(meets);
      return meets(value);
    }
    case 'number':
      return meetsNumber(
        test.is,
        asNumber(value),
        typeof test.value === 'number' ? test.value : asNumber(rendered(test.value)),
      );
    case 'date':
      return meetsDate(
        test.is,
        isoDay(value, locale.timeZone),
        test.value === 'today' ? rendered('{{today}}') : isoDay(rendered(test.value), locale.timeZone),
      );
    case 'pattern':
      return ready.pattern(test.pattern).matches(asText(value));
  }
}

function asText(value: SlotValue): string {
  return typeof value === 'object' ? '' : String(value);
}

function asNumber(value: SlotValue): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

function meetsText(
  { is }: Extract<FlowTest, { kind: 'text' }>,
  value: string,
  wanted: readonly string[],
): boolean {
  const own = comparableText(value);
  const others = wanted.map(comparableText);
  switch (is) {
    case 'equal-to':
    case 'one-of':
      return others.includes(own);
    case 'not':
      return !others.includes(own);
    case 'containing':
      return others.some((other) => own.includes(other));
    case 'starting-with':
      return others.some((other) => own.startsWith(other));
  }
}

function meetsNumber(is: Extract<FlowTest, { kind: 'number' }>['is'], value: number, other: number): boolean {
  if (Number.isNaN(value) || Number.isNaN(other)) return false;
  switch (is) {
    case 'equal-to':
      return value === other;
    case 'not':
      return value !== other;
    case 'under':
      return value < other;
    case 'at-most':
      return value <= other;
    case 'over':
      return value > other;
    case 'at-least':
      return value >= other;
  }
}

/** ISO days compare as texts. */
function meetsDate(
  is: Extract<FlowTest, { kind: 'date' }>['is'],
  day: string | undefined,
  other: string | undefined,
): boolean {
  if (day === undefined || other === undefined) return false;
  switch (is) {
    case 'on':
      return day === other;
    case 'before':
      return day < other;
    case 'after':
      return day > other;
    case 'on-or-before':
      return day <= other;
    case 'on-or-after':
      return day >= other;
  }
}
