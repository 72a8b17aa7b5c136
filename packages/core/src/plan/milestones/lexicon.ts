import type { MilestoneEvent } from '../plan.ts'

type End = Exclude<MilestoneEvent, 'progress'>

/** Words behind a thing that say what becomes of it (…三季度开工, …投入使用). Of several, the last one decides. */
export const behind: Readonly<Record<End, readonly string[]>> = {
  operate:
    '投入使用 投入运营 投入试运行 投入运行 建成运行 通车运行 通水运行 投入生产 投产送电 送电 开通运营 开通运行 试生产 试投产 投用 投运 投产 通车 试运营 试运行 封关运行 封关运营 运营 开业 开学 开园 开院 开馆 开街 开诊 开市 对外开放 免费开放 向社会开放 开放 启用 并网发电 并网 通水 通气 通航 通电 营业 开学招生 招生 挂牌运行 挂牌运营 达产 开通 开班 开门迎客 迎客 上线运行 上线 入驻办公 正式使用 交付使用 投入服务'.split(
      ' ',
    ),
  complete:
    '完工 竣工验收 竣工 建成 落地见效 落地 交付 交付入住 封顶 收尾 扫尾 收官 贯通 合龙 合拢 交房 落成 完成 竣备 完竣 通过验收 验收'.split(
      ' ',
    ),
  start: '开工建设 开工 动工建设 动工 启动建设 启动实施 启动 破土动工 破土 奠基 进场施工 进场 开建'.split(' '),
  approve: '立项 审批 报批 批复 获批 核准 编制 报审 评审 审定 印发实施 可研批复'.split(' '),
  establish: '挂牌成立 成立 挂牌 揭牌 组建'.split(' '),
  acquire: '入库 收储 签约 落户 摘牌供地 摘牌 摘地 供地'.split(' '),
  sell: '入市销售 入市 开盘 预售 销售 挂牌出让 出让'.split(' '),
  remove: '清拆 拆除 清退 腾退 关停 搬离'.split(' '),
  award: '创建 创成'.split(' '),
  hold: '举办 召开 举行'.split(' '),
}

/** Words before a thing that say what is done to it (建成…, 成立…, 启动…). */
export const before: Readonly<Record<End, readonly string[]>> = {
  operate:
    '建成投用 建成投运 建成投产 建成并投用 建成并启用 建成并投运 建成并投产 建成并开放 竣工并投用 建成启用 建成开放 竣工投用 投入使用 投入运营 投用 投运 投产 启用 开通 开放 常态化运营 运营'.split(
      ' ',
    ),
  complete: '全面完成 基本完成 如期完成 完成 基本建成 全面建成 建成 竣工 交付 打通'.split(' '),
  start: '开工建设 开工新建 新开工建设 新开工 开工 动工建设 动工 启动建设 启动实施 启动'.split(' '),
  approve: '编制完成 完成编制 编制 申报 报批 报审 制定出台 研究出台 出台 印发实施 印发'.split(' '),
  establish: '挂牌成立 组建成立 筹建成立 成立 组建 设立 建立'.split(' '),
  acquire: '收储 签约引进 签约落地 签约 引进 引入'.split(' '),
  sell: '出让 推出出让'.split(' '),
  remove: '拆除 清退 腾退 关停 清拆'.split(' '),
  award:
    '争创成 争创 创建 申创 创成 创评 争取创成 成功创建 荣获 获评 争获 升格为 升格 晋升为 晋升 退出 入选 跻身'.split(
      ' ',
    ),
  hold: '举办 办好 承办 召开 举行 筹办'.split(' '),
}

/** What a word of completing is said of, and the event it makes with it (完成…编制 is an approval). */
export const actions: Readonly<Record<'complete' | 'approve' | 'acquire' | 'remove' | 'sell', readonly string[]>> = {
  complete:
    '改造升级 改造提升 提升改造 提质改造 升级改造 快速化改造 扩容改造 拓宽改造 拓宽 改造 改扩建 新改建 新建 重建 扩建 迁建 改建 续建 工程建设 主体建设 主体工程 主体结构 地下室结构 地下结构 主体 建设 大修 施工 封顶 竣工 完工 交付 验收 前期工作 前期 试点工作 试点 普查 搬迁 迁移 征收签约 征迁签约 搬迁签约 征地拆迁 征收 征迁 拆迁 土地整备 整备更新 整备 地基处理 更新 装修 布展 安装调试 调试 安装 浇筑 吊装 修缮 除险加固 加固 疏浚 路基 桩基 选址 招标 扫尾 换届选举 换届 提升工程 整治工程 治理工程 修复工程 保护工程 配套工程 绿化 亮化 工程 项目 回购 组建 移交 挂牌 贯通 合龙'.split(
      ' ',
    ),
  approve: '可行性方案研究 可行性研究 规划研究 编制 立项 审批 报批 批复 核准 评审 规划设计 方案设计 设计'.split(' '),
  acquire: '土地入库 入库 收储 签约 供地'.split(' '),
  sell: '出让 入市'.split(' '),
  remove: '清拆 拆除 清退 腾退 关停'.split(' '),
}

/** Verbs that push work on and promise no end of it by themselves. */
export const pushes =
  '抓好 做好 加速推进 加快推进 加快推动 加快实施 加快筹建 加快完善 加快建设 持续推进 持续跟进 谋划建设 谋划实施 推进 推动 加快 促进 实施 深化 跟进 筹建 协助 谋划 开展 支持 新建 争取 建设'.split(
    ' ',
  )

const longestFirst = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length)

/** Every word of a table, longest first, each with the event it stands for. */
export function eventOfWord<E extends string>(table: Readonly<Record<E, readonly string[]>>): Map<string, E> {
  const events = new Map<string, E>()
  for (const event of Object.keys(table) as E[]) for (const word of table[event]) events.set(word, event)
  return events
}

/** One alternation of words, the longest tried first. */
export const anyOf = (words: Iterable<string>): string => longestFirst([...words]).join('|')
