/** A complete configuration of the server alone, with made-up secrets; `given` adds or takes away. */
export function serverEnvironment(
  given: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return {
    AMBIT_TOKEN: 'test-token-test-token',
    AMBIT_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    AMBIT_BUSINESS: 'businesses/shop',
    AMBIT_DEBOUNCE_MS: '0',
    AMBIT_POOL_SIZE: '6',
    WHATSAPP_API_URL: 'http://127.0.0.1:9',
    WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
    WHATSAPP_ACCESS_TOKEN: 'access-token',
    WHATSAPP_APP_SECRET: 'app-secret',
    WHATSAPP_VERIFY_TOKEN: 'verify-token',
    ...given,
  };
}
