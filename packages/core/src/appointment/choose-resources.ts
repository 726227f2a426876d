import { findService, sameName, type Resource, type Service } from './resource.ts';

/** A resource that may serve a request, and the service it would give. */
export type Candidate<R extends Resource = Resource> = { readonly resource: R; readonly service: Service };

/** `candidates`: the smallest that fits first, always in the same order, so that locks are taken in one order. */
export type Chosen<R extends Resource = Resource> =
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate<R>[] }
  | { readonly kind: 'unknown-service'; readonly services: string[] }
  | { readonly kind: 'unknown-resource'; readonly resources: string[] }
  | { readonly kind: 'too-many-people'; readonly capacity: number };

/** The resources a request can mean: by id or name, by service, by how many people fit. */
export function chooseResources<R extends Resource>(
  resources: readonly R[],
  asked: {
    readonly service?: string | undefined;
    readonly resource?: string | undefined;
    readonly people: number;
  },
): Chosen<R> {
  const { service: serviceName, resource: resourceName, people } = asked;
  const named =
    resourceName === undefined
      ? resources
      : resources.filter(
          ({ resourceId, name }) => sameName(resourceId, resourceName) || sameName(name, resourceName),
        );
  if (named.length === 0) return { kind: 'unknown-resource', resources: resources.map(({ name }) => name) };
  const services = [...new Set(named.flatMap((each) => each.services.map(({ name }) => name)))];
  const wanted = serviceName ?? (services.length === 1 ? services[0] : undefined);
  const able = named.flatMap((resource): readonly Candidate<R>[] => {
    const service = wanted === undefined ? undefined : findService(resource, wanted);
    return service === undefined ? [] : [{ resource, service }];
  });
  if (able.length === 0) return { kind: 'unknown-service', services };
  const large = able.filter(({ resource }) => people <= resource.capacity);
  if (large.length === 0) {
    return { kind: 'too-many-people', capacity: Math.max(...able.map(({ resource }) => resource.capacity)) };
  }
  return { kind: 'candidates', candidates: large.toSorted((a, b) => inLockOrder(a.resource, b.resource)) };
}

/** Smaller first, then by id. */
export function inLockOrder(one: Resource, other: Resource): number {
  return one.capacity - other.capacity || (one.resourceId < other.resourceId ? -1 : 1);
}
