import { newCommand, type AddCommand } from '../command-runner.ts'
import { addCitiesImport } from './import-command.ts'
import { addCitiesList } from './list-command.ts'
import {
  addCitiesActivate,
  addCitiesDeactivate,
  addCitiesPromise,
  addCitiesRemove,
} from './manage-commands.ts'

export const addCities: AddCommand = (parent, exit) => {
  const cities = newCommand(
    'cities',
    'list, import, switch off, promise and remove the cities whose weather is kept',
  )
  addCitiesImport(cities, exit)
  addCitiesList(cities, exit)
  addCitiesDeactivate(cities, exit)
  addCitiesActivate(cities, exit)
  addCitiesPromise(cities, exit)
  addCitiesRemove(cities, exit)
  parent.addCommand(cities)
}
