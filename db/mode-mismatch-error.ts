/** A file without the database driver: the command line recognises the class at each failure. */
export class ModeMismatchError extends Error {
  override readonly name = 'ModeMismatchError'
}
