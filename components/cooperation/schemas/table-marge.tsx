import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Squares, Swatch } from '@/components/ui/mesure/legend'
import { Table, Td, Th } from '@/components/ui/table'
import type { LigneSchema } from '@/lib/cooperation/schemas/rules/enregistre'
import { MOTS_MOTIF } from '@/lib/cooperation/schemas/words'
import type { EtatSomme, Marge } from '@/lib/cooperation/schemas/rules/equilibre'
import { formatQuotite, type Centiemes } from '@/lib/platform/nombres'
import { colorOfTheme, SITUATIONS, THEMES } from '@/components/cooperation/mots'

/** How a sum stands against the agreed total, in a badge. */
export function BadgeEcart({ somme }: { somme: EtatSomme }) {
  if (somme.ecart === null) return <Badge>{somme.phrase}</Badge>
  return <Badge tone={somme.ecart === 0 ? 'ok' : 'bad'}>{somme.phrase}</Badge>
}

function Raison({ ligne }: { ligne: LigneSchema }) {
  const situation = SITUATIONS[ligne.situation]
  const mots = ligne.note ?? (ligne.motifZero ? MOTS_MOTIF[ligne.motifZero] : null)
  return (
    <>
      {situation && !mots?.toLowerCase().includes(situation.mot) ? (
        <Badge tone={situation.tone}>{situation.mot}</Badge>
      ) : null}
      {mots ? (
        situation && mots.toLowerCase() === situation.mot ? (
          <Badge tone={situation.tone}>{mots}</Badge>
        ) : (
          <span className="text-sm text-muted"> {mots}</span>
        )
      ) : null}
    </>
  )
}

function Themes({ ligne }: { ligne: LigneSchema }) {
  if (ligne.themesTexte.length === 0) return null
  return (
    <>
      <Squares
        squares={THEMES.map(({ nom, color, mots }) => ({
          label: nom,
          color,
          on: ligne.themesTexte.some((texte) => mots.test(texte)),
        }))}
      />
      <span className="block text-sm text-muted">{ligne.themesTexte.join(', ')}</span>
    </>
  )
}

interface TableMargeProps {
  marge: Marge
  titre: string
  /** heading of the lines that are not by porteur, when they are no thématiques */
  nomLigne?: string
  lignes: LigneSchema[]
  somme: EtatSomme
  /** the schéma before, by key of line; its column is left out when there is none */
  avant: { titre: string; quotites: Map<string, Centiemes | null>; somme: Centiemes } | null
  /** heading of the column shown */
  colonne: string
  /** the cell of a line being edited, instead of its figure */
  renderQuotite?: (ligne: LigneSchema) => ReactNode
  renderSuite?: (ligne: LigneSchema) => ReactNode
}

/** One margin of a schéma: its lines, their reason and situation, and its sum against the agreed total. */
export function TableMarge({
  marge,
  titre,
  nomLigne = 'Thématique',
  lignes,
  somme,
  avant,
  colonne,
  renderQuotite,
  renderSuite,
}: TableMargeProps) {
  const parPorteur = marge === 'PORTEUR'
  return (
    <Table caption={titre} dense stacked>
      <thead>
        <tr>
          <Th>{parPorteur ? 'Porteur' : nomLigne}</Th>
          {avant ? <Th num>{avant.titre}</Th> : null}
          <Th num>{colonne}</Th>
          {parPorteur ? <Th>Thématiques</Th> : null}
          <Th>{parPorteur ? 'Situation' : <span className="visually-hidden">Précision</span>}</Th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => {
          const ancienne = avant?.quotites.get(ligne.cle)
          const change = avant && ancienne !== undefined && ancienne !== ligne.quotite
          return (
            <tr key={ligne.id}>
              <Th scope="row">
                {parPorteur ? null : <Swatch color={colorOfTheme(ligne.theme)} />} {ligne.libelle}
              </Th>
              {avant ? (
                <Td num label={avant.titre}>
                  {ancienne === undefined ? '–' : formatOuVide(ancienne)}
                </Td>
              ) : null}
              <Td num label={colonne}>
                {renderQuotite ? (
                  renderQuotite(ligne)
                ) : change ? (
                  <strong>{formatOuVide(ligne.quotite)}</strong>
                ) : (
                  formatOuVide(ligne.quotite)
                )}
              </Td>
              {parPorteur ? (
                <Td label="Thématiques">
                  <Themes ligne={ligne} />
                </Td>
              ) : null}
              <Td label={parPorteur ? 'Situation' : undefined}>
                <Raison ligne={ligne} />
                {renderSuite?.(ligne)}
              </Td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <Th scope="row">Total</Th>
          {avant ? (
            <Td num label={avant.titre}>
              {formatQuotite(avant.somme)}
            </Td>
          ) : null}
          <Td num label={colonne}>
            {somme.renseignee ? formatQuotite(somme.somme) : '–'}
          </Td>
          {parPorteur ? <Td /> : null}
          <Td>
            <BadgeEcart somme={somme} />
          </Td>
        </tr>
      </tfoot>
    </Table>
  )
}

/** A quotité, or a dash where the document gives none. */
export const formatOuVide = (quotite: Centiemes | null): string => (quotite === null ? '–' : formatQuotite(quotite))
