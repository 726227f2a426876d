import { z } from 'zod';
import { areDistinct, boundedText } from './bounded-text.ts';
import { Footer, LongBody, TextHeader, tapId } from './interactive-parts.ts';

const Row = z.strictObject({
  id: tapId(200),
  title: boundedText(24),
  description: boundedText(72).optional(),
});
const Section = z.strictObject({ title: boundedText(24).optional(), rows: z.array(Row).min(1) });
const Sections = z
  .array(Section)
  .min(1)
  .max(10)
  .refine((all) => all.flatMap(({ rows }) => rows).length <= 10, 'more than 10 rows in all sections together')
  .refine(
    (all) => areDistinct(all.flatMap(({ rows }) => rows.map(({ id }) => id))),
    'two rows have the same id',
  )
  .refine(
    (all) => all.length === 1 || all.every(({ title }) => title !== undefined),
    'every section needs a title when there are several',
  );

/** A question with up to ten answers behind one button. Source: Cloud API docs, "Interactive list messages", read 2026-11-21. */
export const InteractiveList = z.strictObject({
  type: z.literal('list'),
  header: TextHeader.optional(),
  body: LongBody,
  footer: Footer.optional(),
  action: z.strictObject({ button: boundedText(20), sections: Sections }),
});
export type InteractiveList = z.infer<typeof InteractiveList>;

export type ListRow = { id: string; title: string; description?: string };

/** A list of one section behind `button`, as a message to send. */
export function listMessage(
  body: string,
  button: string,
  rows: readonly ListRow[],
): { type: 'interactive'; interactive: InteractiveList } {
  return {
    type: 'interactive',
    interactive: { type: 'list', body: { text: body }, action: { button, sections: [{ rows: [...rows] }] } },
  };
}
