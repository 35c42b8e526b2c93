import { capitalise } from '@/lib/platform/mots'
import { EmptyState } from '@/components/ui/empty-state'
import { Swatch } from '@/components/ui/mesure/legend'
import { Notice } from '@/components/ui/notice'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { SchemaVue } from '@/lib/cooperation/postes/types/ecran'
import type { VueTheme, VueThematiques } from '@/lib/cooperation/vues/types'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatAccord, formatCompte, formatListe } from '@/lib/platform/typographie'
import { MOTS_PARTAGE, MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import { colorOfTheme, formatPeriode } from '../mots'
import { BadgeEcart, formatOuVide } from '@/components/cooperation/schemas/table-marge'
import { Barres } from './barres'

function Postes({ theme }: { theme: VueTheme }) {
  const { postes, partages } = theme
  if (postes.nombre === 0 && partages.length === 0) return <span className="text-muted">aucun poste rattaché</span>
  return (
    <div>
      {postes.nombre > 0 ? (
        <span className="block">
          {formatQuotite(postes.pourvu)} ETP en poste sur {formatQuotite(postes.quotite)} décrits
          {postes.nonPrecise > 0 ? `, non précisé pour ${formatQuotite(postes.nonPrecise)}` : ''}
        </span>
      ) : null}
      {partages.map(({ intitule, quotite }) => (
        <span key={intitule} className="block text-sm text-muted">
          {`« ${intitule} », ${formatQuotite(quotite)} ETP avec d’autres thématiques : part non connue`}
        </span>
      ))}
    </div>
  )
}

function Porteurs({ theme, croise }: { theme: VueTheme; croise: boolean }) {
  const { parts, citePar } = theme
  if (croise)
    return parts.length > 0 ? (
      <>{parts.map(({ porteur, quotite }) => `${porteur} ${formatQuotite(quotite)}`).join(', ')}</>
    ) : (
      <span className="text-muted">aucun</span>
    )
  return citePar.length > 0 ? <>{formatListe(citePar)}</> : <span className="text-muted">aucune ligne ne l’écrit</span>
}

function Ligne({ theme, croise }: { theme: VueTheme; croise: boolean }) {
  return (
    <tr>
      <Th scope="row">
        <Swatch color={colorOfTheme(theme.theme)} /> {theme.libelle}
      </Th>
      <Td num label="Prévu">
        {formatOuVide(theme.quotite)}
      </Td>
      <Td label={croise ? 'Part de chacun' : 'Citée par'}>
        <div>
          <Porteurs theme={theme} croise={croise} />
        </div>
      </Td>
      <Td label="En poste">
        <Postes theme={theme} />
      </Td>
      <Td label="Précisions">
        <div>
          {theme.note ? <span className="block">{theme.note}</span> : null}
          {theme.changements.map((texte) => (
            <span key={texte} className="block">
              {texte}
            </span>
          ))}
          {!theme.note && theme.changements.length === 0 ? <span className="text-muted">–</span> : null}
        </div>
      </Td>
    </tr>
  )
}

function formatLecture({ lignes, somme }: VueThematiques): string {
  const premiere = lignes.reduce<VueTheme | null>(
    (plus, theme) => ((theme.quotite ?? 0) > (plus?.quotite ?? 0) ? theme : plus),
    null,
  )
  if (!premiere || !somme.renseignee) return 'Aucune quotité n’est donnée par thématique.'
  return `« ${premiere.libelle} » a la plus grande part : ${formatQuotite(premiere.quotite ?? 0)} sur ${formatQuotite(somme.somme)} ETP répartis.`
}

/** One schéma, thématique by thématique: agreed, shared out, filled where it is known. */
export function ParThematique({ vue, schema, date }: { vue: VueThematiques; schema: SchemaVue; date: DateCivile }) {
  const partage = MOTS_PARTAGE[vue.partage]
  return (
    <Panneau
      titre={capitalise(partage.comment)}
      sousTitre={`Schéma ${formatPeriode(schema)}, postes au ${formatDateCourte(date)}`}
      actions={<BadgeEcart somme={vue.somme} />}
    >
      {vue.lignes.length === 0 ? (
        <EmptyState
          titre="Répartition par thématique non communiquée"
          pourquoi={vue.pourquoi ?? 'Elle n’est pas saisie.'}
        />
      ) : (
        <div className="grid gap-4">
          {vue.partage === 'PART' ? (
            <p>
              Le document ne partage pas le total entre thématiques : il le partage entre des actions, qu’il ne rattache
              à aucune.
            </p>
          ) : null}
          <Barres
            titre={`ETP ${MOTS_TOTAL_SCHEMA[schema.etat]}s, ${partage.comment}`}
            lecture={formatLecture(vue)}
            barres={vue.lignes.map(({ libelle, quotite, theme }) => ({
              libelle,
              valeur: quotite,
              absence: 'non précisé',
              color: colorOfTheme(theme),
            }))}
          />
          <Table caption={`ETP ${partage.comment}`} dense stacked>
            <thead>
              <tr>
                <Th>{partage.ligne}</Th>
                <Th num>Prévu (ETP)</Th>
                <Th>{vue.croise ? 'Part de chacun (ETP)' : 'Citée à côté de'}</Th>
                <Th>En poste</Th>
                <Th>Précisions, changements</Th>
              </tr>
            </thead>
            <tbody>
              {vue.lignes.map((theme) => (
                <Ligne key={theme.cle} theme={theme} croise={vue.croise} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <Th scope="row">Total</Th>
                <Td num label="Prévu">
                  {vue.somme.renseignee ? formatQuotite(vue.somme.somme) : '–'}
                </Td>
                <Td />
                <Td />
                <Td>
                  <BadgeEcart somme={vue.somme} />
                </Td>
              </tr>
            </tfoot>
          </Table>
          {vue.pourquoi ? (
            <Notice tone="neutral" titre={'Qui porte quoi ?'}>
              {vue.pourquoi}
            </Notice>
          ) : null}
        </div>
      )}
      {vue.horsListe.length > 0 ? (
        <p className="mt-3 text-sm text-muted">
          {`${formatAccord(vue.horsListe.length, 'Écrite', 'Écrites')} à côté d’un porteur, sans ligne par thématique : ${formatListe(vue.horsListe)}.`}
        </p>
      ) : null}
      {vue.postesSansTheme > 0 ? (
        <p className="mt-3 text-sm text-muted">
          {`${formatCompte(vue.postesSansTheme, 'poste décrit', 'postes décrits')} sans thématique : ${formatAccord(vue.postesSansTheme, 'il n’est compté', 'ils ne sont comptés')} dans aucune.`}
        </p>
      ) : null}
    </Panneau>
  )
}
