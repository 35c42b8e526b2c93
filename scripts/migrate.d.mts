/** The migrations of a folder, oldest first. */
export function readMigrations(folder: string): { name: string; sql: string; checksum: string }[]

/** Applies the migrations that a database lacks; gives the names of those applied now. */
export function migrate(url: string, folder?: string): Promise<string[]>
