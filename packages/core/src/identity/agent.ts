type Known = readonly (readonly [RegExp, string])[]

// In this order: each later one also calls itself by the name of an earlier one.
const browsers: Known = [
  [/MicroMessenger\//, '微信'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/QQBrowser\//, 'QQ浏览器'],
  [/360|QIHU/, '360'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: Known = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/UOS|Uniontech/i, 'UOS'],
  [/Kylin/i, 'Kylin'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

const nameIn = (known: Known, agent: string): string => known.find(([pattern]) => pattern.test(agent))?.[1] ?? ''

/** The device that a User-Agent tells of, in two words (`Chrome Windows`); nothing else of it is kept. Empty if unknown. */
export const deviceOf = (agent: string): string =>
  [nameIn(browsers, agent.slice(0, 500)), nameIn(systems, agent.slice(0, 500))].filter((name) => name !== '').join(' ')
