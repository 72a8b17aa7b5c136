import { day, decimal, threshold } from '@guatu/core/shared'

const from = day('2000-01-01')
const busy = '一页打开时问六次，别处一改再问两次；最忙一分钟开着十页的人也不到三分之一 [P]；本单位可以改'

/** 请求：同一次提交多久以内再发一遍，还认得是同一次；一个人、一个地址在一段时间里能问多少。 */
export const requestRules = {
  replayDays: threshold({
    id: 'request.replay_days',
    label: { zh: '重发的提交认得几天', en: 'Days for which a repeated request is known' },
    unit: 'day',
    values: [
      {
        from,
        value: decimal(92),
        source: '一个季度，手机离线攒着的提交总已送到；产品默认，本单位可以改',
      },
    ],
  }),
  usual: {
    windowSeconds: threshold({
      id: 'request.window_seconds',
      label: { zh: '数请求的一段时间', en: 'The window in which requests are counted' },
      unit: 'second',
      values: [{ from, value: decimal(60), source: '被拒的人等一分钟以内就能再试 [P]；本单位可以改' }],
    }),
    readsPerPerson: threshold({
      id: 'request.reads_per_person',
      label: { zh: '一个人一段时间里能看多少次', en: 'Readings of one person in a window' },
      unit: 'request',
      values: [{ from, value: decimal(1200), source: busy }],
    }),
    writesPerPerson: threshold({
      id: 'request.writes_per_person',
      label: { zh: '一个人一段时间里能改多少次', en: 'Changes of one person in a window' },
      unit: 'request',
      values: [{ from, value: decimal(240), source: busy }],
    }),
    filesPerPerson: threshold({
      id: 'request.files_per_person',
      label: { zh: '一个人一段时间里能收发多少份文件', en: 'Files of one person in a window' },
      unit: 'request',
      values: [{ from, value: decimal(60), source: busy }],
    }),
    peoplePerAddress: threshold({
      id: 'request.people_per_address',
      label: { zh: '一个地址按几个人算', en: 'People counted for one address' },
      unit: 'person',
      values: [{ from, value: decimal(50), source: '一栋楼共用一个地址，五十人同时最忙 [P]；本单位可以改' }],
    }),
  },
}
