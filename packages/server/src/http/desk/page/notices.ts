import type { Alarm } from '@ambit/sdk/alarm';
import type { Channel } from '@ambit/sdk/channel';
import type { DeskStatus } from '@ambit/sdk/desk-status';
import type { UnroutedList } from '@ambit/sdk/unrouted';
import { byId, element, icon, refill } from './element.ts';
import { alarmText, fullTime } from './wording.ts';

const strip = byId('notices', HTMLDivElement);
const unroutedChip = byId('unrouted', HTMLButtonElement);
const unroutedList = byId('unrouted-list', HTMLDivElement);
const business = byId('business', HTMLSpanElement);
const work = byId('work', HTMLSpanElement);
const phoneLink = byId('phone-link', HTMLAnchorElement);
const connection = byId('connection', HTMLDivElement);

/** What people should look at now: numbers that do not send, then alarms, three at a time. */
export function fillNotices(
  alarms: readonly Alarm[],
  channels: readonly Channel[],
  actions: { open(alarm: Alarm): void; clear(alarm: Alarm): void; resume(channel: Channel): void },
): void {
  const paused = channels.filter((channel) => channel.pausedWhy !== undefined);
  const shown = alarms.slice(0, 3);
  strip.hidden = paused.length + shown.length === 0;
  refill(
    strip,
    ...paused.map((channel) =>
      element(
        'div',
        { class: 'strip paused' },
        icon('alert'),
        element(
          'span',
          { dir: 'auto' },
          `Nothing is sent from ${channel.displayName}: ${channel.pausedWhy ?? ''}`,
        ),
        element(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-key': `resume ${channel.channelId}`,
            onclick: () => actions.resume(channel),
          },
          'Resume',
        ),
      ),
    ),
    ...shown.map((alarm) =>
      element(
        'div',
        { class: 'strip alarm' },
        icon('alert'),
        element('span', { dir: 'auto', title: fullTime(alarm.raisedAt) }, alarmText(alarm)),
        alarm.conversationId !== undefined &&
          element(
            'button',
            {
              type: 'button',
              class: 'button',
              'data-key': `open ${alarm.alarmId}`,
              onclick: () => actions.open(alarm),
            },
            'Open',
          ),
        element(
          'button',
          {
            type: 'button',
            class: 'button quiet',
            'data-key': `clear ${alarm.alarmId}`,
            onclick: () => actions.clear(alarm),
          },
          'Clear',
        ),
      ),
    ),
    alarms.length > shown.length &&
      element('div', { class: 'strip alarm' }, `and ${alarms.length - shown.length} more`),
  );
}

export function fillUnrouted({ count, newest }: UnroutedList): void {
  unroutedChip.hidden = count === 0;
  unroutedChip.textContent = `${count} unrouted`;
  refill(
    unroutedList,
    ...newest.map((item) =>
      element(
        'p',
        {},
        element('strong', {}, item.reason),
        ` ${item.field ?? ''} ${item.address ?? ''} · ${fullTime(item.receivedAt)}`,
      ),
    ),
  );
}

export function fillStatus(status: DeskStatus): void {
  const { counts } = status;
  business.textContent =
    status.business === undefined ? '' : `${status.business.name} · version ${status.business.version}`;
  const parts = [
    counts.overdue > 0 ? `${counts.overdue} messages wait longer than a minute` : '',
    counts.unknown > 0 ? `${counts.unknown} sends unknown` : '',
  ];
  work.textContent = parts.filter((part) => part !== '').join(' · ');
  phoneLink.hidden = status.phoneUrl === undefined;
  if (status.phoneUrl !== undefined) phoneLink.href = status.phoneUrl;
}

/** Says that what is shown may be old; undefined: all is well. */
export function tellConnection(text: string | undefined): void {
  connection.hidden = text === undefined;
  connection.textContent = text ?? '';
}
