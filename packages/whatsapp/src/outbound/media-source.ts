import { z } from 'zod';

/** Where a file comes from: uploaded to Meta (`id`, valid 30 days) or fetched by Meta (`link`, cached 10 minutes). */
export const mediaSource = {
  id: z.string().min(1).optional(),
  link: z.url({ protocol: /^https?$/ }).optional(),
};

/** The rule that goes with `mediaSource`: one of the two, not both. */
export function hasOneSource(media: { id?: string | undefined; link?: string | undefined }): boolean {
  return (media.id === undefined) !== (media.link === undefined);
}

export const ONE_SOURCE = 'needs exactly one of "id" and "link"';

/** The text under a picture, film or document. Source: Cloud API docs, "Media", read 2026-11-21. */
export const Caption = z.string().min(1).max(1024);
