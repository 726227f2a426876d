import { z } from 'zod';
import { Named, WebAddress, boundedText } from './bounded-text.ts';

/** Where a file comes from: uploaded to Meta (`id`, valid 30 days) or fetched by Meta (`link`, cached 10 minutes). */
export const mediaSource = { id: Named.optional(), link: WebAddress.optional() };

/** The rule that goes with `mediaSource`: one of the two, not both. */
export function hasOneSource(media: { id?: string | undefined; link?: string | undefined }): boolean {
  return (media.id === undefined) !== (media.link === undefined);
}

export const ONE_SOURCE = 'needs exactly one of "id" and "link"';

/** A file without a name of its own. */
export const MediaFile = z.strictObject(mediaSource).refine(hasOneSource, ONE_SOURCE);

/** A file with the name under which the customer sees it. */
export const NamedFile = z
  .strictObject({ ...mediaSource, filename: Named.optional() })
  .refine(hasOneSource, ONE_SOURCE);

/** The text under a picture, film or document. Source: Cloud API docs, "Media", read 2026-11-21. */
export const Caption = boundedText(1024);
