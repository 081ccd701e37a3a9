/** The configuration as commands read it: the file given, or the box's own; faults end the command with code 78. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Config, defaultConfigFile, loadConfig, readText } from '../config/load.ts'
import { parsePolicy } from '../config/policy.ts'
import type { PolicyInForce } from '../daemon/model/policy.ts'
import { untrustedPolicyOf } from '../drivers/jose/policy.ts'
import { exitCodes, Failure } from './exit.ts'

export const settings = async (file: string = defaultConfigFile): Promise<Config> => {
  const loaded = await loadConfig(file)
  if ('faults' in loaded)
    throw new Failure(
      exitCodes.config,
      'the configuration is faulty',
      'correct it (cordon config check FILE), or name another with --config',
      loaded.faults,
    )
  return loaded.config
}

export const socketOf = async (file?: string) => {
  const { review, stateDir } = await settings(file)
  return {
    socketPath: review.socketPath ?? join(stateDir, 'review', 'review.sock'),
    reviewers: review.reviewers,
  }
}

/** A policy file, signed or not (nobody is asked who signed it here), or the end of the command with its faults. */
export const policyOfFile = async (file: string): Promise<PolicyInForce> => {
  const read = await readText(file)
  const parsed = 'faults' in read ? read : parsePolicy(untrustedPolicyOf(read.text.trim()) ?? read.text)
  if ('faults' in parsed)
    throw new Failure(exitCodes.config, 'the policy file is faulty', 'correct it', parsed.faults)
  return parsed.policy
}

/** Where commands keep the unpacked language data of the OCR engine (public data, XDG base directory). */
export const languageFolder = (): string =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cordon', 'tessdata')
