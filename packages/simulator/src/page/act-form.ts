import { el } from './dom.ts';
import { isRecord, parseJson, type JsonRecord } from './json-value.ts';
import { confirmSheet } from './popup.ts';

type Named = { readonly name: string; readonly label: string };

/** One field of a form. Empty text and numbers are left out of what is sent unless they are `required`. */
export type Field =
  | (Named & {
      kind: 'text';
      value?: string;
      placeholder?: string;
      required?: boolean;
      pattern?: string;
      suggestions?: readonly string[];
    })
  | (Named & { kind: 'long-text'; value?: string; required?: boolean; rows?: number })
  | (Named & { kind: 'number'; value?: number; min?: number; max?: number; step?: number | 'any' })
  | (Named & { kind: 'choice'; options: readonly (readonly [string, string])[]; value?: string })
  | (Named & { kind: 'check'; value?: boolean })
  | (Named & { kind: 'json'; value: string })
  | (Named & { kind: 'file'; accept?: string });

/** What a form asks and does. `send` throws with what is wrong; `confirm` asks before something dangerous. */
export type FormSpec = {
  readonly label: string;
  readonly submit: string;
  readonly fields: readonly Field[];
  readonly confirm?: { readonly title: string; readonly text: string };
  readonly send: (values: JsonRecord) => Promise<string | undefined>;
  /** A second button, for doing it later or elsewhere. */
  readonly other?: { readonly label: string; readonly send: FormSpec['send'] };
};

let nextId = 0;

/** A form that says what went wrong and what was done. */
export function actForm(spec: FormSpec): HTMLFormElement {
  const reads: (() => readonly [string, unknown] | undefined)[] = [];
  const form = el('form', { class: 'act-form', 'aria-label': spec.label, autocomplete: 'off' });
  for (const field of spec.fields) {
    const { row, read } = fieldView(field);
    form.append(row);
    reads.push(read);
  }
  const told = el('p', { class: 'hint', role: 'status' });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const submit = el(
    'button',
    { class: spec.confirm === undefined ? 'small filled' : 'small danger', type: 'submit' },
    spec.submit,
  );
  const buttons = el('div', { class: 'form-buttons' }, submit);
  const run = async (send: FormSpec['send']): Promise<void> => {
    told.textContent = '';
    problem.textContent = '';
    try {
      const values = Object.fromEntries(reads.map((read) => read()).filter((one) => one !== undefined));
      if (spec.confirm !== undefined && !(await confirmSheet({ ...spec.confirm, button: spec.submit })))
        return;
      submit.disabled = true;
      told.textContent = (await send(values)) ?? 'Done.';
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      submit.disabled = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(spec.send);
  });
  const { other } = spec;
  if (other !== undefined)
    buttons.append(
      el(
        'button',
        {
          class: 'small',
          type: 'button',
          onclick: () => {
            if (form.reportValidity()) void run(other.send);
          },
        },
        other.label,
      ),
    );
  form.append(buttons, problem, told);
  return form;
}

type FieldView = { row: HTMLElement; read: () => readonly [string, unknown] | undefined };

function fieldView(field: Field): FieldView {
  nextId += 1;
  const id = `field-${nextId}`;
  const label = el('label', { for: id }, field.label);
  const row = (input: HTMLElement, ...more: readonly HTMLElement[]): HTMLElement =>
    el('div', { class: 'field' }, label, input, ...more);
  const given = (value: string, required = false): readonly [string, unknown] | undefined =>
    value === '' && !required ? undefined : [field.name, value];
  switch (field.kind) {
    case 'text': {
      const list = field.suggestions === undefined ? undefined : `${id}-list`;
      const input = el('input', {
        id,
        type: 'text',
        dir: 'auto',
        value: field.value ?? '',
        placeholder: field.placeholder,
        required: field.required === true,
        pattern: field.pattern,
        list,
      });
      const options = (field.suggestions ?? []).map((value) => el('option', { value }));
      return {
        row: row(input, ...(list === undefined ? [] : [el('datalist', { id: list }, ...options)])),
        read: () => given(input.value.trim(), field.required),
      };
    }
    case 'long-text': {
      const input = el('textarea', {
        id,
        dir: 'auto',
        rows: String(field.rows ?? 2),
        required: field.required === true,
      });
      input.value = field.value ?? '';
      return { row: row(input), read: () => given(input.value, field.required) };
    }
    case 'number': {
      const input = el('input', {
        id,
        type: 'number',
        value: field.value === undefined ? '' : String(field.value),
        min: field.min === undefined ? undefined : String(field.min),
        max: field.max === undefined ? undefined : String(field.max),
        step: String(field.step ?? 1),
      });
      return {
        row: row(input),
        read: () => (input.value === '' ? undefined : [field.name, Number(input.value)]),
      };
    }
    case 'choice': {
      const input = el('select', { id });
      for (const [value, words] of field.options)
        input.append(el('option', { value, selected: value === field.value }, words));
      return { row: row(input), read: () => given(input.value) };
    }
    case 'check': {
      const input = el('input', { id, type: 'checkbox', checked: field.value === true });
      return {
        row: el('div', { class: 'field check' }, input, label),
        read: () => [field.name, input.checked],
      };
    }
    case 'json': {
      const input = el('textarea', { id, rows: '5', class: 'code', spellcheck: 'false', dir: 'ltr' });
      input.value = field.value;
      return {
        row: row(input),
        read: () => {
          const parsed = parseJson(input.value);
          if (!isRecord(parsed) && !Array.isArray(parsed))
            throw new Error(`${field.label}: this is not valid JSON.`);
          return [field.name, parsed];
        },
      };
    }
    case 'file': {
      const input = el('input', { id, type: 'file', accept: field.accept });
      return {
        row: row(input),
        read: () => {
          const file = input.files?.[0];
          return file === undefined ? undefined : [field.name, file];
        },
      };
    }
  }
}
