/**
 * The command `cordon`: finds the command that was asked for, loads that one alone, and ends with its exit code.
 * Knows nothing of what the commands do.
 */
import { existsSync, readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { endingOf, exitCodes } from './exit.ts'

/** In the order of the help. Each is `command/<name>.ts`, whose default export adds it to the program. */
const commands: readonly { readonly name: string; readonly does: string }[] = [
  { name: 'run', does: 'run the services in one process tree' },
  { name: 'status', does: 'show the services, the queues and what waits for whom' },
  { name: 'redact', does: 'de-identify files here and now, without the services' },
  { name: 'detect', does: 'find identifiers in text lines' },
  { name: 'review', does: 'list, show, release or reject held documents' },
  { name: 'report', does: 'what was masked, missed and masked for nothing, in numbers' },
  { name: 'schedule', does: 'tell the box who is expected today, as keyed hashes' },
  { name: 'gateway', does: 'receive, verify and open what boxes send' },
  { name: 'audit', does: 'verify what happened' },
  { name: 'keys', does: 'make, show and rotate the keys of a box' },
  { name: 'policy', does: 'write, check, sign and install what becomes of each class of identifiers' },
  { name: 'config', does: 'check a configuration, or print the example' },
]

const help = `
Examples:
  cordon config example > cordon.yaml          a configuration with every field explained
  cordon redact fax.tif --out out              redacted pages, a PDF and a report in out/fax/
  cordon run --config cordon.yaml              all services
  cordon review list                           what waits for a person
  cordon help redact                           the options of one command

Exit codes: 0 done, 1 failed, 2 something is held for a person, 3 something was rejected as bad input,
64 wrong usage, 70 internal error, 75 not possible now, 78 faulty configuration.`

const usageLine = (text: string): string =>
  `${text.replace(/^error: /, 'cordon: ').trimEnd()}. Next: the same command with --help.\n`

const fileOf = (name: string): URL => new URL(`./${name}.ts`, import.meta.url)

type Package = { readonly version: string }
const version = (): string => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Package
  return `cordon ${version}, Node ${process.versions.node}`
}

const addCommand = async (program: Command, name: string, does: string, wanted: boolean): Promise<void> => {
  if (!wanted) {
    program.command(name).description(does)
    return
  }
  const loaded = (await import(fileOf(name).href)) as { default: (program: Command) => void }
  loaded.default(program)
}

const build = async (words: readonly string[]): Promise<Command> => {
  const program = new Command('cordon')
    .description('De-identifies scans and faxes on the box and forwards only sealed, redacted output.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', help)
    .configureOutput({ outputError: (text, write) => write(usageLine(text)) })
    .exitOverride()
  const [first, second] = words.filter(word => !word.startsWith('-'))
  const wanted = first === 'help' ? second : first
  for (const { name, does } of commands)
    if (existsSync(fileOf(name))) await addCommand(program, name, does, name === wanted)
  return program
}

const end = (thrown: unknown): void => {
  if (thrown instanceof CommanderError) {
    process.exitCode = thrown.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    return
  }
  const { exit, lines } = endingOf(thrown)
  process.exitCode = exit
  for (const line of lines) console.error(line)
}

process.stdout.on('error', (thrown: NodeJS.ErrnoException) => {
  if (thrown.code !== 'EPIPE') throw thrown
  process.exit()
})

try {
  const words = process.argv.slice(2)
  const program = await build(words)
  await program.parseAsync(words, { from: 'user' })
} catch (thrown) {
  end(thrown)
}
