import type { Owner } from '@ambit/core/conversation/owner';
import { longestText } from '@ambit/core/conversation/reply';
import { currentPack } from '@ambit/core/policy/pack';
import type { Database, Queryable } from '../db/database.ts';
import { isKnownMessage, lockMailbox } from '../db/lock-mailbox.ts';
import { changeOwner } from '../db/ownership.ts';
import { readOwnerVersion } from '../db/views/read-owner-version.ts';
import { readWindow } from '../db/views/read-window.ts';
import type { Clock } from '../ports/clock.ts';
import type { EngineSettings } from './settings.ts';
import { wakeConversations } from './wake-conversation.ts';

type Place = { readonly channelId: string; readonly conversationId: string };

/** Who may speak, and under which version. */
export type VersionedOwner = Owner & { readonly version: number };

/** Why a person's command was not done. */
export type DeskRefusal =
  | { kind: 'no-conversation' }
  | { kind: 'agent-owns' }
  | { kind: 'other-person-owns'; person: string }
  /** `closedAt` is absent when the customer never wrote. */
  | { kind: 'window-closed'; closedAt: number | undefined }
  | { kind: 'empty-text' }
  | { kind: 'text-too-long'; length: number; limit: number };

export type OwnerChanged = { kind: 'changed'; owner: VersionedOwner } | DeskRefusal;
export type ReplyTaken =
  | { kind: 'taken'; messageId: string; repeated: boolean; owner: VersionedOwner }
  | DeskRefusal;

/** What people at the desk do to a conversation. Everything goes through its mailbox, in its order. */
export type DeskCommands = {
  /** From then on only this person speaks. `force`: even if another person does now. */
  take(place: Place, request: { person: string; force: boolean }): Promise<OwnerChanged>;
  /** The agent speaks again, from the customer's next message on. */
  giveBack(place: Place, request: { person: string; force: boolean }): Promise<OwnerChanged>;
  /** Queues a person's words once per `clientId`; answering what nobody has taken takes it. */
  reply(place: Place, request: { person: string; text: string; clientId: string }): Promise<ReplyTaken>;
};

/** `onWoken`: told, after commit, that a mailbox may be due. */
export function createDeskCommands(needs: {
  database: Database;
  clock: Clock;
  settings: Pick<EngineSettings, 'longestDebounceMs'>;
  onWoken: () => void;
}): DeskCommands {
  const { database, clock, settings, onWoken } = needs;

  async function inMailbox<T>(
    place: Place,
    work: (client: Queryable, owner: VersionedOwner) => Promise<T>,
  ): Promise<T | DeskRefusal> {
    const done = await database.transaction(async (client): Promise<T | DeskRefusal> => {
      const locked = await lockMailbox(client, place);
      const owner = locked ? await readOwnerVersion(client, place) : undefined;
      return owner === undefined ? { kind: 'no-conversation' } : work(client, owner);
    });
    onWoken();
    return done;
  }

  async function change(
    client: Queryable,
    place: Place,
    kind: 'take' | 'give-back',
    person: string,
  ): Promise<OwnerChanged> {
    await changeOwner(client, place, { kind, person }, clock.now());
    const owner = await readOwnerVersion(client, place);
    return owner === undefined ? { kind: 'no-conversation' } : { kind: 'changed', owner };
  }

  return {
    take: (place, { person, force }) =>
      inMailbox(place, async (client, owner): Promise<OwnerChanged> => {
        const holder = personOf(owner);
        if (holder === person) return { kind: 'changed', owner };
        if (holder !== undefined && !force) return { kind: 'other-person-owns', person: holder };
        return change(client, place, 'take', person);
      }),
    giveBack: (place, { person, force }) =>
      inMailbox(place, async (client, owner): Promise<OwnerChanged> => {
        if (owner.kind === 'agent') return { kind: 'changed', owner };
        const holder = personOf(owner);
        if (holder !== undefined && holder !== person && !force)
          return { kind: 'other-person-owns', person: holder };
        return change(client, place, 'give-back', person);
      }),
    reply: (place, { person, text, clientId }) =>
      inMailbox(place, async (client, owner): Promise<ReplyTaken> => {
        const messageId = `desk:${clientId}`;
        if (await isKnownMessage(client, place.channelId, messageId))
          return { kind: 'taken', messageId, repeated: true, owner };
        const body = text.trim();
        const refusal = refuseText(body) ?? refuseOwner(owner, person) ?? (await refuseWindow(client, place));
        if (refusal !== undefined) return refusal;
        const taken =
          personOf(owner) === person
            ? ({ kind: 'changed', owner } as const)
            : await change(client, place, 'take', person);
        if (taken.kind !== 'changed') return taken;
        await wakeConversations(
          client,
          [{ ...place, messageId, at: clock.now(), content: { kind: 'person-reply', person, body } }],
          settings,
        );
        return { kind: 'taken', messageId, repeated: false, owner: taken.owner };
      }),
  };

  async function refuseWindow(client: Queryable, place: Place): Promise<DeskRefusal | undefined> {
    const closesAt = await readWindow(client, place);
    const open = closesAt !== undefined && closesAt - clock.now() > currentPack.limits.windowMarginMs;
    return open ? undefined : { kind: 'window-closed', closedAt: closesAt };
  }
}

function personOf(owner: Owner): string | undefined {
  return owner.kind === 'people' ? owner.person : undefined;
}

function refuseText(body: string): DeskRefusal | undefined {
  if (body === '') return { kind: 'empty-text' };
  return body.length > longestText
    ? { kind: 'text-too-long', length: body.length, limit: longestText }
    : undefined;
}

function refuseOwner(owner: Owner, person: string): DeskRefusal | undefined {
  if (owner.kind !== 'people') return { kind: 'agent-owns' };
  return owner.person === undefined || owner.person === person
    ? undefined
    : { kind: 'other-person-owns', person: owner.person };
}
