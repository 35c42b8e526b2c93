'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Checkbox, Select } from '@/components/ui/saisie/inputs'
import { checkTableur } from '@/lib/plan-action/tableur/actions'
import type { ImportVu, VueImportTableur } from '@/lib/plan-action/tableur/queries'
import { computeRessemblance } from '@/lib/plan-action/tableur/rules/mots'
import type { CorrespondanceFeuille, TableTableur } from '@/lib/plan-action/tableur/types/tableur'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefImport } from './adresses'
import { FeuilleACorrespondre } from './feuille'
import { Progression } from './progression'

const REFUS = 'La correspondance est à revoir'
const SEUIL = 0.72

/** Headers matched with the columns of a table by likeness, each once. */
function matchEntetes(
  entetes: readonly string[],
  colonnes: VueImportTableur['tables'][number]['colonnes'],
): (string | null)[] {
  const prises = new Set<string>()
  return entetes.map((entete) => {
    const [meilleure] = colonnes
      .filter(({ cle }) => !prises.has(cle))
      .map(({ cle, titre, synonymes }) => ({
        cle,
        force: Math.max(...[titre, ...synonymes].map((mots) => computeRessemblance(entete, mots))),
      }))
      .sort((a, b) => b.force - a.force)
    if (!meilleure || meilleure.force < SEUIL) return null
    prises.add(meilleure.cle)
    return meilleure.cle
  })
}

/** Which sheet and which column says what: proposed, for a person to correct; then every row is checked. */
export function CorrespondanceTableur({
  slug,
  vue,
  courant,
}: {
  slug: string
  vue: VueImportTableur
  courant: ImportVu
}) {
  const router = useRouter()
  const [feuilles, setFeuilles] = useState(courant.correspondance.feuilles)
  const [axe, setAxe] = useState(courant.correspondance.axe ?? '')
  const [creerAxes, setCreerAxes] = useState(courant.correspondance.creerAxes)
  const envoi = useEnvoi(checkTableur, {
    titre: REFUS,
    titreChamps: REFUS,
    titreConflit: REFUS,
    conflit:
      'Ce fichier a été vérifié ailleurs, dans un autre onglet par exemple. Vos choix sont toujours là : vérifiez de nouveau.',
    champ: (nom) => nom.replace(/^correspondance\.feuilles\.(\d+)\..*$/, 'feuille-$1'),
    onEcrit: () => router.push(buildHrefImport(slug, { import: courant.id })),
    rafraichir: true,
  })

  function change(rang: number, apres: Partial<CorrespondanceFeuille>) {
    setFeuilles((avant) => avant.map((feuille, i) => (i === rang ? { ...feuille, ...apres } : feuille)))
  }

  /** Another table, or other headers: the columns are matched again. */
  function rematch(rang: number, table: TableTableur | null, entete: number) {
    const feuille = courant.feuilles[rang]
    const colonnes = vue.tables.find((connue) => connue.table === table)?.colonnes ?? []
    const largeur = feuille?.correspondance.colonnes.length ?? 0
    const entetes = Array.from({ length: largeur }, (_, i) => feuille?.premieres[entete]?.[i] ?? '')
    change(rang, { table, entete, colonnes: table ? matchEntetes(entetes, colonnes) : entetes.map(() => null) })
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    envoi.envoyer({
      convention: slug,
      import: courant.id,
      // Nothing of the plan changes: what is chosen here may take the place of what was checked meanwhile.
      version: envoi.conflit?.version ?? courant.version,
      correspondance: { feuilles, axe: axe || null, creerAxes },
    })
  }

  const fiches = feuilles.find(({ table }) => table === 'FICHES')
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <p className="m-0">
        <strong className="wrap-anywhere">{courant.nom}</strong> : {formatCompte(courant.feuilles.length, 'feuille')}.
        Rien ne change dans le plan avant votre confirmation.
      </p>
      {courant.feuilles.map((feuille, rang) => (
        <FeuilleACorrespondre
          key={rang}
          rang={rang}
          feuille={feuille}
          tables={vue.tables}
          choix={feuilles[rang] ?? feuille.correspondance}
          seule={courant.feuilles.length === 1}
          onTable={(table) => rematch(rang, table, feuilles[rang]?.entete ?? 0)}
          onEntete={(entete) => rematch(rang, feuilles[rang]?.table ?? null, entete)}
          onColonne={(colonne, cle) =>
            change(rang, {
              colonnes: (feuilles[rang]?.colonnes ?? []).map((avant, i) => (i === colonne ? cle : avant)),
            })
          }
        />
      ))}
      {fiches ? (
        <div className="grid gap-3">
          <Select
            label="Axe des nouvelles fiches, quand le fichier ne le dit pas"
            name="axe"
            value={axe}
            vide="Aucun : le fichier le dit"
            options={vue.axes.map(({ ref, nom }) => ({ value: ref, label: nom }))}
            onChange={(event) => setAxe(event.target.value)}
          />
          <Checkbox
            label="Créer les axes que le fichier nomme et que le plan n’a pas"
            name="creerAxes"
            checked={creerAxes}
            onChange={(event) => setCreerAxes(event.target.checked)}
          />
        </div>
      ) : null}
      {envoi.enCours ? <Progression slug={slug} id={courant.id} phase="VERIFICATION" /> : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {envoi.enCours ? 'Vérification en cours…' : 'Vérifier les lignes'}
        </Button>
      </div>
    </form>
  )
}
