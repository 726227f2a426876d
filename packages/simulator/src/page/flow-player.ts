import type { FlowView } from '../control/object-views.ts';
import type { FlowAnswer } from '../flows/exchange-flow.ts';
import { el, icon } from './dom.ts';
import { readFlowAnswer } from './flow-answer-words.ts';
import { evaluateDeep, type FlowScope } from './flow-expression.ts';
import { drawFlowScreen, type FlowAction, type FlowScreen } from './flow-screen.ts';
import { isRecord, recordOf, recordsOf, textOf, type JsonRecord } from './json-value.ts';
import { placeOverPhone } from './popup.ts';

/** How a flow message opens its flow. */
export type FlowStart = {
  readonly flowToken: string;
  readonly action: 'navigate' | 'data_exchange';
  readonly screen?: string;
  readonly data: JsonRecord;
  /** Whether the examples of the flow JSON stand in for data that nobody sent. */
  readonly isPreview: boolean;
};

/** What the player needs of the world. `exchange` asks the flow's endpoint, `finish` sends the answers. */
export type FlowWorld = {
  readonly businessName: string;
  exchange(request: JsonRecord): Promise<FlowAnswer>;
  finish(answers: JsonRecord, flowToken: string): Promise<void>;
};

type Step = { readonly screen: string; data: JsonRecord; form: JsonRecord };

/** Opens the flow over the phone, as WhatsApp does. */
export function playFlow(flow: FlowView, start: FlowStart, world: FlowWorld, host: HTMLElement): void {
  const screens = recordsOf(flow.json?.['screens']);
  const names = screens.map((screen) => textOf(screen['id']));
  const steps: Step[] = [];
  let drawn: FlowScreen | undefined;
  const title = el('h3', { dir: 'auto', tabindex: '-1' });
  const back = el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Back' }, icon('back'));
  const close = el(
    'button',
    { class: 'icon-button', type: 'button', 'aria-label': 'Close the form' },
    icon('close'),
  );
  const body = el('div', { class: 'flow-body' });
  const foot = el('div', { class: 'flow-foot' });
  const notice = el('p', { class: 'flow-notice', role: 'alert', hidden: true });
  const dialog = el(
    'dialog',
    { class: 'flow', 'aria-label': flow.name },
    el('header', {}, back, title, close),
    notice,
    body,
    foot,
    el('p', { class: 'flow-managed' }, `Managed by ${world.businessName}`),
  );

  const here = (): Step | undefined => steps.at(-1);
  const scopeOf = (step: Step): FlowScope => ({
    data: step.data,
    form: step.form,
    screen: Object.fromEntries(steps.map((one) => [one.screen, { data: one.data, form: one.form }])),
  });
  const readForm = (): void => {
    const step = here();
    if (step === undefined || drawn === undefined) return;
    step.form = {
      ...step.form,
      ...Object.fromEntries(drawn.fields.map((field) => [field.name, field.read()])),
    };
  };
  const tell = (words: string): void => {
    notice.textContent = words;
    notice.hidden = words === '';
  };
  const fail = (words: string, why: string, again?: () => void): void => {
    body.replaceChildren(
      el(
        'div',
        { class: 'flow-failed', role: 'alert' },
        icon('alert'),
        el('p', {}, words),
        el('p', { class: 'hint' }, `Only the simulator shows this: ${why}`),
        again === undefined
          ? undefined
          : el('button', { class: 'small', type: 'button', onclick: again }, 'Try again'),
      ),
    );
    foot.replaceChildren();
  };

  const draw = (): void => {
    const step = here();
    const screen = screens.find((one) => one['id'] === step?.screen);
    if (step === undefined || screen === undefined) return;
    title.textContent = textOf(evaluateDeep(screen['title'], scopeOf(step))) || flow.name;
    back.hidden = steps.length < 2;
    try {
      drawn = drawFlowScreen(recordOf(screen['layout'])['children'], scopeOf(step), {
        values: step.form,
        errors: recordOf(step.data['error_messages']),
        act: (action, checked) => {
          void act(action, checked);
        },
        changed: () => {
          readForm();
          redraw();
        },
      });
    } catch (error) {
      fail('Something went wrong.', error instanceof Error ? error.message : String(error));
      return;
    }
    body.replaceChildren(...drawn.nodes);
    foot.replaceChildren(...(drawn.footer === undefined ? [] : [drawn.footer]));
    readForm();
  };
  /** After an entry: draws anew only if conditions or data depend on it, and keeps the focus. */
  const redraw = (): void => {
    const text = JSON.stringify(screens.find((one) => one['id'] === here()?.screen)?.['layout'] ?? '');
    if (!/\$\{form\./.test(text.replaceAll(/"payload":\{[^}]*\}/g, ''))) return;
    const all = (): readonly Element[] => [...body.querySelectorAll('input, select, textarea')];
    const before = document.activeElement;
    const caret = isTyped(before) ? before.selectionStart : null;
    const at = all().findIndex((field) => field === before);
    draw();
    const after = all()[at];
    if (after instanceof HTMLElement) after.focus();
    if (isTyped(after) && caret !== null) after.setSelectionRange(caret, caret);
  };
  const go = (screen: string, data: JsonRecord): void => {
    const step = here();
    if (step?.screen === screen) step.data = { ...step.data, ...data };
    else {
      const examples = start.isPreview ? examplesOf(screens, screen) : {};
      steps.push({ screen, data: { ...examples, ...data }, form: {} });
    }
    draw();
    title.focus();
  };

  const ask = async (
    action: 'INIT' | 'BACK' | 'data_exchange',
    data: JsonRecord,
    askedTwice = false,
  ): Promise<void> => {
    dialog.setAttribute('aria-busy', 'true');
    const request = { action, screen: here()?.screen ?? '', data, flowToken: start.flowToken };
    const answer = await world.exchange({ flow: flow.id, ...request });
    dialog.removeAttribute('aria-busy');
    if (!dialog.open) return;
    const step = readFlowAnswer(answer, names, askedTwice);
    switch (step.kind) {
      case 'screen':
        if (action === 'BACK') steps.pop();
        go(step.screen, step.data);
        tell(step.notice ?? '');
        return;
      case 'finished':
        await finish(step.answers);
        return;
      case 'ask-again':
        await ask(action, data, true);
        return;
      case 'over':
        fail(step.words, step.why);
        return;
      case 'failed':
        if (answer.kind === 'answer')
          await world.exchange({
            flow: flow.id,
            ...request,
            data: { error: 'invalid-screen-transition', error_message: step.why },
          });
        fail('Something went wrong. Try again later.', step.why, () => {
          draw();
          void ask(action, data);
        });
    }
  };
  const finish = async (answers: JsonRecord): Promise<void> => {
    try {
      await world.finish(answers, start.flowToken);
      dialog.close();
    } catch (error) {
      fail('Your answers could not be sent.', error instanceof Error ? error.message : String(error));
    }
  };
  const act = async (action: FlowAction, checked: boolean): Promise<void> => {
    tell('');
    readForm();
    if (checked && drawn !== undefined) {
      const wrong = drawn.fields.map((field) => field.check()).filter((words) => words !== undefined);
      const first = drawn.fields.find((field) => field.node.querySelector('[aria-invalid="true"]') !== null);
      if (wrong.length > 0) {
        first?.node.querySelector<HTMLElement>('input, select, textarea')?.focus();
        return;
      }
    }
    const step = here();
    if (step === undefined) return;
    const payload = recordOf(evaluateDeep(action.payload, scopeOf(step)));
    switch (action.name) {
      case 'navigate':
        if (names.includes(action.next)) go(action.next, payload);
        else fail('Something went wrong.', `The flow has no screen ${action.next}.`);
        return;
      case 'data_exchange':
        await ask('data_exchange', payload);
        return;
      case 'complete':
        await finish(payload);
        return;
      case 'update_data':
        step.data = { ...step.data, ...payload };
        draw();
        return;
      case 'open_url':
        window.open(action.url, '_blank', 'noopener');
        return;
      default:
        fail('Something went wrong.', `The flow has an action "${action.name}" that WhatsApp does not know.`);
    }
  };

  back.addEventListener('click', () => {
    const screen = screens.find((one) => one['id'] === here()?.screen);
    if (screen?.['refresh_on_back'] === true && flow.endpointUri !== undefined) {
      void ask('BACK', {});
      return;
    }
    steps.pop();
    tell('');
    draw();
  });
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  host.append(dialog);
  dialog.showModal();
  placeOverPhone(dialog);
  title.textContent = flow.name;
  back.hidden = true;
  if (flow.status === 'BLOCKED' || flow.status === 'DEPRECATED') {
    fail('This form is no longer available.', `The flow is ${flow.status.toLowerCase()}.`);
    return;
  }
  if (screens.length === 0) {
    fail('Something went wrong.', 'No flow JSON with screens has been uploaded.');
    return;
  }
  if (start.action === 'data_exchange') {
    void ask('INIT', {});
    return;
  }
  const first = start.screen ?? names[0] ?? '';
  if (names.includes(first)) go(first, start.data);
  else fail('Something went wrong.', `The flow has no screen ${first}.`);
}

function isTyped(element: unknown): element is HTMLInputElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['text', 'tel', 'password'].includes(element.type))
  );
}

/** What the flow JSON gives as examples stands in for data that nobody sent, as in Meta's own preview. */
function examplesOf(screens: readonly JsonRecord[], name: string): JsonRecord {
  const data = recordOf(screens.find((one) => one['id'] === name)?.['data']);
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, schema]) =>
      isRecord(schema) && '__example__' in schema ? [[key, schema['__example__']]] : [],
    ),
  );
}
