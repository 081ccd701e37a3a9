/** Names of files that may be pictures of the patient, and of other files: 45 CFR 164.514(b)(2)(i)(Q) and (R). */
import { matching } from '../pattern.ts'
import { found } from '../scan.ts'

const picture =
  /(?<![\w./\\-])[\w][\w.()-]{0,80}\.(?:jpe?g|png|gif|bmp|heic|heif|webp|tiff?|raw|dng|mp4|mov|avi)(?!\w)/gi
const file =
  /(?<![\w./\\-])[\w][\w.()-]{0,80}\.(?:pdf|docx?|xlsx?|txt|rtf|csv|xml|hl7|dcm|zip|wav|mp3|m4a|bin|dat|json)(?!\w)/gi

export const pictureRules = [
  matching('text', picture, ({ start, end }) => found('PHOTO', 'photo-file', start, end, 0.9)),
  matching('text', file, ({ start, end }) => found('OTHER_ID', 'file-name', start, end, 0.7)),
]
