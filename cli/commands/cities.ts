import { newCommand, type AddCommand } from '../command-runner.ts'
import { addCitiesImport } from './cities-import.ts'
import { addCitiesList } from './cities-list.ts'

export const addCities: AddCommand = (parent, exit) => {
  const cities = newCommand('cities', 'list and import the cities whose weather is kept')
  addCitiesImport(cities, exit)
  addCitiesList(cities, exit)
  parent.addCommand(cities)
}
