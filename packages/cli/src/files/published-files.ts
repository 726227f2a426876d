import type { AmbitClient } from '@ambit/sdk/client';
import { RequestFailed } from '@ambit/sdk/request-failed';
import { fromBase64, type Files } from './folder-files.ts';

/** The files of a version; the newest without a number. Throws when the server does not answer or has none. */
export async function readPublishedFiles(
  { client }: { readonly client: AmbitClient },
  wanted?: number,
): Promise<{ readonly version: number; readonly files: Files }> {
  const { version, files } = await client.businessFiles(wanted).catch((cause: unknown) => {
    if (wanted !== undefined && cause instanceof RequestFailed && cause.code === 'not-found')
      throw new Error(
        `There is no version ${wanted} of the business; name one that "ambit push" has published`,
        {
          cause,
        },
      );
    throw cause;
  });
  return { version, files: fromBase64(files) };
}

/** Of a version that an older Ambit published, which kept no files. */
export function withoutFiles(version: number): Error {
  return new Error(
    `Version ${version} was published without keeping its files; publish once with "ambit push" to have them from then on`,
  );
}
