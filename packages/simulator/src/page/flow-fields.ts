import { el } from './dom.ts';
import { isRecord, recordsOf, textOf, textsOf, type JsonRecord } from './json-value.ts';

/** What a field of a flow shows and holds. Values are evaluated before. */
export type FlowField = {
  readonly node: HTMLElement;
  readonly name: string;
  read(): unknown;
  /** What is wrong, or undefined; shows it at the field. */
  check(): string | undefined;
};

type Made = {
  readonly input: HTMLElement;
  readonly focus: () => void;
  readonly read: () => unknown;
  readonly wrong: () => string | undefined;
  readonly group?: boolean;
};

const inputTypes: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'text',
  email: 'email',
  password: 'password',
  passcode: 'text',
  phone: 'tel',
};
let nextId = 0;

/** The types that hold an answer. */
export const flowFieldTypes: readonly string[] = [
  'TextInput',
  'TextArea',
  'CheckboxGroup',
  'ChipsSelector',
  'RadioButtonsGroup',
  'Dropdown',
  'DatePicker',
  'CalendarPicker',
  'OptIn',
];

/** One field. `value`: what was entered before; `changed` is told after every change. */
export function flowField(
  props: JsonRecord,
  value: unknown,
  error: string | undefined,
  changed: () => void,
): FlowField {
  nextId += 1;
  const id = `flow-field-${nextId}`;
  const enabled = props['enabled'] !== false;
  const made = make(props, id, value, enabled, changed);
  const label = textOf(props['label']);
  const required = props['required'] === true;
  const helper = textOf(props['helper-text']) || textOf(props['description']);
  const problem = el('p', { class: 'problem', id: `${id}-problem`, role: 'alert' });
  problem.textContent = error ?? '';
  const labelText = required ? label : `${label} (optional)`;
  const isOptIn = props['type'] === 'OptIn';
  const node =
    made.group === true
      ? el('fieldset', { class: 'flow-field' }, el('legend', { dir: 'auto' }, labelText), made.input, problem)
      : isOptIn
        ? el('div', { class: 'flow-field' }, made.input, problem)
        : el(
            'div',
            { class: 'flow-field' },
            el('label', { for: id, dir: 'auto' }, labelText),
            made.input,
            problem,
          );
  if (helper !== '') node.insertBefore(el('p', { class: 'flow-helper', dir: 'auto' }, helper), problem);
  return {
    node,
    name: textOf(props['name']),
    read: made.read,
    check: () => {
      const words = props['visible'] === false || !enabled ? undefined : made.wrong();
      problem.textContent = words ?? '';
      made.input.setAttribute('aria-invalid', String(words !== undefined));
      made.input.setAttribute('aria-describedby', problem.id);
      if (words !== undefined) made.focus();
      return words;
    },
  };
}

function make(props: JsonRecord, id: string, value: unknown, enabled: boolean, changed: () => void): Made {
  const required = props['required'] === true;
  const missing = 'Fill this in to go on.';
  switch (props['type']) {
    case 'TextArea': {
      const max = Number(props['max-length'] ?? 600);
      const input = el('textarea', {
        id,
        dir: 'auto',
        rows: '3',
        maxlength: String(max),
        disabled: !enabled,
      });
      input.value = textOf(value);
      input.addEventListener('input', typed(changed));
      return {
        input,
        focus: () => {
          input.focus();
        },
        read: () => input.value,
        wrong: () => (required && input.value.trim() === '' ? missing : undefined),
      };
    }
    case 'CheckboxGroup':
    case 'ChipsSelector':
      return checkboxes(props, id, value, enabled, changed);
    case 'RadioButtonsGroup':
      return radios(props, id, value, enabled, changed);
    case 'Dropdown': {
      const input = el('select', { id, disabled: !enabled }, el('option', { value: '' }, 'Choose'));
      for (const one of recordsOf(props['data-source']))
        input.append(
          el(
            'option',
            {
              value: textOf(one['id']),
              selected: textOf(one['id']) === value,
              disabled: one['enabled'] === false,
            },
            textOf(one['title']),
          ),
        );
      input.addEventListener('change', changed);
      return {
        input,
        focus: () => {
          input.focus();
        },
        read: () => input.value,
        wrong: () => (required && input.value === '' ? missing : undefined),
      };
    }
    case 'DatePicker':
    case 'CalendarPicker': {
      const unavailable = textsOf(props['unavailable-dates']).map((one) => dateOf(one));
      const input = el('input', {
        id,
        type: 'date',
        min: dateOf(props['min-date']) || undefined,
        max: dateOf(props['max-date']) || undefined,
        disabled: !enabled,
        value: dateOf(value),
      });
      input.addEventListener('change', changed);
      return {
        input,
        focus: () => {
          input.focus();
        },
        read: () => input.value,
        wrong: () => {
          if (input.value === '') return required ? missing : undefined;
          if (unavailable.includes(input.value)) return 'This day is not available.';
          return input.validity.valid ? undefined : input.validationMessage;
        },
      };
    }
    case 'OptIn': {
      const input = el('input', { id, type: 'checkbox', checked: value === true, disabled: !enabled });
      input.addEventListener('change', changed);
      const row = el(
        'label',
        { class: 'flow-choice', for: id },
        input,
        el('span', { dir: 'auto' }, textOf(props['label'])),
      );
      return {
        input: row,
        focus: () => {
          input.focus();
        },
        read: () => input.checked,
        wrong: () => (required && !input.checked ? 'Tick this to go on.' : undefined),
      };
    }
    default:
      return textInput(props, id, value, enabled, changed);
  }
}

function textInput(
  props: JsonRecord,
  id: string,
  value: unknown,
  enabled: boolean,
  changed: () => void,
): Made {
  const kind = textOf(props['input-type']) || 'text';
  const min = Number(props['min-chars'] ?? 0);
  const max = Number(props['max-chars'] ?? 80);
  const isNumber = kind === 'number' || kind === 'passcode';
  const pattern = textOf(props['pattern']);
  const input = el('input', {
    id,
    type: inputTypes[kind] ?? 'text',
    dir: 'auto',
    inputmode: isNumber ? 'numeric' : undefined,
    maxlength: String(max),
    disabled: !enabled,
    autocomplete: 'off',
    value: textOf(value),
  });
  input.addEventListener('input', typed(changed));
  return {
    input,
    focus: () => {
      input.focus();
    },
    read: () => input.value,
    wrong: () => {
      const text = input.value.trim();
      const own = textOf(props['error-message']);
      if (text === '') return props['required'] === true ? own || 'Fill this in to go on.' : undefined;
      if (text.length < min) return own || `At least ${min} characters.`;
      if (isNumber && !/^-?\d+([.,]\d+)?$/.test(text)) return own || 'Only numbers fit here.';
      if (kind === 'phone' && !/^\+?[\d\s()-]{5,}$/.test(text)) return own || 'This is no phone number.';
      if (kind === 'email' && !input.validity.valid) return own || 'This is no email address.';
      if (pattern !== '' && !matches(pattern, text)) return own || 'This does not have the right form.';
      return undefined;
    },
  };
}

/**
 * Told while typing, not after it: drawing anew when a field loses the focus would take the button away that is being
 * pressed. Words still being composed are left alone.
 */
function typed(changed: () => void): (event: Event) => void {
  return (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) changed();
  };
}

/** A pattern that cannot be read matches everything: the flow JSON, not the customer, is wrong. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text);
  } catch {
    return true;
  }
}

function checkboxes(
  props: JsonRecord,
  id: string,
  value: unknown,
  enabled: boolean,
  changed: () => void,
): Made {
  const chosen = textsOf(value);
  const boxes = choices(props, id, 'checkbox', enabled, (one) => chosen.includes(one), changed);
  const least = Number(props['min-selected-items'] ?? (props['required'] === true ? 1 : 0));
  const most = Number(props['max-selected-items'] ?? boxes.inputs.length);
  const read = (): readonly string[] => boxes.inputs.filter((box) => box.checked).map((box) => box.value);
  return {
    group: true,
    input: boxes.node,
    focus: () => {
      boxes.inputs[0]?.focus();
    },
    read,
    wrong: () => {
      const count = read().length;
      if (count < least) return least === 1 ? 'Choose at least one.' : `Choose at least ${least}.`;
      return count > most ? `Choose at most ${most}.` : undefined;
    },
  };
}

function radios(props: JsonRecord, id: string, value: unknown, enabled: boolean, changed: () => void): Made {
  const dots = choices(props, id, 'radio', enabled, (one) => one === value, changed);
  return {
    group: true,
    input: dots.node,
    focus: () => {
      dots.inputs[0]?.focus();
    },
    read: () => dots.inputs.find((dot) => dot.checked)?.value ?? '',
    wrong: () =>
      props['required'] === true && !dots.inputs.some((dot) => dot.checked)
        ? 'Choose one to go on.'
        : undefined,
  };
}

function choices(
  props: JsonRecord,
  id: string,
  type: 'checkbox' | 'radio',
  enabled: boolean,
  isChosen: (id: string) => boolean,
  changed: () => void,
): { node: HTMLElement; inputs: readonly HTMLInputElement[] } {
  const inputs: HTMLInputElement[] = [];
  const node = el('div', { class: 'flow-choices' });
  for (const one of recordsOf(props['data-source'])) {
    const input = el('input', {
      type,
      name: id,
      value: textOf(one['id']),
      checked: isChosen(textOf(one['id'])),
      disabled: !enabled || one['enabled'] === false,
    });
    input.addEventListener('change', changed);
    inputs.push(input);
    const words = el('span', {}, el('span', { dir: 'auto' }, textOf(one['title'])));
    for (const more of ['description', 'metadata'])
      if (textOf(one[more]) !== '') words.append(el('small', { dir: 'auto' }, textOf(one[more])));
    node.append(el('label', { class: 'flow-choice' }, input, words));
  }
  return { node, inputs };
}

/** A date of a flow JSON, `2026-12-01` or ms since 1970 as text, as a date input wants it. */
function dateOf(value: unknown): string {
  if (isRecord(value)) return '';
  const text = textOf(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return /^\d{9,}$/.test(text) ? new Date(Number(text)).toISOString().slice(0, 10) : '';
}
