/**
 * `cordon schedule`: tells the box who is expected, so that their names are found however they are written. Reads the list from
 * standard input or a file, and writes keyed hashes: the list itself never comes to the disk.
 */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Command, InvalidArgumentError } from 'commander'
import { parse } from 'csv-parse'
import { type Appointment, spellingsOf } from '../daemon/deidentify/detect/schedule.ts'
import { parseWrittenDate } from '../daemon/deidentify/tokenise/written-date.ts'
import { scheduleKinds } from '../daemon/model/gazetteer.ts'
import { loadScheduleKey } from '../drivers/keys/box.ts'
import { KeyFault } from '../drivers/keys/file.ts'
import {
  type Entry,
  readSchedule,
  removeSchedule,
  ScheduleFault,
  writeSchedule,
} from '../drivers/schedule/file.ts'
import { exitCodes, Failure } from './exit.ts'
import { settings } from './settings.ts'

const help = `
The list is CSV with a line of headings: name (or given and family), mrn, dob. Any of them may be missing, and other
columns are not looked at. It is read, hashed with the box's own key and forgotten; the hashes end by themselves.

Examples:
  practice-export --today | cordon schedule load        from the practice's software, nothing on the disk
  cordon schedule load today.csv --hours 16
  cordon schedule show                                  how many entries, and until when
  cordon schedule clear`

type Options = { readonly config?: string; readonly hours: number; readonly json?: boolean }

const hours = (untrusted: string): number => {
  const value = Number(untrusted)
  if (!(value > 0 && value <= 24 * 14)) throw new InvalidArgumentError('Expected 1 to 336 hours')
  return value
}

export default (program: Command): void => {
  const schedule = program
    .command('schedule')
    .description('tell the box who is expected today, as keyed hashes')
    .addHelpText('after', help)
  const add = (usage: string, does: string) =>
    schedule.command(usage).description(does).option('--config <file>', 'the configuration of the box')
  add('load [file]', 'take the list from a CSV file or from standard input; it replaces the one before')
    .option('--hours <n>', 'how long it counts', hours, 36)
    .action((file: string | undefined, options: Options) => load(file, options))
  add('show', 'how many entries there are, and until when')
    .option('--json', 'as JSON')
    .action((options: Options) => show(options))
  add('clear', 'forget the list').action((options: Options) => clear(options))
}

const fileOf = (stateDir: string): string => join(stateDir, 'deidentify', 'schedule')

/** The file and the key, or the end of the command with what to do. */
const placeOf = async ({ config }: Options): Promise<{ path: string; key: Uint8Array }> => {
  const { stateDir, keysDir } = await settings(config)
  try {
    return { path: fileOf(stateDir), key: await loadScheduleKey({ directory: keysDir }) }
  } catch (thrown) {
    if (!(thrown instanceof KeyFault)) throw thrown
    throw new Failure(
      exitCodes.failure,
      `the key file ${thrown.file} is ${thrown.code}`,
      'run `cordon keys init`',
    )
  }
}

const load = async (file: string | undefined, options: Options): Promise<void> => {
  const { path, key } = await placeOf(options)
  const source = file === undefined || file === '-' ? process.stdin : createReadStream(file)
  const { patients, entries, unread } = await entriesOf(source)
  if (patients === 0)
    throw new Failure(
      exitCodes.rejected,
      'the list names nobody; the schedule before stays in force',
      'give it a line of headings: name (or given, family), mrn, dob',
    )
  const endsAtMs = Date.now() + options.hours * 3_600_000
  await writeSchedule(path, key, entries, endsAtMs)
  console.log(
    `${patients} patients, kept as ${entries.length} keyed hashes until ${new Date(endsAtMs).toISOString()}.`,
  )
  if (unread > 0)
    console.error(`${unread} lines had a birth date that is none; their other columns are used.`)
}

const show = async (options: Options): Promise<void> => {
  const { path, key } = await placeOf(options)
  const schedule = await readSchedule(path, key).catch(faulty)
  const endsAt = schedule === null ? null : new Date(schedule.endsAtMs).toISOString()
  if (options.json) console.log(JSON.stringify({ entries: schedule?.count ?? 0, endsAt }))
  else console.log(schedule === null ? 'No schedule.' : `${schedule.count} keyed hashes until ${endsAt}.`)
}

const faulty = (thrown: unknown): never => {
  if (!(thrown instanceof ScheduleFault)) throw thrown
  throw new Failure(exitCodes.failure, `the schedule is ${thrown.code}`, 'load it again')
}

const clear = async (options: Options): Promise<void> => {
  const { stateDir } = await settings(options.config)
  console.log((await removeSchedule(fileOf(stateDir))) ? 'The schedule is gone.' : 'There was none.')
}

type Columns = Readonly<Record<string, string | undefined>>

const mostPatients = 10_000

/** Every spelling of every line, each once. @throws Failure where the text is no CSV; the message quotes nothing. */
const entriesOf = async (
  source: Readable,
): Promise<{ patients: number; entries: Entry[]; unread: number }> => {
  const entries = new Map<string, Entry>()
  let [patients, unread] = [0, 0]
  const rows = source.pipe(
    parse({ bom: true, trim: true, relax_column_count: true, max_record_size: 10_000, columns: headings }),
  )
  source.on('error', thrown => rows.destroy(thrown))
  try {
    for await (const row of rows) {
      const { appointment, dateUnread } = appointmentOf(row as Columns)
      const spellings = spellingsOf(appointment)
      if (spellings.length > 0) patients++
      if (dateUnread) unread++
      if (patients > mostPatients) throw new ScheduleFault('too-large')
      for (const { kind, skeleton } of spellings)
        if (!entries.has(skeleton)) entries.set(skeleton, { skeleton, tag: scheduleKinds.indexOf(kind) })
    }
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('CSV_'))
      throw new Failure(
        exitCodes.rejected,
        'the list is no CSV; the schedule before stays in force',
        'export it again',
      )
    if (thrown instanceof ScheduleFault)
      throw new Failure(
        exitCodes.rejected,
        `more than ${mostPatients} patients`,
        'load the patients of one day',
      )
    throw thrown
  }
  return { patients, entries: [...entries.values()], unread }
}

const headings = (row: string[]): string[] => row.map(name => name.toLowerCase().replace(/[^a-z]/g, ''))

const first = (row: Columns, ...names: readonly string[]): string =>
  names.map(name => row[name]).find(value => value !== undefined && value !== '') ?? ''

const appointmentOf = (row: Columns): { appointment: Appointment; dateUnread: boolean } => {
  const whole = first(row, 'name', 'patient', 'patientname', 'fullname')
  const [given, family] = whole === '' ? [givenOf(row), familyOf(row)] : partsOf(whole)
  const written = first(row, 'dob', 'birthdate', 'dateofbirth', 'birthday')
  const birthDate = written === '' ? null : parseWrittenDate(written, new Date().getUTCFullYear())
  const mrn = first(row, 'mrn', 'medicalrecordnumber', 'patientid', 'chart', 'chartnumber')
  return { appointment: { given, family, mrn, birthDate }, dateUnread: written !== '' && birthDate === null }
}

const givenOf = (row: Columns): string => first(row, 'given', 'givenname', 'first', 'firstname')
const familyOf = (row: Columns): string => first(row, 'family', 'familyname', 'last', 'lastname', 'surname')

/** `Last, First Middle` or `First Middle Last`. */
const partsOf = (whole: string): readonly [given: string, family: string] => {
  const [family = '', given] = whole.split(',').map(part => part.trim())
  if (given !== undefined) return [given, family]
  const words = whole.split(/\s+/)
  return [words.slice(0, -1).join(' '), words.at(-1) ?? '']
}
