/** One server that a database URL names. `name`: as people know it, without secrets. */
export type ConnectionHost = { readonly name: string; readonly connectionString: string };

/**
 * Where a database URL leads. `one`: the URL is node-postgres's business, untouched. `several`: whichever of these
 * takes writes.
 */
export type ConnectionHosts =
  | { readonly kind: 'one'; readonly connectionString: string }
  | { readonly kind: 'several'; readonly hosts: readonly ConnectionHost[] };

const defaultPort = '5432';
/** Ambit writes, so of libpq's values only these make sense; they mean the same to it. */
const writing = ['read-write', 'primary'];
const parts = /^(postgres(?:ql)?:\/\/)([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?/;

/**
 * Reads a URL as libpq does when it names several hosts: `postgresql://user:password@a:5432,b:5433/db`, or, for unix
 * sockets, `postgresql://user:password@/db?host=/run/a,/run/b&port=5432,5433` (`host` and `port` may be repeated
 * instead). `target_session_attrs` is taken for `read-write` when it is not there.
 * Throws, without quoting the URL, if hosts and ports do not match or the attribute asks for a server Ambit cannot use.
 * Source: PostgreSQL 18 documentation, 32.1.1.3 "Specifying Multiple Hosts", 32.1.2 "target_session_attrs".
 */
export function readConnectionHosts(connectionString: string): ConnectionHosts {
  const [, scheme, authority, path = '/', query = ''] = parts.exec(connectionString) ?? [];
  if (scheme === undefined || authority === undefined) return { kind: 'one', connectionString };
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, at + 1);
  const given = new URLSearchParams(query);
  const named = authority.slice(at + 1);
  const hosts = listOf(given, 'host');
  const wanted = given.get('target_session_attrs');
  if (wanted === null && hosts.length <= 1 && (hosts.length === 1 || !named.includes(',')))
    return { kind: 'one', connectionString };
  if (wanted !== null && !writing.includes(wanted))
    throw new Error(
      `DATABASE_URL asks for target_session_attrs=${wanted}, but Ambit writes; use read-write, or leave it out`,
    );
  const places = placesOf(named, hosts, listOf(given, 'port'));
  for (const name of ['host', 'port', 'target_session_attrs']) given.delete(name);
  const rest = given.size === 0 ? '' : `&${given.toString()}`;
  return {
    kind: 'several',
    hosts: places.map(({ host, port }) => ({
      name: host.startsWith('/') ? host : `${host}:${port}`,
      connectionString: `${scheme}${user}${path}?host=${encodeURIComponent(host)}&port=${port}${rest}`,
    })),
  };
}

type Place = { readonly host: string; readonly port: string };

/** Hosts of the query come before those of the authority, as in libpq and in node-postgres. */
function placesOf(authority: string, hosts: readonly string[], ports: readonly string[]): readonly Place[] {
  const named = authority.split(',').map(splitPort);
  const chosen = hosts.length > 0 ? hosts : named.map(({ host }) => decodeURIComponent(host));
  const portsGiven = ports.length > 0 ? ports : hosts.length > 0 ? [] : named.map(({ port }) => port);
  if (chosen.length > 1 && chosen.includes(''))
    throw new Error('DATABASE_URL names several hosts, and one of them is empty; look for a comma too many');
  if (portsGiven.length > 1 && portsGiven.length !== chosen.length)
    throw new Error(
      `DATABASE_URL names ${chosen.length} hosts and ${portsGiven.length} ports; give one port for all, or one for each`,
    );
  return chosen.map((host, index) => {
    const port = (portsGiven.length === 1 ? portsGiven[0] : portsGiven[index]) ?? '';
    if (!/^\d{0,5}$/.test(port) || Number(port) > 65_535)
      throw new Error(`The port of host ${index + 1} in DATABASE_URL is not a port number`);
    return { host, port: port === '' ? defaultPort : port };
  });
}

/** The brackets around an IPv6 address keep its colons from being taken for a port's. */
function splitPort(hostAndPort: string): Place {
  const [, bracketed, plain = '', port = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(hostAndPort) ?? [];
  return { host: bracketed ?? plain, port };
}

function listOf(query: URLSearchParams, name: string): readonly string[] {
  return query.getAll(name).flatMap((value) => value.split(','));
}
