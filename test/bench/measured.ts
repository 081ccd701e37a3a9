/** docs/measured.md is a list of sections, each written by the command that its heading names. Pure. */

/** The text with the section's body replaced, or the section added at the end. */
export const replaceSection = (page: string, heading: string, body: string): string => {
  const section = `## ${heading}\n\n${body.trim()}\n`
  const parts = page.split(/^(?=## )/m)
  const at = parts.findIndex(part => part.startsWith(`## ${heading}\n`))
  if (at < 0) return `${page.trimEnd()}\n\n${section}`
  parts[at] = at === parts.length - 1 ? section : `${section}\n`
  return parts.join('')
}
