import { templateValues, type FlowContent } from '../flow-content.ts';
import type { FlowText } from '../flow-text.ts';
import type { LinkedNode } from '../flow.ts';

/**
 * A text of a node that a customer sees. `most`: what WhatsApp holds, in UTF-16 units; `group`:
 * titles shown together, which must differ.
 */
export type NodeText = {
  readonly field: string;
  readonly text: FlowText;
  readonly most: number;
  readonly title: boolean;
};

/** Every text of a node that a customer sees. Source of the limits: Cloud API docs, read 2026-11-21. */
export function textsOf(node: LinkedNode): readonly NodeText[] {
  switch (node.kind) {
    case 'message':
      return contentTexts(node.say);
    case 'ask': {
      const options = node.slot.kind === 'choice' ? node.slot.options : [];
      return [
        body('text', node.text, 1024),
        ...(node.again === undefined ? [] : [body('again', node.again, 1024)]),
        ...options.map((option, place) =>
          title(`slot.options[${place}].title`, option.title, options.length > 3 ? 24 : 20),
        ),
        ...(node.skip === undefined ? [] : [title('skip', node.skip, 20)]),
      ];
    }
    case 'choice':
      return [
        body('text', node.text, 1024),
        ...(node.again === undefined ? [] : [body('again', node.again, 1024)]),
        ...node.options.map((option, place) =>
          title(`options[${place}].title`, option.title, node.options.length > 3 ? 24 : 20),
        ),
        ...node.options.flatMap(({ description }, place) =>
          description === undefined ? [] : [body(`options[${place}].description`, description, 72)],
        ),
        ...(node.open === undefined ? [] : [title('open', node.open, 20)]),
      ];
    case 'pick':
      return [
        body('text', node.text, 1024),
        ...(node.again === undefined ? [] : [body('again', node.again, 1024)]),
        body('title', node.title, 24),
        ...(node.description === undefined ? [] : [body('description', node.description, 72)]),
        ...(node.none === undefined ? [] : [title('none', node.none, 20)]),
        ...(node.more === undefined ? [] : [title('more', node.more, 20)]),
        ...(node.open === undefined ? [] : [title('open', node.open, 20)]),
      ];
    case 'model':
      return [body('otherwise', node.otherwise, 4096)];
    case 'hand-off':
    case 'resolve':
      return node.text === undefined ? [] : [body('text', node.text, 4096)];
    case 'start':
    case 'condition':
    case 'set':
    case 'tool':
    case 'knowledge':
    case 'detect-language':
    case 'wait':
    case 'jump':
    case 'consent':
    case 'split':
    case 'end':
      return [];
  }
}

function contentTexts(say: FlowContent): readonly NodeText[] {
  switch (say.kind) {
    case 'text':
      return [body('say.text', say.text, 4096)];
    case 'buttons':
      return [
        body('say.text', say.text, 1024),
        ...say.buttons.map((button, place) => title(`say.buttons[${place}].title`, button.title, 20)),
      ];
    case 'list':
      return [
        body('say.text', say.text, 4096),
        title('say.open', say.open, 20),
        ...say.rows.map((row, place) => title(`say.rows[${place}].title`, row.title, 24)),
        ...say.rows.flatMap(({ description }, place) =>
          description === undefined ? [] : [body(`say.rows[${place}].description`, description, 72)],
        ),
      ];
    case 'media':
      return say.caption === undefined ? [] : [body('say.caption', say.caption, 1024)];
    case 'cta':
      return [body('say.text', say.text, 1024), title('say.title', say.title, 20)];
    case 'product':
      return [
        body('say.text', say.text, 1024),
        ...(say.header === undefined ? [] : [body('say.header', say.header, 60)]),
      ];
    case 'form':
      return [body('say.text', say.text, 1024), title('say.open', say.open, 30)];
    case 'template':
      return templateValues(say).map(([name, text]) => body(`say.values.${name}`, text, 1024));
  }
}

function body(field: string, text: FlowText, most: number): NodeText {
  return { field, text, most, title: false };
}

function title(field: string, text: FlowText, most: number): NodeText {
  return { field, text, most, title: true };
}
