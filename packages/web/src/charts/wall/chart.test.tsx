import type { Light } from '@guatu/contract'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LightShape } from '../../ui/LightShape.tsx'
import { lightsWorstFirst } from '../../words/light.ts'
import { NarrowChart, WideChart } from './Chart.tsx'
import { everyLight, freshWall, sampleWall, walls } from './fixtures.ts'
import { Legend } from './Legend.tsx'

const wide = (chart = sampleWall, ratio = 16 / 9) =>
  renderToStaticMarkup(<WideChart chart={chart} current="1" ratio={ratio} />)

const linksIn = (markup: string): string[] => markup.match(/<a [^>]*data-slip.*?<\/a>/gs) ?? []

/** What is drawn, without colour: the state must be told by shape alone. */
const shapeOf = (light: Light): string =>
  renderToStaticMarkup(
    <svg aria-hidden="true">
      <LightShape light={light} x={12} y={12} r={11} />
    </svg>,
  ).replace(/var\([^)]*\)/g, '')

test('eleven lights have eleven shapes', () => {
  expect(new Set(lightsWorstFirst.map(shapeOf)).size).toBe(11)
})

test('each task held is one link, each missing number one slot without', () => {
  const links = linksIn(wide())
  expect(links).toHaveLength(62)
  expect(links.filter((link) => link.includes('tabindex="0"'))).toHaveLength(1)
  expect(wide()).toContain('八项待补录')
})

test('the name of a link says number, title, light, figures and badges, and holds the title as it is seen', () => {
  const link = linksIn(wide()).find((one) => one.includes('data-slip="15"')) ?? ''
  expect(link).toContain('aria-label="第15项 产业用地整备，红灯，5.9/15.4公顷，完成38%，逾期31天，待核3"')
  for (const one of linksIn(wide(walls.titles))) {
    const name = /aria-label="([^"]*)"/.exec(one)?.[1] ?? ''
    const seen = (one.match(/<tspan[^>]*>([^<]*)/g) ?? []).map((part) => part.replace(/<[^>]*>/, '')).join('')
    expect(name).toContain(seen)
  }
})

test('no percentage is made up: a task without one has no filled bar and says none', () => {
  const drawn = wide(freshWall)
  for (const link of linksIn(drawn)) expect(link).not.toContain('完成')
  for (const colour of ['--green-tint', '--blue-tint']) expect(drawn).not.toContain(colour)
})

test('what is missing up to the plan is hatched in the colour of the light', () => {
  const link = (n: number) => linksIn(wide(everyLight)).find((one) => one.includes(`data-slip="${n}"`)) ?? ''
  expect(link(3)).toMatch(/url\(#[^)]*-yellow\)/)
  expect(link(4)).toMatch(/url\(#[^)]*-orange\)/)
  expect(link(5)).toMatch(/url\(#[^)]*-red\)/)
  expect(link(2)).not.toContain('url(#')
})

test('the legend shows the five lights even at nought, and other states only where they occur', () => {
  const few = renderToStaticMarkup(<Legend counts={{ green: 3 }} />)
  expect(few.match(/<li/g)).toHaveLength(5)
  const all = renderToStaticMarkup(<Legend counts={everyLight.counts} />)
  expect(all.match(/<li/g)).toHaveLength(11)
})

test('on a phone every area has its heading and how many are behind', () => {
  const markup = renderToStaticMarkup(<NarrowChart chart={sampleWall} current="1" width={390} />)
  expect(markup.match(/<h2/g)).toHaveLength(8)
  expect(linksIn(markup)).toHaveLength(62)
  expect(markup).toContain('红灯 1')
})
