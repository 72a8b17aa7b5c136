/** Adverbs that say how eagerly; a title is as good without them. */
export const eagerly =
  /^(?:全面(?!从严|依法|小康)|深入(?!人心)|持续|继续|扎实|大力|着力|全力|切实|积极|稳步|进一步|不断|坚决|稳妥|尽快|抓紧|始终|认真|奋力|高标准|高质量|高水平|全年|预计|计划|[一二三四五六七八九十]是(?:要)?)/
/** Words that are adverbs only where a verb follows: 加快完善规划, but 加快产业集聚. */
export const eagerlyBeforeVerb =
  /^(?:加快|有序|有效|主动|精准|科学|统筹|坚持|聚焦|聚力|突出|努力|力争|争取|确保|率先|重点|充分|协同|系统|严格|常态化?|纵深|合力|加力|同步)/
/** Verbs of office work, longer before the shorter they hold. */
export const verbs =
  /^(?:推进|推动|促进|加强|强化|优化|完善|健全|提升|提高|改善|深化|落实|实施|开展|打造|建设|构建|培育|发展|壮大|做强|做优|做大|做好|做实|做精|做细|抓好|抓实|抓紧|守牢|守住|守好|筑牢|夯实|巩固|拓展|扩大|扩充|整治|改造|保障|支持|推行|实行|组织|规范|加大|增强|激发|引导|办好|办实|延伸|维护|防范|化解|统筹|聚焦|突出|狠抓|紧盯|完成|建立|筹建|建强|建好|建成|启动|举办|凝聚|盘活|梳理|排查|深耕|擦亮|释放|补齐|疏解|稳住|稳定|压实|兜牢|严防|严守|严格|打通|畅通|织密|提质|引进|招引|新建|改建|扩建|编制|成立|组建|创建|争创|拆除|清理|加快|解决|关爱|服务|助力|丰富|美化)/
/** Nouns of effort at the end of a title, which name nothing themselves. */
export const tails = /等?(?:各项|相关|有关)?(?:工作任务|目标任务|工作|任务|力度|步伐|进度|质效|措施)$/
/** Words that nothing may end with or begin with. */
export const endsOpen = /(?:[的和及与或、在对为把将以等从向于是]|以及)$/
export const startsOpen = /^(?:[的和及与或、等地得了性化率者区园路街里内外中上下前后]|以及)/
/** What a measured phrase ends with once its figures are gone (增长8%和9%), and what becomes of a thing. */
export const measuring =
  /(?:约|均|各|分别|力争|确保|保持在?|稳定在|控制在|不超过|超过|突破|达到?|达|增长|下降|降低|(?:提高|提升|压缩|缩短|降低|增加|扩大)(?:到|至|为)|至|到|和){1,4}$/
export const happening =
  /(?:正式|全面|力争|争取|确保|基本|顺利)?(?:完工|竣工|建成|开工建设|开工|动工|投入使用|投入运营|建成投用|建成通车|投用|投产|启用|启动|通车|交付使用|交付|封顶|开业|运营|正式运营|挂牌成立|成立|收尾|收官)$/
/** Parts of words that stand apart where a text is cut into words, and belong to what follows. */
export const leansForward = /^[人非总全每各再副超多大小新老县市区省镇乡第]$/
