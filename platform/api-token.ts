import { createHash, randomBytes } from 'node:crypto'

/** Shows people and secret scanners what it is. */
const PREFIX = 'w247_'
/** 256 bits cannot be guessed, so a plain hash is enough to store. */
const BYTES = 32
const FORM = /^w247_[A-Za-z0-9_-]{43}$/

/** A token anywhere in a text. */
export const API_TOKENS = /\bw247_[A-Za-z0-9_-]{43}/g

export const newApiToken = (): string => PREFIX + randomBytes(BYTES).toString('base64url')

export const isApiToken = (text: string): boolean => FORM.test(text)

/** What is stored and looked up: comparing hashes tells nothing about the token by its time. */
export const hashOfApiToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex')
