/** Of the Equal Earth projection (Šavrič, Patterson and Jenny, 2018): places of equal size stay so. */
const A1 = 1.340264
const A2 = -0.081106
const A3 = 0.000893
const A4 = 0.003796
const M = Math.sqrt(3) / 2

const RADIANS = Math.PI / 180

/** At the equator and at the pole. */
const WIDEST = Math.PI / (M * A1)
const HIGHEST = heightAt(Math.PI / 3)

function heightAt(l: number): number {
  const l2 = l * l
  const l6 = l2 * l2 * l2
  return l * (A1 + A2 * l2 + l6 * (A3 + A4 * l2))
}

export type Project = (longitude: number, latitude: number) => [number, number]

/** The whole world in the middle of a picture, as large as it fits. */
export function equalEarth(width: number, height: number, margin = 2): Project {
  const scale = Math.min((width / 2 - margin) / WIDEST, (height / 2 - margin) / HIGHEST)
  return (longitude, latitude) => {
    const l = Math.asin(M * Math.sin(latitude * RADIANS))
    const l2 = l * l
    const l6 = l2 * l2 * l2
    const x =
      (longitude * RADIANS * Math.cos(l)) / (M * (A1 + 3 * A2 * l2 + l6 * (7 * A3 + 9 * A4 * l2)))
    return [width / 2 + scale * x, height / 2 - scale * heightAt(l)]
  }
}
