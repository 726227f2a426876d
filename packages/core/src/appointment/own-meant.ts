import type { SlotContext } from '../slot/slot-type.ts';
import { readWhen } from '../slot/when/read-when.ts';
import type { Appointment } from './appointment.ts';
import { isWanted } from './choose-times.ts';
import { namesIn, type CalledNames } from './named-choices.ts';

/** An appointment of whoever asks. `fresh`: they booked or changed it just now. */
export type OwnAppointment<A extends Pick<Appointment, 'reference' | 'day' | 'service' | 'time'>> = {
  readonly appointment: A;
  readonly fresh: boolean;
};

/**
 * Those of somebody's appointments that a text means: by reference, by day and service ("cancel the one on
 * Thursday"), else what they booked just now ("move it"). All of them where it tells none from the others; to be
 * shown, all unless one is named. The day that something is moved to tells nothing.
 */
export function ownMeant<A extends Pick<Appointment, 'reference' | 'day' | 'service' | 'time'>>(
  all: readonly OwnAppointment<A>[],
  asked: {
    readonly said: string;
    readonly intent: 'move' | 'cancel' | 'show';
    readonly context: SlotContext;
    readonly called: CalledNames;
  },
): readonly OwnAppointment<A>[] {
  const { said, intent, context, called } = asked;
  const named = all.filter(({ appointment }) => said.toUpperCase().includes(appointment.reference));
  if (named.length > 0) return named;
  const services = namesIn(said, [...new Set(all.map(({ appointment }) => appointment.service))], called);
  const ofService = all.filter(({ appointment }) => services.includes(appointment.service));
  const left = services.length > 0 && ofService.length > 0 ? ofService : all;
  const days = readWhen(said, context)?.days ?? [];
  const first = intent === 'move' ? days.slice(0, days.length > 1 ? 1 : 0) : days;
  const onDay = first.length === 0 ? [] : left.filter(({ appointment }) => isWanted(appointment.day, first));
  if (onDay.length > 0) return onDay;
  const fresh = left.filter((each) => each.fresh);
  return intent !== 'show' && fresh.length > 0 && first.length === 0 ? fresh : left;
}
