import { Badge } from '@/components/ui/badge'
import { ChiffreCle, ChiffresCles } from '@/components/ui/mesure/chiffre-cle'
import { Details } from '@/components/ui/flottant/details'
import type { VuePostes } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte, formatIntervalle } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { isConnu } from '@/lib/cooperation/postes/rules/pourvu'
import { MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import { formatAccordEtp } from './mots'

type Props = Pick<VuePostes, 'totaux' | 'moyenne' | 'date' | 'schema'>

/** What is not said by the four figures: what no post describes, what an operator does without a name. */
function Reserves({ totaux }: Pick<Props, 'totaux'>) {
  const { nonPrecise, jamaisPourvu, externalise, sansDescription, nonDecoupe } = totaux
  const pluriel = (centiemes: number) => centiemes >= 200
  const phrases = [
    externalise > 0
      ? `${formatQuotite(externalise)} ETP ${pluriel(externalise) ? 'sont confiés' : 'est confié'} à un opérateur extérieur, dont personne n’est nommé : ni compté pourvu, ni compté vacant.`
      : null,
    jamaisPourvu > 0
      ? `${formatQuotite(jamaisPourvu)} ETP ${pluriel(jamaisPourvu) ? 'n’ont' : 'n’a'} jamais été ${formatAccordEtp(jamaisPourvu, 'pourvu')}, selon le document.`
      : null,
    nonPrecise > 0
      ? `De ${formatQuotite(nonPrecise)} ETP, rien ne dit s’ils sont pourvus : ni comptés pourvus, ni comptés vacants.`
      : null,
    sansDescription > 0 && sansDescription !== nonPrecise
      ? `${formatQuotite(sansDescription)} ETP ${pluriel(sansDescription) ? 'sont' : 'est'} sur des lignes dont aucun poste n’est décrit : la situation est celle que le document écrit.`
      : null,
    nonDecoupe > 0
      ? `${formatQuotite(nonDecoupe)} ETP ${pluriel(nonDecoupe) ? 'n’ont' : 'n’a'} pas encore de poste décrit sur sa ligne.`
      : null,
  ].filter((phrase) => phrase !== null)
  return phrases.map((phrase) => (
    <p key={phrase} className="text-sm text-muted">
      {phrase}
    </p>
  ))
}

/** The schéma at one date: agreed, filled, present, vacant; the mean of the year; what each figure means. */
export function ChiffresPostes({ totaux, moyenne, date, schema }: Props) {
  const connu = isConnu(totaux)
  const valeur = (centiemes: number) => (connu ? formatQuotite(centiemes) : '–')
  const mot = schema === null ? 'convenu' : MOTS_TOTAL_SCHEMA[schema.etat]
  return (
    <section className="grid gap-3" aria-label={`Postes du schéma au ${formatDateCourte(date)}`}>
      <ChiffresCles label={`ETP au ${formatDateCourte(date)}`}>
        <ChiffreCle
          libelle={mot === 'convenu' ? 'Convenu avec la Caf' : `Total ${mot}`}
          valeur={totaux.convenu === null ? '–' : formatQuotite(totaux.convenu)}
          suffixe={totaux.convenu === null ? 'non précisé' : 'ETP'}
        />
        <ChiffreCle
          libelle="Pourvu"
          valeur={valeur(totaux.pourvu)}
          suffixe={
            connu ? `sur ${formatQuotite(totaux.prevu)}` : totaux.decrit > 0 ? 'non précisé' : 'aucun poste décrit'
          }
        />
        <ChiffreCle
          libelle="Présent"
          valeur={valeur(totaux.present)}
          badge={
            totaux.present < totaux.pourvu ? (
              <Badge tone="info">{formatQuotite(totaux.pourvu - totaux.present)} en absence</Badge>
            ) : undefined
          }
        />
        <ChiffreCle
          libelle="Vacant"
          valeur={valeur(totaux.vacant)}
          badge={
            totaux.vacant > 0 ? (
              <Badge tone="warn">à pourvoir</Badge>
            ) : connu && totaux.nonPrecise === 0 ? (
              <Badge tone="ok">rien de vacant</Badge>
            ) : undefined
          }
        />
      </ChiffresCles>
      {moyenne ? (
        <p>
          En moyenne {moyenne.partielle ? formatIntervalle(moyenne.bornes) : `sur ${moyenne.annee}`} :{' '}
          {moyenne.auMoins ? 'au moins ' : ''}
          {formatQuotite(moyenne.pourvu)} ETP {formatAccordEtp(moyenne.pourvu, 'pourvu')},{' '}
          {formatQuotite(moyenne.present)} {formatAccordEtp(moyenne.present, 'présent')},{' '}
          {formatQuotite(moyenne.vacant)} {formatAccordEtp(moyenne.vacant, 'vacant')}
          {moyenne.partielle ? ' (les jours de cette année que le schéma couvre).' : '.'}
        </p>
      ) : null}
      <Reserves totaux={totaux} />
      <details>
        <summary>Ce que disent ces chiffres</summary>
        <div className="mt-2">
          <Details
            details={[
              {
                terme: 'Total',
                valeur:
                  'Ce que le schéma prévoit, que les postes soient pourvus ou non : convenu avec la Caf une fois le schéma validé, seulement proposé jusque-là.',
              },
              {
                terme: 'Pourvu',
                valeur: 'Les postes tenus par quelqu’un ce jour-là, que la personne soit présente ou absente.',
              },
              { terme: 'Présent', valeur: 'Le pourvu, moins les absences que personne ne remplace.' },
              {
                terme: 'Vacant',
                valeur:
                  'Ce que les lignes prévoient et que personne ne tient ce jour-là ; ce qui est confié à un opérateur extérieur n’est ni pourvu ni vacant.',
              },
              {
                terme: 'Moyenne',
                valeur:
                  'Chaque jour de l’année civile compte autant : un poste de 0,5 ETP tenu six mois y compte pour 0,25.',
              },
            ]}
          />
        </div>
      </details>
    </section>
  )
}
