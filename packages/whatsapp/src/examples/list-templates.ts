import { createTemplatesClient } from '@ambit/whatsapp/client/templates-client';

/** The names of all approved templates, page by page. */
export async function approvedTemplates(baseUrl: string, token: string): Promise<readonly string[]> {
  const templates = createTemplatesClient({
    baseUrl,
    version: 'v24.0',
    wabaId: '102290129340398',
    auth: { header: 'Authorization', value: `Bearer ${token}` },
    timeoutMs: 10_000,
  });
  const names: string[] = [];
  for await (const page of templates.list({ status: 'APPROVED' }, AbortSignal.timeout(60_000))) {
    if (page.kind === 'rejected')
      throw new Error(`Meta said no (HTTP ${page.httpStatus}); what to do about it: ${page.reaction.kind}`);
    if (page.kind !== 'done') throw new Error(`no list: ${page.kind}`);
    names.push(...page.value.items.map((template) => template.name ?? template.id));
  }
  return names;
}
