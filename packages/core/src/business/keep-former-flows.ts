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
 * be in them. `before`: what is published now.
 */
export function keepFormerFlows(next: Business, before: Business): FlowsKept {
  const changed = next.flows.filter((flow) => {
    const same = before.flows.find(({ id, version }) => id === flow.id && version === flow.version);
    return same !== undefined && JSON.stringify(same) !== JSON.stringify(flow);
  });
  if (changed.length > 0) return { kind: 'changed', flows: [...new Set(changed.map(({ id }) => id))] };
  const former = before.flows.filter(
    ({ id, version }) => !next.flows.some((flow) => flow.id === id && flow.version === version),
  );
  const all = [...next.flows, ...former].toSorted((a, b) => b.version - a.version);
  const kept = all.filter(
    ({ id }, place) => all.slice(0, place).filter((flow) => flow.id === id).length < versionsKept,
  );
  return { kind: 'kept', business: { ...next, flows: kept } };
}
