/** Log for the operator. */
export interface ProviderLog {
  error(fields: object, message: string): void
}
