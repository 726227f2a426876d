import type { SlotValue } from '../slot/slot-type.ts';

/** What variables hold, by name. */
export type FlowValues = Readonly<Record<string, SlotValue>>;

/**
 * What `{{…}}` can be in a flow. `fixed`: what no flow can set: `contact.id`, `contact.phone` (only
 * when Meta gave it), `customer` (what the business keeps of them, if anything), `business.name`, `said` (the text the flow started from), `today`, `language`, `with`
 * (what the flow was set up with).
 */
export type FlowScope = { readonly variables: FlowValues; readonly fixed: FlowValues };

/** Names a flow may read but not set. */
export const fixedNames: readonly string[] = [
  'contact',
  'customer',
  'business',
  'said',
  'today',
  'language',
  'with',
];

/** The value at a path such as `order.items.0.name`; `length` of a list is how many entries it has. */
export function valueAt(scope: FlowScope, path: string): SlotValue | undefined {
  const [root = '', ...rest] = path.split('.');
  const holder = fixedNames.includes(root) ? scope.fixed : scope.variables;
  return within(Object.hasOwn(holder, root) ? holder[root] : undefined, rest);
}

/** The value at a path inside a value. */
export function within(value: SlotValue | undefined, path: readonly string[]): SlotValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    if (key === 'length' && rest.length === 0) return value.length;
    return /^\d{1,4}$/.test(key) ? within(value[Number(key)], rest) : undefined;
  }
  return Object.hasOwn(value, key) ? within(value[key], rest) : undefined;
}
