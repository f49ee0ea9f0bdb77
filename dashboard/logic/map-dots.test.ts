import { expect, test } from 'vitest'
import { equalEarth } from './equal-earth.ts'
import {
  dotsOf,
  nearestDot,
  paintDots,
  pixelOf,
  within,
  zoomed,
  type Painting,
} from './map-dots.ts'
import { drawableRings, ringOf, type Ring } from './rings.ts'

const SIZE = { width: 200, height: 100 }
const whole = { scale: 1, x: 0, y: 0 }
const project = equalEarth(SIZE.width, SIZE.height)
const dots = dotsOf({ id: [10, 5, 7], lat: [0, 4500, -4500], lon: [0, 9000, -9000] }, project)

test('the equator meets the first meridian in the middle, and the poles are the edges', () => {
  expect(project(0, 0)).toEqual([100, 50])
  const [east] = project(180, 0)
  const [west] = project(-180, 0)
  expect(east + west).toBeCloseTo(200)
  expect(east).toBeLessThanOrEqual(198)
  expect(project(0, 90)[1]).toBeGreaterThanOrEqual(2)
})

test('ids add up, and a city is found near its dot alone', () => {
  expect([...dots.ids]).toEqual([10, 15, 22])
  expect(nearestDot(dots, whole, { x: 101, y: 49, reach: 5 })).toBe(10)
  const [x, y] = project(90, 45)
  expect(nearestDot(dots, whole, { x, y, reach: 5 })).toBe(15)
  expect(nearestDot(dots, whole, { x: 100, y: 90, reach: 5 })).toBeUndefined()
})

test('every dot is painted once; what is hidden or outside is not', () => {
  const classes = Uint8Array.of(0, 1, 4)
  const painted = (colours: readonly number[], view = whole) => {
    const pixels = new Uint32Array(SIZE.width * SIZE.height)
    const painting: Painting = { pixels, ...SIZE, view, size: 2, colours }
    paintDots(dots, classes, painting)
    return pixels.filter((pixel) => pixel > 0).length
  }
  expect(painted([1, 2, 3, 4, 5])).toBe(12)
  expect(painted([0, 2, 3, 4, 5])).toBe(8)
  expect(painted([1, 2, 3, 4, 5], { scale: 1, x: 5_000, y: 0 })).toBe(0)
})

test('zooming keeps what is under the pointer, and the world in the picture', () => {
  const view = zoomed(whole, 2, { x: 50, y: 50 }, SIZE)
  expect(view).toEqual({ scale: 2, x: -50, y: -50 })
  expect(zoomed(view, 0.1, { x: 0, y: 0 }, SIZE)).toEqual(whole)
  expect(within({ scale: 2, x: 40, y: -500 }, SIZE)).toEqual({ scale: 2, x: 0, y: -100 })
})

test('a colour is a pixel, opaque', () => {
  expect(pixelOf(' #1f9297')).toBe(0xff97921f)
})

test('a ring over the edge of the map is drawn on both sides, one around a pole along it', () => {
  const over: Ring = [
    [170, 10],
    [-170, 10],
    [-170, 20],
    [170, 20],
  ]
  const [one, other] = drawableRings(over)
  expect(one?.map(([longitude]) => longitude)).toEqual([170, 190, 190, 170])
  expect(other?.map(([longitude]) => longitude)).toEqual([-190, -170, -170, -190])
  const around: Ring = [
    [-180, -70],
    [-60, -70],
    [60, -70],
    [180, -70],
    [-60, -70],
  ]
  expect(drawableRings(around)[0]?.slice(-2)).toEqual([
    [300, -90],
    [-180, -90],
  ])
  expect(drawableRings([])).toEqual([])
})

test('the file of the land has steps in hundredths of a degree', () => {
  expect(ringOf([1_000, 2_000, -50, 25])).toEqual([
    [10, 20],
    [9.5, 20.25],
  ])
})
