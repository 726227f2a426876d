import { releaseHeld } from '../send/held-sends.ts';
import { approve, disable, pause, rate, recategorise, reinstate, reject } from '../templates/lifecycle.ts';
import type { Template } from '../templates/template.ts';
import type { World } from '../world.ts';
import type { MetaOutcome } from './act-as-meta.ts';
import type { TemplateAct, TemplateKey } from './meta-act.ts';

/** What Meta does with one template. */
export function actOnTemplate(world: World, act: TemplateAct): MetaOutcome {
  const template = findTemplate(world, act.template);
  if (template === undefined) return { kind: 'unknown', what: `template ${JSON.stringify(act.template)}` };
  switch (act.kind) {
    case 'approve-template':
      approve(world, template);
      break;
    case 'reject-template':
      reject(world, template, act.reason);
      break;
    case 'recategorise-template':
      recategorise(world, template, act.category, act.notice);
      break;
    case 'rate-template':
      rate(world, template, act.quality);
      break;
    case 'pause-template':
      pause(world, template);
      break;
    case 'disable-template':
      disable(world, template);
      break;
    case 'reinstate-template':
      reinstate(world, template);
      break;
    case 'hold-template':
      template.pacing = 'held';
      break;
    case 'release-template':
      template.pacing = 'free';
      releaseHeld(world, template, act.how);
      break;
  }
  world.live.tell({ kind: 'account' });
  return { kind: 'done' };
}

function findTemplate(world: World, key: TemplateKey): Template | undefined {
  if (typeof key !== 'string') return world.templates.find(key.name, key.language);
  return world.templates.byId(key) ?? world.templates.named(key)[0];
}
