/** A WhatsApp group that the business made. */
export type Group = {
  readonly id: string;
  readonly phoneNumberId: string;
  subject: string;
  description: string;
  joinApproval: boolean;
  inviteLink: string;
  suspended: boolean;
  readonly createdMs: number;
  /** Ids of customers. */
  readonly participants: Set<string>;
  /** Customers who ask to join, by request id. */
  readonly joinRequests: Map<string, string>;
};

export type GroupStore = {
  add(group: Group): void;
  find(id: string): Group | undefined;
  all(): readonly Group[];
  remove(id: string): void;
};

/** Most people in a group, the business not counted. Source: Cloud API docs, "Groups", read 2026-11-21. */
export const mostParticipants = 8;

export function createGroupStore(): GroupStore {
  const groups = new Map<string, Group>();
  return {
    add: (group) => {
      groups.set(group.id, group);
    },
    find: (id) => groups.get(id),
    all: () => [...groups.values()],
    remove: (id) => {
      groups.delete(id);
    },
  };
}
