import { type Vector, vectors } from './vectors.ts'

const line = ({ id, says, test, needs }: Vector): string =>
  `- ${id}：${says}。${test ? `${test.file}「${test.name}」` : `还没有 not yet：${needs ?? ''}`}`

/** docs/vectors.md: every worked example of the domain books with the test that holds it, or what it still needs. */
export function vectorsPage(): string {
  const held = vectors.filter(({ test }) => test !== null).length
  return [
    '# Vectors 算例一览',
    '',
    `Written by \`npm run docs:vectors\`; a test fails when a test named here is no longer there. ${held} of ${vectors.length} worked examples of the two domain books and of the rules of execution are held by a test. 两本任务书和执行规则里的算例，${vectors.length}个里有${held}个有测试。`,
    '',
    ...vectors.map(line),
    '',
  ].join('\n')
}
