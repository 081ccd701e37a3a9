/**
 * `cordon config`: checks a configuration and prints the example. Reads the named file; writes nothing.
 */
import type { Command } from 'commander'
import { exampleYaml } from '../config/example.ts'
import { defaultConfigFile, loadConfig } from '../config/load.ts'
import { exitCodes, Failure } from './exit.ts'

const check = async (file: string): Promise<void> => {
  const loaded = await loadConfig(file)
  if ('config' in loaded) {
    console.log('The configuration is sound.')
    return
  }
  const count = loaded.faults.length
  throw new Failure(
    exitCodes.config,
    `the configuration has ${count === 1 ? '1 fault' : `${count} faults`}`,
    'correct the fields above; `cordon config example` shows every field with its meaning',
    loaded.faults,
  )
}

export default (program: Command): void => {
  const config = program
    .command('config')
    .description('check a configuration, or print the example with every field explained')
    .addHelpText(
      'after',
      `
Examples:
  cordon config example > cordon.yaml     every field with its meaning, unit and default
  cordon config check cordon.yaml         one line per fault: the field, what was expected, what stood there

Exit codes: 0 sound, 78 faults.`,
    )
  config
    .command('check')
    .description('check a file: one line per fault, with the path of the field')
    .argument('[FILE]', 'the configuration', defaultConfigFile)
    .action(check)
  config
    .command('example')
    .description('print a configuration with every field at its default')
    .action(() => void process.stdout.write(exampleYaml()))
}
