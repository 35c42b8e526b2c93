import type { ReactNode } from 'react'
import { IconExternalLink } from '@/components/ui/icons'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueFiche } from '@/lib/plan-action/fiche/queries'
import { formatDateCourte } from '@/lib/platform/dates'
import { DetacherDocument, OuvrirDocument, OuvrirLien } from './ouvrir-liens'

interface Props {
  vue: VueFiche
  slug: string
}

/** A link out of the product, only for what is an http(s) address. */
function Sortie({ adresse, children }: { adresse: string | null; children: ReactNode }) {
  if (adresse === null || !/^https?:\/\/\S+$/i.test(adresse)) return children
  return (
    <a href={adresse} target="_blank" rel="noopener noreferrer">
      {children} <IconExternalLink label="nouvelle fenêtre" />
    </a>
  )
}

function Liens({ vue, slug }: Props) {
  const { liens } = vue.contenu
  return (
    <section aria-labelledby="titre-liens" className="grid gap-2">
      <h3 id="titre-liens" className="font-sans text-base">
        Liens avec d’autres dispositifs
      </h3>
      {liens.length > 0 ? (
        <ul className="rows">
          {liens.map((lien) => (
            <li key={lien.id} className="flex flex-wrap items-start justify-between gap-x-3">
              <div className="min-w-0 flex-1 basis-52 break-words">
                <Sortie adresse={lien.adresse}>{lien.libelle}</Sortie>
                {lien.precision ? <span className="block text-sm text-muted">{lien.precision}</span> : null}
              </div>
              {vue.modifiable ? (
                <OuvrirLien
                  slug={slug}
                  fiche={vue.id}
                  lien={lien}
                  label={
                    <>
                      Modifier<span className="visually-hidden"> : {lien.libelle}</span>
                    </>
                  }
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">Aucun lien précisé.</p>
      )}
      {vue.modifiable ? (
        <div className="no-print">
          <OuvrirLien slug={slug} fiche={vue.id} lien={null} label="Ajouter un lien" />
        </div>
      ) : null}
    </section>
  )
}

function Documents({ vue, slug }: Props) {
  const { documents, choix } = vue.contenu
  return (
    <section aria-labelledby="titre-documents" className="grid gap-2">
      <h3 id="titre-documents" className="font-sans text-base">
        Documents
      </h3>
      {documents.length > 0 ? (
        <ul className="rows">
          {documents.map((document) => (
            <li key={document.id} className="flex flex-wrap items-start justify-between gap-x-3">
              <div className="min-w-0 flex-1 basis-52 break-words">
                <Sortie adresse={document.reference}>{document.titre}</Sortie>
                <span className="block text-sm text-muted">
                  {[
                    document.nature,
                    document.date && formatDateCourte(document.date),
                    /^https?:/i.test(document.reference ?? '') ? null : document.reference,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </div>
              {vue.modifiable ? <DetacherDocument slug={slug} fiche={vue.id} document={document} /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">Aucun document rattaché.</p>
      )}
      {vue.modifiable && choix ? (
        <div className="no-print">
          <OuvrirDocument slug={slug} fiche={vue.id} documents={choix.documents} coordonne={vue.coordonne} />
        </div>
      ) : null}
    </section>
  )
}

/** Other schemes a fiche serves, and documents about it. Nothing for who only reads when there are none. */
export function PanneauLiens({ vue, slug }: Props) {
  const { liens, documents } = vue.contenu
  if (!vue.modifiable && liens.length === 0 && documents.length === 0) return null
  return (
    <Panneau titre="Liens et documents" id="liens">
      <div className="grid gap-5 md:grid-cols-2">
        {vue.modifiable || liens.length > 0 ? <Liens vue={vue} slug={slug} /> : null}
        {vue.modifiable || documents.length > 0 ? <Documents vue={vue} slug={slug} /> : null}
      </div>
    </Panneau>
  )
}
