/**
 * The rules, without the tagger, on the tables of `forms/`: each marked value is found, every word of it, and nothing else is.
 * Rows are how US clinic paper writes, misreads, glues and breaks each kind of identifier, and what it writes beside them.
 */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { findSpans } from '../../../../daemon/deidentify/detect.ts'
import { dates } from './forms/dates.ts'
import { kept } from './forms/kept.ts'
import { labels } from './forms/labels.ts'
import { loose } from './forms/loose.ts'
import { faultsIn, marked } from './forms/mark.ts'
import { pages } from './forms/pages.ts'
import { people } from './forms/people.ts'
import { places } from './forms/places.ts'

const { tagger: _, ...gazetteer } = loadGazetteer()

for (const [name, rows] of Object.entries({ labels, people, places, dates, loose, kept, pages }))
  suite(name, () => {
    for (const row of rows) {
      const form = marked(row)
      test(JSON.stringify(form.text), () =>
        assert.deepEqual(faultsIn(form, findSpans(form.text, gazetteer)), { missed: [], wrong: [] }),
      )
    }
  })
