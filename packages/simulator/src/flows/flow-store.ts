export type FlowStatus = 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'BLOCKED' | 'THROTTLED';

/** A flow of the account. */
export type Flow = {
  readonly id: string;
  name: string;
  status: FlowStatus;
  categories: readonly string[];
  endpointUri: string | undefined;
  /** The uploaded flow JSON, parsed; undefined until one was uploaded. */
  json: Readonly<Record<string, unknown>> | undefined;
  validationErrors: readonly Readonly<Record<string, unknown>>[];
  previewToken: string;
  readonly createdMs: number;
  /** Sends in the current hour while throttled. */
  sentThisHour: { hour: number; count: number };
};

/** All flows, by id and by name. */
export type FlowStore = {
  add(flow: Flow): void;
  find(idOrName: string): Flow | undefined;
  all(): readonly Flow[];
  remove(id: string): void;
};

export function createFlowStore(): FlowStore {
  const flows = new Map<string, Flow>();
  return {
    add: (flow) => {
      flows.set(flow.id, flow);
    },
    find: (key) => flows.get(key) ?? [...flows.values()].find((flow) => flow.name === key),
    all: () => [...flows.values()],
    remove: (id) => {
      flows.delete(id);
    },
  };
}
