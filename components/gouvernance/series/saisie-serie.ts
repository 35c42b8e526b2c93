import type { CheckSerie, PlanSerie } from '@/lib/gouvernance/series/schema'
import { readTexte } from '@/components/formulaire/saisie'
import { readDerogation } from '@/components/gouvernance/reunions/saisie-derogation'

/** The fields of a series, as typed; those that the rhythm does not ask are not in the form, and keep their default. */
export function readSerie(formulaire: FormData): CheckSerie {
  const champ = (nom: string) => readTexte(formulaire, nom)
  const choix = <T extends string>(nom: string): T | undefined => (champ(nom) === '' ? undefined : (champ(nom) as T))
  return {
    instance: Number(champ('instance')),
    rythme: champ('rythme') as CheckSerie['rythme'],
    rang: choix('rang'),
    rang2: choix('rang2'),
    jour: choix('jour'),
    quantieme: champ('quantieme'),
    evenement: champ('evenement') === '' ? null : Number(champ('evenement')),
    avance: champ('avance'),
    unite: choix('unite'),
    debut: champ('debut'),
    fin: champ('fin'),
    siFerme: choix('siFerme'),
    siVacances: choix('siVacances'),
    sansAout: formulaire.has('sansAout'),
    groupe: champ('groupe'),
  }
}

/** The whole of it, with the dates kept. */
export function readSerieEntiere(formulaire: FormData, convention: string, dates: string[]): PlanSerie {
  const champ = (nom: string) => readTexte(formulaire, nom)
  return {
    convention,
    ...readSerie(formulaire),
    heureDebut: champ('heureDebut'),
    heureFin: champ('heureFin'),
    lieu: champ('lieu'),
    objet: champ('objet'),
    dates,
    derogation: readDerogation(formulaire),
  }
}
