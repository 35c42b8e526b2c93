/** What the frequency of each instance asks for. Silence where the convention gives no rule, or nothing was recorded. */
import { daysBetween, formatDateCourte, addDays, type DateCivile } from '@/lib/platform/dates'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { DEFAUT_RECENT, RISQUE_MAXIMUM } from './delais'
import type { Gravite, GroupeFait, InstanceFait, PeriodeFait, Signal } from './faits'

/** What one judgment asks for: its key without the groups, how grave it is, by when. */
interface Demande {
  cle: string
  gravite: Gravite
  echeance: DateCivile | null
}

/** At risk in the last quarter of the period, forty-five days at most. */
function computeGravite(
  { debut, fin }: PeriodeFait,
  echeance: DateCivile,
  moyenne: boolean,
  today: DateCivile,
): Gravite {
  if (moyenne) return 'A_RISQUE' // behind already, with the end of the month to make up for it
  const quart = Math.floor((daysBetween(debut, fin) + 1) / 4)
  return daysBetween(today, echeance) <= Math.min(RISQUE_MAXIMUM, quart) ? 'A_RISQUE' : 'A_FAIRE'
}

function readDemande(
  { etat, echeance }: Pick<GroupeFait, 'etat' | 'echeance'>,
  instance: InstanceFait,
  periode: PeriodeFait,
  today: DateCivile,
): Demande | null {
  if (etat === 'EN_DEFAUT') {
    // Under way, it is a moment of the rule that was missed: its year may still end short of its minimum.
    const moment = !instance.moyenne && today <= periode.fin ? ':moment' : ''
    return { cle: `instance:${instance.id}:EN_DEFAUT:${periode.debut}${moment}`, gravite: 'RETARD', echeance: null }
  }
  // A meeting to declare is a signal of its own (reunions): told once.
  if (etat !== 'A_PLANIFIER') return null
  const limite = echeance ?? periode.fin
  const gravite = computeGravite(periode, limite, instance.moyenne, today)
  return {
    // A moment comes due before the period ends, each on its own day.
    cle: `instance:${instance.id}:${gravite}:${instance.moyenne || limite < periode.fin ? limite : periode.debut}`,
    gravite,
    echeance: limite,
  }
}

/** 'Aucune réunion tenue sur 1 demandée, 1 prévue, dernier jour le 31 décembre 2026.' */
function formatGroupe({ tenues, prevues, requis, etat }: GroupeFait, { echeance }: Demande): string {
  const faites =
    tenues === 0 ? 'Aucune réunion tenue' : `${formatCompte(tenues, 'réunion')} ${formatAccord(tenues, 'tenue')}`
  return (
    [
      `${faites} sur ${formatCompte(requis ?? 0, 'demandée')}`,
      prevues > 0 && formatCompte(prevues, 'prévue'),
      etat === 'EN_DEFAUT'
        ? 'le minimum n’est pas atteint'
        : echeance && `dernier jour le ${formatDateCourte(echeance)}`,
    ]
      .filter(Boolean)
      .join(', ') + '.'
  )
}

function listPeriode(instance: InstanceFait, periode: PeriodeFait, base: string, today: DateCivile): Signal[] {
  const commun = {
    sujet: instance.nom,
    href: `${base}/gouvernance/${instance.ref}`,
    fiche: null,
    lecteurs: instance.copil ? (['COORDINATION', 'ELU'] as const) : (['COORDINATION'] as const),
  }
  if (periode.groupes.length === 0) {
    const demande = readDemande(periode, instance, periode, today)
    return demande ? [{ ...commun, ...demande, objet: instance.nom, phrase: periode.raison }] : []
  }
  return periode.groupes.flatMap((groupe) => {
    const demande = readDemande(groupe, instance, periode, today)
    return demande
      ? [
          {
            ...commun,
            ...demande,
            cle: `${demande.cle}:${groupe.groupe}`,
            objet: `${instance.nom}, ${groupe.groupe}`,
            phrase: formatGroupe(groupe, demande),
          },
        ]
      : []
  })
}

/** What the rule of one instance asks for now, and the period that has just ended short of its minimum. */
export function listSignauxInstance(instance: InstanceFait, base: string, today: DateCivile): Signal[] {
  const { courante, precedente } = instance
  const recente =
    precedente !== null && precedente.etat === 'EN_DEFAUT' && addDays(precedente.fin, DEFAUT_RECENT) >= today
  return [
    // A mean that is not kept today says what last year's said.
    ...(recente && !(instance.moyenne && courante?.etat === 'EN_DEFAUT')
      ? listPeriode(instance, precedente, base, today)
      : []),
    ...(courante ? listPeriode(instance, courante, base, today) : []),
  ]
}
