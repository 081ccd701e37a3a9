/** Waits for conditions. There is a deadline, so that what never comes fails, and no measuring of how soon it comes. */
import { setTimeout as sleep } from 'node:timers/promises'

export const deadlineMs = 120_000

/** Resolves with the first value that is neither false, null nor undefined. `told` says what is known when it fails. */
export const until = async <T>(
  look: () => T | Promise<T>,
  what: string,
  told: () => string = () => '',
): Promise<NonNullable<Exclude<T, false>>> => {
  const endMs = performance.now() + deadlineMs
  for (;;) {
    const found = await look()
    if (found !== false && found !== null && found !== undefined)
      return found as NonNullable<Exclude<T, false>>
    if (performance.now() > endMs) throw new Error(`never came: ${what}\n${told()}`)
    await sleep(20)
  }
}
