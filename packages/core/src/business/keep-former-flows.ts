import type { Flow } from '../flow/flow.ts';
import type { Business } from './business.ts';

/** So many versions of one flow are kept; whoever is in an older one is asked again from the start. */
const versionsKept = 5;

/** What becomes of the flows when a business is published anew. */
export type FlowsKept =
  | { readonly kind: 'kept'; readonly business: Business }
  /** These changed without a new version, so that conversations in them could not tell. */
  | { readonly kind: 'changed'; readonly flows: readonly string[] };

/**
 * The next version of a business with the flow versions of the one before, since conversations may
 * be in them. `before`: what is published now. A flow that comes with a pack changes with the pack, the
 * business's settings and languages: it is counted on by itself.
 */
export function keepFormerFlows(next: Business, before: Business): FlowsKept {
  const flows = next.flows.map((flow) => (flow.pack === undefined ? flow : counted(flow, before.flows)));
  const changed = flows.filter((flow) => {
    const same = before.flows.find(({ id, version }) => id === flow.id && version === flow.version);
    return same === undefined
      ? flow.version < newest(before.flows, flow.id) && isNewest(flow, flows)
      : !equal(same, flow);
  });
  if (changed.length > 0) return { kind: 'changed', flows: [...new Set(changed.map(({ id }) => id))] };
  const former = before.flows.filter(
    ({ id, version }) => !flows.some((flow) => flow.id === id && flow.version === version),
  );
  const all = [...flows, ...former].toSorted((a, b) => b.version - a.version);
  const kept = all.filter(
    ({ id }, place) => all.slice(0, place).filter((flow) => flow.id === id).length < versionsKept,
  );
  return { kind: 'kept', business: { ...next, flows: kept } };
}

/** The version that is published if nothing has changed, otherwise a new one. */
function counted(flow: Flow, before: readonly Flow[]): Flow {
  const last = newest(before, flow.id);
  const same = before.find(({ id, version }) => id === flow.id && version === last);
  if (same !== undefined && equal(same, { ...flow, version: last })) return same;
  return { ...flow, version: Math.max(flow.version, last + 1) };
}

function newest(flows: readonly Flow[], wanted: string): number {
  return Math.max(0, ...flows.filter(({ id }) => id === wanted).map(({ version }) => version));
}

function isNewest({ id, version }: Flow, flows: readonly Flow[]): boolean {
  return version === newest(flows, id);
}

/** Whether two flows say the same; the order of fields says nothing, and a database changes it. */
function equal(one: Flow, other: Flow): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
