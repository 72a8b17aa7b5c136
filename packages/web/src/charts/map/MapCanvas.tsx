import type { MapChart } from '@guatu/contract'
import { useLayoutEffect, useRef } from 'react'
import styles from './map.module.css'
import type { Scene } from './scene.ts'
import { shapes } from './shapes.ts'

type Points = MapChart['points']

/** Draws the points with the colours of the page as they are now. */
function draw(canvas: HTMLCanvasElement, { width, height, spots }: Scene, points: Points): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const dense = devicePixelRatio
  canvas.width = Math.round(width * dense)
  canvas.height = Math.round(height * dense)
  const colours = getComputedStyle(canvas)
  const brushes = Object.fromEntries(
    Object.entries(shapes).map(([mark, { path, colour }]) => [
      mark,
      { path: new Path2D(path), colour: colours.getPropertyValue(colour) },
    ]),
  )
  for (const { x, y, r, point } of spots.toReversed()) {
    const brush = brushes[points[point]?.mark ?? 'standing']
    if (!brush) continue
    pen.setTransform(r * dense, 0, 0, r * dense, x * dense, y * dense)
    pen.fillStyle = brush.colour
    pen.fill(brush.path, 'evenodd')
  }
}

/** The same shapes as `MapMarks`, where there are more than a page should hold as elements. Clicks go through it. */
export function MapCanvas({ points, scene }: { readonly points: Points; readonly scene: Scene }) {
  const sheet = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const canvas = sheet.current
    if (!canvas) return
    const drawIt = () => draw(canvas, scene, points)
    drawIt()
    // Light and dark are told by the root of the page; a canvas does not follow by itself.
    const themes = new MutationObserver(drawIt)
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => themes.disconnect()
  }, [points, scene])
  return <canvas ref={sheet} className={styles.canvas} />
}
