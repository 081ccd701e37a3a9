/** Plants a patient in the metadata of a file, with ExifTool: TIFF tags, EXIF, XMP, IPTC, PNG text, PDF Info. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './command.ts'
import type { Patient } from './papers.ts'

/** Why a test is skipped, or false where all the Debian programs are there. */
export const needs = (...programs: readonly string[]): string | false => {
  const missing = programs.filter(program => spawnSync('which', [program]).status !== 0)
  return missing.length > 0 && `needs ${missing.join(', ')}`
}

const common = ({ given, family, mrn, email }: Patient): readonly string[] => [
  `-XMP-dc:Title=${given} ${family}`,
  `-XMP-dc:Description=MRN ${mrn}`,
  `-XMP-dc:Creator=${email}`,
]

const own: Readonly<Record<string, (p: Patient) => readonly string[]>> = {
  tif: p => [`-ImageDescription=${p.given} ${p.family} ${p.ssn}`, `-Artist=${p.email}`, `-Software=${p.mrn}`],
  jpg: p => [
    `-EXIF:ImageDescription=${p.given} ${p.family}`,
    `-EXIF:UserComment=${p.ssn}`,
    `-IPTC:Caption-Abstract=${p.phone}`,
    `-Comment=${p.email}`,
  ],
  png: p => [`-PNG:Title=${p.given} ${p.family}`, `-PNG:Comment=${p.ssn} ${p.phone}`],
  pdf: p => [
    `-PDF:Title=${p.given} ${p.family}`,
    `-PDF:Keywords=${p.mrn}, ${p.ssn}`,
    `-PDF:Subject=${p.phone}`,
  ],
}

export const tagged = async (bytes: Uint8Array, extension: string, person: Patient): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-tags-'))
  try {
    const file = join(folder, `file.${extension}`)
    await writeFile(file, bytes)
    const words = ['-q', '-overwrite_original', ...common(person), ...(own[extension]?.(person) ?? []), file]
    const { exit, stderr } = await run('exiftool', words)
    if (exit !== 0) throw new Error(`exiftool: ${stderr}`)
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}
