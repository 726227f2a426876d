import { z } from 'zod';
import type { World } from '../world.ts';
import { answered, chosen, refused, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { parsed } from './field.ts';
import { graphError } from './graph-error.ts';
import { withLine } from './line-of.ts';

/** Lengths as Meta documents them, read 2026-11-21. */
const ProfileChange = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(256).optional(),
  email: z.union([z.literal(''), z.email().max(128)]).optional(),
  vertical: z
    .enum(
      'UNDEFINED OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT PROF_SERVICES RETAIL TRAVEL RESTAURANT NOT_A_BIZ'.split(
        ' ',
      ),
    )
    .optional(),
  websites: z.array(z.url().max(256)).max(2).optional(),
  profile_picture_handle: z.string().optional(),
});

/** `GET /{phone number id}/whatsapp_business_profile`. */
export function getProfile(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => {
    const all = { messaging_product: 'whatsapp', ...line.profile };
    return answered({ data: [{ messaging_product: 'whatsapp', ...chosen(all, call.query) }] });
  });
}

/** `POST /{phone number id}/whatsapp_business_profile`: what is given replaces what was there. */
export function setProfile(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    parsed(ProfileChange, call.body, (change) => {
      const handle = change.profile_picture_handle;
      if (handle !== undefined && !world.uploads.knows(handle))
        return refused(graphError(100, 'profile_picture_handle is no handle of a finished upload.'));
      line.profile = {
        ...line.profile,
        ...(change.about === undefined ? {} : { about: change.about }),
        ...(change.address === undefined ? {} : { address: change.address }),
        ...(change.description === undefined ? {} : { description: change.description }),
        ...(change.email === undefined ? {} : { email: change.email }),
        ...(change.vertical === undefined ? {} : { vertical: change.vertical }),
        ...(change.websites === undefined ? {} : { websites: change.websites }),
        ...(handle === undefined ? {} : { profile_picture_url: `${world.address.url}/uploads/${handle}` }),
      };
      world.live.tell({ kind: 'account' });
      return succeeded();
    }),
  );
}
