/** What readers make of `lb`, `A1c`, `SpO2`, `q6h` and `Page 1 of 2`: closed forms that nobody's name or number has. */
export const isMisreadTerm = (untrustedWord: string): boolean =>
  /^\W?(?:Ibs?|(?:Hb)?Al[cC]|Sp[0O]2|[gq]\d{1,2}h|[Pp]age ?[\dlI]{1,2}of[\dlI]{1,2}|[lI1]of[\dlI]{1,2})[.,;:)]{0,2}$/.test(
    untrustedWord,
  )
