import type { BusinessTemplate } from '@ambit/core/template/business-template';
import type { TemplateAtMeta } from '@ambit/core/template/template-at-meta';

/** What became of handing a template in for review. */
export type TemplateSubmitted =
  | { readonly kind: 'in-review'; readonly status: string }
  | { readonly kind: 'refused'; readonly why: string };

/** Where templates are approved. */
export type TemplateSource = {
  /** Every template of the account, in each language. Throws when nobody answers. */
  list(signal: AbortSignal): Promise<readonly TemplateAtMeta[]>;
  /** Hands in one language of a template. Throws when nobody answers. */
  submit(template: BusinessTemplate, language: string, signal: AbortSignal): Promise<TemplateSubmitted>;
};
