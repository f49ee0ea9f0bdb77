import { describe, expect, it } from 'vitest'
import { nameKey, otherKeys } from './city-name.ts'

describe('the key of a city name', () => {
  it.each([
    ['São Paulo', 'sao paulo'],
    ['  NEW   York ', 'new york'],
    ['Saint-Étienne', 'saint etienne'],
    ['東京', '東京'],
    ['new_york', 'new york'],
    ['Łódź', 'lodz'],
    ['Ðà Lạt', 'da lat'],
    ['DİYARBAKIR', 'diyarbakir'],
    ['Diyarbakır', 'diyarbakir'],
    ['Tromsø', 'tromso'],
    ['Großenhain', 'grossenhain'],
    ['GROẞENHAIN', 'grossenhain'],
    ['Þingvellir', 'thingvellir'],
    ['Œuf-en-Æbeltoft', 'oeuf en aebeltoft'],
    ['Għarb', 'gharb'],
    ['Kiŋŋait', 'kinnait'],
    ['St. Louis', 'st louis'],
    ['St.Louis', 'st louis'],
    ['Washington, D.C.', 'washington dc'],
    ['Halle (Saale)', 'halle saale'],
    ['Gasteiz / Vitoria', 'gasteiz vitoria'],
    ['Rostov–na‑Donu', 'rostov na donu'],
    ['A\u200bB\u00ad', 'ab'],
    ['%', ''],
  ])('of %s is %s', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })

  it.each(Array.from("'’‘ʼʻʾʿ`´′＇ꞌʹ"))('takes no notice of the apostrophe %s', (apostrophe) => {
    expect(nameKey(`Xi${apostrophe}an`)).toBe('xian')
  })

  it('is its own key', () => {
    for (const name of ['Łódź', 'St. Louis', 'Ta‘izz', 'İzmir', '東京', 'Washington, D.C.']) {
      expect(nameKey(nameKey(name))).toBe(nameKey(name))
    }
  })
})

describe('other keys of a city name', () => {
  it.each([
    ['München', 'muenchen'],
    ['Århus', 'aarhus'],
    ['Tromsø', 'tromsoe'],
    ['St. Louis', 'saint louis'],
    ['Saint-Étienne', 'st etienne'],
    ['Fort Worth', 'ft worth'],
    ['Mount Gambier', 'mt gambier'],
  ])('of %s have %s', (name, key) => {
    expect(otherKeys(name)).toContain(key)
    expect(otherKeys(name)).not.toContain(nameKey(name))
  })

  it('are none for most names', () => {
    expect(otherKeys('London')).toEqual([])
  })
})
