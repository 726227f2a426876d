import { describe, expect, test } from 'vitest';
import { a, testLimits } from '../outbound/limits.fixture.ts';
import { body, define, image, parts, testDefinitions, utility } from './definitions.fixture.ts';
import { parseTemplateDefinition, parseTemplateEdit } from './template-definition.ts';

const saying = (text: string, ...samples: readonly string[]) =>
  define({
    components: [
      { type: 'BODY', text, ...(samples.length === 0 ? {} : { example: { body_text: [samples] } }) },
    ],
  });
const naming = (text: string, ...names: readonly string[]) =>
  define({
    parameter_format: 'NAMED',
    components: [
      {
        type: 'BODY',
        text,
        example: { body_text_named_params: names.map((param_name) => ({ param_name, example: 'x' })) },
      },
    ],
  });
const titled = (text: string, ...samples: readonly string[]) =>
  parts({
    type: 'HEADER',
    format: 'TEXT',
    text,
    ...(samples.length === 0 ? {} : { example: { header_text: samples } }),
  });
const footer = (text: string) => parts({ type: 'FOOTER', text });

describe('a template', () => {
  testDefinitions([
    ['has a name of at most 512', define({ name: a(512) }), define({ name: a(513) }), 'name', '512'],
    [
      'has a name of small letters, digits and _',
      define({ name: 'a_1' }),
      define({ name: 'A-1' }),
      'name',
      'small letters',
    ],
    ['has a language', define({ language: 'pt_BR' }), define({ language: 'Portuguese' }), 'language'],
    [
      'has one of three categories',
      define({ category: 'UTILITY' }),
      define({ category: 'SERVICE' }),
      'category',
    ],
    ['has a body', define({}), define({ components: [{ type: 'FOOTER', text: 'x' }] }), 'BODY'],
    ['has one body', define({}), parts(body), 'more than one BODY'],
    ['has one header', parts(image), parts(image, image), 'more than one HEADER'],
    ['has no unknown part', parts(), parts({ type: 'SPARKLES' }), 'type'],
    [
      'of marketing lives at least 43200 s',
      define({ message_send_ttl_seconds: 43_200 }),
      define({ message_send_ttl_seconds: 43_199 }),
      'message_send_ttl_seconds',
      '43200',
    ],
    [
      'of marketing lives at most 2592000 s',
      define({ message_send_ttl_seconds: 2_592_000 }),
      define({ message_send_ttl_seconds: 2_592_001 }),
      'message_send_ttl_seconds',
      '2592000',
    ],
    [
      'of utility lives at least 30 s',
      { ...utility(), message_send_ttl_seconds: 30 },
      { ...utility(), message_send_ttl_seconds: 29 },
      'message_send_ttl_seconds',
      '30',
    ],
    [
      'of utility lives at most 43200 s',
      { ...utility(), message_send_ttl_seconds: 43_200 },
      { ...utility(), message_send_ttl_seconds: 43_201 },
      'message_send_ttl_seconds',
      '43200',
    ],
    [
      'lives 30 days by -1',
      { ...utility(), message_send_ttl_seconds: -1 },
      { ...utility(), message_send_ttl_seconds: -2 },
      'message_send_ttl_seconds',
      '-1',
    ],
  ]);

  test('tags may be in small letters, and come out in capitals', () => {
    const whispered = {
      ...define({ category: 'marketing' }),
      components: [{ type: 'body', text: 'Hello there.' }],
    };
    expect(parseTemplateDefinition(whispered)).toEqual({ kind: 'valid', value: define({}) });
  });
});

describe('texts and variables', () => {
  testDefinitions([
    ['a body has at most 1024', saying(a(1024)), saying(a(1025)), 'text', '1024'],
    ['a header has at most 60', titled(a(60)), titled(a(61)), 'text', '60'],
    [
      'a header has at most 1 variable',
      titled('Our {{1}} is on', 'Sale'),
      titled('Our {{1}} is {{2}} now', 'Sale'),
      'header',
      '1 variable',
    ],
    [
      'a header has a sample of its variable',
      titled('Our {{1}} is on', 'Sale'),
      titled('Our {{1}} is on'),
      'header',
      'sample',
    ],
    ['a footer has at most 60', footer(a(60)), footer(a(61)), 'text', '60'],
    ['a footer has no variables', footer('Bye {1}'), footer('Bye {{1}} now'), 'footer has no variables'],
    [
      'variables count from 1 without a gap',
      saying('Hi {{1}} and {{2}}.', 'a', 'b'),
      saying('Hi {{1}} and {{3}}.', 'a', 'b'),
      'body',
      'gap',
    ],
    [
      'a body does not begin with a variable',
      saying('Hi {{1}}.', 'a'),
      saying('{{1}}, hi.', 'a'),
      'body',
      '2388299',
    ],
    [
      'a body does not end with a variable',
      saying('Hi {{1}}.', 'a'),
      saying('Hi {{1}}', 'a'),
      'body',
      '2388299',
    ],
    [
      'each variable has a sample',
      saying('Hi {{1}} and {{2}}.', 'a', 'b'),
      saying('Hi {{1}} and {{2}}.', 'a'),
      'body',
      '1 samples for 2 variables',
    ],
    ['no sample without a variable', saying('Hi.'), saying('Hi.', 'a'), 'body', 'no variables'],
    [
      'the same variable twice is one',
      saying('Hi {{1}} and {{1}}.', 'a'),
      saying('Hi {{1}} and {{1}}.', 'a', 'b'),
      'samples',
    ],
    [
      'named variables have small letters',
      naming('Hi {{first_name}}.', 'first_name'),
      naming('Hi {{First}}.', 'first'),
      'NAMED',
    ],
    [
      'named variables have samples by name',
      naming('Hi {{one}} or {{two}}.', 'one', 'two'),
      naming('Hi {{one}} or {{two}}.', 'one', 'three'),
      'body',
      'two',
    ],
    [
      'names are for the named format',
      naming('Hi {{one}}.', 'one'),
      { ...naming('Hi {{one}}.', 'one'), parameter_format: 'POSITIONAL' },
      'POSITIONAL',
    ],
    ['braces hold a variable', saying('Hi {{1}}.', 'a'), saying('Hi {{1}} {{.', 'a'), 'braces'],
    ['a picture has a sample', parts(image), parts({ ...image, example: undefined }), 'example'],
    [
      'a place has no sample',
      parts({ type: 'HEADER', format: 'LOCATION' }),
      parts({ type: 'HEADER', format: 'LOCATION', example: {} }),
      'example',
    ],
  ]);
});

describe('categories', () => {
  const gif = { ...image, format: 'GIF' };
  const of = (button: object) => ({ type: 'BUTTONS', buttons: [button] });
  const card = { components: [image] };
  testDefinitions([
    ['GIFs are marketing', parts(gif), utility(gif), 'GIF', 'MARKETING'],
    [
      'catalogs are marketing',
      parts(of({ type: 'CATALOG', text: 'View' })),
      utility(of({ type: 'CATALOG', text: 'View' })),
      'CATALOG',
      'MARKETING',
    ],
    [
      'several products are marketing',
      parts(of({ type: 'MPM', text: 'View' })),
      utility(of({ type: 'MPM', text: 'View' })),
      'MPM',
      'MARKETING',
    ],
    [
      'carousels are marketing',
      parts({ type: 'CAROUSEL', cards: [card, card] }),
      utility({ type: 'CAROUSEL', cards: [card, card] }),
      'CAROUSEL',
      'MARKETING',
    ],
    [
      'one product has a header and a button for it',
      parts({ type: 'HEADER', format: 'PRODUCT' }, of({ type: 'SPM', text: 'View' })),
      parts(of({ type: 'SPM', text: 'View' })),
      'PRODUCT',
      'SPM',
    ],
    [
      'utility may ask to call',
      utility({ type: 'CALL_PERMISSION_REQUEST' }),
      utility({ type: 'CALL_PERMISSION_REQUEST', text: 'x' }),
      'text',
    ],
  ]);
});

describe('an edit', () => {
  const problemsOfEdit = (edit: object) => {
    const parsed = parseTemplateEdit(edit);
    return parsed.kind === 'valid' ? [] : parsed.problems;
  };
  const otp = { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] };
  testLimits(
    [
      ['changes something', { category: 'UTILITY' }, { name: 'offer' }, 'changes nothing'],
      ['replaces all parts', { components: [body] }, { components: [{ type: 'FOOTER', text: 'x' }] }, 'BODY'],
      [
        'keeps the rules of its category',
        { category: 'MARKETING', components: [body, { ...image, format: 'GIF' }] },
        { category: 'UTILITY', components: [body, { ...image, format: 'GIF' }] },
        'GIF',
      ],
      [
        'changes an authentication template',
        { components: [{ type: 'BODY' }, otp] },
        { components: [{ type: 'BODY' }, otp, otp] },
        'components',
      ],
      [
        'has a time to live of its category',
        { category: 'UTILITY', message_send_ttl_seconds: 60 },
        { category: 'MARKETING', message_send_ttl_seconds: 60 },
        'message_send_ttl_seconds',
        '43200',
      ],
    ],
    problemsOfEdit,
  );
});
