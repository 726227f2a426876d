import { z } from 'zod';
import type { Business } from '../business/business.ts';
import { isAllowedLink } from '../order/allowed-link.ts';
import { linkHosts } from '../order/link-hosts.ts';

/** How customers get an appointment for their calendars: a link in the text, a document of its own, or not at all. */
export const IcsSetting = z.enum(['link', 'send', 'none']);

/** An appointment's entry for its customer's calendar: a link to show, or a file to send. */
export type CalendarEntry = { readonly calendarLink: string } | { readonly calendarFile: string };

/**
 * What a customer gets of the entry at `url`; nothing where nobody wants it. A file is fetched by Meta, from one of the
 * hosts that links may lead to; from elsewhere the link is shown instead.
 */
export function calendarEntry(
  url: string,
  business: Pick<Business, 'appointments' | 'orders' | 'escalation'> & Partial<Pick<Business, 'linkHosts'>>,
): CalendarEntry | undefined {
  switch (business.appointments?.ics ?? 'link') {
    case 'none':
      return undefined;
    case 'link':
      return { calendarLink: url };
    case 'send':
      return isAllowedLink(url, linkHosts(business))
        ? { calendarFile: `${url}?document` }
        : { calendarLink: url };
  }
}
