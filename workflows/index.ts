export { refreshAllCities } from './refresh-all-cities.ts'
export { refreshCities } from './refresh-cities.ts'
export { refreshCity } from './refresh-city.ts'
