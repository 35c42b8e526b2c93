'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { LigneSchema, SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { Equilibre } from '@/lib/cooperation/schemas/rules/equilibre'
import { formatQuotite } from '@/lib/platform/nombres'
import { buildCle, readErreurQuotite, readQuotite, type Saisie } from './brouillon'
import { BadgeEcart } from './table-marge'
import { listLignes } from './vue-schema'

interface CroiseSaisieProps {
  schema: SchemaLu
  saisie: Saisie
  equilibre: Equilibre
  onCase: (cle: string, texte: string) => void
}

/** The cross table, only when a document gives it: neither margin is ever invented from the other. */
export function CroiseSaisie({ schema, saisie, equilibre, onCase }: CroiseSaisieProps) {
  const [ouvert, setOuvert] = useState(schema.croisements.length > 0)
  const [porteurs, thematiques] = [listLignes(schema, 'PORTEUR'), listLignes(schema, 'THEMATIQUE')]
  if (porteurs.length === 0 || thematiques.length === 0) return null
  const lire = (porteur: LigneSchema, thematique: LigneSchema) =>
    saisie.croise[buildCle(porteur.id, thematique.id)] ?? ''
  const somme = (cases: string[]) => cases.reduce((total, texte) => total + (readQuotite(texte) ?? 0), 0)
  if (!ouvert)
    return (
      <Panneau titre="Tableau croisé" sousTitre="Facultatif : à saisir seulement si un document le donne">
        <Button size="sm" onClick={() => setOuvert(true)}>
          Saisir le tableau croisé
        </Button>
      </Panneau>
    )
  return (
    <Panneau
      titre="Tableau croisé"
      sousTitre="Une case vide n’est pas connue ; videz toutes les cases pour retirer le tableau"
      actions={<BadgeEcart somme={equilibre.croise} />}
    >
      <Table caption="ETP par commune et par thématique, à saisir" scroll="Tableau croisé des ETP" dense>
        <thead>
          <tr>
            <Th>Porteur</Th>
            {thematiques.map((ligne) => (
              <Th key={ligne.id} num>
                {ligne.libelle}
              </Th>
            ))}
            <Th num>Somme</Th>
          </tr>
        </thead>
        <tbody>
          {porteurs.map((porteur) => (
            <tr key={porteur.id}>
              <Th scope="row">{porteur.libelle}</Th>
              {thematiques.map((thematique) => (
                <Td key={thematique.id} num>
                  <DecimalInput
                    label={`${porteur.libelle}, ${thematique.libelle}`}
                    labelHidden
                    cell
                    name={`case-${buildCle(porteur.id, thematique.id)}`}
                    value={lire(porteur, thematique)}
                    onTexte={(texte) => onCase(buildCle(porteur.id, thematique.id), texte)}
                    error={readErreurQuotite(lire(porteur, thematique))}
                  />
                </Td>
              ))}
              <Td num>{formatQuotite(somme(thematiques.map((thematique) => lire(porteur, thematique))))}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Th scope="row">Somme</Th>
            {thematiques.map((thematique) => (
              <Td key={thematique.id} num>
                {formatQuotite(somme(porteurs.map((porteur) => lire(porteur, thematique))))}
              </Td>
            ))}
            <Td num>{formatQuotite(equilibre.croise.somme)}</Td>
          </tr>
        </tfoot>
      </Table>
      {equilibre.croise.ecarts.length > 0 ? (
        <ul className="rows">
          {equilibre.croise.ecarts.map(({ marge, libelle, somme: faite, quotite }) => (
            <li key={`${marge} ${libelle}`}>
              {libelle}
               : {formatQuotite(faite, { deux: true })} dans le tableau croisé, {formatQuotite(quotite, { deux: true })}{' '}
              dans la répartition
            </li>
          ))}
        </ul>
      ) : null}
    </Panneau>
  )
}
