'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { readErreurs } from '@/components/formulaire/echec'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Checkbox } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { importTableur, removeTableur } from '@/lib/plan-action/tableur/actions'
import type { ComptesImport } from '@/lib/plan-action/tableur/types/tableur'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefImport, buildHrefRapport } from './adresses'
import { Progression } from './progression'

const INJOIGNABLE = 'Le serveur n’a pas répondu. Rechargez cette page : elle dit si l’import a eu lieu.'

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
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [change, setChange] = useState(false)
  const [ecriture, startEcriture] = useTransition()
  const [abandon, startAbandon] = useTransition()
  const aEcrire = comptes.CREEE + comptes.CHANGEE

  async function write() {
    const resultat = await importTableur({ convention: slug, import: id, version, sansRefusees }).catch(() => null)
    if (resultat === null) return setErreurs([{ message: INJOIGNABLE }])
    if (!resultat.ok) return setErreurs(readErreurs(resultat))
    setErreurs([])
    setChange(!resultat.data.ecrit)
    router.refresh()
  }

  async function remove() {
    const resultat = await removeTableur({ convention: slug, import: id, version }).catch(() => null)
    if (!resultat?.ok) return setErreurs(resultat ? readErreurs(resultat) : [{ message: INJOIGNABLE }])
    router.push(buildHrefImport(slug))
  }

  return (
    <div className="grid gap-4">
      <ErrorSummary erreurs={erreurs} titre="Rien n’a été importé" />
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
      {ecriture ? <Progression slug={slug} id={id} phase="ECRITURE" /> : null}
      <div className="form-actions flex-wrap">
        {aEcrire > 0 ? (
          <Button
            variant="primary"
            busy={ecriture}
            onClick={() => {
              if (!ecriture) startEcriture(write)
            }}
          >
            {ecriture ? 'Import en cours…' : `Importer ${formatCompte(aEcrire, 'ligne')}`}
          </Button>
        ) : null}
        <ButtonLink href={buildHrefImport(slug, { import: id, colonnes: true })}>Revoir les colonnes</ButtonLink>
        <ButtonLink href={buildHrefRapport(slug, id, 'xlsx')} download>
          Rapport (XLSX)
        </ButtonLink>
        <ButtonLink href={buildHrefRapport(slug, id, 'csv')} download>
          Rapport (CSV)
        </ButtonLink>
        <Button
          variant="ghost"
          busy={abandon}
          onClick={() => {
            if (!abandon) startAbandon(remove)
          }}
        >
          Abandonner ce fichier
        </Button>
      </div>
    </div>
  )
}
