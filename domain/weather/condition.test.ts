import { expect, it } from 'vitest'
import { mostSevere, UNKNOWN_SKY, type Sky } from './condition.ts'

const rain = (intensity: Sky['intensity']): Sky => ({ condition: 'rain', intensity })
const CLEAR: Sky = { condition: 'clear', intensity: null }

it('the most severe sky is by condition first, then by intensity; unknown ranks last', () => {
  expect(mostSevere([CLEAR, rain('light'), UNKNOWN_SKY])).toEqual(rain('light'))
  expect(mostSevere([rain('heavy'), rain('moderate'), rain(null)])).toEqual(rain('heavy'))
  expect(mostSevere([UNKNOWN_SKY])).toEqual(UNKNOWN_SKY)
  expect(mostSevere([])).toBeNull()
})

it('a squall is worse than a thunderstorm, and a tornado is worst', () => {
  const storm: Sky = { condition: 'thunderstorm', intensity: 'heavy' }
  const squall: Sky = { condition: 'squall', intensity: null }
  const tornado: Sky = { condition: 'tornado', intensity: null }
  expect(mostSevere([squall, storm, CLEAR])).toEqual(squall)
  expect(mostSevere([tornado, storm, squall])).toEqual(tornado)
})
