/** What a person waits for goes first in every lane, and is never refused because its queue is long. */
export type Priority = 'person' | 'schedule'
