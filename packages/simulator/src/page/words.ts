/** Times, initials and colours as the phone shows them. Times are shown in the viewer's zone. */
const clockFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const shortDayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const fullFormat = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const secondsFormat = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export const timeOf = (ms: number): string => clockFormat.format(ms);
export const timeWithSecondsOf = (ms: number): string => secondsFormat.format(ms);
export const fullTimeOf = (ms: number): string => fullFormat.format(ms);

/** "Today", "Yesterday" or the date. */
export function dayOf(ms: number, nowMs: number): string {
  const days = daysBetween(ms, nowMs);
  if (days === 0) return 'Today';
  return days === 1 ? 'Yesterday' : dayFormat.format(ms);
}

/** The time today, else the day, for the list of customers. */
export function shortTimeOf(ms: number, nowMs: number): string {
  const days = daysBetween(ms, nowMs);
  if (days === 0) return timeOf(ms);
  return days === 1 ? 'Yesterday' : shortDayFormat.format(ms);
}

function daysBetween(ms: number, nowMs: number): number {
  const day = (value: number): number => new Date(value).setHours(0, 0, 0, 0);
  return Math.round((day(nowMs) - day(ms)) / 86_400_000);
}

/** "23 h 12 min", "41 min", "under a minute". */
export function durationOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
  return `${Math.floor(hours / 24)} days`;
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const first = words[0]?.charAt(0) ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : '';
  return (first + last).toUpperCase();
}

/** One of six avatar colours, always the same for one name. */
export function toneOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return `tone-${sum % 6}`;
}

/** +1 415 555 0142 from digits: grouped for reading only. */
export function phoneOf(waId: string): string {
  const country =
    /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/.exec(waId)?.[0] ?? waId.slice(0, 3);
  const rest = waId.slice(country.length);
  const groups = rest.match(/\d{3}(?=\d{3})|\d{1,5}$/g) ?? [rest];
  return `+${country} ${groups.join(' ')}`;
}
