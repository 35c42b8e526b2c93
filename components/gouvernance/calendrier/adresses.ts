import type { VueCalendrier } from '@/lib/gouvernance/calendrier/types'

/** What the address of the calendar carries; null leaves a part out. */
export interface FiltresCalendrier {
  vue?: 'mois' | 'liste'
  mois?: string | null
  annee?: number | null
  instance?: string | null
}

/** An address of the calendar: what is not named stays as it is. */
export function buildAdresse(vue: VueCalendrier, filtres: FiltresCalendrier): string {
  const parametres = new URLSearchParams()
  const voulue = filtres.vue ?? vue.vue
  if (voulue === 'liste') {
    parametres.set('vue', 'liste')
    const annee =
      filtres.annee === undefined ? (vue.vue === 'liste' ? vue.annee : Number(vue.mois.slice(0, 4))) : filtres.annee
    if (annee !== null) parametres.set('annee', String(annee))
  } else {
    const mois = filtres.mois === undefined ? (vue.vue === 'mois' ? vue.mois : findMois(vue)) : filtres.mois
    if (mois !== null) parametres.set('mois', mois)
  }
  const instance = filtres.instance === undefined ? vue.instance : filtres.instance
  if (instance !== null) parametres.set('instance', instance)
  const texte = parametres.toString()
  return `/conventions/${vue.convention.slug}/reunions${texte === '' ? '' : `?${texte}`}`
}

/** From a year to one of its months: the current one, else the first that has a meeting. */
function findMois({ annee, mois, convention }: Extract<VueCalendrier, { vue: 'liste' }>): string {
  if (Number(convention.today.slice(0, 4)) === annee) return convention.today.slice(0, 7)
  return mois[0]?.cle ?? `${annee}-01`
}
