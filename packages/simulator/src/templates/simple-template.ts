import { z } from 'zod';
import type { TemplateComponent } from './component.ts';
import type { TemplateDefinition } from './template.ts';

/** A template as a test writes it: text and quick replies, approved at once. Placeholders are `{{1}}` or `{{name}}`. */
export const SimpleTemplate = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'lower-case letters, digits and underscores only'),
  language: z.string().min(2).max(15),
  category: z.enum(['utility', 'marketing', 'authentication']),
  status: z.enum(['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED']).default('APPROVED'),
  header: z.string().max(60).optional(),
  body: z.string().min(1).max(1_024),
  footer: z.string().max(60).optional(),
  quickReplies: z.array(z.string().min(1).max(25)).max(10).default([]),
});
export type SimpleTemplate = z.infer<typeof SimpleTemplate>;

/** The same as a definition. */
export function definitionOf(simple: SimpleTemplate): TemplateDefinition {
  const components: TemplateComponent[] = [];
  if (simple.header !== undefined) components.push({ type: 'HEADER', format: 'TEXT', text: simple.header });
  components.push({ type: 'BODY', text: simple.body });
  if (simple.footer !== undefined) components.push({ type: 'FOOTER', text: simple.footer });
  if (simple.quickReplies.length > 0)
    components.push({
      type: 'BUTTONS',
      buttons: simple.quickReplies.map((text) => ({ type: 'QUICK_REPLY', text })),
    });
  return {
    name: simple.name,
    language: simple.language,
    category: categories[simple.category],
    components,
    parameter_format: /\{\{\s*[a-z_]\w*\s*\}\}/i.test(simple.body) ? 'NAMED' : 'POSITIONAL',
  };
}

const categories = { utility: 'UTILITY', marketing: 'MARKETING', authentication: 'AUTHENTICATION' } as const;
