/** Electronic mail, URLs, IP and MAC addresses: 45 CFR 164.514(b)(2)(i)(F), (N), (O) and (M). */
import { matching } from '../pattern.ts'
import { found } from '../scan.ts'

const email =
  /(?<![\p{L}\p{N}_.+%-])[\p{L}\p{N}_.+%'-]{1,64}(?: ?(?:@|\(at\)|\[at\]) ?|©)(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,10}(?![\w@])/giu
const brokenEmail =
  /(?<![\w.+%-])[\w.+%'-]{1,64} ?[@©] ?[A-Za-z0-9-]{1,63} ?[.,] ?(?:com|org|net|edu|gov|us)(?![\w@])/gi
const spelledEmail =
  /(?<![\w.])[\w.+-]{1,64} at [A-Za-z0-9-]{1,63}(?: dot [A-Za-z0-9-]{1,63}){0,3} dot (?:com|org|net|edu|gov|us|io|health)\b/gi
const url = /(?<![\w@])(?:(?:https?|ftp|sftp|ftps) ?: ?\/ ?\/|www\.) ?[^\s<>"'“”|]{2,300}/gi
/** Top-level names sure enough to stand alone; the others need a path or a second dot. */
const sureDomain =
  /\.(?:com|org|net|edu|gov|mil|io|health|info|biz|app|us|uk|ca|COM|ORG|NET|EDU|GOV)(?::\d+)?(?:\/|$)/
const bare =
  /(?<![\w@./-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,4}[A-Za-z]{2,10}(?![\w@-])(?::\d{2,5})?(?:\/[^\s<>"'|]{0,200})?/g
const looseDomain =
  /\.(?:care|clinic|med|doctor|hospital|example|test|local|internal|lan|ai|dev|co|me|tv|de|fr|eu|au|in|mx|xyz|online|site|tech|cloud|link|page)(?::\d+)?(?:\/|$)/
const ip4 =
  /(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/\d{1,2}|:\d{2,5})?(?![\w]|\.\d)/g
const ip6 =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:|::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})(?:%\w{1,12})?(?:\/\d{1,3})?(?![\w:])/gi
const mac = /(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])/gi
const macDots = /(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])/gi
const handle = /(?<![\w@.])@[A-Za-z_][\w.]{2,29}(?!\w)/g

const withoutTail = (value: string): number => value.replace(/[.,;:!?)\]}>…]{1,4}$/, '').length

const isBareUrl = (value: string): boolean => {
  if (/^(?:[A-Za-z]\.)+[A-Za-z]{1,3}$/.test(value) || /^[\d.]+\.[A-Za-z]+$/.test(value)) return false
  return sureDomain.test(value) || (looseDomain.test(value) && /\.[^/]*\.|\//.test(value))
}

export const webRules = [
  matching('text', email, ({ value, start }) =>
    found('EMAIL', 'email', start, start + withoutTail(value), 0.98),
  ),
  matching('text', brokenEmail, ({ start, end }) => found('EMAIL', 'email', start, end, 0.9)),
  matching('text', spelledEmail, ({ start, end }) => found('EMAIL', 'email', start, end, 0.85)),
  matching('text', url, ({ value, start }) => found('URL', 'url', start, start + withoutTail(value), 0.97)),
  matching('text', bare, ({ value, start }) =>
    isBareUrl(value) ? found('URL', 'url', start, start + withoutTail(value), 0.85) : null,
  ),
  matching('text', ip4, ({ start, end }) => found('IP', 'ip', start, end, 0.9)),
  matching('text', ip6, ({ value, start, end }) =>
    (value.match(/:/g)?.length ?? 0) >= 3 || value.includes('::') ? found('IP', 'ip', start, end, 0.9) : null,
  ),
  matching('text', mac, ({ start, end }) => found('DEVICE', 'mac', start, end, 0.95)),
  matching('text', macDots, ({ value, start, end }) =>
    /\d/.test(value) ? found('DEVICE', 'mac', start, end, 0.8) : null,
  ),
  matching('text', handle, ({ start, end }) => found('OTHER_ID', 'user-name', start, end, 0.7)),
]
