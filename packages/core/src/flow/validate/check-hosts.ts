import { isAllowedLink } from '../../order/allowed-link.ts';
import type { LinkedNode } from '../flow.ts';
import { blocking, warning, type FlowCheck, type FlowFinding } from './flow-finding.ts';

/**
 * Where links and files of a flow lead, as far as its text says so: https, on a host that the business
 * allows. What a variable names is looked at when it is sent, but there must be a host it may lead to.
 */
export const checkHosts: FlowCheck = (flow, { linkHosts }) =>
  linkHosts === undefined ? [] : flow.nodes.flatMap((node) => hostFindings(node, linkHosts));

function hostFindings(node: LinkedNode, hosts: readonly string[]): readonly FlowFinding[] {
  const url = addressOf(node);
  if (url === undefined) return [];
  const note = (message: string, fix: string): FlowFinding => blocking('unknown-host', node.id, message, fix);
  const written = /^(?<scheme>[a-z]+):\/\/(?<host>[^{}/?#\s]+)(?=[/?#]|$)/iu.exec(url)?.groups;
  if (written === undefined && url.includes('{{'))
    return hosts.length > 0
      ? []
      : [
          warning(
            'unknown-host',
            node.id,
            'its host comes out of a variable, and the business allows no host, so a person will take over',
            'list the hosts it may lead to under "linkHosts" in business.yaml',
          ),
        ];
  const { scheme = '', host = '' } = written ?? {};
  if (scheme.toLowerCase() !== 'https')
    return [note(`"${url}" is no https address`, 'write an address such as "https://shop.example/menu"')];
  const named = host.toLowerCase();
  return isAllowedLink(`https://${named}`, hosts)
    ? []
    : [
        note(
          `it leads to "${named}", which is none of the business's hosts`,
          `add ${named} to "linkHosts" in business.yaml, if that is right`,
        ),
      ];
}

function addressOf(node: LinkedNode): string | undefined {
  if (node.kind !== 'message') return undefined;
  return node.say.kind === 'cta' || node.say.kind === 'media' ? node.say.url.trim() : undefined;
}
