/** One process of the benchmark: takes jobs from its parent, gives back results. Argument: the family, the output folder. */
import { type Job, openBox } from './box.ts'
import { familyNamed } from './families.ts'

const [family = '', outFolder = ''] = process.argv.slice(2)
const box = await openBox(await familyNamed(family), outFolder)

process.on('message', ({ job }: { readonly job: Job | null }) => {
  if (job === null) void box.close().then(() => process.disconnect())
  else
    void box.run(job).then(
      result => process.send?.({ result }),
      (thrown: unknown) =>
        process.send?.({ job, thrown: thrown instanceof Error ? thrown.stack : String(thrown) }),
    )
})
process.send?.('ready')
