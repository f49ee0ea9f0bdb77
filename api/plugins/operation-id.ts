/** `GET /api/weather/cities/:cityId` is `getCitiesByCityId`: stable while the address is. */
export function operationIdOf(method: string, url: string): string {
  const words = url
    .replace(/^\/api\/weather(?=\/)/, '')
    .split('/')
    .flatMap((part) => (part.startsWith(':') ? ['by', part.slice(1)] : part.split('-')))
    .filter((word) => word !== '')
  return method.toLowerCase() + words.map(capitalised).join('')
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
