import type { WebsiteState } from '@ambit/sdk/website';
import { connectDesk } from './files/connect-desk.ts';

/** `ambit websites`: what was taken from the business's web sites. Returns the exit code. */
export async function listWebsites(json: boolean): Promise<number> {
  const { websites } = await connectDesk().client.websites();
  const shown =
    websites.length === 0
      ? 'The business has no web sites; name them in business.yaml under "websites".'
      : websites.map(describe).join('\n');
  process.stdout.write(json ? `${JSON.stringify({ websites }, null, 2)}\n` : `${shown}\n`);
  return 0;
}

/** `ambit websites crawl`: looks at one site, or at all, now. Returns the exit code. */
export async function crawlWebsites(site: string | undefined): Promise<number> {
  const { sites } = await connectDesk().client.crawl(site === undefined ? {} : { site });
  process.stdout.write(
    sites === 0
      ? 'The business has no web sites; name them in business.yaml under "websites".\n'
      : `Looking at ${sites === 1 ? 'one site' : `${sites} sites`}; "ambit websites" shows what was taken.\n`,
  );
  return 0;
}

function describe({ site, underWay, lookedAt, report, pages }: WebsiteState): string {
  const when = lookedAt === undefined ? 'not looked at yet' : `looked at ${new Date(lookedAt).toISOString()}`;
  const cut = report?.complete === false ? ', not all of it' : '';
  return [
    `${site}: ${pages.length} pages, ${underWay ? 'being looked at' : when}${cut}`,
    ...pages.map(({ url, title }) => `  ${title}\n    ${url}`),
    ...(report?.problems ?? []).map((problem) => `  ! ${problem}`),
  ].join('\n');
}
