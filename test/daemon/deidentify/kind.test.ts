/**
 * Kinds of documents are told by their titles, by misread titles, and by what stands in them where the title is lost. The
 * shares asserted here are those of `kind/papers.ts`, three to a kind.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageText } from '../../../daemon/deidentify/detect/text.ts'
import { type KindPage, kindOf } from '../../../daemon/deidentify/kind.ts'
import { quadOf } from '../../../daemon/model/geometry.ts'
import { documentKinds } from '../../../daemon/model/kind.ts'
import { linesOf } from './detect/page.ts'
import { type Paper, papers } from './kind/papers.ts'

const dpi = 100

const pageOf = ({
  text,
  size = [8.5, 11],
  barcode = false,
}: Pick<Paper, 'text' | 'size' | 'barcode'>): KindPage => {
  const words = linesOf(text.split('\n'))
  const [widthPx, heightPx] = [size[0] * dpi, size[1] * dpi]
  const quad = quadOf({ left: 0, top: 0, right: 50, bottom: 20 })
  return {
    words,
    text: pageText(words),
    raster: { widthPx, heightPx, pixels: new Uint8Array(0) },
    dpi,
    barcodes: barcode ? [{ quad, symbology: 'Code128', payload: null }] : [],
  }
}

const right = (sort: Paper['sort']) => {
  const some = papers.filter(paper => paper.sort === sort)
  const wrong = some.filter(paper => kindOf([pageOf(paper)]).kind !== paper.kind)
  return { share: 1 - wrong.length / some.length, wrong: wrong.map(({ kind }) => kind) }
}

test('there are papers of every kind', () => {
  assert.deepEqual(new Set(papers.map(({ kind }) => kind)), new Set(documentKinds))
})

for (const [sort, least] of [
  ['titled', 1],
  ['damaged', 0.9],
  ['bare', 0.9],
] as const)
  test(`${sort} papers are known`, () => {
    const { share, wrong } = right(sort)
    assert.ok(share >= least, `${share.toFixed(2)}: ${wrong}`)
  })

test('a cover sheet gives way to what it covers', () => {
  const of = (kind: Paper['kind'], sort: Paper['sort']) =>
    pageOf(papers.find(p => p.kind === kind && p.sort === sort) as Paper)
  assert.equal(kindOf([of('fax-cover', 'titled'), of('referral', 'titled')]).kind, 'referral')
  assert.equal(kindOf([of('fax-cover', 'titled'), pageOf({ text: '7' })]).kind, 'fax-cover')
  assert.equal(kindOf([of('fax-cover', 'titled')]).kind, 'fax-cover')
})

test('a title in letters apart, or glued, is read', () => {
  assert.equal(
    kindOf([pageOf({ text: 'R E F E R R A L\nTo: cardiology\nplease evaluate' })]).kind,
    'referral',
  )
  assert.equal(
    kindOf([pageOf({ text: 'DISCHARGESUMMARY\nHospital course: fine\nDisposition home' })]).kind,
    'discharge-summary',
  )
})

test('nothing, and much of nothing, is unknown', () => {
  assert.deepEqual(kindOf([]), { kind: 'unknown', confidence: 0 })
  assert.equal(kindOf([pageOf({ text: 'xq zz '.repeat(5000) })]).kind, 'unknown')
})

test('a confidence is a share, and surer with a title than without', () => {
  for (const paper of papers) {
    const { confidence } = kindOf([pageOf(paper)])
    assert.ok(confidence >= 0 && confidence <= 1)
  }
})
