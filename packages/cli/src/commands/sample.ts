import type { Command } from 'commander'
import { z } from 'zod'
import { listOffices, sitDown } from '../client/offices.ts'
import { dataOption, type Where, withClient } from '../client/with-client.ts'

const reset = (options: Where): Promise<void> =>
  withClient(options, async (client) => {
    const { officeId } = await client.post('/api/sample/reset', {}, z.object({ officeId: z.uuid() }))
    process.stdout.write(`${officeId}\n`)
  })

const remove = (options: Where): Promise<void> =>
  withClient(options, async (client) => {
    const sample = (await listOffices(client)).find((office) => office.sample)
    if (sample) {
      await sitDown(client, sample, 'supervisor')
      await client.delete('/api/sample', z.object({ ok: z.literal(true) }))
    }
    process.stdout.write(`${sample ? '示例已删除 sample deleted' : '没有示例 there is no sample'}\n`)
  })

export const sampleCommand = (program: Command): void => {
  const sample = program.command('sample').description('重置或删除示例单位\nReset or delete the sample office')
  sample
    .command('reset')
    .description('重新建立示例单位，输出其编号；没有就新建\nMake the sample office anew and print its id')
    .addOption(dataOption())
    .action(reset)
  sample
    .command('delete')
    .description('删除示例单位，不影响其他单位\nDelete the sample office; no other is touched')
    .addOption(dataOption())
    .action(remove)
}
