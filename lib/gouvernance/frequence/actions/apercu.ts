'use server'
import { isDateCivile, parseDateSaisie, type DateCivile } from '@/lib/platform/dates'
import { defineQuery } from '@/lib/platform/query'
import { echecs, type ErreurChamp } from '@/lib/platform/resultat'
import { sqlInstanceActuelle } from '@/lib/gouvernance/instances/write'
import { listInstancesLues } from '../rules/lecture'
import { readInstances } from '@/lib/gouvernance/instances/read/lignes'
import { withPreparees } from '../rules/moments'
import { parseRegle, type TermesRegle } from '../rules/regle'
import { computeSuccession, type ProjetRegle } from '../rules/succession'
import { checkRegleSchema } from '@/lib/gouvernance/instances/schema'
import type { ApercuRegle, InstanceActuelle } from '@/lib/gouvernance/instances/types/edition'

interface Gestes {
  geste: ProjetRegle['geste']
  regle: number | null
  aPartirDu: string
  debutRegle: string
  finRegle: string
}

const LISIBLE = 'Cette date n’est pas encore lisible : écrivez-la comme 3/3/2026.'

function readDate(saisie: string): DateCivile | null | undefined {
  if (saisie.trim() === '') return null
  const date = parseDateSaisie(saisie)
  return date !== null && isDateCivile(date) ? date : undefined
}

/** The change as it is typed so far, or the field that keeps it from being one. */
function readProjet(
  { geste, regle, aPartirDu, debutRegle, finRegle }: Gestes,
  termes: TermesRegle,
): ProjetRegle | ErreurChamp {
  if (geste === 'PREMIERE') return { geste, termes }
  if (geste === 'CHANGER') {
    const date = readDate(aPartirDu)
    return date
      ? { geste, aPartirDu: date, termes }
      : {
          champ: 'aPartirDu',
          message: date === null ? 'Indiquez à partir de quel jour la nouvelle règle s’applique.' : LISIBLE,
        }
  }
  const [debut, fin] = [readDate(debutRegle), readDate(finRegle)]
  if (debut === undefined || fin === undefined)
    return { champ: debut === undefined ? 'debutRegle' : 'finRegle', message: LISIBLE }
  return { geste, regle: regle ?? 0, debut, fin, termes }
}

const VIDE: ApercuRegle = { erreurs: [], avertissements: [], effet: null }

/**
 * How an instance would stand with a rule that is not saved yet: its periods, its state and why; or what makes the
 * rule contradict itself, field by field. Nothing is written, and nothing is promised: the action judges again.
 */
export const checkRegleProjet = defineQuery({
  nom: 'checkRegleProjet',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: checkRegleSchema,
  run: async ({ tx, convention, today }, input): Promise<ApercuRegle | ReturnType<typeof echecs.introuvable>> => {
    const lignes = await readInstances(tx, convention.id)
    const ligne = lignes.find(({ id }) => id === input.instance)
    const [lue] = await tx.$queryRaw<{ actuelle: InstanceActuelle }[]>`
      SELECT ${sqlInstanceActuelle} AS actuelle FROM instance i WHERE i.convention_id = ${convention.id} AND i.id = ${input.instance}`
    if (!ligne || !lue || (input.geste === 'CORRIGER' && !lue.actuelle.regles.some(({ id }) => id === input.regle)))
      return echecs.introuvable()
    const lecture = parseRegle(input, convention)
    if (!lecture.ok) return { ...VIDE, erreurs: lecture.erreurs }
    const projet = readProjet(input, lecture.termes)
    if (!('geste' in projet)) return { ...VIDE, erreurs: [projet] }
    const succession = computeSuccession(lue.actuelle.regles, projet, convention, today)
    if (!succession.ok) return { ...VIDE, erreurs: succession.erreurs }
    const avec = lignes.map((autre) =>
      autre === ligne ? { ...ligne, regles: withPreparees(succession.regles, lignes) } : autre,
    )
    const projetee = listInstancesLues(avec, convention, today).find(({ id }) => id === ligne.id)
    if (!projetee) return echecs.introuvable()
    const { id, ref, nom, regleTexte, etat, phrase, periodes, reunions } = projetee
    const ensuite =
      projet.geste === 'CHANGER' ? (periodes.find(({ debut }) => debut === projet.aPartirDu)?.raison ?? null) : null
    return {
      erreurs: [],
      avertissements: succession.avertissements,
      effet: { id, ref, nom, regleTexte, etat, phrase, periodes, reunions, ensuite },
    }
  },
})
