import { day, decimal, threshold } from '@guatu/core/shared'

/** 审计的期限：送不出本机多久以后停办正式事项。 */
export const auditRules = {
  witnessHours: threshold({
    id: 'audit.witness_hours',
    label: { zh: '检查点送不出本机的最长时间', en: 'Longest time without a witness' },
    unit: 'hour',
    values: [
      {
        from: day('2000-01-01'),
        value: decimal(4),
        source: 'X-Road 安全服务器 acceptable-timestamp-failure-period 默认 14400 秒；产品默认，本单位可以改',
      },
    ],
  }),
}
