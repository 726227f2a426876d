import { z } from 'zod';
import { WireId, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { AccountAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';
import { pageOf, pagesOf, type Page } from './paging.ts';

/** A template as Meta holds it, with whatever other fields were asked for. */
const RegisteredTemplate = z.looseObject({
  id: WireId,
  name: maybe(z.string()),
  language: maybe(z.string()),
  status: maybe(z.string()),
  category: maybe(z.string()),
  previous_category: maybe(z.string()),
  parameter_format: maybe(z.string()),
  rejected_reason: maybe(z.string()),
  quality_score: maybe(z.looseObject({ score: maybe(z.string()) })),
  components: maybe(z.array(z.looseObject({ type: maybe(z.string()) }))),
});
export type RegisteredTemplate = z.output<typeof RegisteredTemplate>;

const CreatedTemplate = z.looseObject({
  id: WireId,
  status: maybe(z.string()),
  category: maybe(z.string()),
});
export type CreatedTemplate = z.output<typeof CreatedTemplate>;

const category = z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']);
const components = z.array(z.looseObject({ type: z.string() })).min(1);
const timeToLiveS = z.int().refine((seconds) => seconds === -1 || (seconds >= 30 && seconds <= 2_592_000), {
  message: 'must be -1, or from 30 to 2592000 seconds',
});

/** What makes a template, as on the wire. Its components are checked by Meta. */
const TemplateToCreate = z.looseObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'must be 1 to 512 of a-z, 0-9 and _'),
  language: z.string().min(2),
  category,
  components,
  parameter_format: z.enum(['POSITIONAL', 'NAMED']).optional(),
  allow_category_change: z.boolean().optional(),
  message_send_ttl_seconds: timeToLiveS.optional(),
});
export type TemplateToCreate = z.input<typeof TemplateToCreate>;

/** What an edit changes; `components` replaces all of them. */
const TemplateChange = z.looseObject({
  category: category.optional(),
  components: components.optional(),
  message_send_ttl_seconds: timeToLiveS.optional(),
});
export type TemplateChange = z.input<typeof TemplateChange>;

/** Which templates to list. `fields`: comma-separated; Meta's choice if absent. */
export type TemplateFilter = {
  name?: string;
  language?: string;
  status?: string;
  category?: string;
  fields?: string;
  pageSize?: number;
};

export type TemplatesClient = {
  create(template: TemplateToCreate, signal: AbortSignal): Promise<CallResult<CreatedTemplate>>;
  /** Each page in turn; the list of a big account has thousands. */
  list(
    filter: TemplateFilter,
    signal: AbortSignal,
  ): AsyncGenerator<CallResult<Page<RegisteredTemplate>>, void, undefined>;
  get(templateId: string, signal: AbortSignal, fields?: string): Promise<CallResult<RegisteredTemplate>>;
  /** Only approved, rejected and paused templates can be edited; an approved one keeps its category. */
  edit(
    templateId: string,
    change: TemplateChange,
    signal: AbortSignal,
  ): Promise<CallResult<{ success: true }>>;
  /** Every language of the name, or only the one with this id. */
  delete(
    template: { name: string; templateId?: string },
    signal: AbortSignal,
  ): Promise<CallResult<{ success: true }>>;
};

/**
 * The templates of one account. 100 may be created an hour.
 * Source: Cloud API docs, "Templates", read 2026-11-21.
 */
export function createTemplatesClient(options: AccountAccess): TemplatesClient {
  const call = createGraphCaller(options);
  const path = [options.wabaId, 'message_templates'];
  return {
    create: (template, signal) =>
      call(
        {
          method: 'POST',
          path,
          body: { kind: 'json', json: template, rules: TemplateToCreate },
          answer: CreatedTemplate,
        },
        signal,
      ),
    list: ({ pageSize, ...filter }, signal) =>
      pagesOf((after) =>
        call(
          {
            method: 'GET',
            path,
            query: { ...filter, limit: pageSize?.toString(), after },
            answer: pageOf(RegisteredTemplate),
          },
          signal,
        ),
      ),
    get: (templateId, signal, fields) =>
      call({ method: 'GET', path: [templateId], query: { fields }, answer: RegisteredTemplate }, signal),
    edit: (templateId, change, signal) =>
      call(
        {
          method: 'POST',
          path: [templateId],
          body: { kind: 'json', json: change, rules: TemplateChange },
          answer: Success,
        },
        signal,
      ),
    delete: ({ name, templateId }, signal) =>
      call({ method: 'DELETE', path, query: { name, hsm_id: templateId }, answer: Success }, signal),
  };
}
