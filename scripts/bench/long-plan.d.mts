import type { Client } from 'pg'

export function writePlan(owner: Client, slug: string, count: number): Promise<void>
