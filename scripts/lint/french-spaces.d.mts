import type { Rule } from 'eslint'

export function formatEspaces(raw: string): string
export const frenchSpaces: Rule.RuleModule
