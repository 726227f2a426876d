/** What this browser keeps: who sits here, what was read, and replies begun but not sent. */

const nameKey = 'ambit.desk.person';
const seenKey = 'ambit.desk.seen';

export function readName(): string | undefined {
  return read(localStorage, nameKey);
}

export function keepName(name: string): void {
  localStorage.setItem(nameKey, name);
}

/** The time of the newest message that was seen here, by conversation; `since`: when this browser first looked. */
export type Seen = { since: number; readonly newest: Map<string, number> };

export function readSeen(now: number): Seen {
  const kept = read(localStorage, seenKey)?.split('\n') ?? [];
  const newest = new Map(
    kept.slice(1).flatMap((line) => {
      const [key, at] = line.split('\t');
      return key === undefined || at === undefined ? [] : [[key, Number(at)] as const];
    }),
  );
  return { since: Number(kept[0] ?? now), newest };
}

export function keepSeen(seen: Seen): void {
  const lines = [...seen.newest].slice(-500).map(([key, at]) => `${key}\t${at}`);
  localStorage.setItem(seenKey, [seen.since, ...lines].join('\n'));
}

/** `clientId` names the reply, so that sending it again after a lost answer sends it once. */
export type Begun = { readonly clientId: string; readonly text: string };

export function readBegun(conversation: string): Begun | undefined {
  const kept = read(sessionStorage, `ambit.desk.reply ${conversation}`);
  const line = kept?.indexOf('\n') ?? -1;
  return kept === undefined || line < 0
    ? undefined
    : { clientId: kept.slice(0, line), text: kept.slice(line + 1) };
}

/** Keeps what was typed. A changed text is another reply and gets another id. */
export function keepBegun(conversation: string, text: string): Begun {
  const before = readBegun(conversation);
  const begun = before?.text === text ? before : { clientId: crypto.randomUUID(), text };
  sessionStorage.setItem(`ambit.desk.reply ${conversation}`, `${begun.clientId}\n${begun.text}`);
  return begun;
}

export function forgetBegun(conversation: string): void {
  sessionStorage.removeItem(`ambit.desk.reply ${conversation}`);
}

function read(storage: Storage, key: string): string | undefined {
  return storage.getItem(key) ?? undefined;
}
