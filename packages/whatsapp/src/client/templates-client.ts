import { z } from 'zod';
import { TemplateDefinition, TemplateEdit } from '../template/template-definition.ts';
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
  create(template: TemplateDefinition, signal: AbortSignal): Promise<CallResult<CreatedTemplate>>;
  /** Each page in turn; the list of a big account has thousands. */
  list(
    filter: TemplateFilter,
    signal: AbortSignal,
  ): AsyncGenerator<CallResult<Page<RegisteredTemplate>>, void, undefined>;
  get(templateId: string, signal: AbortSignal, fields?: string): Promise<CallResult<RegisteredTemplate>>;
  /** Only approved, rejected and paused templates can be edited; an approved one keeps its category. */
  edit(templateId: string, change: TemplateEdit, signal: AbortSignal): Promise<CallResult<{ success: true }>>;
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
          body: { kind: 'json', json: template, rules: TemplateDefinition },
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
          body: { kind: 'json', json: change, rules: TemplateEdit },
          answer: Success,
        },
        signal,
      ),
    delete: ({ name, templateId }, signal) =>
      call({ method: 'DELETE', path, query: { name, hsm_id: templateId }, answer: Success }, signal),
  };
}
