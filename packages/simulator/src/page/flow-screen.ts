import { el } from './dom.ts';
import { evaluate, evaluateDeep, holds, shown, type FlowScope } from './flow-expression.ts';
import { flowField, flowFieldTypes, type FlowField } from './flow-fields.ts';
import { recordOf, recordsOf, textOf, textsOf, type JsonRecord } from './json-value.ts';
import { richText } from './rich-text.ts';

/** What a screen can ask the player to do: an action of the flow JSON with its payload evaluated. */
export type FlowAction = {
  readonly name: string;
  readonly next: string;
  readonly url: string;
  readonly payload: JsonRecord;
};

/** A drawn screen. */
export type FlowScreen = {
  readonly nodes: readonly HTMLElement[];
  readonly footer: HTMLElement | undefined;
  readonly fields: readonly FlowField[];
};

type Drawing = {
  readonly scope: FlowScope;
  /** Values by name: what was entered, or initial ones. */
  readonly values: JsonRecord;
  readonly errors: JsonRecord;
  readonly fields: FlowField[];
  footer: HTMLElement | undefined;
  readonly act: (action: FlowAction, checked: boolean) => void;
  readonly changed: () => void;
};

const texts: Readonly<Record<string, 'h3' | 'h4' | 'p' | 'small'>> = {
  TextHeading: 'h3',
  TextSubheading: 'h4',
  TextBody: 'p',
  TextCaption: 'small',
  RichText: 'p',
};

/**
 * Draws the children of a screen. `act(action, checked)`: `checked` where the fields have to be right before;
 * `changed` after an entry that something else on the screen may depend on.
 */
export function drawFlowScreen(
  children: unknown,
  scope: FlowScope,
  told: {
    values: JsonRecord;
    errors: JsonRecord;
    act: (action: FlowAction, checked: boolean) => void;
    changed: () => void;
  },
): FlowScreen {
  const drawing: Drawing = { scope, fields: [], footer: undefined, ...told };
  const nodes = recordsOf(children).flatMap((child) => draw(child, drawing));
  return { nodes, footer: drawing.footer, fields: drawing.fields };
}

function draw(child: JsonRecord, drawing: Drawing): readonly HTMLElement[] {
  const { scope } = drawing;
  const type = textOf(child['type']);
  const all = (children: unknown): readonly HTMLElement[] =>
    recordsOf(children).flatMap((one) => draw(one, drawing));
  if (type === 'Form') {
    const initial = recordOf(evaluateDeep(evaluate(child['init-values'], scope), scope));
    const errors = recordOf(evaluateDeep(evaluate(child['error-messages'], scope), scope));
    const inner: Drawing = {
      ...drawing,
      values: { ...initial, ...drawing.values },
      errors: { ...drawing.errors, ...errors },
    };
    const nodes = recordsOf(child['children']).flatMap((one) => draw(one, inner));
    drawing.footer = inner.footer ?? drawing.footer;
    return nodes;
  }
  if (type === 'If') return all(holds(child['condition'], scope) ? child['then'] : child['else']);
  if (type === 'Switch') {
    const cases = recordOf(child['cases']);
    return all(cases[shown(evaluate(child['value'], scope))] ?? cases['default']);
  }
  const props = propsOf(child, scope);
  if (props['visible'] === false) return [];
  if (type in texts) return [textNode(type, props)];
  if (flowFieldTypes.includes(type)) return [fieldNode(child, props, drawing)];
  switch (type) {
    case 'Footer':
      drawing.footer = footerNode(child, props, drawing);
      return [];
    case 'EmbeddedLink':
      return [
        el(
          'button',
          {
            type: 'button',
            class: 'flow-link',
            dir: 'auto',
            onclick: () => {
              drawing.act(actionOf(child['on-click-action'], scope), false);
            },
          },
          textOf(props['text']),
        ),
      ];
    case 'Image':
      return [imageNode(props)];
    case 'ImageCarousel':
      return recordsOf(props['images']).map((one) => imageNode(one));
    case 'NavigationList':
      return [navigationNode(child, props, drawing)];
    default:
      return [
        el(
          'p',
          { class: 'flow-missing' },
          `${type === '' ? 'A part without type' : type} is not drawn here.`,
        ),
      ];
  }
}

/** All properties but nested actions evaluated. */
function propsOf(child: JsonRecord, scope: FlowScope): JsonRecord {
  return Object.fromEntries(
    Object.entries(child)
      .filter(([name]) => !name.endsWith('-action'))
      .map(([name, value]) => [name, evaluateDeep(evaluate(value, scope), scope)]),
  );
}

function textNode(type: string, props: JsonRecord): HTMLElement {
  const lines = Array.isArray(props['text']) ? textsOf(props['text']) : [shown(props['text'])];
  const weight = textOf(props['font-weight']);
  const node = el(texts[type] ?? 'p', {
    dir: 'auto',
    class: `flow-text ${weight.includes('bold') ? 'bold' : ''} ${weight.includes('italic') ? 'italic' : ''} ${props['strikethrough'] === true ? 'struck' : ''}`,
  });
  const marked = props['markdown'] === true || type === 'RichText';
  lines.forEach((line, at) => {
    if (at > 0) node.append(el('br'));
    const plain = marked ? line.replace(/^#+\s*/, '').replaceAll('**', '*') : line;
    node.append(marked ? richText(plain) : plain);
  });
  return node;
}

function fieldNode(child: JsonRecord, props: JsonRecord, drawing: Drawing): HTMLElement {
  const name = textOf(props['name']);
  const field = flowField(
    props,
    drawing.values[name] ?? props['init-value'],
    textOf(drawing.errors[name]) || undefined,
    () => {
      const onSelect = child['on-select-action'] ?? child['on-click-action'];
      drawing.changed();
      if (child['on-select-action'] !== undefined)
        drawing.act(
          actionOf(onSelect, { ...drawing.scope, form: { ...drawing.scope.form, [name]: field.read() } }),
          false,
        );
    },
  );
  drawing.fields.push(field);
  if (props['type'] === 'OptIn' && child['on-click-action'] !== undefined)
    field.node.append(
      el(
        'button',
        {
          type: 'button',
          class: 'flow-link',
          onclick: () => {
            drawing.act(actionOf(child['on-click-action'], drawing.scope), false);
          },
        },
        'Read more',
      ),
    );
  return field.node;
}

function footerNode(child: JsonRecord, props: JsonRecord, drawing: Drawing): HTMLElement {
  const captions = ['left-caption', 'center-caption', 'right-caption']
    .map((name) => textOf(props[name]))
    .filter((words) => words !== '');
  return el(
    'div',
    { class: 'flow-footer' },
    el(
      'button',
      {
        type: 'button',
        class: 'primary',
        disabled: props['enabled'] === false,
        dir: 'auto',
        onclick: () => {
          drawing.act(rawActionOf(child['on-click-action']), true);
        },
      },
      textOf(props['label']),
    ),
    captions.length === 0
      ? undefined
      : el('p', { class: 'flow-captions' }, ...captions.map((words) => el('span', { dir: 'auto' }, words))),
  );
}

function imageNode(props: JsonRecord): HTMLElement {
  const source = textOf(props['src']);
  const type = source.startsWith('iVBOR') ? 'png' : source.startsWith('UklGR') ? 'webp' : 'jpeg';
  const height = Number(props['height'] ?? 0);
  return el('img', {
    class: props['scale-type'] === 'cover' ? 'flow-image cover' : 'flow-image',
    src: source.startsWith('data:') ? source : `data:image/${type};base64,${source}`,
    alt: textOf(props['alt-text']),
    style: height > 0 ? `block-size:${height}px` : undefined,
  });
}

function navigationNode(child: JsonRecord, props: JsonRecord, drawing: Drawing): HTMLElement {
  const list = el('div', { class: 'list-rows' });
  for (const item of recordsOf(props['list-items'])) {
    const main = recordOf(item['main-content']);
    list.append(
      el(
        'button',
        {
          type: 'button',
          class: 'list-row',
          onclick: () => {
            drawing.act(actionOf(item['on-click-action'] ?? child['on-click-action'], drawing.scope), false);
          },
        },
        el(
          'span',
          {},
          el('b', { dir: 'auto' }, textOf(main['title'])),
          el('span', { dir: 'auto' }, textOf(main['description']) || textOf(main['metadata'])),
        ),
      ),
    );
  }
  return list;
}

function actionOf(action: unknown, scope: FlowScope): FlowAction {
  const raw = rawActionOf(action);
  return { ...raw, payload: recordOf(evaluateDeep(raw.payload, scope)) };
}

/** An action whose payload is evaluated later, when the fields have been read. */
function rawActionOf(action: unknown): FlowAction {
  const { name, next, url, payload } = recordOf(action);
  return {
    name: textOf(name),
    next: textOf(recordOf(next)['name']),
    url: textOf(url),
    payload: recordOf(payload),
  };
}
