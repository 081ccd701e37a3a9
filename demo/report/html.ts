/** The report as one HTML file that needs nothing else: no script, no font, no request. Pure. */

import type { Report, ReportDocument, ReportField, ReportPage } from './model.ts'
import { style } from './style.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const text = (value: string | number): string =>
  String(value).replace(/[&<>"']/g, char => escapes[char] ?? '')

export const reportHtml = (report: Report): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cordon: what went in, what came out</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Cordon <small>what went in, what came out</small></h1>
<p>${text(report.startedAt)}, ${report.secondsInAll.toFixed(0)} s. Every patient here is invented; a real box never shows an original outside of review.</p>
<dl>${report.totals.map(([label, value]) => `<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`).join('')}</dl>
<nav>${report.documents.map((one, i) => `<a href="#d${i}" class="${one.outcome}">${text(one.file)}</a>`).join('')}</nav>
</header>
${report.documents.map(documentHtml).join('\n')}
</body>
</html>
`

const documentHtml = (one: ReportDocument, i: number): string => `<section id="d${i}">
<h2>${text(one.file)} <span class="${one.outcome}">${one.outcome}${one.code === null ? '' : `: ${text(one.code)}`}</span></h2>
<p>${text(one.why)}${one.secondsInBox === null ? '' : ` ${one.secondsInBox.toFixed(1)} s in the box.`}${one.documentId === null ? '' : ` Document <code>${text(one.documentId)}</code>.`}${
  one.received === null
    ? ''
    : ` The gateway received and opened ${one.received.parts} parts (${Math.round(one.received.bytes / 1024)} KiB) and signed for them.`
}</p>
${one.fields.length === 0 ? '' : fieldsHtml(one.fields)}
${one.filed === null ? '' : filedHtml(one.filed)}
${one.pages.map(pageHtml).join('\n')}
</section>`

const filedHtml = ({ kind, codes, medications }: NonNullable<ReportDocument['filed']>): string =>
  `<p class="filed">Filed as <b>${text(kind)}</b>${listed('codes', codes)}${listed('medications', medications)}</p>`

const listed = (name: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `; ${name}: ${values.map(value => `<code>${text(value)}</code>`).join(', ')}`

const fieldsHtml = (fields: readonly ReportField[]): string => `<table class="fields">
<tr><th>field</th><th>class</th><th>page</th><th>as it left the box</th><th>confidence</th></tr>
${fields.map(field => `<tr><td>${text(field.name)}</td><td>${text(field.class)}</td><td>${field.page}</td><td><code>${text(field.value)}</code></td><td>${field.confidence.toFixed(2)}</td></tr>`).join('\n')}
</table>`

const pageHtml = (page: ReportPage): string => `<article>
<div class="pair">
<figure><img src="${page.originalUrl}" alt="original page ${page.page}"><figcaption>original, page ${page.page}</figcaption></figure>
<figure>${outputHtml(page)}<figcaption>${page.verdict === 'review' ? 'what a person would be asked about' : 'output'}; ${(page.inkUnderstood * 100).toFixed(0)} % of the ink understood</figcaption></figure>
</div>
${page.reasons === undefined ? '' : `<p class="held">Held: ${page.reasons.map(text).join(', ')}</p>`}
<details><summary>${page.masked.length} masked regions, stages' times</summary>
<div class="lists">
<table><tr><th>#</th><th>class</th><th>reason</th><th>confidence</th></tr>
${page.masked.map((one, i) => `<tr><td>${i + 1}</td><td>${text(one.class)}</td><td>${text(one.reason)}</td><td>${one.confidence.toFixed(2)}</td></tr>`).join('\n')}
</table>
<table><tr><th>stage</th><th>ms</th></tr>
${Object.entries(page.timesMs)
  .map(([stage, ms]) => `<tr><td>${text(stage)}</td><td>${Math.round(ms ?? 0)}</td></tr>`)
  .join('\n')}
</table></div></details>
</article>`

/** The output with each masked region outlined; the title says its class and reason. */
const outputHtml = (page: ReportPage): string => {
  if (page.outputUrl === null) return '<p class="none">no picture leaves the box</p>'
  const regions = page.masked.map(
    ({ quad, class: label, reason }, i) =>
      `<polygon class="${text(reason)}" points="${quad.map(([x, y]) => `${x},${y}`).join(' ')}"><title>${i + 1}: ${text(label)} (${text(reason)})</title></polygon>`,
  )
  return `<div class="overlay"><img src="${page.outputUrl}" alt="output page ${page.page}"><svg viewBox="0 0 ${page.width} ${page.height}">${regions.join('')}</svg></div>`
}
