import type { BusinessTemplate, TemplateCategory } from './business-template.ts';

/** A template as Meta holds it. `status`: "APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED" …; `category`: Meta's own, which it may change. */
export type TemplateAtMeta = {
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category?: TemplateCategory;
};

/** The business's templates, and what Meta says of them; without `atMeta` nobody has asked Meta. */
export type KnownTemplates = {
  readonly ours: readonly BusinessTemplate[];
  readonly atMeta?: readonly TemplateAtMeta[];
};

/** What a template counts as: what Meta made of it, else what the business declared. */
export function categoryOf(
  { ours, atMeta = [] }: KnownTemplates,
  sent: { readonly name: string; readonly language: string },
): TemplateCategory | undefined {
  const held = atMeta.find(({ name, language }) => name === sent.name && language === sent.language);
  return held?.category ?? ours.find(({ name }) => name === sent.name)?.category;
}
