/** Nurses' notes and heart tracings. */
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { columnDate } from './dates.ts'
import { fieldBlock, someFields } from './fields.ts'
import { createPaper } from './paper.ts'
import { tracingPath } from './pictures.ts'
import * as prose from './prose.ts'
import { tag, widthOf } from './runs.ts'

export const nursingNote: Kind = {
  name: 'nursing-note',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 11], pages: 2 })
    const { chance, story, look } = paper
    block.title(
      paper,
      chance.pick([
        'Nursing Notes',
        'Nurse Flow Sheet - Narrative',
        "Nurses' Progress Record",
        'Shift Notes',
      ]),
    )
    fieldBlock(
      paper,
      someFields(
        paper,
        ['ptfield', 'mrn', 'dob', 'hospital', 'drfield', 'fieldrecent', 'agefield', 'serial'],
        4,
      ),
    )
    const narrow = paper.left + 74
    const date = columnDate(chance)
    for (const template of chance.some(prose.nursing, chance.int(7, prose.nursing.length))) {
      if (!paper.room(look.sizePt * look.leading * 4)) break
      const top = paper.y - look.sizePt * 1.2
      paper.line(
        paper.left + 3,
        paper.y,
        [tag('DATE', date(story.cast.today))],
        { ...paper.body, sizePt: look.sizePt * 0.9 },
        68,
      )
      paper.para([...story.say(template), '  ', ...story.value('nurse')], paper.body, 80)
      paper.sheet.rule(paper.left, top, paper.right, top, 0.5)
      paper.sheet.rule(narrow, top, narrow, paper.y - look.sizePt * 0.6, 0.5)
      paper.gap(0.6)
    }
    block.signatureLine(paper, 'Nurse signature', 'NAME')
    block.foot(paper, block.usualFeet, 7)
    return paper.finish()
  },
}

export const heartTracing: Kind = {
  name: 'ecg-strip',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, {
      size: [8.5, 11],
      pages: 1,
      sheetPt: { widthPt: 792, heightPt: 612 },
    })
    const { chance, story } = paper
    fieldBlock(
      paper,
      someFields(
        paper,
        ['ptfield', 'mrn', 'dob', 'date', 'sex', 'hospital', 'drfield', 'serial', 'bp', 'accession'],
        4,
      ),
    )
    paper.para(
      story.say(
        `Vent. rate {pulse} BPM   PR interval 1${chance.code('##')} ms   QRS 9${chance.code('#')} ms   QT/QTc 388/4${chance.code('##')} ms   Axes ${chance.int(10, 70)} ${chance.int(5, 80)} ${chance.int(10, 60)}`,
      ),
    )
    paper.para(
      story.say(
        'Normal sinus rhythm. Possible left atrial enlargement. Compared with ECG of {earlier}, no change. Unconfirmed. {Trap}.',
      ),
    )
    const leads = ['I', 'aVR', 'V1', 'V4', 'II', 'aVL', 'V2', 'V5', 'III', 'aVF', 'V3', 'V6']
    const quarter = (paper.width - 20) / 4
    const start = paper.y + 30
    const pitch = Math.min(112, (paper.bottom - start - 20) / 3)
    for (const [i, lead] of leads.entries()) {
      const [x, y] = [paper.left + (i % 4) * quarter, start + Math.floor(i / 4) * pitch]
      const labelled = widthOf(fonts, [lead], { font: paper.look.body, sizePt: 8 })
      paper.sheet.text(x, y, [lead], { font: paper.look.body, sizePt: 8 })
      paper.sheet.picture(
        x + labelled + 6,
        y + 6,
        `<path transform="scale(1 1.8)" d="${tracingPath(chance, quarter - labelled - 12)}" fill="none" stroke="#000" stroke-width="0.9"/>`,
      )
    }
    const style = { font: paper.look.body, sizePt: 7 }
    paper.line(
      paper.left,
      paper.heightPt - 34,
      story.say(
        '25 mm/s  10 mm/mV  40 Hz   Device {serial}   Loc: {clinic}   Technician: {nurse}   Ordered by {drfield}',
      ),
      style,
    )
    return paper.finish()
  },
}
