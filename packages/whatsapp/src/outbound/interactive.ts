import { z } from 'zod';
import { InteractiveButton } from './interactive-button.ts';
import { InteractiveCtaUrl } from './interactive-cta-url.ts';
import { InteractiveList } from './interactive-list.ts';

/** A message to tap on. */
export const InteractiveMessage = z.strictObject({
  type: z.literal('interactive'),
  interactive: z.discriminatedUnion('type', [InteractiveButton, InteractiveList, InteractiveCtaUrl]),
});
export type InteractiveMessage = z.infer<typeof InteractiveMessage>;
