import { z } from 'zod';
import { templateCreationsPerHour } from '../limits/management-rate.ts';
import { remove, review } from '../templates/lifecycle.ts';
import { TemplateDefinition, TemplateEdit, type Template } from '../templates/template.ts';
import { templateComponentsUpdate } from '../templates/template-webhook.ts';
import type { World } from '../world.ts';
import {
  answered,
  chosen,
  refused,
  succeeded,
  unknownObject,
  type GraphCall,
  type GraphReply,
} from './call.ts';
import { parsed } from './field.ts';
import { graphError } from './graph-error.ts';
import { paged } from './paging.ts';

/** `POST /{waba}/message_templates`: validates, then sends to review. */
export function createTemplate(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return parsed(TemplateDefinition, call.body, (definition) => {
    const nowMs = world.clock.nowMs();
    if (
      world.settings.limits === 'meta' &&
      !world.limits.templateCreations.take(templateCreationsPerHour, nowMs)
    )
      return refused(graphError(80007, 'The account has created 100 templates in this hour.'));
    const outcome = world.templates.create(definition, {
      id: world.ids.objectId(),
      status: 'PENDING',
      nowMs,
      verified: world.account.verified,
    });
    if (outcome.kind === 'refused') return refused(outcome.error);
    const { template } = outcome;
    review(world, template);
    world.live.tell({ kind: 'account' });
    return answered({ id: template.id, status: template.status, category: template.category });
  });
}

/** `GET /{waba}/message_templates`: filtered and paged. */
export function listTemplates(world: World, call: GraphCall): GraphReply {
  const { query } = call;
  const wanted = (name: string, value: string): boolean => {
    const asked = query.get(name);
    return asked === null || asked.toUpperCase() === value.toUpperCase();
  };
  const name = query.get('name');
  const id = query.get('hsm_id');
  const all = world.templates
    .all()
    .filter(
      (template) =>
        (name === null || template.name.includes(name)) &&
        (id === null || template.id === id) &&
        wanted('status', template.status) &&
        wanted('category', template.category) &&
        wanted('language', template.language) &&
        wanted('quality_score', template.quality),
    )
    .map((template) => chosen(onWire(template), query));
  return answered(paged(all, query, `${world.address.url}${call.path}`));
}

/** `GET /{template}`. */
export function getTemplate(world: World, call: GraphCall): GraphReply {
  const template = world.templates.byId(call.id);
  return template === undefined ? unknownObject(call.id) : answered(chosen(onWire(template), call.query));
}

/** `POST /{template}`: an edit, which goes to review again. */
export function editTemplate(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  const template = world.templates.byId(call.id);
  if (template === undefined) return unknownObject(call.id);
  return parsed(TemplateEdit, call.body, (edit) => {
    const outcome = world.templates.edit(template, edit, world.clock.nowMs());
    if (outcome.kind === 'refused') return refused(outcome.error);
    if (edit.components !== undefined) world.queue.enqueue([templateComponentsUpdate(template)]);
    review(world, template);
    world.live.tell({ kind: 'account' });
    return succeeded();
  });
}

const Deletion = z.looseObject({
  name: z.string().optional(),
  hsm_id: z.string().optional(),
  hsm_ids: z.array(z.string()).optional(),
});

/** `DELETE /{waba}/message_templates`: by name in every language, or by id. */
export function deleteTemplates(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return parsed(Deletion, { ...Object.fromEntries(call.query), ...bodyOf(call.body) }, (deletion) => {
    const ids = [...(deletion.hsm_ids ?? []), ...(deletion.hsm_id === undefined ? [] : [deletion.hsm_id])];
    const named = world.templates.named(deletion.name ?? '');
    const templates = ids.length > 0 ? ids.flatMap((id) => world.templates.byId(id) ?? []) : named;
    const wrongName =
      ids.length > 0 && deletion.name !== undefined && templates.some((one) => one.name !== deletion.name);
    if (templates.length === 0 || wrongName)
      return refused(graphError(100, 'There is no template with that name and id.'));
    for (const template of templates) remove(world, template);
    return succeeded();
  });
}

function bodyOf(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}

function onWire(template: Template): Readonly<Record<string, unknown>> {
  return {
    name: template.name,
    parameter_format: template.parameterFormat,
    components: template.components,
    language: template.language,
    status: template.status,
    category: template.category,
    ...(template.previousCategory === undefined ? {} : { previous_category: template.previousCategory }),
    ...(template.correctCategory === undefined ? {} : { correct_category: template.correctCategory }),
    ...(template.status === 'REJECTED' ? { rejected_reason: template.rejectedReason } : {}),
    ...(template.ttlS === undefined ? {} : { message_send_ttl_seconds: template.ttlS }),
    quality_score: { score: template.quality, date: Math.floor(template.editedMs / 1_000) },
    id: template.id,
  };
}
