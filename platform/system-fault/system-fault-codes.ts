interface FaultText {
  /** What follows is the place. */
  readonly what: string
  readonly next: string
}

const ELSEWHERE = 'choose another place with WEATHER247_DATA_DIR'
const RIGHTS = `give this user the right to read and write there, or ${ELSEWHERE}`

/** The error codes of system calls, with their meaning and remedy. */
export const FAULT_TEXTS = {
  ENOSPC: { what: 'the disk is full', next: `free some space, or ${ELSEWHERE}` },
  EDQUOT: {
    what: "this user's share of the disk is used up",
    next: `free some space, have the quota raised, or ${ELSEWHERE}`,
  },
  EFBIG: {
    what: 'the file would grow beyond the largest size allowed',
    next: `raise the limit (\`ulimit -f\`), or ${ELSEWHERE}`,
  },
  EACCES: { what: 'this user has no right to open it', next: RIGHTS },
  EPERM: { what: 'this user has no right to change it', next: RIGHTS },
  EROFS: {
    what: 'the file system is read-only',
    next: `mount it to be written to, or ${ELSEWHERE}`,
  },
  EMFILE: {
    what: 'this process has too many files open',
    next: 'raise the limit (`ulimit -n`) and start again',
  },
  ENFILE: {
    what: 'this machine has too many files open',
    next: 'end the program that opens them, or raise fs.file-max',
  },
  ENOENT: { what: 'there is no such file or directory', next: 'create it, or correct its name' },
  ENOTDIR: { what: 'a part of the path is no directory', next: 'correct the path' },
  EISDIR: { what: 'a file is expected, and this is a directory', next: 'correct the path' },
  EEXIST: { what: 'a directory is expected, and this is a file', next: 'correct the path' },
  EIO: {
    what: 'the disk reports an error',
    next: `look into the system's log (\`dmesg\`); the disk may be failing; ${ELSEWHERE}`,
  },
  ELOOP: { what: 'symbolic links lead in a circle', next: 'correct the links' },
  ENAMETOOLONG: { what: 'the path is too long', next: 'choose a shorter one' },
  ENOMEM: { what: 'the machine has no memory left', next: 'end what uses it, and start again' },
  /** PostgreSQL's own code: its disk may be on another machine. */
  '53100': { what: 'the disk of the database is full', next: 'free some space there' },
} as const satisfies Readonly<Record<string, FaultText>>

export type FaultCode = keyof typeof FAULT_TEXTS

export const isFaultCode = (code: unknown): code is FaultCode =>
  typeof code === 'string' && Object.hasOwn(FAULT_TEXTS, code)

/** The messages of the C library, Go and SQLite for the same errors. */
const WORDS: readonly (readonly [RegExp, FaultCode])[] = [
  [/no space left on device|disk is full|\bENOSPC\b/i, 'ENOSPC'],
  [/quota exceeded|\bEDQUOT\b/i, 'EDQUOT'],
  [/file too large|\bEFBIG\b/i, 'EFBIG'],
  [/read-only file system|readonly database|\bEROFS\b/i, 'EROFS'],
  [/permission denied|\bEACCES\b/i, 'EACCES'],
  [/too many open files|\bEMFILE\b/i, 'EMFILE'],
  [/input\/output error|disk i\/o error|\bEIO\b/i, 'EIO'],
]

export const faultCodeIn = (words: readonly string[]): FaultCode | undefined =>
  WORDS.find(([pattern]) => words.some((line) => pattern.test(line)))?.[1]
