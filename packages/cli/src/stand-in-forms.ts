import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFlow } from '@ambit/core/flow/parse-flow';
import { askSimulator, type SimulatorPlace } from './say-phone.ts';

/** A form (a WhatsApp Flow) that a business's flows send. */
export type SentForm = { readonly form: string; readonly screens: readonly string[] };

/** The forms that the flows of a folder send, each with the screens that it is opened at. */
export function formsIn(business: string): readonly SentForm[] {
  const folder = join(business, 'flows');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : [];
  const screens = new Map<string, Set<string>>();
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    // Reading a flow takes a tenth of a second, and few send a form.
    if (!/\bkind["']?\s*:\s*["']?form\b/.test(text)) continue;
    const parsed = parseFlow(`flows/${file}`, text);
    if (parsed.kind === 'problems') continue;
    for (const node of parsed.flow.nodes) {
      if (node.kind !== 'message' || node.say.kind !== 'form') continue;
      const { form, screen } = node.say;
      screens.set(form, (screens.get(form) ?? new Set()).add(screen));
    }
  }
  return [...screens].map(([form, opened]) => ({ form, screens: [...opened] }));
}

/**
 * Gives the simulated Meta a form for each that the business sends, as only Meta has the real ones: a screen with one
 * field. Without it the simulator refuses the message, as Meta refuses a form that it does not know.
 */
export async function addStandInForms(simulator: SimulatorPlace, forms: readonly SentForm[]): Promise<void> {
  for (const { form, screens } of forms) {
    if (!/^\d+$/.test(form)) continue;
    const json = { version: '7.0', screens: screens.map(screenOf) };
    await askSimulator(simulator, 'POST', 'flows', { id: form, name: `form-${form}`, json });
  }
}

/** Source: Flow JSON 7.0, "Screens". */
function screenOf(id: string): object {
  return {
    id,
    title: id,
    terminal: true,
    data: {},
    layout: {
      type: 'SingleColumnLayout',
      children: [
        { type: 'TextInput', name: 'answer', label: 'Answer', required: true },
        {
          type: 'Footer',
          label: 'Send',
          'on-click-action': { name: 'complete', payload: { answer: '${form.answer}' } },
        },
      ],
    },
  };
}
