declare module '@socialgouv/jours-feries' {
  /** Public holidays of a year by name, as local midnights. */
  export default function joursFeries(annee: number, options?: { alsace: boolean }): Record<string, Date>
}
