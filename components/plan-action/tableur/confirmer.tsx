'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { importTableur, removeTableur } from '@/lib/plan-action/tableur/actions'
import type { ComptesImport } from '@/lib/plan-action/tableur/types/tableur'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefImport, buildHrefRapport } from './adresses'
import { Progression } from './progression'

const REFUS = 'Rien n’a été importé'

interface Props {
  slug: string
  id: number
  version: number
  comptes: ComptesImport
}

/** The last word: all of it is written, or nothing; a plan that changed meanwhile is shown again first. */
export function ConfirmerImport({ slug, id, version, comptes }: Props) {
  const router = useRouter()
  const [sansRefusees, setSansRefusees] = useState(false)
  const [change, setChange] = useState(false)
  const vise = { convention: slug, import: id, version }
  const ecriture = useEnvoi(importTableur, {
    titre: REFUS,
    titreConflit: REFUS,
    conflit:
      'Ce fichier a été repris ailleurs, dans un autre onglet par exemple : la page montre où il en est. Relisez, puis confirmez.',
    relire: true,
    onEcrit: ({ ecrit }) => setChange(!ecrit),
    rafraichir: true,
  })
  const abandon = useGeste(removeTableur, { onEcrit: () => router.push(buildHrefImport(slug)) })
  const aEcrire = comptes.CREEE + comptes.CHANGEE

  return (
    <div className="grid gap-4">
      <Refus envoi={ecriture} />
      {change ? (
        <Notice tone="warn" role="alert" titre="Le plan a changé depuis la vérification">
          Rien n’a été écrit. Les lignes ci-dessous ont été vérifiées de nouveau : relisez-les, puis confirmez.
        </Notice>
      ) : null}
      {comptes.REFUSEE > 0 ? (
        <Notice tone="warn" titre={formatCompte(comptes.REFUSEE, 'ligne refusée', 'lignes refusées')}>
          Corrigez le fichier à l’aide du rapport, puis choisissez-le de nouveau ; ou laissez ces lignes de côté.
        </Notice>
      ) : null}
      {comptes.REFUSEE > 0 && aEcrire > 0 ? (
        <Checkbox
          label="Importer les autres lignes, et laisser de côté celles qui sont refusées"
          name="sansRefusees"
          checked={sansRefusees}
          onChange={(event) => setSansRefusees(event.target.checked)}
        />
      ) : null}
      {aEcrire === 0 ? (
        <Notice>
          {comptes.INCHANGEE > 0
            ? 'Ce fichier ne change rien : le plan dit déjà la même chose.'
            : 'Aucune ligne de ce fichier ne peut être importée.'}
        </Notice>
      ) : null}
      {ecriture.enCours ? <Progression slug={slug} id={id} phase="ECRITURE" /> : null}
      <div className="form-actions flex-wrap">
        {aEcrire > 0 ? (
          <Button variant="primary" busy={ecriture.enCours} onClick={() => ecriture.envoyer({ ...vise, sansRefusees })}>
            {ecriture.enCours ? 'Import en cours…' : `Importer ${formatCompte(aEcrire, 'ligne')}`}
          </Button>
        ) : null}
        <ButtonLink href={buildHrefImport(slug, { import: id, colonnes: true })}>Revoir les colonnes</ButtonLink>
        <ButtonLink href={buildHrefRapport(slug, id, 'xlsx')} download>
          Rapport (XLSX)
        </ButtonLink>
        <ButtonLink href={buildHrefRapport(slug, id, 'csv')} download>
          Rapport (CSV)
        </ButtonLink>
        <Button variant="ghost" busy={abandon.enCours} onClick={() => abandon.envoyer(vise)}>
          Abandonner ce fichier
        </Button>
      </div>
    </div>
  )
}
