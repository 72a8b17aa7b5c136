import { day, decimal, threshold } from '@guatu/core/shared'

/** 审计的期限和容量：送不出本机多久以后停办正式事项，记录在手多久，日志和磁盘到什么程度报警。 */
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
  hotMonths: threshold({
    id: 'audit.hot_months',
    label: { zh: '审计记录在手的月数，更早的移到存档', en: 'Months for which records of the log are at hand' },
    unit: 'month',
    values: [
      {
        from: day('2000-01-01'),
        value: decimal(6),
        source: '《网络安全法》第二十一条：网络日志留存不少于六个月；GB/T 22239-2019 8.1.4.3；存档不删，本单位可以改长',
      },
    ],
  }),
  logMegabytes: threshold({
    id: 'audit.log_megabytes',
    label: { zh: '在手的审计日志超过多少兆字节报警', en: 'Megabytes of the log at hand that raise an alarm' },
    unit: 'megabyte',
    values: [
      {
        from: day('2000-01-01'),
        value: decimal(2000),
        source: '[A] 每条约 1.5 千字节连同索引，一天 5000 条，半年约 1400 兆；产品默认，本单位可以改',
      },
    ],
  }),
  diskMegabytes: threshold({
    id: 'audit.disk_megabytes',
    label: {
      zh: '数据盘剩余少于多少兆字节报警',
      en: 'Free megabytes on the disk of the data below which an alarm is raised',
    },
    unit: 'megabyte',
    values: [
      {
        from: day('2000-01-01'),
        value: decimal(5000),
        source: '[A] 够再写几个月的日志和凭证，来得及换盘；产品默认，本单位可以改',
      },
    ],
  }),
}
