import type { TemplateCategory } from '@ambit/core/template/business-template';
import type { TemplateAtMeta } from '@ambit/core/template/template-at-meta';
import type { CallResult } from '@ambit/whatsapp/client/call-result';
import type { AccountAccess } from '@ambit/whatsapp/client/graph-access';
import type { Rejected } from '@ambit/whatsapp/client/send-result';
import { createTemplatesClient, type RegisteredTemplate } from '@ambit/whatsapp/client/templates-client';
import type { TemplateSource } from '../../ports/template-source.ts';
import { templateDefinition } from './template-definition.ts';

const fields = 'name,language,status,category';

/** The templates of a WhatsApp Business Account. */
export function createWhatsAppTemplates(access: AccountAccess): TemplateSource {
  const client = createTemplatesClient(access);
  return {
    async list(signal) {
      const found: TemplateAtMeta[] = [];
      for await (const page of client.list({ fields, pageSize: 200 }, signal)) {
        if (page.kind !== 'done') throw new Error(`The templates could not be listed: ${whyOf(page)}`);
        found.push(...page.value.items.flatMap(held));
      }
      return found;
    },
    async submit(template, language, signal) {
      const definition = templateDefinition(template, language);
      if (definition.kind === 'invalid') return { kind: 'refused', why: definition.problems.join('; ') };
      const created = await client.create(definition.value, signal);
      switch (created.kind) {
        case 'done':
          return { kind: 'in-review', status: created.value.status ?? 'PENDING' };
        case 'invalid':
          return { kind: 'refused', why: created.problems.join('; ') };
        case 'rejected':
          if (isOfTemplate(created)) return { kind: 'refused', why: whyOf(created) };
          throw notHandedIn(template.name, whyOf(created));
        case 'not-sent':
        case 'unknown':
          throw notHandedIn(template.name, created.kind);
      }
    },
  };
}

function notHandedIn(name: string, why: string): Error {
  return new Error(`Template "${name}" was not handed in: ${why}`);
}

/** Whether Meta said no to the template itself; too many calls, or a bad token, say nothing of it. */
function isOfTemplate({ reaction }: Rejected): boolean {
  return reaction.kind === 'template-problem' || reaction.kind === 'fix';
}

function whyOf(result: Exclude<CallResult<unknown>, { kind: 'done' }>): string {
  if (result.kind !== 'rejected') return result.kind;
  const { error, httpStatus } = result;
  const why = error.kind === 'graph' ? (error.details ?? error.message) : undefined;
  return why ?? `HTTP ${httpStatus}`;
}

function held({ name, language, status, category }: RegisteredTemplate): readonly TemplateAtMeta[] {
  if (name === undefined || language === undefined || status === undefined) return [];
  const known = categories[(category ?? '').toUpperCase()];
  return [
    { name, language, status: status.toUpperCase(), ...(known === undefined ? {} : { category: known }) },
  ];
}

const categories: Readonly<Record<string, TemplateCategory>> = { UTILITY: 'utility', MARKETING: 'marketing' };
