import { expect, test } from 'vitest';
import { readConfig, secretsOf, type Config } from './config.ts';

const needed = {
  AMBIT_TOKEN: 'a-token-of-sixteen-or-more',
  AMBIT_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_ACCESS_TOKEN: 'access',
  WHATSAPP_APP_SECRET: 'secret',
  WHATSAPP_VERIFY_TOKEN: 'verify',
};

function config(given: Readonly<Record<string, string>>): Config {
  return readConfig({ ...needed, ...given }, []);
}

test('no encoder is asked unless one is named', () => {
  expect(config({}).encoder).toEqual({ kind: 'none' });
  expect(config({ AMBIT_ENCODER: 'english' }).encoder).toEqual({ kind: 'english' });
});

test('an encoder has what it needs, or what is missing is named', () => {
  const folder = { AMBIT_ENCODER: 'folder', AMBIT_ENCODER_FOLDER: '/models/e5' };
  expect(config({ ...folder, AMBIT_ENCODER_LANGUAGES: 'en,pt' }).encoder).toEqual({
    kind: 'onnx',
    folder: '/models/e5',
    languages: ['en', 'pt'],
    prefix: '',
  });
  expect(() => config({ AMBIT_ENCODER: 'folder' })).toThrow('AMBIT_ENCODER_FOLDER');
  const api = { AMBIT_ENCODER: 'api', AMBIT_ENCODER_URL: 'http://127.0.0.1:1/v1' };
  expect(() => config(api)).toThrow('AMBIT_ENCODER_MODEL');
  const ready = config({ ...api, AMBIT_ENCODER_MODEL: 'bge-m3', AMBIT_ENCODER_KEY: 'sk-e' });
  expect(ready.encoder).toMatchObject({ kind: 'api', languages: 'all', timeoutMs: 2_000, apiKey: 'sk-e' });
  expect(secretsOf(ready)).toContain('sk-e');
});

test('keys of models are those of others than Ambit, and never logged', () => {
  const read = config({
    OPENAI_API_KEY: 'sk-1',
    HF_TOKEN: 'hf-2',
    HOME: '/root',
    AMBIT_TRANSCRIPTION_KEY: 'sk-3',
  });
  expect([...read.modelKeys]).toEqual([
    ['OPENAI_API_KEY', 'sk-1'],
    ['HF_TOKEN', 'hf-2'],
  ]);
  expect(secretsOf(read)).toEqual(expect.arrayContaining(['sk-1', 'hf-2']));
});
