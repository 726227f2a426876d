import { z } from 'zod';

/**
 * The calendars of one resource. `caldav`: the collection that it is kept in step with; `password` names the
 * secret. `feed`: its appointments are to be had under a secret address; another number makes another address.
 */
export const ResourceCalendar = z.object({
  resource: z.string().min(1),
  caldav: z
    .object({
      url: z.url({ protocol: /^https?$/ }),
      user: z.string().min(1),
      password: z
        .string()
        .regex(/^secret:[a-z0-9]+(-[a-z0-9]+)*$/, 'secret: and a name, such as secret:clinic-calendar'),
    })
    .optional(),
  feed: z.number().int().positive().optional(),
});
export type ResourceCalendar = z.infer<typeof ResourceCalendar>;

/** The name of the secret behind "secret:…". */
export function secretName(reference: string): string {
  return reference.slice('secret:'.length);
}
