import type { GraphError } from '../graph/graph-error.ts';
import { checkTemplate } from './check-template.ts';
import { invalidTemplate, templateError } from './template-error.ts';
import type { Template, TemplateDefinition, TemplateEdit, TemplateStatus } from './template.ts';

/** Templates an account may hold, every language counting. Source: "Templates", read 2026-11-21. */
const mostTemplates = { verified: 6_000, unverified: 250 } as const;

export type TemplateOutcome = { kind: 'done'; template: Template } | { kind: 'refused'; error: GraphError };

/** All templates of the account, found by id and by name and language in constant time. */
export type TemplateRegistry = {
  create(definition: TemplateDefinition, given: NewTemplate): TemplateOutcome;
  edit(template: Template, edit: TemplateEdit, nowMs: number): TemplateOutcome;
  byId(id: string): Template | undefined;
  find(name: string, language: string): Template | undefined;
  /** All languages of a name. */
  named(name: string): readonly Template[];
  all(): readonly Template[];
  remove(template: Template): void;
};

type NewTemplate = {
  readonly id: string;
  readonly status: TemplateStatus;
  readonly nowMs: number;
  readonly verified: boolean;
};

/** An empty registry. */
export function createTemplateRegistry(): TemplateRegistry {
  const byId = new Map<string, Template>();
  const byName = new Map<string, Map<string, Template>>();
  const remove = (template: Template): void => {
    byId.delete(template.id);
    byName.get(template.name)?.delete(template.language);
  };
  return {
    create: (definition, given) => {
      const { name, language } = definition;
      const error = checkTemplate(definition);
      if (error !== undefined) return { kind: 'refused', error };
      const languages = byName.get(name) ?? new Map<string, Template>();
      if (languages.has(language))
        return {
          kind: 'refused',
          error: templateError(2388024, `There is already ${language} content for template ${name}.`),
        };
      const limit = given.verified ? mostTemplates.verified : mostTemplates.unverified;
      if (byId.size >= limit)
        return { kind: 'refused', error: templateError(2388019, `The account has ${limit} templates.`) };
      const other = [...languages.values()][0];
      if (other !== undefined && other.category !== definition.category)
        return {
          kind: 'refused',
          error: invalidTemplate(`Template ${name} is ${other.category} in its other languages.`),
        };
      const template = newTemplate(definition, given);
      byId.set(template.id, template);
      languages.set(language, template);
      byName.set(name, languages);
      return { kind: 'done', template };
    },
    edit: (template, edit, nowMs) => {
      const error = checkEdit(template, edit);
      if (error !== undefined) return { kind: 'refused', error };
      template.components = edit.components ?? template.components;
      template.category = edit.category ?? template.category;
      template.ttlS = edit.message_send_ttl_seconds ?? template.ttlS;
      template.editedMs = nowMs;
      return { kind: 'done', template };
    },
    byId: (id) => byId.get(id),
    find: (name, language) => byName.get(name)?.get(language),
    named: (name) => [...(byName.get(name)?.values() ?? [])],
    all: () => [...byId.values()],
    remove,
  };
}

/** Approved templates keep their category, and only some statuses may be edited. */
function checkEdit(template: Template, edit: TemplateEdit): GraphError | undefined {
  if (template.status !== 'APPROVED' && template.status !== 'REJECTED' && template.status !== 'PAUSED')
    return invalidTemplate(`A template that is ${template.status} cannot be edited.`);
  if (edit.category !== undefined && edit.category !== template.category && template.status === 'APPROVED')
    return invalidTemplate('The category of an approved template cannot be changed.');
  return checkTemplate({
    category: edit.category ?? template.category,
    components: [...(edit.components ?? template.components)],
    parameter_format: template.parameterFormat,
    message_send_ttl_seconds: edit.message_send_ttl_seconds,
  });
}

function newTemplate(definition: TemplateDefinition, given: NewTemplate): Template {
  return {
    id: given.id,
    name: definition.name,
    language: definition.language,
    category: definition.category,
    previousCategory: undefined,
    correctCategory: undefined,
    components: definition.components,
    parameterFormat: definition.parameter_format,
    ttlS: definition.message_send_ttl_seconds,
    status: given.status,
    rejectedReason: 'NONE',
    quality: 'UNKNOWN',
    pauses: 0,
    pausedUntilMs: undefined,
    pacing: 'free',
    createdMs: given.nowMs,
    editedMs: given.nowMs,
    counts: { sent: 0, delivered: 0, read: 0, clicked: 0 },
  };
}
