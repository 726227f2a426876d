import { readFileSync, statSync } from 'node:fs';

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root hands it to somebody else;
 * everybody else runs it themselves.
 */
export type PostgresUser =
  | { readonly kind: 'self'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'other'; readonly name: string; readonly uid: number; readonly gid: number };

/**
 * `clusterDir`: an existing cluster keeps its owner, whoever starts it.
 * Otherwise root takes the system's user `postgres`, else `nobody`.
 */
export function choosePostgresUser(clusterDir: string): PostgresUser {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined)
    throw new Error(
      'The embedded PostgreSQL needs Linux or macOS; set DATABASE_URL to a PostgreSQL server instead',
    );
  if (uid !== 0) return { kind: 'self', uid, gid };
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0)
    return { kind: 'other', name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const users = readUsers();
  const user = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody');
  if (user === undefined || user.uid === 0)
    throw new Error(
      'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody"; start Ambit as an ordinary user',
    );
  return { kind: 'other', ...user };
}

/** Source: passwd(5). */
function readUsers(): readonly { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      if (name === undefined || uid === undefined || gid === undefined) return [];
      return [{ name, uid: Number(uid), gid: Number(gid) }];
    });
}
