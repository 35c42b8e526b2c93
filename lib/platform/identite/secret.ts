import { createHash, randomBytes } from 'node:crypto'

/** A secret that a cookie or a link carries: 32 random bytes. */
export const createSecret = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a session or of an invitation: the secret itself is nowhere stored. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
