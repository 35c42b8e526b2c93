'use client'

import { useState } from 'react'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { fieldId } from '@/components/ui/saisie/field'
import { recordRepartition } from '@/lib/cooperation/afas/actions'
import {
  AUCUNE_PART,
  checkParts,
  computeEtpPart,
  formatPartSaisie,
  parsePart,
  type PartsAfas,
} from '@/lib/cooperation/afas/rules/parts'
import { roundMoyenne } from '@/lib/cooperation/postes/rules/effectif'
import { CODES_THEMES, type CodeTheme } from '@/lib/cooperation/schemas/words'
import type { LigneAfas } from '@/lib/cooperation/afas/types'
import { formatQuotite } from '@/lib/platform/nombres'
import { Coquille } from '../postes/coquille'
import { BoutonTiroir } from './bouton-tiroir'

type Textes = Record<CodeTheme, string>

const toTexte = (part: number | undefined): string => (part ? formatPartSaisie(part) : '')

function buildTextes(parts: PartsAfas | null): Textes {
  return {
    PETITE_ENFANCE: toTexte(parts?.PETITE_ENFANCE),
    ENFANCE_JEUNESSE: toTexte(parts?.ENFANCE_JEUNESSE),
    PARENTALITE: toTexte(parts?.PARENTALITE),
    DROITS_VIE_SOCIALE: toTexte(parts?.DROITS_VIE_SOCIALE),
    GLOBAL: toTexte(parts?.GLOBAL),
  }
}

/** What is typed as far as it can be read; null when a field cannot. */
function readParts(textes: Textes): PartsAfas | null {
  const parts = { ...AUCUNE_PART }
  for (const code of CODES_THEMES) {
    const lu = parsePart(textes[code])
    if (!lu.ok) return null
    parts[code] = lu.part
  }
  return parts
}

interface Props {
  slug: string
  annee: number
  ligne: LigneAfas
  themes: Record<CodeTheme, string>
}

function Champs({ slug, annee, ligne, themes, onFini }: Props & { onFini: () => void }) {
  const [textes, setTextes] = useState(() => buildTextes(ligne.parts))
  const parts = readParts(textes)
  const etp = (code: CodeTheme): string =>
    parts ? `${formatQuotite(roundMoyenne(computeEtpPart(ligne.temps, parts[code])), { deux: true })} ETP` : ''
  return (
    <Coquille
      action={recordRepartition}
      version={ligne.version}
      libelle="Enregistrer la répartition"
      onFini={onFini}
      comparer={({ parts: leurs }) =>
        CODES_THEMES.map((code) => ({ nom: themes[code], mienne: textes[code], leur: toTexte(leurs[code]) }))
      }
      ecrire={(envoi, version) =>
        envoi.envoyer({ convention: slug, annee, charge: ligne.charge, version, parts: textes })
      }
    >
      {(erreur) => {
        const total = erreur('total')
        return (
          <>
            <p>
              {ligne.nom} : {formatQuotite(ligne.present, { deux: true })} ETP en moyenne sur {annee}, à répartir entre
              les thèmes. Un thème vide compte pour 0 %.
            </p>
            {CODES_THEMES.map((code) => (
              <DecimalInput
                key={code}
                name={`parts.${code}`}
                label={code === 'GLOBAL' ? `${themes[code]} (hors AFAS)` : themes[code]}
                unite={etp(code) ? `%, soit ${etp(code)}` : '%'}
                value={textes[code]}
                onTexte={(texte) => setTextes((avant) => ({ ...avant, [code]: texte }))}
                error={erreur(`parts.${code}`)}
              />
            ))}
            <p
              id={fieldId('total')}
              tabIndex={-1}
              role="status"
              aria-label="Total réparti"
              className={total ? 'field-error' : 'font-semibold'}
            >
              {parts ? checkParts(parts).phrase : (total ?? 'Un pourcentage ne se lit pas encore.')}
            </p>
          </>
        )
      }}
    </Coquille>
  )
}

/** Shares out somebody’s time of the year, in percent, with what remains in sight. */
export function FormulaireRepartition(props: Props) {
  const { ligne, annee } = props
  const mot = ligne.parts ? 'Modifier' : 'Répartir'
  return (
    <BoutonTiroir label={mot} nom={`${mot} le temps de ${ligne.nom}`} titre={`Répartition ${annee}`}>
      {(fermer) => <Champs {...props} onFini={fermer} />}
    </BoutonTiroir>
  )
}
