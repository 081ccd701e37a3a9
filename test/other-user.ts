/**
 * Runs programs as another user. A checkout in root's home is closed to everyone else, so they see it at another place,
 * in a mount namespace of their own that ends with them.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const checkout = dirname(import.meta.dirname)

const mounting = (place: string, ...command: readonly string[]) => {
  const script = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'
  return ['--mount', 'sh', '-c', script, 'sh', checkout, place, ...command]
}

/** Says what is missing, or false. */
export const cannotBeOthers = (): string | false => {
  if (process.getuid?.() !== 0) return 'needs root, to act as other users'
  const probe = spawnSync('unshare', mounting(tmpdir(), 'true'))
  return probe.status !== 0 && 'needs a root that may mount, to act as other users'
}

export type User = { readonly uid: number; readonly gid: number }

/** Runs Node as this user; `argumentsAt` words its arguments for the place where the checkout is seen. */
export const runNodeAs = ({ uid, gid }: User, argumentsAt: (place: string) => readonly string[]) => {
  const place = mkdtempSync(join(tmpdir(), 'cordon-checkout-'))
  try {
    chmodSync(place, 0o755)
    const node = process.execPath.startsWith(`${checkout}/`)
      ? join(place, process.execPath.slice(checkout.length))
      : process.execPath
    const user = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
    return spawnSync('unshare', mounting(place, ...user, node, ...argumentsAt(place)), {
      encoding: 'utf8',
      env: { ...process.env, HOME: '/nonexistent' },
    })
  } finally {
    rmdirSync(place)
  }
}
