/** Builds the pages into a folder, with a packed copy of each file. */
export function buildDashboard(folder: string): Promise<void>
