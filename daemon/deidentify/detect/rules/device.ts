/** Unique device identifiers by the application identifiers of GS1, HIBCC and ICCBBA (21 CFR 801.20): 45 CFR 164.514(b)(2)(i)(M). */
import { matching } from '../pattern.ts'
import { found } from '../scan.ts'

const gs1 =
  /\(\s?01\s?\)\s?\d{14}(?:\s?\(\s?(?:10|11|17|20|21|30|37|240|241|250|251)\s?\)\s?[\w./-]{1,20}){0,6}/g
const gs1Part = /(?<![\w(])\(\s?21\s?\)\s?[\w./-]{4,20}/g
const hibcc = /(?<![\w+])\+[A-Z][A-Z\d]{6,30}(?:\/[$+\w]{1,40}){1,5}/g
const iccbba = /(?<!\w)=\/[A-Z\d]{4,16}(?:=[,>\w]{1,30}){0,6}/g

export const deviceRules = [gs1, gs1Part, hibcc, iccbba].map(pattern =>
  matching('text', pattern, ({ start, end }) => found('DEVICE', 'udi', start, end, 0.95)),
)
