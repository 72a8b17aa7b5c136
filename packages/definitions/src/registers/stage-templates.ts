/** One gate of a template: how long it usually takes, and the time that the law asks for where it does. */
interface StageGate {
  readonly name: string
  /** In calendar days; null where the works themselves decide. */
  readonly typicalDays: number | null
  readonly statutoryDays?: number
}

/** 节点模板: the gates of a kind of project, in their order. Durations are for planning: 任务书 1–36 §B [T]. */
interface StageTemplate {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly gates: readonly StageGate[]
}

/** Gates written as the book writes them: 名称 天数, ▲ before the days that a law asks for. */
function gates(written: string): readonly StageGate[] {
  return written.split(' → ').map((gate) => {
    const [name = '', days = '', statutory = ''] = gate.split(' ')
    const typicalDays = days === 'n' ? null : Number(days)
    return { name, typicalDays, ...(statutory === '' ? {} : { statutoryDays: Number(statutory.slice(1)) }) }
  })
}

// Where the book gives a span (签约 360–720 天) its middle stands; what runs beside other gates has no days of its own.
export const stageTemplates: readonly StageTemplate[] = [
  {
    id: 'ST-UR',
    zh: '城市更新',
    en: 'Urban renewal',
    gates: gates(
      '意愿征集 120 → 计划申报审查 90 → 计划公示 20 ▲10 → 计划立项 10 → 土地及建筑物核查 120 → 专项规划申报 150 → ' +
        '专规审查 150 → 专规公示 35 ▲30 → 专规批复 30 → 搬迁补偿签约 540 → 实施主体确认 60 ▲7 → 拆除 120 → 用地出让 120 → ' +
        '规划施工许可 150 → 开工 15 → 主体施工 720 → 竣工 90 → 移交回迁 60',
    ),
  },
  {
    id: 'ST-UR-PH',
    zh: '分期实施方案',
    en: 'Phasing plan',
    gates: gates('编制 60 → 征求部门意见 30 → 区审议 30 → 批复 15'),
  },
  {
    id: 'ST-LP',
    zh: '土地整备利益统筹',
    en: 'Land preparation',
    gates: gates(
      '可行性研究 90 → 纳入年度计划 30 → 权属与现状测绘 90 → 实施方案编制 90 → 规划研究 120 → 股东大会表决 30 → ' +
        '区审市批 120 → 签订项目协议 30 → 补偿拆除清场 180 → 验收移交 30 → 入库收储 20 → 留用地出让 90',
    ),
  },
  {
    id: 'ST-EX',
    zh: '公共项目房屋征收',
    en: 'Expropriation',
    gates: gates(
      '立项与红线 60 → 现状摸底 45 → 补偿方案公告 35 ▲30 → 社会稳定风险评估 30 → 征收决定公告 15 → 评估 45 → 签约 120 → ' +
        '补偿决定与强制执行 180 → 腾空拆除 45 → 移交建设单位 10',
    ),
  },
  {
    id: 'ST-LB',
    zh: '土地入库',
    en: 'Land into reserve',
    gates: gates('权属核查 30 → 地上物清理 60 → 勘测定界 20 → 验收移交 15 → 入库登记 15'),
  },
  {
    id: 'ST-GI',
    zh: '政府投资项目',
    en: 'Government investment',
    gates: gates(
      '立项 45 → 可研批复 40 → 勘察设计招标 35 → 初设及概算批复 75 → 施工招标 45 → 开工 20 → 施工 n → 竣工验收 20 → ' +
        '移交 20 → 结算决算 180',
    ),
  },
  {
    id: 'ST-SI',
    zh: '社会投资项目',
    en: 'Social investment',
    gates: gates('备案 10 → 用地规划许可 60 → 施工许可 30 → 开工 10 → 主体封顶 300 → 竣工备案 120 → 投产开业 60'),
  },
  {
    id: 'ST-RN',
    zh: '园区综合整治',
    en: 'Park improvement',
    gates: gates(
      '申报主体与意愿 45 → 方案审查批复 60 → 规划与施工手续 75 → 开工 15 → 施工 180 → 完工验收 30 → 入驻 90',
    ),
  },
  {
    id: 'ST-IU',
    zh: '工业上楼试点',
    en: 'Industry upstairs',
    gates: gates(
      '可行性研究 60 → 街道初审 15 → 区级审核 30 → 纳入试点 45 → 土地入库 140 → 方案与许可 120 → 开工 30 → 竣工 540',
    ),
  },
  {
    id: 'ST-GS',
    zh: '瓶改管',
    en: 'Piped gas',
    gates: gates('立项 45 → 设计概算 60 → 招标 45 → 施工 120 → 完工验收 20 → 移交燃气企业 20 → 开户点火 90 → 清瓶 60'),
  },
  {
    id: 'ST-OR',
    zh: '老旧小区改造',
    en: 'Old estate',
    gates: gates('摸底 30 → 意愿表决 45 → 方案 45 → 立项概算 60 → 招标 40 → 施工 180 → 验收 20 → 移交长效管理 15'),
  },
  {
    id: 'ST-CO',
    zh: '合作平台',
    en: 'Co-operation',
    gates: gates(
      '接洽 30 → 需求调研 45 → 备忘录 60 → 选址与资金方案 60 → 合作协议 45 → 筹建 120 → 试运行 60 → 揭牌运营 10',
    ),
  },
  {
    id: 'ST-PL',
    zh: '规划研究方案',
    en: 'Plan or study',
    gates: gates('任务书 15 → 采购 45 → 初稿 75 → 征求意见 30 → 专家评审 15 → 送审 30 → 批复印发 20'),
  },
  {
    id: 'ST-HT',
    zh: '酒店商业',
    en: 'Hotel or retail',
    gates: gates('主体完工 n → 装修 240 → 品牌招商签约 n → 竣工验收 30 → 消防与行业许可 45 → 试营业 30 → 正式运营 n'),
  },
]

export const templateOptions = stageTemplates.map(({ id, zh, en }) => [id, zh, en] as const)
