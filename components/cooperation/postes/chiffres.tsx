import { Badge } from '@/components/ui/badge'
import { ChiffreCle, ChiffresCles } from '@/components/ui/mesure/chiffre-cle'
import { Details } from '@/components/ui/flottant/details'
import type { VuePostes } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte, formatIntervalle } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatTypographie } from '@/lib/platform/typographie'
import { formatAccordEtp } from './mots'

type Props = Pick<VuePostes, 'totaux' | 'moyenne' | 'date'>

/** What is not said by the four figures: what no post describes, what an operator does without a name. */
function Reserves({ totaux }: Pick<Props, 'totaux'>) {
  const { sansDescription, nonDecoupe, externaliseSansNom } = totaux
  const pluriel = (centiemes: number) => centiemes >= 200
  const phrases = [
    sansDescription > 0
      ? `${formatQuotite(sansDescription)} ETP ${pluriel(sansDescription) ? 'convenus sont' : 'convenu est'} sur des lignes dont aucun poste n’est décrit : ni compté pourvu, ni compté vacant.`
      : null,
    nonDecoupe > 0
      ? `${formatQuotite(nonDecoupe)} ETP ${pluriel(nonDecoupe) ? 'vacants n’ont' : 'vacant n’a'} pas encore de poste décrit sur sa ligne.`
      : null,
    externaliseSansNom > 0
      ? `${formatQuotite(externaliseSansNom)} ETP ${pluriel(externaliseSansNom) ? 'comptés vacants sont confiés' : 'compté vacant est confié'} à un opérateur extérieur, dont personne n’est nommé.`
      : null,
  ].filter((phrase) => phrase !== null)
  return phrases.map((phrase) => (
    <p key={phrase} className="text-sm text-muted">
      {formatTypographie(phrase)}
    </p>
  ))
}

/** The schéma at one date: agreed, filled, present, vacant; the mean of the year; what each figure means. */
export function ChiffresPostes({ totaux, moyenne, date }: Props) {
  const decrits = totaux.prevu > 0 || totaux.pourvu > 0
  const valeur = (centiemes: number) => (decrits ? formatQuotite(centiemes) : '–')
  return (
    <section className="grid gap-3" aria-label={`Postes du schéma au ${formatDateCourte(date)}`}>
      <ChiffresCles label={`ETP au ${formatDateCourte(date)}`}>
        <ChiffreCle
          libelle="Convenu avec la Caf"
          valeur={totaux.convenu === null ? '–' : formatQuotite(totaux.convenu)}
          suffixe={totaux.convenu === null ? 'non précisé' : 'ETP'}
        />
        <ChiffreCle
          libelle="Pourvu"
          valeur={valeur(totaux.pourvu)}
          suffixe={
            decrits
              ? `sur ${formatQuotite(totaux.prevu)} ${formatAccordEtp(totaux.prevu, 'décrit')}`
              : 'aucun poste décrit'
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
            ) : decrits ? (
              <Badge tone="ok">rien de vacant</Badge>
            ) : undefined
          }
        />
      </ChiffresCles>
      {moyenne ? (
        <p>
          En moyenne {moyenne.partielle ? formatIntervalle(moyenne.bornes) : `sur ${moyenne.annee}`} :{' '}
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
                terme: 'Convenu',
                valeur: 'Ce que le schéma prévoit avec la Caf, que les postes soient pourvus ou non.',
              },
              {
                terme: 'Pourvu',
                valeur: 'Les postes tenus par quelqu’un ce jour-là, que la personne soit présente ou absente.',
              },
              { terme: 'Présent', valeur: 'Le pourvu, moins les absences que personne ne remplace.' },
              { terme: 'Vacant', valeur: 'Ce que les lignes décrites prévoient et que personne ne tient ce jour-là.' },
              {
                terme: 'Moyenne',
                valeur:
                  'Chaque jour de l’année civile compte autant : un poste de 0,5 ETP tenu six mois y compte pour 0,25.',
              },
            ]}
          />
        </div>
      </details>
    </section>
  )
}
