/** Words that stand with a capital beside identifiers and are no part of them. Ours. */

/** Words that begin with a capital at the head of any sentence. */
export const sentence =
  /^(?:the|a|an|at|in|on|to|by|of|for|from|with|and|or|but|if|as|is|was|were|has|had|will|may|can|he|she|it|we|they|i|you|his|her|their|our|my|your|this|that|these|those|no|not|yes|please|dear|re|cc|per|who|when|while|after|before|since|during|then|there|today|both|all|any|each)$/i

/** Words that name a field of a form. */
export const labels =
  /^(?:history|patient|pt|name|dob|mrn|ssn|dos|id|fin|csn|har|pcp|npi|dea|icd|cpt|dx|rx|tel|phone|fax|ph|age|sex|male|female|gender|date|time|page|provider|physician|doctor|address|insurance|member|policy|account|acct|number|no|visit|encounter|diagnosis|diagnoses|assessment|impression|findings|exam|medications?|allergies|allergy|vitals|results?|report|signed|signature|reviewed|received|accession|specimen|collected|ordering|referring|attending|relationship|telephone|facsimile|t|f|p|printed|payment|zip|city|state|employer|billing|grp|group|hosp|adm|acc|addr|chart|record|medical|ordered|requested|residence|unit|social|next|call|copy|collected|comprehensive|therapeutic|preferred|refill|primary|ems|udi|vin|plate|seen|according|test|weight|glucose|grp|er|specialist|sodium|calcium|emergency|contact|birth|admitted|discharged?|status|type)$/i

/** What ends the name of a house, and is a label only where nothing of a name stands before it. */
export const house = /^(?:Group|Hospital|Practice|Physicians?|Institute|GROUP|HOSPITAL|PRACTICE|INSTITUTE)$/

/** Words that a person's name follows. */
export const announces = /^\W*(?:patient|name|member|subscriber|insured|client|resident|for|re|pt)\W*$/i
