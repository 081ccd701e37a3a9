/**
 * Source text to tokens, just well enough to find imports: comments are gone, and what stands in strings, templates
 * and regular expressions is not taken for code. Pure.
 */
export type Token = {
  readonly kind: 'word' | 'string' | 'sign' | 'number' | 'regex'
  /** The word, the sign, or the content of the string as written. */
  readonly text: string
  readonly line: number
}

const wordPattern = /[\p{ID_Start}$_#][\p{ID_Continue}$]*/uy
const numberPattern = /\.?\d[\w.]*/y
const stringPattern = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y
const regexPattern = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y
const blankPattern = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|^#![^\n]*/y
const chunkPattern = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y

/** After these words a slash begins a regular expression; after any other word or a closing bracket it divides. */
const beforeRegex = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'throw',
  'new',
  'else',
  'do',
  'await',
  'yield',
])

const canDivide = (last: Token | undefined): boolean => {
  if (last === undefined) return false
  if (last.kind === 'word') return !beforeRegex.has(last.text)
  return last.kind !== 'sign' || [')', ']', '}', '`'].includes(last.text)
}

const match = (pattern: RegExp, source: string, from: number): string | null => {
  pattern.lastIndex = from
  return pattern.exec(source)?.[0] ?? null
}

type Found = { readonly kind: Token['kind']; readonly whole: string; readonly text: string }

const tokenAt = (source: string, from: number, last: Token | undefined): Found => {
  const string = match(stringPattern, source, from)
  if (string !== null) return { kind: 'string', whole: string, text: string.slice(1, -1) }
  const word = match(wordPattern, source, from)
  if (word !== null) return { kind: 'word', whole: word, text: word }
  const number = match(numberPattern, source, from)
  if (number !== null) return { kind: 'number', whole: number, text: number }
  const regex = canDivide(last) ? null : match(regexPattern, source, from)
  if (regex !== null) return { kind: 'regex', whole: regex, text: regex }
  const sign = String.fromCodePoint(source.codePointAt(from) ?? 0)
  return { kind: 'sign', whole: sign, text: sign }
}

/** What is open while reading: a block's brace, or the `${` of a template. */
type Bracket = '{' | '${'

class Reader {
  readonly tokens: Token[] = []
  readonly #open: Bracket[] = []
  readonly #source: string
  #at = 0
  #line = 1

  constructor(source: string) {
    this.#source = source
  }

  #skip(text: string): void {
    this.#at += text.length
    this.#line += text.split('\n').length - 1
  }

  #push(kind: Token['kind'], text: string): void {
    this.tokens.push({ kind, text, line: this.#line })
  }

  /** From inside a template to its end, or to the `${` where code begins again. */
  #template(isStart: boolean): void {
    const text = match(chunkPattern, this.#source, this.#at) ?? ''
    const next = this.#source[this.#at + text.length]
    if (next === undefined) throw new Error(`line ${this.#line}: a template is left open`)
    if (next === '`') this.#push(isStart ? 'string' : 'sign', isStart ? text : '`')
    else {
      this.#push('sign', '${')
      this.#open.push('${')
    }
    this.#skip(text + (next === '`' ? '`' : '${'))
  }

  #code(): void {
    const { kind, whole, text } = tokenAt(this.#source, this.#at, this.tokens.at(-1))
    const isSign = kind === 'sign'
    if (isSign && (text === '`' || (text === '}' && this.#open.pop() === '${'))) {
      this.#skip(whole)
      this.#template(text === '`')
      return
    }
    if (isSign && text === '{') this.#open.push('{')
    this.#push(kind, text)
    this.#skip(whole)
  }

  read(): readonly Token[] {
    while (this.#at < this.#source.length) {
      const blank = match(blankPattern, this.#source, this.#at)
      if (blank === null) this.#code()
      else this.#skip(blank)
    }
    if (this.#open.length > 0) throw new Error('a bracket is left open')
    return this.tokens
  }
}

/** @throws Error when a template or a bracket is left open: the text is not what it seems. */
export const tokensOf = (source: string): readonly Token[] => new Reader(source).read()
