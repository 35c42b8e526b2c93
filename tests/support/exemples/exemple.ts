/** Objects of one convention that the examples point to. */
export interface Cibles {
  reserve: number
  instance: number
  instanceRef: string
  reunion: number
  fiche: number
  ficheRef: string
  axe: number
  autreFiche: number
  etape: number
  indicateur: number
  indicateurRef: string
  mesure: number
  schema: number
  affectation: number
  personne: number
  reunionRef: string
  membre: number
  point: number
  decision: number
  avenant: number
  releve: number
  serie: number
  poste: number
  occupation: number
  charge: number
  cout: number
  reglage: number
  montant: number
  echeance: number
  activite: number
  /** the view named last, if any */
  vue?: number
  ligneBudget: number
  lienFiche: number
  document: number
  invitation: string
  contribution: number
}

export type Exemple = ((convention: string, cibles: Cibles, depart: Cibles) => unknown) & { vise?: boolean }

/** An example whose object, not only its convention, may be somebody else’s. */
export const sur = (exemple: (convention: string, cibles: Cibles) => unknown): Exemple =>
  Object.assign(exemple, { vise: true })

export type Exemples = Record<string, Exemple>
